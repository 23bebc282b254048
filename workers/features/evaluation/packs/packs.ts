/** What pages do with a pack. */
import { now } from '../../../platform/clock.ts';
import { asFile } from '../../../platform/download.ts';
import { AppError } from '../../../platform/problem.ts';
import { type AppContext, requireKey } from '../../http.ts';
import { goOn } from '../../packs.ts';
import { readFile } from './files.ts';
import { makerOf } from './makers.ts';
import { type PackRow, type PartRow, readWhole } from './queries.ts';
import { beginPack, ofEvaluation } from './store.ts';

/** @throws AppError not_found */
export async function packOf(c: AppContext): Promise<{ pack: PackRow; parts: PartRow[] }> {
  const id = Number(c.req.param('id'));
  const { pack, parts } = Number.isSafeInteger(id)
    ? await readWhole(c.var.db, id)
    : { pack: null, parts: [] };
  if (!pack) throw new AppError('not_found');
  return { pack, parts };
}

/**
 * Begins a pack and its first file.
 * @param key of the sender: sent again it is the same pack
 * @returns its id
 * @throws AppError what the maker throws, key_reused, unavailable
 */
export async function begin(
  c: AppContext,
  kind: PackRow['kind'],
  subject: string,
  key: string | undefined,
): Promise<number> {
  const { db, keys, regency, signedIn } = c.var;
  const at = now();
  const maker = await makerOf(kind);
  const steps = await maker.plan({ env: c.env, db, keys, regency, subject, askedAt: at });
  const pack = { kind, subject, steps, createdBy: `staff:${signedIn.id}`, key: requireKey(key) };
  const id = await beginPack(db, pack, at);
  goOn(c, ofEvaluation, id);
  return id;
}

const types: Record<string, string> = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  zip: 'application/zip',
};

/** @throws AppError not_found, unavailable */
export async function fileOf(c: AppContext, parts: readonly PartRow[], name: string): Promise<Response> {
  const part = parts.find((one) => one.name === name);
  if (!part) throw new AppError('not_found');
  const bytes = await readFile({ env: c.env, keys: c.var.keys }, part);
  const type = types[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
  return c.body(bytes, 200, { ...asFile(name, type), 'content-length': String(part.bytes) });
}
