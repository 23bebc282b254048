/** What is written of a pack, besides what all packs have in common (features/packs.ts): begun once, refused. */
import { eq, sql } from 'drizzle-orm';
import type { PrintFormat } from '../../../../shared/campaign.ts';
import { type Db, unavailable } from '../../../platform/db.ts';
import { AppError } from '../../../platform/problem.ts';
import { countPart, type PackKind } from '../../packs.ts';
import type { Scope } from './choice.ts';
import { deleteFiles } from './files.ts';
import type { PackTrouble, PartRow } from './queries.ts';
import { printPacks, printParts } from './table.ts';

export const ofPrinter: PackKind = {
  ...{ packs: printPacks, parts: printParts },
  ...{ job: 'print', deleteFiles },
};

export interface NewPack {
  format: PrintFormat;
  scope: Scope;
  origin: string;
  /** Placement ids in the order of their sheets. */
  ids: number[];
  createdBy: number;
  /** Of the sender: sent again it is the same pack. */
  key: string;
}

/** @param at epoch ms @returns id of the pack @throws AppError key_reused for another choice, unavailable */
export async function beginPack(db: Db, pack: NewPack, at: number): Promise<number> {
  const scope = JSON.stringify({ ...pack.scope, key: pack.key });
  const sameKey = sql`${printPacks.scope} ->> 'key' = ${pack.key}`;
  try {
    await db.run(sql`
      insert into ${printPacks} (format, scope, origin, placements, total, status, created_by, created_at)
      select ${pack.format}, ${scope}, ${pack.origin}, ${JSON.stringify(pack.ids)}, ${pack.ids.length}, 'running',
        ${pack.createdBy}, cast(${at} as integer)
      where not exists (select 1 from ${printPacks} where ${sameKey})`);
    const [row] = await db.select().from(printPacks).where(sameKey);
    if (!row) throw new Error('A pack was not written');
    if (row.format === pack.format && row.scope === scope) return row.id;
  } catch (error) {
    throw unavailable(error);
  }
  throw new AppError('key_reused');
}

/** @returns false when somebody else has written it, or the pack is gone */
export const partMade = (db: Db, part: PartRow, at: number): Promise<boolean> =>
  countPart(db, ofPrinter, part.packId, db.insert(printParts).values(part), part.last + 1, at);

/** A pack with a code that cannot be read is none: nothing of it stays. */
export async function refusePack(db: Db, id: number, trouble: PackTrouble, at: number): Promise<void> {
  await db.batch([
    db.delete(printParts).where(eq(printParts.packId, id)),
    db
      .update(printPacks)
      .set({ status: 'refused', done: 0, trouble: JSON.stringify(trouble), finishedAt: at })
      .where(eq(printPacks.id, id)),
  ]);
}
