/** The next meeting, as whoever runs the evaluation prepares it: planned, everybody invited, the figures frozen. */
import type { Doer } from '../../../features/doer.ts';
import { blankMeeting } from '../../../features/evaluation/meetings/form.ts';
import { freeze } from '../../../features/evaluation/meetings/frozen.ts';
import { meetingSchema } from '../../../features/evaluation/meetings/input.ts';
import { inviteGroup } from '../../../features/evaluation/meetings/invite.ts';
import { addMeeting } from '../../../features/evaluation/meetings/save.ts';
import { demoKey } from '../campaign/stage.ts';

/** Working days until then: time for the letters, and for the offices to look at their questions. */
const AHEAD = 10;

/** Nothing the second time. @param to by whom, at the time of the load */
export async function planNext(to: Doer): Promise<void> {
  const { calendar } = to.regency;
  const input = meetingSchema.parse({
    ...blankMeeting(calendar.localDate(to.now)),
    startsAt: `${calendar.localDate(calendar.addWorkingDays(to.now, AHEAD))}T09:00`,
    place: 'Ruang rapat Sekretariat Daerah (contoh)',
    chair: 'Sekretaris Daerah',
  });
  const id = await addMeeting(to, input, demoKey(7000));
  await inviteGroup(to, id, 'all');
  await freeze(to, id, null);
}
