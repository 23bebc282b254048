/**
 * Whose approval a final answer needs before it leaves, where its office wants one (domain.md section 1: the head
 * approves answers where the OPD wants it). Pure. Nobody approves what they wrote; and somebody who is away never keeps
 * the reporter waiting: a head who is not there is stood in for by a colleague, and an office of one answers alone.
 */
import { type Identity, identitiesOf, isAccused, type Staff } from './permissions/people.ts';

export const approvalModes = ['none', 'colleague', 'head'] as const;
export type ApprovalMode = (typeof approvalModes)[number];

/** An office's rule, and who is there to follow it. */
export interface Setting {
  office: string;
  mode: ApprovalMode;
  /** Accused in the case; they approve nothing of it. */
  accused: readonly string[];
  /** All active accounts. */
  people: readonly Staff[];
}

export type Approver = Exclude<ApprovalMode, 'none'>;

/** `none` = the office wants no approval of this; `alone` = it wants one and nobody else is there. */
export type Need = Approver | 'none' | 'alone';

/**
 * What a person's answer needs. What the head writes needs nobody: it is they who approve. A deputy of the head is not
 * the head in this: they would approve themselves.
 * @param authors ids of who writes, and in whose name
 */
export function approvalNeed(setting: Setting, person: Staff, authors: readonly number[]): Need {
  if (setting.mode === 'none') return 'none';
  if (setting.mode === 'head' && belongs(person, 'head', setting.office)) return 'none';
  return approverFor(setting, authors) ?? 'alone';
}

/** Who approves now what these wrote; null = nobody is there. */
export function approverFor(setting: Setting, authors: readonly number[]): Approver | null {
  const wanted = setting.mode === 'head' ? (['head', 'colleague'] as const) : (['colleague'] as const);
  const away = new Set(setting.people.flatMap(({ acting }) => (acting ?? []).map(({ id }) => id)));
  return (
    wanted.find((approver) =>
      setting.people.some((person) => {
        const right = approvalRight(setting, approver, person, authors);
        return right !== null && !(right.id === person.id && away.has(person.id));
      }),
    ) ?? null
  );
}

/** By whose right this person may approve it: their own, or that of an absent colleague; null = they may not. */
export function approvalRight(
  { office, accused }: Pick<Setting, 'office' | 'accused'>,
  approver: Approver,
  person: Staff,
  authors: readonly number[],
): Identity | null {
  if (authors.includes(person.id) || isAccused(person, accused)) return null;
  return (
    identitiesOf(person).find(
      (identity) =>
        !authors.includes(identity.id) &&
        !isAccused(identity, accused) &&
        belongs(identity, approver, office),
    ) ?? null
  );
}

function belongs({ roles, offices }: Identity, approver: Approver, office: string): boolean {
  if (!offices.includes(office)) return false;
  return roles.includes('head') || (approver === 'colleague' && roles.includes('liaison'));
}
