/** Who gets which notice of the stages a clock has reached: each person one, worded for the latest. */

import { clockName } from '../../../shared/lifecycle/clock-names.ts';
import type { Staff } from '../../../shared/permissions/people.ts';
import type { ClockName, PackStep, StepReceiver } from '../../../shared/regencies/types.ts';
import { formatDate } from '../../../shared/text.ts';
import { leaveAt } from '../../cases/change.ts';
import type { Ctx } from '../../cases/context.ts';
import type { ClockRow } from '../../cases/due.ts';
import type { ClockRule } from '../../clocks/rules.ts';
import type { NewDelivery } from '../../messaging/outbox.ts';
import { anyOffice } from '../../regency/named.ts';
import type { DueAction, DueFile } from './queries.ts';
import { concernedInAction, concernedInCase, receiversOf } from './recipients.ts';

/** The reporter's reminders, by clock. */
const reminders: Partial<Record<ClockName, string>> = {
  completeness: 'question-reminder',
  reporter: 'answer-reminder',
};

/**
 * @param clock with the due in force
 * @param now rules reached at the latest instant
 * @param missed rules reached earlier and never told
 */
export function lettersFor(
  ctx: Ctx,
  file: DueFile,
  clock: ClockRow,
  now: readonly ClockRule[],
  missed: readonly ClockRule[],
  people: readonly Staff[],
): NewDelivery[] {
  const [latest] = now.toReversed();
  if (!latest) return [];
  const { calendar, about } = ctx.regency;
  const ofCase = file.subject === 'case' ? file : null;
  const leaves = leaveAt(ctx.regency, '', ofCase?.row.urgent ?? false, ctx.now);
  const values = {
    clock: clockName(clock.clock),
    due: formatDate(clock.dueAt, about.timeZone),
    count: String(Math.max(1, calendar.workingDaysBetween(clock.dueAt, leaves))),
    ...(file.subject === 'action' ? actionValues(ctx, file) : {}),
  };
  const letter = (template: string, recipient: string): NewDelivery => ({
    id: `${ofCase ? '' : 'action:'}${file.row.id}:${clock.startedSeq}~${clock.clock}~${latest.id}:${template}:${recipient}`,
    caseId: ofCase?.row.id ?? null,
    template,
    recipient,
    values,
    nextAt: leaves,
    createdAt: ctx.now,
  });
  const template = reminders[clock.clock as ClockName];
  if (template && latest.kind === 'remind') return ofCase?.hasEmail ? [letter(template, 'reporter')] : [];
  return [...templatesByPerson(ctx, file, now, missed, people)].map(([id, one]) =>
    letter(one, `staff:${id}`),
  );
}

function actionValues({ regency }: Ctx, { row }: DueAction): Record<string, string> {
  return { activity: row.activity, office: anyOffice(regency, row.office)?.name ?? row.office };
}

/** A single notice goes to everybody who was to hear of this or of a missed stage; digests and lists wait. */
function templatesByPerson(
  ctx: Ctx,
  file: DueFile,
  now: readonly ClockRule[],
  missed: readonly ClockRule[],
  people: readonly Staff[],
): Map<number, string> {
  const concerned =
    file.subject === 'case' ? concernedInCase(file.row, file.accused) : concernedInAction(file.row);
  const steps = (rules: readonly ClockRule[]) =>
    rules.flatMap((rule) => (rule.kind === 'step' && rule.step.way !== 'weekly' ? [rule.step] : []));
  const found = new Map<number, string>();
  if (!now.some((rule) => rule.kind === 'step' && rule.step.way !== 'digest')) return found;
  for (const step of [...steps(now), ...steps(missed)]) {
    const rung = concerned.secret ? step.secretTo : step.to;
    if (rung === null) continue;
    const receivers = receiversOf(rung, concerned, people, ctx.regency.about);
    for (const id of receivers.ids)
      if (!found.has(id)) found.set(id, templateOf(file, step, receivers.rung, concerned.secret));
  }
  return found;
}

function templateOf(
  { subject }: DueFile,
  step: PackStep,
  rung: StepReceiver | null,
  secret: boolean,
): string {
  if (subject === 'action') return rung === 'holder' ? 'staff-action-overdue' : 'staff-action-escalated';
  if (rung === 'holder') return 'staff-overdue';
  if (secret) return 'staff-escalated-berkadar';
  return step.id === 'promise-late' ? 'staff-promise-late' : 'staff-escalated';
}
