/** What one person may do to a case now: permissions, transition table, and what a verb itself asks of the case. */
import { isLeftAfterErasure, nextState } from '../../shared/lifecycle/transitions.ts';
import { may } from '../../shared/permissions/index.ts';
import type { Staff } from '../../shared/permissions/people.ts';
import type { ApprovalView } from './approval.ts';
import { isScheduled } from './due.ts';
import { type CaseFile, factsOf } from './load.ts';
import { toCopy } from './sp4n.ts';
import { type DeskVerb, deskVerbs } from './verbs/index.ts';

/** Every verb that would be carried out. */
export function verbsFor(
  person: Staff,
  file: CaseFile,
  hasContact: boolean,
  approval: ApprovalView | null,
): DeskVerb[] {
  const { row } = file;
  const proposes = approval?.need === 'colleague' || approval?.need === 'head';
  const unreleased = row.anonymous && row.releasedAt === null;
  const needs: Partial<Record<DeskVerb, boolean>> = {
    release: row.anonymous,
    dispose: !unreleased,
    reveal: hasContact,
    mark_copied: toCopy(row) !== null,
    answer: !proposes,
    propose_answer: proposes,
    approve_answer: approval?.decides === true,
    send_back_answer: approval?.decides === true,
    carry_out: isScheduled(file),
    reschedule: isScheduled(file),
    transfer: row.office !== null && (row.state !== 'resolved' || isScheduled(file)),
  };
  return (Object.keys(deskVerbs) as DeskVerb[]).filter(
    (verb) => canNow(person, file, verb) && needs[verb] !== false,
  );
}

/** Permission and transition table together. */
export function canNow(person: Staff, file: CaseFile, verb: DeskVerb): boolean {
  const { state, resumeState, erasedAt } = file.row;
  if (erasedAt !== null && !isLeftAfterErasure(verb, state)) return false;
  return nextState(verb, state, resumeState) !== null && may(person, verb, factsOf(file));
}
