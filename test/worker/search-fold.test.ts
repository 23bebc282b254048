/** How the index is kept: exactly once, through failures, without a word in clear. */
import { env } from 'cloudflare:workers';
import { beforeEach, describe, it } from 'vitest';
import { foldSearch, type Index } from '../../workers/features/search/fold.ts';
import { findCases } from '../../workers/features/search/queries.ts';
import { openDb } from '../../workers/platform/db.ts';
import { type Fault, faulty } from '../support/faulty.ts';
import { Machine } from '../support/machine.ts';
import { act, addStaff, loadRegency, MONDAY, newCase, setClock, testCtx } from '../support/worker.ts';

const CANARY = 'kenariuji';

beforeEach(async () => {
  setClock(MONDAY);
  await loadRegency();
});

async function index(search: D1Database = env.SEARCH): Promise<Index> {
  const { db, keys, regency } = await testCtx();
  return { db, keys, regency, search: openDb(search) };
}

/** What the index holds of every case: which of these words find it. */
async function content(): Promise<Record<string, number[] | null>> {
  const { keys } = await testCtx();
  const admin = await addStaff(['admin']);
  const found: Record<string, number[] | null> = {};
  for (const word of ['pertama', 'kedua', 'ketiga', CANARY])
    found[word] = await findCases(openDb(env.SEARCH), keys, admin, word);
  return found;
}

const marks = async () =>
  (await env.SEARCH.prepare('SELECT from_id, to_id FROM search_marks').all<{ to_id: number }>()).results;

const cases = async () => [
  await newCase({ title: 'Judul satu', text: `Laporan pertama ${CANARY}.` }),
  await newCase({ title: 'Judul dua', text: 'Laporan kedua, bukan yang lain.' }),
];

describe('the search index', () => {
  it.for([
    { fault: 'before_batch', times: 1 },
    { fault: 'before_batch', times: 3 },
    { fault: 'answer_lost', times: 1 },
  ] as { fault: Fault; times: number }[])(
    'takes up every entry once: $fault, $times times',
    async (row, { expect }) => {
      const [one, two] = await cases();
      const broken = faulty(env.SEARCH, row.fault, row.times);
      for (let tries = 0; tries < row.times; tries++)
        await expect(foldSearch(await index(broken.d1), 4)).rejects.toThrow('Network connection lost');
      expect(broken.struck()).toBe(row.times);
      await foldSearch(await index(broken.d1), 4);
      expect(await content()).toEqual({
        pertama: [one?.caseId],
        kedua: [two?.caseId],
        ketiga: [],
        [CANARY]: [one?.caseId],
      });
      expect(await marks()).toHaveLength(1);
    },
  );

  it('is left whole by a batch that aborts midway', async ({ expect }) => {
    await cases();
    await env.SEARCH.prepare(
      "CREATE TRIGGER stop BEFORE DELETE ON search_marks BEGIN SELECT RAISE(ABORT, 'made to fail'); END",
    ).run();
    await foldSearch(await index(), 4);
    const three = await newCase({ text: 'Laporan ketiga sesudahnya.' });
    await expect(foldSearch(await index(), 4)).rejects.toThrow('made to fail');
    expect((await content()).ketiga).toEqual([]);
    await env.SEARCH.prepare('DROP TRIGGER stop').run();
    await foldSearch(await index(), 4);
    expect((await content()).ketiga).toEqual([three.caseId]);
  });

  it('is not taken back by a fold that slept, nor spoilt by two at once', async ({ expect }) => {
    await cases();
    await Promise.all([foldSearch(await index(), 4), foldSearch(await index(), 4)]);
    expect(await marks()).toHaveLength(1);
    // One that stands where others have been before.
    await env.SEARCH.prepare('UPDATE search_marks SET from_id = from_id + 5').run();
    const late = env.SEARCH.prepare(
      `INSERT INTO search_marks (from_id, to_id)
       VALUES (1, iif(exists (SELECT 1 FROM search_marks WHERE from_id > 1), NULL, 2))`,
    );
    await expect(late.run()).rejects.toThrow('search_marks.to_id');
  });

  it('is the same when it is made anew, and forgets what was erased', async ({ expect }) => {
    const admin = await addStaff(['admin']);
    const [one, two] = await cases();
    await act(admin, two?.code ?? '', 'verify', { title: 'Judul ketiga' });
    await foldSearch(await index(), 4);
    const before = await content();
    await env.SEARCH.prepare('DELETE FROM search_marks').run();
    await foldSearch(await index(), 4);
    expect(await content()).toEqual(before);
    // An erasure, and the entry that tells of it.
    await env.DB.prepare('UPDATE entries SET words = NULL, salt = NULL WHERE case_id = ?')
      .bind(one?.caseId)
      .run();
    await act('reporter', one?.code ?? '', 'change_contact', { contact: null });
    await foldSearch(await index(), 4);
    expect(await content()).toEqual({ ...before, pertama: [], [CANARY]: [] });
  });

  it('holds no word, number or name in clear', async ({ expect }) => {
    const { code } = await newCase({
      title: `Judul ${CANARY}`,
      text: `Isi ${CANARY} pertama.`,
      contact: { name: CANARY, email: `${CANARY}@example.id` },
    });
    await foldSearch(await index(), 4);
    const { results: tables } = await env.SEARCH.prepare(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name LIKE 'case_words_%'",
    ).all<{ name: string }>();
    expect(tables.length).toBeGreaterThan(2);
    const bytes: string[] = [];
    for (const { name } of tables) {
      const { results } = await env.SEARCH.prepare(`SELECT * FROM ${name}`).all();
      for (const value of results.flatMap((row) => Object.values(row)))
        bytes.push(Array.isArray(value) ? String.fromCharCode(...(value as number[])) : String(value));
    }
    const all = bytes.join('\n').toLowerCase();
    // Terms stand in it one after the other, each without what it shares with the one before.
    for (const word of [
      CANARY,
      CANARY.slice(2),
      'pertama',
      'judul',
      code.slice(-4).toLowerCase(),
      'plain',
      'open',
    ])
      expect(all.includes(word), word).toBe(false);
    expect(all).toMatch(/[0-9a-f]{8}/);
  });

  it('catches up by itself: the sweep begins, the queue goes on', { timeout: 60_000 }, async ({ expect }) => {
    const [one] = await cases();
    // Entries of a case that is long gone.
    await env.DB.prepare(
      `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2200)
       INSERT INTO history (case_id, seq, verb, actor, at, payload_digest, prev_hash, hash)
       SELECT 5, i, 'note', 'staff:1', i, 'x', 'x', 'x' FROM n`,
    ).run();
    const last = await newCase({ text: 'Laporan ketiga di ujung.' });
    const machine = new Machine();
    await machine.run(MONDAY);
    expect(await content()).toMatchObject({ pertama: [one?.caseId], ketiga: [last.caseId] });
    expect(Math.max(...machine.statements)).toBeLessThan(900);
  });
});
