/** Rows that a search reads do not grow with the cases there are. */
import { env } from 'cloudflare:workers';
import { describe, it } from 'vitest';
import { digester } from '../../workers/features/search/digest.ts';
import { findCases, similarIds } from '../../workers/features/search/queries.ts';
import { openDb } from '../../workers/platform/db.ts';
import { counting, type Rows, tell } from '../support/rows.ts';
import { addStaff, loadRegency, testCtx } from '../support/worker.ts';

/** "umum" in every case, "sering" in each tenth, "jarang" in three; a fifth belongs to PUPR. */
async function fill(count: number): Promise<void> {
  const { keys } = await testCtx();
  const digest = digester(keys);
  const [plain, open, office, area] = await digest('scope', [
    'plain',
    'open',
    'office:PUPR',
    'area:73.24.04',
  ]);
  const [common, often, rare] = await digest('word', ['umumnya', 'sering', 'jarang']);
  await env.SEARCH.prepare("INSERT INTO case_words (case_words) VALUES ('delete-all')").run();
  await env.SEARCH.prepare(
    `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${count})
     INSERT INTO case_words (rowid, scope, words, inner)
     SELECT i, '${plain} ${open}' || iif(i % 5 = 0, ' ${office}', '') || iif(i % 11 = 0, ' ${area}', ''),
       '${common}' || iif(i % 10 = 0, ' ${often}', '') || iif(i IN (110, 220, 330), ' ${rare}', '') || printf(' %012x', i), ''
     FROM n`,
  ).run();
}

async function measure(
  admin: Parameters<typeof findCases>[2],
  liaison: typeof admin,
): Promise<Record<string, Rows>> {
  const { keys } = await testCtx();
  const rowsOf = async (
    ask: (search: ReturnType<typeof openDb>) => Promise<unknown[] | null>,
    least: number,
  ) => {
    const counted = counting(env.SEARCH);
    const found = await ask(openDb(counted.d1));
    if ((found?.length ?? 0) < least) throw new Error(`found ${found?.length}`);
    return counted.rows;
  };
  const find = (text: string, least: number, who = admin) =>
    rowsOf((search) => findCases(search, keys, who, text), least);
  return {
    'search, common word': await find('umumnya', 100),
    'search, common words': await find('umumnya sering', 100),
    'search, rare word': await find('jarang', 3),
    'search, rare and common': await find('umumnya jarang sering', 3),
    'search, nothing': await find('kosong umumnya', 0),
    'search, of an office': await find('umumnya sering', 100, liaison),
    'similar cases': await rowsOf((search) => {
      const like = { id: 1, text: 'umumnya sering jarang', area: '73.24.04.1003', receivedAt: 0 };
      return similarIds(search, keys, admin, like);
    }, 3),
  };
}

describe('rows of a search', () => {
  it('are the same at 1,000 and at 100,000 cases', { timeout: 120_000 }, async ({ expect }) => {
    await loadRegency();
    const admin = await addStaff(['admin']);
    const liaison = await addStaff(['liaison'], ['PUPR']);
    await fill(1_000);
    const small = await measure(admin, liaison);
    await fill(100_000);
    const large = await measure(admin, liaison);
    for (const [name, rows] of Object.entries(large)) {
      tell(name, rows, small[name]);
      expect(rows.read, name).toBeLessThanOrEqual(Math.max(250, (small[name]?.read ?? 0) * 1.5));
      expect(rows.trips, name).toBe(small[name]?.trips);
    }
  });
});
