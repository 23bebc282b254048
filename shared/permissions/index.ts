/**
 * Who may do what to which case: pure, one table, used by every page and every API call (domain.md section 1).
 * Reading comes first: who may not read a case may do nothing to it and is told that it does not exist.
 */
import type { CaseState } from '../lifecycle/states.ts';

export const roles = [
  'admin',
  'verifier',
  'liaison',
  'head',
  'inspector',
  'leader',
  'campaigner',
  'helper',
] as const;
export type Role = (typeof roles)[number];

export const roleNames: Record<Role, string> = {
  admin: 'Admin instansi',
  verifier: 'Verifikator pengaduan khusus',
  liaison: 'Pejabat penghubung OPD',
  head: 'Kepala OPD',
  inspector: 'Inspektorat',
  leader: 'Pimpinan',
  campaigner: 'Humas / Prokopim',
  helper: 'KIM',
};

/** Of a leader: where escalations climb to (domain.md section 3). */
export const positions = ['secretary', 'regent'] as const;
export type Position = (typeof positions)[number];

export const positionNames: Record<Position, string> = {
  regent: 'Bupati / Wakil Bupati',
  secretary: 'Sekda / Asisten',
};

/** A signed-in person or a scoped key. */
export interface Staff {
  id: number;
  roles: readonly Role[];
  /** Offices the person belongs to; also what "my office is accused" is judged by. */
  offices: readonly string[];
  /** Of a leader: Sekda and Asisten, or Bupati; escalations climb by it. */
  position?: Position | null;
  /** Absent colleagues for whom the person acts now; never one of theirs in turn. */
  acting?: readonly Represented[];
}

/** Whose rights are judged: a person's own, or those of one they act for. */
export type Identity = Omit<Staff, 'acting'>;

/** An absent colleague, with the rights that a deputy borrows. */
export interface Represented extends Identity {
  name: string;
  /** End of the last day (epoch ms, exclusive). */
  until: number;
}

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
const decidesNothing: readonly Action[] = ['read', 'note', 'remind'];

const secretRole: Record<string, Role> = {
  '@verifier': 'verifier',
  '@inspector': 'inspector',
  '@leader': 'leader',
};

/** Holders whose cases are accusations. */
export const secretHolders: readonly string[] = Object.keys(secretRole);

/** Roles that read accusations; giving one away is watched (features/staff/watch.ts). */
export const secretRoles: readonly Role[] = Object.values(secretRole);

/**
 * Is this an accusation, which only its secret desk may know of? The holder says so too: one that its reporter took
 * back while it was held is closed, yet nobody has freed it.
 */
export function isSecret(facts: Pick<CaseFacts, 'state' | 'berkadar' | 'holder'>): boolean {
  return facts.state === 'held' || facts.berkadar || Object.hasOwn(secretRole, facts.holder);
}

/** @returns true when the person, or an office of theirs, is accused in the case */
export function isAccused(staff: Staff, accused: readonly string[]): boolean {
  return (
    accused.includes(`staff:${staff.id}`) ||
    staff.offices.some((office) => accused.includes(`office:${office}`))
  );
}

/** A person by their own rights first, then each absent colleague for whom they act. */
export function identitiesOf(staff: Staff): Identity[] {
  return [staff, ...(staff.acting ?? [])];
}

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

/**
 * Who holds an accusation: the verifier, then Inspektorat, and always the next one up when they are accused.
 * @param staff all active accounts
 * @returns the holder, never one whose every member is accused
 */
export function secretHolder(
  stage: 'verify' | 'inspect',
  accused: readonly string[],
  staff: readonly Staff[],
): string {
  return ladders[stage].find((holder) => isLeft(holder, accused, staff)) ?? '@leader';
}

/**
 * Would these accusations leave the case to nobody, though there are people for it? Whoever names the accused may be
 * one of them and want exactly that.
 */
export function shutsOutAll(
  stage: 'verify' | 'inspect',
  accused: readonly string[],
  staff: readonly Staff[],
): boolean {
  const ladder = ladders[stage];
  return (
    ladder.some((holder) => isLeft(holder, [], staff)) &&
    !ladder.some((holder) => isLeft(holder, accused, staff))
  );
}

const ladders = { verify: ['@verifier', '@leader'], inspect: ['@inspector', '@leader'] } as const;

function isLeft(holder: string, accused: readonly string[], staff: readonly Staff[]): boolean {
  const role = secretRole[holder];
  return (
    role !== undefined && staff.some((person) => person.roles.includes(role) && !isAccused(person, accused))
  );
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

/** Who sees what became of banners (domain.md section 1); campaigners and administrators also run them. */
export const campaignRoles = ['admin', 'campaigner', 'leader'] as const satisfies readonly Role[];

/** May this person see the figures of the campaign? */
export function seesCampaigns(staff: Pick<Staff, 'roles'>): boolean {
  return staff.roles.some((role) => (campaignRoles as readonly Role[]).includes(role));
}

/** May this person take placements down and put them up again? */
export function runsCampaigns(staff: Pick<Staff, 'roles'>): boolean {
  return staff.roles.some((role) => role === 'admin' || role === 'campaigner');
}

/** May this person type a report for somebody at the counter, from a letter or on the phone? */
export function takesReports(staff: Pick<Staff, 'roles'>): boolean {
  return staff.roles.some((role) => role === 'admin' || role === 'liaison' || role === 'head');
}

/** Does this person type for villagers of his own villages? */
export function helpsVillagers(staff: Pick<Staff, 'roles'>): boolean {
  return staff.roles.includes('helper');
}

/** May this person log posts on social media? */
export function logsPosts(staff: Pick<Staff, 'roles'>): boolean {
  return staff.roles.some((role) => role === 'admin' || role === 'liaison' || role === 'campaigner');
}

/** Sees the whole log of posts; a liaison only what he logged himself. */
export function seesAllPosts(staff: Pick<Staff, 'roles'>): boolean {
  return staff.roles.some((role) => role === 'admin' || role === 'campaigner');
}

/** Where a person who reads no cases works; null for everybody else. */
export function homeWithoutDesk(staff: Pick<Staff, 'roles'>): string | null {
  if (hasDesk(staff)) return null;
  if (helpsVillagers(staff)) return '/bantu';
  return staff.roles.includes('campaigner') ? '/desk/kampanye' : null;
}

/** May this person read cases at all? Campaigners see no case text; helpers only while typing. */
export function hasDesk(staff: Pick<Staff, 'roles' | 'acting'>): boolean {
  const roles = [staff, ...(staff.acting ?? [])].flatMap((identity) => identity.roles);
  return roles.some((role) => role !== 'campaigner' && role !== 'helper');
}
