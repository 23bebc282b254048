/** The form of an item as it was typed, and what it offers to choose from. */
import { seesEvaluation } from '../../../../shared/permissions/rooms.ts';
import { programNames } from '../../campaigns/measure/queries.ts';
import { textsOf } from '../../doer.ts';
import type { AppContext } from '../../http.ts';
import { listAccounts } from '../../staff/queries.ts';
import { type ActionRow, decisionsToChoose } from './queries.ts';

const fields = [
  ...(['activity', 'office', 'owner', 'target', 'budget', 'dueOn'] as const),
  ...(['decision', 'measure', 'program', 'goal'] as const),
] as const;
export type TypedAction = Record<(typeof fields)[number], string>;

export const readAction = (form: FormData): TypedAction => textsOf(form, fields);

export const blankAction = (): TypedAction => readAction(new FormData());

export function typedOf(row: ActionRow): TypedAction {
  const number = (value: number | null) => (value === null ? '' : String(value));
  const { activity, office, target, dueOn, measure } = row;
  return {
    ...{ activity, office, target, dueOn, measure: measure ?? '' },
    ...{ owner: number(row.ownerId), budget: number(row.budget), decision: number(row.decisionId) },
    ...{ program: number(row.campaignId), goal: number(row.goal) },
  };
}

export type Choices = Awaited<ReturnType<typeof choicesOf>>;

/** @param row of one that is there: what it has chosen stays to be chosen */
export async function choicesOf({ var: { db } }: AppContext, row: ActionRow | undefined) {
  const [accounts, programs, decisions] = await Promise.all([
    listAccounts(db),
    programNames(db),
    decisionsToChoose(db),
  ]);
  return {
    owners: accounts.filter(
      (account) => account.id === row?.ownerId || (account.active && seesEvaluation(account)),
    ),
    programs: [...programs].map(([id, name]) => ({ id, name })),
    decisions,
  };
}
