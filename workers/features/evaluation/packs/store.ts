/** What is written of a pack, besides what all packs have in common (features/packs.ts): begun once, each file once. */
import { sql } from 'drizzle-orm';
import { type Db, unavailable } from '../../../platform/db.ts';
import { AppError } from '../../../platform/problem.ts';
import { countPart, type PackKind } from '../../packs.ts';
import { deleteFiles } from './files.ts';
import type { PackRow, PartRow } from './queries.ts';
import type { Step } from './steps.ts';
import { evaluationPacks, evaluationParts } from './table.ts';

export const ofEvaluation: PackKind = {
  ...{ packs: evaluationPacks, parts: evaluationParts },
  ...{ job: 'pack', deleteFiles },
};

export interface NewPack {
  kind: PackRow['kind'];
  subject: string;
  steps: readonly Step[];
  createdBy: string;
  /** Of the sender: sent again it is the same pack. */
  key: string;
}

/** @param at epoch ms @returns id of the pack @throws AppError key_reused for another subject, unavailable */
export async function beginPack(db: Db, pack: NewPack, at: number): Promise<number> {
  const { kind, subject, steps, createdBy, key } = pack;
  const sameKey = sql`${evaluationPacks.steps} ->> 'key' = ${key}`;
  try {
    await db.run(sql`
      insert into ${evaluationPacks} (kind, subject, steps, total, status, created_by, created_at)
      select ${kind}, ${subject}, ${JSON.stringify({ key, list: steps })}, ${steps.length}, 'running', ${createdBy},
        cast(${at} as integer)
      where not exists (select 1 from ${evaluationPacks} where ${sameKey})`);
    const [row] = await db.select().from(evaluationPacks).where(sameKey);
    if (!row) throw new Error('A pack was not written');
    if (row.kind === kind && row.subject === subject) return row.id;
  } catch (error) {
    throw unavailable(error);
  }
  throw new AppError('key_reused');
}

/** @returns false when somebody else has written it, or the pack is gone */
export const fileMade = (db: Db, part: PartRow, at: number): Promise<boolean> =>
  countPart(db, ofEvaluation, part.packId, db.insert(evaluationParts).values(part), part.part, at);
