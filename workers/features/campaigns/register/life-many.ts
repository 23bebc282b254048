/** The same step for many placements, in as many statements as for one: only the steps that need no photo. */
import { and, inArray, type SQL, sql } from 'drizzle-orm';
import { type Life, lifeMoves, lives } from '../../../../shared/campaign.ts';
import type { Db, Statement } from '../../../platform/db.ts';
import { placementEvents, placements } from '../table.ts';
import type { Facts } from './life.ts';
import { endsCode } from './life-rules.ts';
import { insertPlacements, type NewPlacement } from './new-placements.ts';

export type PlainLife = Exclude<Life, 'hung' | 'checked' | 'replaced'>;

export interface Group {
  ids: readonly number[];
  facts?: Facts;
}

interface By {
  /** Epoch ms. */
  at: number;
  by: string;
}

/**
 * Moves those of each group that may go there from where they are when it is written; the others stay as they are.
 * @param life null = only the facts change
 */
export function moveMany(
  db: Db,
  groups: readonly Group[],
  { life, at, by }: By & { life: PlainLife | null },
): Statement[] {
  const from = life === null ? lives : lives.filter((one) => lifeMoves[one].includes(life));
  const moved = life && { life, checkAt: null, retiredAt: endsCode(life) ? at : null };
  return groups.flatMap(({ ids, facts }) => {
    const chosen = and(
      sql`${placements.id} in (select value from json_each(${JSON.stringify(ids)}))`,
      inArray(placements.life, from),
    );
    const reached = life === null ? sql`${placements.life}` : sql`${life}`;
    return [
      db
        .insert(placementEvents)
        .select(entries(reached, { at, by }, sql`null`, sql`${placements} where ${chosen}`)),
      db
        .update(placements)
        .set({ ...facts, ...moved, version: sql`${placements.version} + 1` })
        .where(chosen),
    ];
  });
}

/**
 * New placements with the first entry of their lives.
 * @param rows `key` makes the same row sent again abort the batch
 */
export function beginMany(
  db: Db,
  rows: readonly (NewPlacement & { code: string; key?: string })[],
  by: By,
): Statement[] {
  const keys = rows.map(({ code, key }) => ({ code, key }));
  const source = sql`json_each(${JSON.stringify(keys)}) as sent join ${placements}
    on ${placements.code} = sent.value ->> 'code'`;
  return [
    insertPlacements(
      db,
      rows.map(({ key: _, ...row }) => ({ ...row, version: 1 })),
      by.at,
    ),
    db
      .insert(placementEvents)
      .select(entries(sql`${placements.life}`, by, sql`sent.value ->> 'key'`, source, sql`1`)),
  ];
}

/** In the order of the table's columns. */
const entries = (
  life: SQL,
  { at, by }: By,
  key: SQL,
  from: SQL,
  seq: SQL = sql`${placements.version} + 1`,
): SQL =>
  sql`select ${placements.id}, ${seq}, ${life}, cast(${at} as integer), ${by}, null, null, null, null, ${key}
    from ${from}`;
