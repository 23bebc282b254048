/** What pages and API do with a pack. */
import type { PrintFormat } from '../../../../shared/campaign.ts';
import { now } from '../../../platform/clock.ts';
import { asFile } from '../../../platform/download.ts';
import { AppError } from '../../../platform/problem.ts';
import { type AppContext, originOf } from '../../http.ts';
import { goOn } from '../../packs.ts';
import type { Scope } from './choice.ts';
import { districtName } from './names.ts';
import { idsOf, type PackRow, type PartRow, placesById, placesIn, readPack, readPart } from './queries.ts';
import { beginPack, ofPrinter } from './store.ts';

/** @throws AppError not_found */
export async function packOf(c: AppContext, id = Number(c.req.param('id'))): Promise<PackRow> {
  const pack = Number.isSafeInteger(id) ? await readPack(c.var.db, id) : null;
  if (!pack) throw new AppError('not_found');
  return pack;
}

/**
 * Begins a pack and its first part.
 * @param key of the sender: sent again it is the same pack
 * @returns its id; null when nothing is in the scope
 */
export async function begin(
  c: AppContext,
  format: PrintFormat,
  scope: Scope,
  key: string,
): Promise<number | null> {
  const { db, regency } = c.var;
  const places = await placesIn(db, regency, scope);
  if (places.length === 0) return null;
  const ids = places.map(({ row }) => row.id);
  // Partners' keys have no account.
  const createdBy = c.var.signedIn?.id ?? 0;
  const id = await beginPack(db, { format, scope, origin: originOf(c), ids, createdBy, key }, now());
  goOn(c, ofPrinter, id);
  return id;
}

/** @throws AppError not_found */
export async function fileOf(c: AppContext, pack: PackRow, number: number): Promise<Response> {
  const part = Number.isSafeInteger(number) ? await readPart(c.var.db, pack.id, number) : null;
  const object = part && (await c.env.FILES.get(part.objectKey));
  if (!part || !object) throw new AppError('not_found');
  const kind = pack.format === 'designer_zip' ? 'zip' : 'pdf';
  return c.body(object.body, 200, {
    ...asFile(`cetak-${pack.id}-${part.part}.${kind}`, `application/${kind}`),
    'content-length': String(part.bytes),
  });
}

/** Parts under the name of their kecamatan; several of one are numbered. */
export async function titled<Part extends Pick<PartRow, 'first' | 'part'>>(
  c: AppContext,
  pack: PackRow,
  parts: readonly Part[],
): Promise<(Part & { title: string })[]> {
  if (pack.format === 'designer_zip')
    return parts.map((part) => ({ ...part, title: `Gambar dan tabel ${part.part}` }));
  const ids = idsOf(pack);
  const firsts = parts.flatMap(({ first }) => ids[first] ?? []);
  const places = await placesById(c.var.db, c.var.regency, firsts);
  const byId = new Map(places.map(({ row, district }) => [row.id, districtName(c.var.regency, district)]));
  const names = parts.map(({ first }) => byId.get(ids[first] ?? 0) ?? 'Bagian');
  return parts.map((part, n) => {
    const name = names[n] ?? 'Bagian';
    const before = names.slice(0, n).filter((one) => one === name).length;
    const several = names.filter((one) => one === name).length > 1;
    return { ...part, title: several ? `${name} (${before + 1})` : name };
  });
}
