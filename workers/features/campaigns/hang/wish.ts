/** Which links somebody wants, out of a form or a call, and what is shown of those that exist. */
import * as z from 'zod';
import type { Db } from '../../../platform/db.ts';
import { AppError } from '../../../platform/problem.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import { openPrograms } from '../queries.ts';
import type { HangLink } from './links.ts';
import { isOf, needsWork, officeOf } from './pieces.ts';
import { newestLinks, piecesToHang } from './queries.ts';

/** Every kecamatan. */
export const ALL = 'semua';

export const wishSchema = z.object({
  district: z.string().describe(`Kode kecamatan, atau "${ALL}".`),
  program: z.int().positive().nullish().describe('Nomor program; kosong = semua bahan.'),
});

export const districtsOf = ({ areas }: Pick<Regency, 'areas'>) =>
  [...areas.values()].filter(({ level }) => level === 'kecamatan').map(({ code, name }) => ({ code, name }));

/** @throws AppError invalid for a kecamatan or a program that there is not */
export async function wanted(
  db: Db,
  regency: Regency,
  { district, program }: z.output<typeof wishSchema>,
): Promise<{ districts: string[]; campaignId: number | null }> {
  const all = districtsOf(regency).map(({ code }) => code);
  const districts = district === ALL ? all : all.filter((code) => code === district);
  if (districts.length === 0) {
    throw new AppError('invalid', { fields: [{ pointer: '/district', message: 'field.unknown_area' }] });
  }
  const known = program == null || (await openPrograms(db)).some(({ id }) => id === program);
  if (!known) throw new AppError('invalid', { fields: [{ pointer: '/program', message: 'field.program' }] });
  return { districts, campaignId: program ?? null };
}

export interface LinkLine {
  link: HangLink;
  /** Name of its program; null = all of them. */
  program: string | null;
  /** Pieces that need nothing, of all that it is about. */
  done: number;
  total: number;
}

/** Newest first. @param now epoch ms */
export async function linkLines(db: Db, regency: Regency, now: number): Promise<LinkLine[]> {
  const [links, pieces] = await Promise.all([newestLinks(db), piecesToHang(db)]);
  return links.map(({ link, program }) => {
    const office = officeOf(regency, link.district);
    const own = pieces.filter((row) => isOf(link, office, row));
    return { link, program, done: own.filter((row) => !needsWork(row, now)).length, total: own.length };
  });
}
