/** A published file: always the same bytes, so that everybody may keep it. */
import type { ReleasedFile } from '../../../shared/openness/files.ts';
import { AppError } from '../../platform/problem.ts';
import { csvOf, releasedTable } from '../evaluation/releases/queries.ts';
import type { AppContext } from '../http.ts';

const types = { csv: 'text/csv; charset=utf-8', json: 'application/json; charset=utf-8' };

/** @throws AppError not_found */
export async function answerFile(
  c: AppContext,
  period: string,
  name: string,
  ending: 'csv' | 'json',
): Promise<Response> {
  const row = await releasedTable(c.var.db, period, name);
  if (!row) throw new AppError('not_found');
  const tag = `"${ending === 'csv' ? row.csvDigest : row.jsonDigest}"`;
  const headers = { etag: tag, 'cache-control': 'public, max-age=86400' };
  // Compression makes a weak tag of it on the way.
  const known = c.req.header('if-none-match') ?? '';
  if (known.split(',').some((one) => ['*', tag].includes(one.trim().replace(/^W\//, ''))))
    return c.body(null, 304, headers);
  const text = ending === 'json' ? row.content : csvOf(JSON.parse(row.content) as ReleasedFile);
  return c.body(text, 200, { ...headers, 'content-type': types[ending] });
}
