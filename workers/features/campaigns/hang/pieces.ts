/** Which pieces of material a kecamatan's link is about, and what is still to be done. Pure. */
import { hangs, type Life, lifeMoves, photoLives } from '../../../../shared/campaign.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import type { PlacementRow } from '../queries.ts';
import type { HangLink } from './links.ts';

type Scope = Pick<HangLink, 'district' | 'campaignId'>;

/** Code of the office of a kecamatan; null where the settings have none. */
export function officeOf(regency: Pick<Regency, 'offices'>, district: string): string | null {
  return [...regency.offices.values()].find(({ area }) => area === district)?.code ?? null;
}

/** Those that the kecamatan's office hangs, or that lie in it. @param office its code */
export function isOf(scope: Scope, office: string | null, row: PlacementRow): boolean {
  const { district, campaignId } = scope;
  if (campaignId !== null && row.campaignId !== campaignId) return false;
  const lies = [row.ref, row.area ?? ''].some((code) => code === district || code.startsWith(`${district}.`));
  return lies || (office !== null && row.hanger === office);
}

/** Not there yet, no longer well, or its photo will soon be too old. @param now epoch ms */
export function needsWork(row: PlacementRow, now: number): boolean {
  return !hangs(row, now) || (row.checkAt !== null && row.checkAt <= now);
}

/** What somebody on the spot can say: it hangs, it is damaged, it is not there. */
export const findings = ['up', 'damaged', 'gone'] as const;
export type Finding = (typeof findings)[number];

export const lifeOf = (finding: Finding, { life }: Pick<PlacementRow, 'life'>): Life =>
  finding !== 'up' ? finding : photoLives.includes(life) ? 'checked' : 'hung';

/** What may be said of a piece as it is; of one that never hung only that it hangs now. */
export const findingsOf = (row: Pick<PlacementRow, 'life'>): Finding[] =>
  findings.filter((finding) => lifeMoves[row.life].includes(lifeOf(finding, row)));
