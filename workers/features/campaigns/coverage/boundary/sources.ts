/** Which boundaries are loaded, by level, and where each file is from. */
import { inArray } from 'drizzle-orm';
import * as z from 'zod';
import type { Db } from '../../../../platform/db.ts';
import { meta } from '../../../../platform/table.ts';

/** Kecamatan, or desa with kelurahan: a file is loaded and taken away for a whole level. */
export const boundaryLevels = ['kecamatan', 'desa'] as const;
export type BoundaryLevel = (typeof boundaryLevels)[number];

export const levelOf = (area: string): BoundaryLevel => (area.split('.').length > 3 ? 'desa' : 'kecamatan');

export const sourceSchema = z.object({
  /** Who made the file and under which licence, as typed in. */
  source: z.string(),
  /** Id of the upload: saving it once more is no change. */
  file: z.string(),
  /** Epoch ms. */
  loadedAt: z.number(),
  areas: z.number(),
});
export type BoundarySource = z.infer<typeof sourceSchema>;

/** In `meta`. */
export const keyOf = (level: BoundaryLevel) => `boundary:${level}`;

/** What is loaded, by level. */
export async function boundarySources(db: Db): Promise<Partial<Record<BoundaryLevel, BoundarySource>>> {
  const rows = await db
    .select()
    .from(meta)
    .where(inArray(meta.key, boundaryLevels.map(keyOf)));
  return Object.fromEntries(
    boundaryLevels.flatMap((level) => {
      const row = rows.find(({ key }) => key === keyOf(level));
      return row ? [[level, sourceSchema.parse(JSON.parse(row.value))]] : [];
    }),
  );
}
