/** From an uploaded file to an import that waits for "Impor sekarang". Nothing of Kanal's cases is touched here. */
import { type Mapping, missingFields, plain, suggestMapping } from '../../../shared/sp4n/fields.ts';
import { newToken } from '../../platform/ids.ts';
import { AppError } from '../../platform/problem.ts';
import { sha256Hex } from '../../privacy/mac.ts';
import type { AppContext } from '../http.ts';
import { judge } from './judge.ts';
import {
  addImport,
  type ImportRow,
  moveImport,
  readImport,
  rememberedMapping,
  rememberMapping,
} from './queries.ts';
import { readExport } from './read/index.ts';
import { type Checked, PART, readPart, storeCheck, storeRows } from './store.ts';

/** The same columns in the same order are the same export. */
const signatureOf = (headers: readonly string[]): Promise<string> =>
  sha256Hex(JSON.stringify(headers.map(plain)));

/**
 * Keeps the rows, sealed; when its columns are known from before they are checked at once.
 * @returns the id of the import
 * @throws ExportProblem
 */
export async function takeUpload(c: AppContext, bytes: Uint8Array<ArrayBuffer>, at: number): Promise<number> {
  const { db, keys } = c.var;
  const found = await readExport(bytes);
  const objectKey = `sp4n/${newToken()}`;
  const remembered = await rememberedMapping(db, await signatureOf(found.headers));
  const mapping = remembered ?? suggestMapping(found.headers);
  // The row comes first: what is stored without one would never be found again.
  const id = await addImport(db, {
    objectKey,
    mapping: JSON.stringify(mapping),
    status: 'mapping',
    rows: found.rows.length,
    by: c.var.actor,
    at,
  });
  await storeRows(c.env, keys, objectKey, found);
  const made = await readImport(db, id);
  if (made && remembered && missingFields(remembered, found.headers).length === 0)
    await check(c, made, remembered, at);
  return id;
}

/** @throws AppError not_found when its rows are gone */
export async function headersOfImport(c: AppContext, row: ImportRow): Promise<string[]> {
  if (row.objectKey === null) throw new AppError('not_found');
  return (await readPart(c.env, c.var.keys, row.objectKey, 0)).headers;
}

/** Remembers which column is what, for this export and every other one with the same columns. */
export async function keepMapping(
  c: AppContext,
  row: ImportRow,
  mapping: Mapping,
  at: number,
): Promise<void> {
  const signature = await signatureOf(await headersOfImport(c, row));
  await rememberMapping(c.var.db, { signature, mapping, by: c.var.actor, at });
  await check(c, row, mapping, at);
}

/** The dry run: what each row would do, kept beside the rows. Reads of the database only which numbers it knows. */
async function check(c: AppContext, row: ImportRow, mapping: Mapping, now: number): Promise<void> {
  const { db, keys, regency } = c.var;
  const { objectKey } = row;
  if (objectKey === null) throw new AppError('not_found');
  const checked: Checked[] = [];
  for (let from = 0; from < row.rows; from += PART) {
    const part = await readPart(c.env, keys, objectKey, from);
    const verdicts = await judge({ db, keys, regency, now }, part, mapping);
    for (const { row: at, number, outcome, reason } of verdicts)
      checked.push({ row: at, number, outcome, reason });
  }
  await storeCheck(c.env, keys, objectKey, checked);
  const kept = await moveImport(db, row, { mapping: JSON.stringify(mapping), status: 'checked' });
  if (!kept) throw new AppError('conflict');
}
