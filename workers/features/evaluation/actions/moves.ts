/** Where a person may move an item, and which moves ask for words first. Pure. */
import { type ActionState, actionStates, isClosed } from '../../../../shared/action.ts';
import type { Staff } from '../../../../shared/permissions/people.ts';
import { reportsAction, runsEvaluation } from '../../../../shared/permissions/rooms.ts';
import type { ActionRow } from './queries.ts';

type Item = Pick<ActionRow, 'state' | 'office' | 'ownerId'>;

export function mayMoveTo(staff: Staff, item: Item): ActionState[] {
  if (!reportsAction(staff, item)) return [];
  const runs = runsEvaluation(staff);
  if (isClosed(item.state) && !runs) return [];
  return actionStates.filter((state) => state !== item.state && (runs || state !== 'dropped'));
}

/** Why it stands, what was reached, why it is given up: the plan tells it, so it is asked. */
export const needsWords = (state: ActionState): boolean => isClosed(state) || state === 'blocked';
