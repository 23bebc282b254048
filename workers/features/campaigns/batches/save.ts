/** Batches: printed, corrected, put away. */
import { and, eq, sql } from 'drizzle-orm';
import { formatNumber } from '../../../../shared/text.ts';
import type { Db } from '../../../platform/db.ts';
import { AppError } from '../../../platform/problem.ts';
import type { Doer } from '../../doer.ts';
import { once } from '../../once.ts';
import { requireProgram } from '../queries.ts';
import { insertPlacements, withCodes } from '../register/new-placements.ts';
import { placements } from '../table.ts';
import type { BatchInput } from './input.ts';
import { brochureBatches } from './table.ts';

/**
 * A batch and the code that stands on every sheet of it.
 * @param key the client's Idempotency-Key. @returns the batch's id. @throws AppError invalid, key_reused, unavailable
 */
export async function addBatch(to: Doer, input: BatchInput, key: string | undefined): Promise<number> {
  const { db, now, by } = to;
  const { program, ...facts } = input;
  await requireProgram(db, program);
  const { title: name, material, design } = input;
  const placement = { kind: 'batch' as const, ref: '', name, material, design, campaignId: program };
  return once(to, { key, scope: 'batch', body: input }, brochureBatches, (last) =>
    withCodes(1, new Set(), ([code = '']) =>
      db.batch([
        insertPlacements(db, [{ ...placement, code }], now),
        db.insert(brochureBatches).values({
          ...facts,
          campaignId: program,
          placementId: sql`(select ${placements.id} from ${placements} where ${placements.code} = ${code})`,
          createdBy: by,
          createdAt: now,
        }),
        last,
      ]),
    ),
  );
}

/** @param version that the person saw. @throws AppError not_found, invalid, conflict, unavailable */
export async function editBatch(to: Doer, id: number, input: BatchInput, version: number): Promise<void> {
  const { db } = to;
  const { program, ...facts } = input;
  await requireProgram(db, program);
  const [changed] = await db.batch([
    db
      .update(brochureBatches)
      .set({ ...facts, campaignId: program, version: version + 1 })
      // Somebody may be handing out at this moment.
      .where(and(isAt(id, version), sql`${brochureBatches.handedOut} <= ${facts.printed}`))
      .returning({ id: brochureBatches.id }),
    tellPlacement(db, id),
  ]);
  if (changed.length > 0) return;
  const row = await rowOf(db, id);
  if (row.version !== version) throw changedMeanwhile(row.version);
  const values = { handed: formatNumber(row.handedOut) };
  throw new AppError('invalid', {
    fields: [{ pointer: '/printed', message: 'field.printed_less', values }],
  });
}

/** Puts a batch that is used up out of sight, or back. Doing it twice changes nothing. @throws AppError not_found */
export async function setArchived({ db, now }: Doer, id: number, archived: boolean): Promise<void> {
  const changed = await db
    .update(brochureBatches)
    .set({ archivedAt: archived ? sql`coalesce(${brochureBatches.archivedAt}, ${now})` : null })
    .where(eq(brochureBatches.id, id))
    .returning({ id: brochureBatches.id });
  if (changed.length === 0) throw new AppError('not_found');
}

const isAt = (id: number, version: number) =>
  and(eq(brochureBatches.id, id), eq(brochureBatches.version, version));

/** Its code carries its title, material, design and program. */
function tellPlacement(db: Db, id: number) {
  const of = sql`from brochure_batches where placement_id = ${placements.id}`;
  return db
    .update(placements)
    .set({
      name: sql`(select title ${of})`,
      material: sql`(select material ${of})`,
      design: sql`(select design ${of})`,
      campaignId: sql`(select campaign_id ${of})`,
    })
    .where(sql`${placements.id} = (select placement_id from brochure_batches where id = ${id})`);
}

async function rowOf(db: Db, id: number) {
  const [row] = await db.select().from(brochureBatches).where(eq(brochureBatches.id, id));
  if (!row) throw new AppError('not_found');
  return row;
}

const changedMeanwhile = (version: number) =>
  new AppError('conflict', { detail: 'changed_meanwhile', version });
