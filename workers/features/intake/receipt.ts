/** The receipt as the API gives it (contract.md). */
import type { Receipt } from '../../../shared/contract/complaint.ts';
import { stateNames } from '../../../shared/lifecycle/states.ts';
import { isoOffset } from '../../../shared/text.ts';
import type { Submitted } from '../../cases/submit.ts';
import type { Regency } from '../../regency/snapshot.ts';

/**
 * The same for the first answer and every repeated one, whatever has happened to the case since: a receipt says what
 * was received. @param origin e.g. "https://kanal.example.id"
 */
export function receiptOf(regency: Regency, origin: string, submitted: Submitted): Receipt {
  const self = `${origin}/api/v1/complaints/${submitted.code}`;
  return {
    code: submitted.code,
    pin: submitted.pin,
    status: stateNames.received.api,
    due: isoOffset(submitted.due, regency.about.timeZone),
    links: { self, timeline: `${self}/timeline`, page: `${origin}/lacak/${submitted.code}` },
  };
}
