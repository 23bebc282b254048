/** What every part of the invented campaign needs. */
import type { Doer } from '../../../features/doer.ts';
import { DAY } from '../../../platform/clock.ts';
import type { Db } from '../../../platform/db.ts';
import type { Keys } from '../../../privacy/keys.ts';
import type { Regency } from '../../../regency/snapshot.ts';

export interface CampaignStage {
  env: Env;
  db: Db;
  keys: Keys;
  regency: Regency;
  /** Account of the campaigner. */
  runner: number;
  /** Id of the program. */
  program: number;
  /** When the load began, epoch ms. */
  today: number;
}

/** Who runs the campaign, so many days ago. */
export function doerAt(
  { db, keys, regency, runner, today }: Omit<CampaignStage, 'program'>,
  daysAgo: number,
): Doer {
  return { db, keys, regency, by: `staff:${runner}`, now: today - daysAgo * DAY };
}

/** Local ISO date so many days ago; negative numbers lie ahead. */
export const dayBefore = ({ regency, today }: Omit<CampaignStage, 'program'>, daysAgo: number): string =>
  regency.calendar.localDate(today - daysAgo * DAY);

/** The same key at every start: a load that was cut off makes nothing twice. @param number of what it makes */
export const demoKey = (number: number): string =>
  `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
