/** What the figures of a quarter cost: the same at 1,000 and at 100,000 cases, and the longest period is bounded, too. */
import { createExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, it } from 'vitest';
import { app } from '../../workers/app.tsx';
import { bys } from '../../workers/features/evaluation/figures/by.ts';
import { readFrozen } from '../../workers/features/evaluation/meetings/frozen.ts';
import { DAY } from '../../workers/platform/clock.ts';
import { openDb } from '../../workers/platform/db.ts';
import { doer } from '../support/campaign-people.ts';
import { Desk } from '../support/desk.ts';
import { foldFigures } from '../support/figures.ts';
import { manyCases } from '../support/many-cases.ts';
import { countingEnv, tell } from '../support/rows.ts';
import { act, addStaff, loadRegency, newCase, setClock } from '../support/worker.ts';

const NOW = Date.UTC(2026, 6, 20, 1, 0);
const MOST = 2_000;

beforeEach(async () => {
  await loadRegency();
  setClock(NOW);
});
afterEach(() => setClock(Date.now()));

it('a dashboard reads the same at 1,000 and at 100,000 cases, and never more than 2,000 rows', async ({
  expect,
}) => {
  const admin = await addStaff(['admin'], ['DISKOMINFOSP']);
  const { cookie } = await Desk.of(admin);
  const costOf = async (query: string, list = '') => {
    const { env: bindings, rows } = countingEnv();
    const address = `http://kanal.test/desk/evaluasi/angka${list}?${query}`;
    const page = await app.fetch(
      new Request(address, { headers: { cookie } }),
      bindings,
      createExecutionContext(),
    );
    expect([query, page.status]).toEqual([query, 200]);
    return rows;
  };
  const quarter = ['periode=2026-Q2', ...bys.map(({ id }) => `periode=2026-Q2&menurut=${id}`)];
  // Half of every month at both ends is added up by days: nothing reads more.
  const worst = bys.map(({ id }) => `dari=2023-07-16&sampai=2026-06-15&menurut=${id}`);
  // The settings are in the isolate's memory.
  await costOf('');
  const small = new Map<string, number>();
  for (const size of [1_000, 100_000]) {
    await manyCases(size, NOW - 760 * DAY, NOW);
    if (size === 1_000) await foldFigures();
    else await foldLast(200);
    for (const query of quarter) {
      const rows = await costOf(query);
      expect(rows.read).toBeLessThanOrEqual(MOST);
      expect(rows.read).toBe(small.get(query) ?? rows.read);
      if (query === quarter[0] && size > 1_000)
        tell('figures of a quarter', rows, { ...rows, read: small.get(query) ?? 0 });
      small.set(query, rows.read);
    }
    // 400 facts, and no more cases than a page shows of them.
    if (size === 1_000)
      expect((await costOf('angka=received&periode=2026-Q2', '/laporan')).read).toBeLessThan(1_500);
    for (const query of worst) expect((await costOf(query)).read).toBeLessThanOrEqual(MOST);
  }
  // One more change, folded: what it writes does not grow with cases either.
  const { code } = await newCase({ area: '73.24.01.2001' }, { at: NOW });
  await foldFigures();
  await act(admin, code, 'dispose', { office: 'PUPR' }, NOW);
  const { env: bindings, rows } = countingEnv();
  await foldFigures(1, bindings.DB);
  expect(rows.read).toBeLessThan(400);
  expect(rows.written).toBeLessThan(150);
  // What is frozen for a meeting begins with the open cases, however much was ever due.
  const before = await costOfFrozen();
  await env.DB.prepare(
    `INSERT INTO figure_facts (case_id, n, basis, day, counts)
     SELECT id, 900, 'due', '2026-06-01', '[]' FROM cases WHERE closed_at IS NOT NULL`,
  ).run();
  expect(await costOfFrozen()).toBe(before);
});

/** Rows read. */
async function costOfFrozen(): Promise<number> {
  const { env: bindings, rows } = countingEnv();
  const to = await doer({ db: openDb(bindings.DB) });
  await readFrozen(to, { kind: 'quarter', from: '2026-04-01', to: '2026-06-30' });
  return rows.read;
}

/** Lets the fold be nearly done, as it is in a regency that has run for years. */
async function foldLast(entries: number): Promise<void> {
  await env.DB.prepare(
    `INSERT INTO fold_marks (fold, from_id, to_id) SELECT 'figures', 1, max(id) - ${entries} FROM history`,
  ).run();
  await foldFigures();
}
