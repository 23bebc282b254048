/**
 * The one table of moves: which verb is possible in which state, and where it leads (domain.md section 4).
 * A verb that is not listed for a state is refused, whoever asks.
 */
import { type CaseState, closedStates } from './states.ts';

/** `same` keeps the state; `resume` goes back to where it was interrupted, or where nothing was kept, to verified. */
export type Target = CaseState | 'same' | 'resume';

export interface Transition {
  from: readonly CaseState[];
  to: Target;
}

const open: readonly CaseState[] = [
  'received',
  'held',
  'verified',
  'disposed',
  'returned',
  'clarification',
  'in_progress',
  'answered',
  'reopened',
  'forwarded',
];
/** An office works on it. */
export const withOffice: readonly CaseState[] = ['disposed', 'in_progress'];
const withAdmin: readonly CaseState[] = ['received', 'verified', 'reopened'];
const every: readonly CaseState[] = [...open, 'resolved', 'archived', 'merged'];

export const transitions = {
  // by the router
  route: { from: ['received', 'verified'], to: 'disposed' },
  suggest: { from: ['received', 'verified'], to: 'same' },
  // by the administrator
  verify: { from: ['received', 'reopened'], to: 'verified' },
  release: { from: [...withAdmin, ...withOffice, 'clarification', 'returned', 'answered'], to: 'same' },
  dispose: { from: withAdmin, to: 'disposed' },
  decide_return: { from: ['returned'], to: 'disposed' },
  forward: { from: [...withAdmin, 'returned'], to: 'forwarded' },
  // The institution was asked by a person.
  chase: { from: ['forwarded'], to: 'same' },
  close_forwarded: { from: ['forwarded'], to: 'resolved' },
  archive: { from: [...withAdmin, 'returned'], to: 'archived' },
  reopen: { from: ['archived'], to: 'verified' },
  // A duplicate; not once it has an answer of its own.
  merge: { from: [...withAdmin, ...withOffice, 'returned', 'clarification'], to: 'merged' },
  unmerge: { from: ['merged'], to: 'resume' },
  // The same two as the parent's history has them. Written by the child's verbs, never asked for by themselves.
  merged_in: { from: open, to: 'same' },
  merged_out: { from: every, to: 'same' },
  // accusations
  hold: {
    from: [
      'received',
      'verified',
      'disposed',
      'returned',
      'clarification',
      'in_progress',
      'answered',
      'reopened',
    ],
    to: 'held',
  },
  // Held out of an answer it goes back to the reporter: no detour settles what only the reporter may.
  free: { from: ['held'], to: 'resume' },
  pass_to_inspectorate: { from: ['held'], to: 'disposed' },
  // by Inspektorat, of closed cases that it drew
  audit: { from: ['resolved', 'archived'], to: 'same' },
  find_fault: { from: ['resolved', 'archived'], to: 'reopened' },
  // by the office
  // A contested secret case has no administrator: its new holder answers (permissions say who that is).
  follow_up: { from: [...withOffice, 'reopened'], to: 'in_progress' },
  answer: { from: [...withOffice, 'reopened'], to: 'answered' },
  // Where the office wants it, an answer is proposed by one and approved by another, which writes it as `answer` would.
  propose_answer: { from: withOffice, to: 'same' },
  approve_answer: { from: withOffice, to: 'answered' },
  send_back_answer: { from: withOffice, to: 'same' },
  // Of work that was announced for a date: it is done, or gets another date. Neither settles anything.
  carry_out: { from: ['answered', 'resolved'], to: 'same' },
  reschedule: { from: ['answered', 'resolved'], to: 'same' },
  ask: { from: [...withAdmin, ...withOffice], to: 'clarification' },
  return: { from: withOffice, to: 'returned' },
  note: { from: every, to: 'same' },
  // Words of the regency's own list; they decide nothing.
  tag: { from: every, to: 'same' },
  // Its office was dissolved or merged. Of what is closed only announced work can still pass on (the verb asks).
  transfer: {
    from: [
      'verified',
      'disposed',
      'returned',
      'clarification',
      'in_progress',
      'answered',
      'reopened',
      'forwarded',
      'resolved',
    ],
    to: 'same',
  },
  reveal: { from: every, to: 'same' },
  record_sp4n: { from: every, to: 'same' },
  // It was copied to SP4N-LAPOR!: the report by its number, or its latest answer.
  mark_copied: { from: every, to: 'same' },
  // By WhatsApp, of whoever holds the case; it moves nothing.
  remind: { from: open, to: 'same' },
  // by the reporter
  // Also from the archive: an archived case can always be re-opened, and this is how its reporter asks for it.
  reply: { from: [...open, 'archived'], to: 'same' },
  // Also from the archive where time put it for want of an answer (the verb asks).
  complete: { from: ['clarification', 'archived'], to: 'resume' },
  confirm: { from: ['answered'], to: 'resolved' },
  // A merged case has its parent's answer: who contests it leaves the parent.
  contest: { from: ['answered', 'resolved', 'merged'], to: 'reopened' },
  rate: { from: ['answered', 'resolved'], to: 'same' },
  withdraw: { from: open, to: 'archived' },
  change_contact: { from: every, to: 'same' },
  renew_pin: { from: every, to: 'same' },
  // Asked by the reporter, decided by the data-protection officer. What is erased of an open case the verb says.
  request_erasure: { from: every, to: 'same' },
  decide_erasure: { from: every, to: 'same' },
  erase: { from: every, to: 'same' },
  // by time
  settle: { from: ['answered'], to: 'resolved' },
  expire: { from: ['clarification'], to: 'archived' },
  inquire: { from: ['forwarded'], to: 'same' },
  // By an export of SP4N-LAPOR!, of what came from one: the state is what it says there.
  import_update: { from: every, to: 'same' },
} as const satisfies Record<string, Transition>;

export type Verb = keyof typeof transitions | 'submit';

/** All that can still happen to a closed case whose content was erased: nothing that adds to it, or opens it again. */
const afterErasure: readonly string[] = [
  'erase',
  'renew_pin',
  'record_sp4n',
  'merged_in',
  'merged_out',
  'audit',
];

/** May this verb still be done to a case whose content is gone? */
export function isLeftAfterErasure(verb: string, state: CaseState): boolean {
  return afterErasure.includes(verb) || !closedStates.includes(state);
}

/** @returns the state a verb leads to, or null when it is not possible from here */
export function nextState(
  verb: keyof typeof transitions,
  state: CaseState,
  resume: CaseState | null,
): CaseState | null {
  const transition: Transition = transitions[verb];
  if (!transition.from.includes(state)) return null;
  if (transition.to === 'same') return state;
  if (transition.to === 'resume') return resume ?? 'verified';
  return transition.to;
}

/** Verbs possible in a state, whoever asks; permissions come on top. */
export function verbsFrom(state: CaseState): (keyof typeof transitions)[] {
  const names = Object.keys(transitions) as (keyof typeof transitions)[];
  return names.filter((verb) => (transitions[verb].from as readonly CaseState[]).includes(state));
}
