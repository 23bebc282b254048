/** Writes an item into the action plan, and changes what was planned. */
import { eq, sql } from 'drizzle-orm';
import { isClosed } from '../../../../shared/action.ts';
import { seesEvaluation } from '../../../../shared/permissions/rooms.ts';
import { formatDay } from '../../../../shared/text.ts';
import { AppError, type FieldProblem } from '../../../platform/problem.ts';
import { anyOffice } from '../../../regency/named.ts';
import { readStaff } from '../../../regency/staff.ts';
import { requireProgram } from '../../campaigns/queries.ts';
import type { Doer } from '../../doer.ts';
import { once } from '../../once.ts';
import { decisions } from '../meetings/table.ts';
import { actionRow, writeChange } from './change.ts';
import { startClock, stopClock } from './clock.ts';
import type { ActionInput } from './input.ts';
import type { ActionRow } from './queries.ts';
import { actionSteps, actions } from './table.ts';

/** @param key the client's Idempotency-Key. @returns the item's id. @throws AppError invalid, key_reused, unavailable */
export async function addAction(to: Doer, input: ActionInput, key: string | undefined): Promise<number> {
  const facts = await factsOf(to, input, null);
  const made = sql<number>`(select max(id) from ${actions})`;
  const { db, by, now } = to;
  return once(to, { key, scope: 'action', body: input }, actions, (last) =>
    db.batch([
      db.insert(actions).values({ ...facts, createdBy: by, createdAt: now }),
      db.insert(actionSteps).values({ actionId: made, seq: 1, state: 'planned', progress: 0, by, at: now }),
      startClock(to, made, 1, input.dueOn),
      last,
    ]),
  );
}

/**
 * A new due starts the clock anew.
 * @param version that the person saw
 * @throws AppError not_found, invalid, conflict (also when it is done or dropped)
 */
export async function editAction(to: Doer, id: number, input: ActionInput, version: number): Promise<void> {
  const row = await actionRow(to.db, id);
  if (isClosed(row.state)) throw new AppError('conflict', { detail: 'action_closed' });
  const facts = await factsOf(to, input, row);
  const clock =
    row.dueOn === facts.dueOn ? [] : [stopClock(to, id), startClock(to, id, version + 1, facts.dueOn)];
  await writeChange(to, row, version, facts, changesOf(to, row, facts), clock);
}

async function factsOf(
  to: Doer,
  { program, owner, decision, ...input }: ActionInput,
  before: ActionRow | null,
) {
  const { db, regency, now } = to;
  const fields: FieldProblem[] = [];
  const wrong = (name: string, message: FieldProblem['message']) =>
    fields.push({ pointer: `/${name}`, message });
  if (input.office !== before?.office && !regency.offices.has(input.office)) wrong('office', 'field.office');
  if (input.dueOn !== before?.dueOn && input.dueOn < regency.calendar.localDate(now))
    wrong('dueOn', 'field.not_past');
  if (owner !== null && owner !== before?.ownerId && !(await maySee(to, owner)))
    wrong('owner', 'field.owner');
  if (decision !== null && !(await isDecision(to, decision))) wrong('decision', 'field.decision');
  if (fields.length > 0) throw new AppError('invalid', { fields });
  await requireProgram(db, program);
  const { measure, goal } = input;
  return {
    ...{ ...input, target: input.target ?? '', ownerId: owner, decisionId: decision, campaignId: program },
    // Of coverage the goal is every place.
    goal: measure === null || measure === 'coverage' ? null : goal,
  };
}

async function maySee({ db, now }: Doer, owner: number): Promise<boolean> {
  const person = await readStaff(db, owner, now);
  return person !== null && seesEvaluation(person);
}

async function isDecision({ db }: Doer, id: number): Promise<boolean> {
  const rows = await db.select({ id: decisions.id }).from(decisions).where(eq(decisions.id, id));
  return rows.length > 0;
}

/** What was changed, as the history tells it. */
function changesOf({ regency }: Doer, before: ActionRow, after: Awaited<ReturnType<typeof factsOf>>): string {
  const office = (code: string) => anyOffice(regency, code)?.name ?? code;
  const told = [
    ...(before.dueOn === after.dueOn
      ? []
      : [`batas waktu dari ${formatDay(before.dueOn)} menjadi ${formatDay(after.dueOn)}`]),
    ...(before.office === after.office ? [] : [`dari ${office(before.office)} ke ${office(after.office)}`]),
    ...(before.ownerId === after.ownerId ? [] : ['penanggung jawab']),
    ...(before.activity === after.activity ? [] : [`kegiatan, semula "${before.activity}"`]),
    ...(before.target === after.target ? [] : [`sasaran, semula "${before.target}"`]),
    ...(before.budget === after.budget ? [] : ['anggaran']),
    ...(before.decisionId === after.decisionId ? [] : ['keputusan rapat yang dijalankan']),
    ...(before.measure === after.measure &&
    before.campaignId === after.campaignId &&
    before.goal === after.goal
      ? []
      : ['cara mengukur kemajuan']),
  ];
  return told.length === 0 ? 'Disimpan tanpa perubahan.' : `Diubah: ${told.join('; ')}.`;
}
