/**
 * Who may do what to which case: pure, one table, used by every page and every API call (domain.md section 1).
 * Reading comes first: who may not read a case may do nothing to it and is told that it does not exist.
 */
import type { CaseState } from '../lifecycle/states.ts';
import { isSecret, secretRole } from './accusations.ts';
import { type Identity, identitiesOf, isAccused, type Role, type Staff } from './people.ts';

/** What a permission looks at. */
export interface CaseFacts {
  state: CaseState;
  /** It is known whether it accuses somebody: the router has read it, or a person has. */
  examined: boolean;
  /** Office code, or @admin, @verifier, @inspector, @leader. */
  holder: string;
  office: string | null;
  berkadar: boolean;
  anonymous: boolean;
  released: boolean;
  /** Offices in copy. */
  copies: readonly string[];
  /** "office:PUPR", "staff:12". */
  accused: readonly string[];
  /** Actor of the last final answer, e.g. "staff:12". */
  answeredBy: string | null;
  /** Who proposed the answer that waits for approval, or that was approved. */
  proposedBy?: string | null;
  /** Came from an export of SP4N-LAPOR!, where it is worked. */
  imported?: boolean;
  /** Closed, and in a draw of Inspektorat that has not decided on it. */
  drawn?: boolean;
}

export type Action =
  | 'read'
  | 'verify'
  | 'release'
  | 'dispose'
  | 'decide_return'
  | 'forward'
  | 'chase'
  | 'close_forwarded'
  | 'archive'
  | 'reopen'
  | 'merge'
  | 'unmerge'
  | 'hold'
  | 'free'
  | 'pass_to_inspectorate'
  | 'follow_up'
  | 'answer'
  | 'propose_answer'
  | 'approve_answer'
  | 'send_back_answer'
  | 'carry_out'
  | 'reschedule'
  | 'ask'
  | 'return'
  | 'note'
  | 'tag'
  | 'transfer'
  | 'reveal'
  | 'record_sp4n'
  | 'mark_copied'
  | 'remind'
  | 'audit'
  | 'find_fault';

/** In what way somebody stands to a case; the first that holds. */
export type Standing = 'secret_holder' | 'admin' | 'lead' | 'copy' | 'auditor' | 'leader' | null;

const allowed: Record<Action, readonly Exclude<Standing, null>[]> = {
  read: ['secret_holder', 'admin', 'lead', 'copy', 'auditor', 'leader'],
  verify: ['admin'],
  release: ['admin'],
  dispose: ['admin'],
  decide_return: ['admin'],
  forward: ['admin'],
  chase: ['admin'],
  close_forwarded: ['admin'],
  archive: ['admin'],
  reopen: ['admin'],
  merge: ['admin'],
  unmerge: ['admin'],
  // An accusation is entered there by hand, by the one who holds it.
  record_sp4n: ['admin', 'secret_holder'],
  mark_copied: ['admin', 'secret_holder'],
  hold: ['admin', 'lead'],
  free: ['secret_holder'],
  pass_to_inspectorate: ['secret_holder'],
  follow_up: ['lead', 'secret_holder'],
  answer: ['lead', 'secret_holder'],
  // Of an accusation nobody but its holder reads anything.
  propose_answer: ['lead'],
  approve_answer: ['lead'],
  send_back_answer: ['lead'],
  carry_out: ['lead', 'secret_holder'],
  reschedule: ['lead', 'secret_holder'],
  ask: ['admin', 'lead', 'secret_holder'],
  return: ['lead'],
  note: ['admin', 'lead', 'copy', 'secret_holder'],
  tag: ['admin', 'lead'],
  transfer: ['admin'],
  reveal: ['admin', 'lead', 'secret_holder'],
  // Never of an accusation: whose phone would ring is already too much.
  remind: ['admin', 'lead', 'leader'],
  audit: ['auditor'],
  find_fault: ['auditor'],
};

/** What Kanal does with a case that is worked in SP4N-LAPOR!: it is read, and kept from whom it accuses. */
const ofRecord: readonly Action[] = [
  'read',
  'note',
  'tag',
  'transfer',
  'reveal',
  'hold',
  'free',
  'pass_to_inspectorate',
  'merge',
  'unmerge',
];

/** Never of what oneself has proposed; of which office and which role, `approval.ts` says. */
const ofAnother: readonly Action[] = ['approve_answer', 'send_back_answer'];

/** Also for the officer whose answer is contested. */
const decidesNothing: readonly Action[] = ['read', 'note', 'remind', 'tag', 'transfer'];

/** How somebody stands to a case, or null when they may not know of it. */
export function standing(staff: Staff, facts: CaseFacts): Standing {
  const found = identitiesOf(staff).map((identity) => standingAs(staff, identity, facts));
  return order.find((stands) => found.includes(stands)) ?? null;
}

const order: readonly Exclude<Standing, null>[] = [
  'secret_holder',
  'admin',
  'lead',
  'copy',
  'auditor',
  'leader',
];

/** By the rights of one identity. A case against the deputy or against the absent one is for neither of them. */
function standingAs(staff: Staff, identity: Identity, facts: CaseFacts): Standing {
  if (isAccused(staff, facts.accused) || isAccused(identity, facts.accused)) return null;
  const has = (role: Role) => identity.roles.includes(role);
  // Until somebody has looked whether it accuses anybody it is nobody's: an accused administrator may be waiting for it.
  if (!facts.examined) return null;
  if (isSecret(facts)) {
    // Accusations are handed over to nobody: their readers are named one by one.
    const role = identity === staff ? secretRole[facts.holder] : undefined;
    return role && has(role) ? 'secret_holder' : null;
  }
  if (has('admin')) return 'admin';
  const officeRole = has('liaison') || has('head');
  // An office knows an anonim case only once a person has released it.
  if (officeRole && (!facts.anonymous || facts.released)) {
    if (facts.office !== null && identity.offices.includes(facts.office)) return 'lead';
    if (facts.copies.some((office) => identity.offices.includes(office))) return 'copy';
  }
  // Inspektorat reads an ordinary case only while it lies in its draw; nobody audits in its name.
  if (facts.drawn && identity === staff && has('inspector')) return 'auditor';
  return has('leader') ? 'leader' : null;
}

/** May this person do this to this case, state aside? (The transition table judges the state.) */
export function may(staff: Staff, action: Action, facts: CaseFacts): boolean {
  return rightOf(staff, action, facts) !== null;
}

/**
 * By whose right a person may do something: their own where it is enough, else that of an absent colleague, which the
 * history tells ("a.n.").
 * @returns null when they may not
 */
export function rightOf(staff: Staff, action: Action, facts: CaseFacts): Identity | null {
  return identitiesOf(staff).find((identity) => mayAs(staff, identity, action, facts)) ?? null;
}

function mayAs(staff: Staff, identity: Identity, action: Action, facts: CaseFacts): boolean {
  const stands = standingAs(staff, identity, facts);
  if (stands === null || !allowed[action].includes(stands)) return false;
  if (facts.imported && !ofRecord.includes(action)) return false;
  // Identity of an anonim reporter is for nobody.
  if (action === 'reveal') return !facts.anonymous;
  const ids = [`staff:${staff.id}`, `staff:${identity.id}`];
  if (ofAnother.includes(action) && ids.some((id) => facts.proposedBy === id)) return false;
  if (facts.state === 'reopened' && !decidesNothing.includes(action)) {
    // An ordinary contested case goes through the administrator again before an office answers.
    if (stands === 'lead') return action === 'hold';
    // A contested answer is judged by somebody else than those who gave it: who proposed, who approved.
    return !ids.some((id) => facts.answeredBy === id || facts.proposedBy === id);
  }
  return true;
}

/** The holders whose lists a person sees as work: their offices and secret desks, and the offices of whom they act for. */
export function holdersOf(staff: Staff): string[] {
  const own = Object.entries(secretRole).flatMap(([holder, role]) =>
    staff.roles.includes(role) ? [holder] : [],
  );
  const shared = identitiesOf(staff).flatMap(({ roles, offices }) => [
    ...(roles.includes('admin') ? ['@admin'] : []),
    ...(roles.includes('liaison') || roles.includes('head') ? offices : []),
  ]);
  return [...new Set([...shared, ...own])];
}
