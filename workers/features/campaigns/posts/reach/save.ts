/** Writes the figures of a dry run; of a post that was changed meanwhile nothing is written. */
import { sql } from 'drizzle-orm';
import * as z from 'zod';
import type { Db } from '../../../../platform/db.ts';
import { campaignPosts } from '../table.ts';
import type { JudgedRow } from './judge.ts';

const change = z.strictObject({
  id: z.int().positive(),
  version: z.int().positive(),
  reach: z.int().nonnegative(),
  on: z.iso.date(),
});

/** What the page of the dry run carries on to the one that saves. */
export const changesSchema = z.array(change).max(20_000);
export type Changes = z.output<typeof changesSchema>;

export const changesOf = (rows: readonly JudgedRow[]): Changes =>
  rows.flatMap(({ verdict, post, reach, on }) =>
    verdict === 'changes' && post && reach !== null && on !== null
      ? [{ id: post.id, version: post.version, reach, on }]
      : [],
  );

/** @returns how many were written: of those whose version is still the one that was seen */
export async function saveReach(db: Db, changes: Changes): Promise<number> {
  const { meta } = await db.run(sql`update ${campaignPosts}
    set reach = one.value ->> 'reach', reach_on = one.value ->> 'on', version = version + 1
    from json_each(${JSON.stringify(changes)}) as one
    where ${campaignPosts.id} = one.value ->> 'id' and ${campaignPosts.version} = one.value ->> 'version'`);
  return meta.changes;
}
