/** Which cases are accusations, and who holds them: always the next one up when somebody is accused (domain.md section 1). */
import type { CaseState } from '../lifecycle/states.ts';
import { isAccused, type Role, type Staff } from './people.ts';

/** Whose role opens the cases of a secret holder. */
export const secretRole: Record<string, Role> = {
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
export function isSecret(facts: { state: CaseState; berkadar: boolean; holder: string }): boolean {
  return facts.state === 'held' || facts.berkadar || Object.hasOwn(secretRole, facts.holder);
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
