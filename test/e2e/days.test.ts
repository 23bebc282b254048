/** Days that leave the others' alone, played one after the other on one server. */

// Draws from all reports that are closed.
import './day-inspector.ts';
import './day-absent.ts';
import './day-doors.ts';
import './day-field.ts';
import './days-case.ts';
import './day-merge.ts';
import './day-campaign.ts';
// From then on an office's answers want its head's approval.
import './day-approval.ts';
