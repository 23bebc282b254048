/** What a role opens beside cases: the desk itself, the counter, banners, posts (domain.md section 1). Pure. */
import { identitiesOf, type Role, type Staff } from './people.ts';

/** Who sees what became of banners (domain.md section 1); campaigners and administrators also run them. */
export const campaignRoles = ['admin', 'campaigner', 'leader'] as const satisfies readonly Role[];

export const campaignRunners = ['admin', 'campaigner'] as const satisfies readonly Role[];

/** May this person see the figures of the campaign? */
export function seesCampaigns(staff: Pick<Staff, 'roles'>): boolean {
  return staff.roles.some((role) => (campaignRoles as readonly Role[]).includes(role));
}

/** May this person plan, print, hang, publish, and hand out? */
export function runsCampaigns(staff: Pick<Staff, 'roles'>): boolean {
  return staff.roles.some((role) => (campaignRunners as readonly Role[]).includes(role));
}

/** May this person type a report for somebody at the counter, from a letter or on the phone? */
export function takesReports(staff: Pick<Staff, 'roles'>): boolean {
  return staff.roles.some((role) => role === 'admin' || role === 'liaison' || role === 'head');
}

/** Does this person type for villagers of his own villages? */
export function helpsVillagers(staff: Pick<Staff, 'roles'>): boolean {
  return staff.roles.includes('helper');
}

/** May this person see how Kanal itself is doing? */
export function readsStatus(staff: Pick<Staff, 'roles'>): boolean {
  return staff.roles.some((role) => role === 'admin' || role === 'leader');
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
  if (guardsData(staff)) return '/desk/data-pribadi';
  return staff.roles.includes('campaigner') ? '/desk/kampanye' : null;
}

/** Is this the data-protection officer (UU 27/2022 art. 53)? Registers, requests and breaches; no case text. */
export function guardsData(staff: Pick<Staff, 'roles'>): boolean {
  return staff.roles.includes('dpo');
}

/** May this person read cases at all? Campaigners see no case text; helpers only while typing; the dpo none either. */
export function hasDesk(staff: Pick<Staff, 'roles' | 'acting'>): boolean {
  const roles = [staff, ...(staff.acting ?? [])].flatMap((identity) => identity.roles);
  return roles.some((role) => !['campaigner', 'helper', 'dpo'].includes(role));
}

/** Who reads figures, meetings and the action plan; heads and liaison officers are asked there about their office. */
export const evaluationRoles = [
  'admin',
  'leader',
  'head',
  'liaison',
  'inspector',
  'campaigner',
] as const satisfies readonly Role[];

/** Who prepares meetings, writes decisions, collects evidence and publishes. */
export const evaluationRunners = ['admin', 'leader'] as const satisfies readonly Role[];

/** May this person see the evaluation? */
export function seesEvaluation(staff: Pick<Staff, 'roles'>): boolean {
  return staff.roles.some((role) => (evaluationRoles as readonly Role[]).includes(role));
}

/** May this person prepare and decide, collect evidence and publish? */
export function runsEvaluation(staff: Pick<Staff, 'roles'>): boolean {
  return staff.roles.some((role) => (evaluationRunners as readonly Role[]).includes(role));
}

/** May this person report on an item of the action plan: its owner, head or liaison of its office, or who stands in? */
export function reportsAction(staff: Staff, item: { office: string; ownerId: number | null }): boolean {
  if (runsEvaluation(staff)) return true;
  return identitiesOf(staff).some(
    ({ id, roles, offices }) =>
      id === item.ownerId ||
      (offices.includes(item.office) && (roles.includes('head') || roles.includes('liaison'))),
  );
}

/** May this person open the documents of evidence, and say whether they are enough? */
export function reviewsEvidence(staff: Pick<Staff, 'roles'>): boolean {
  return runsEvaluation(staff) || staff.roles.includes('inspector');
}
