import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { livesOf } from '../../shared/demo/lives/life.ts';
import { arrivals } from '../../shared/demo/lives/rhythm.ts';
import { worldOf } from '../../shared/demo/lives/world.ts';
import { loadCase } from '../../workers/cases/load.ts';
import { runVerb } from '../../workers/cases/run.ts';
import { verifyHistory } from '../../workers/local/history.ts';
import { tellDue } from '../../workers/local/lives/due.ts';
import { castOf, ensurePeople } from '../../workers/local/lives/people.ts';
import { playLife } from '../../workers/local/lives/play.ts';
import { plantLives } from '../../workers/local/seed/plant-lives.ts';
import { makeTables, tables } from '../../workers/local/seed/scratch.ts';
import { d1Of } from '../../workers/local/seed/sqlite-d1.ts';
import { type Keys, loadKeys } from '../../workers/privacy/keys.ts';
import { open } from '../../workers/privacy/seal.ts';
import { loadPackIfNew } from '../../workers/regency/load.ts';
import { forgetRegency, regencyAt } from '../../workers/regency/snapshot.ts';
import { allStaff } from '../../workers/regency/staff.ts';

const UNTIL = Date.UTC(2026, 6, 20, 1, 0);
const FROM = UNTIL - 365 * 24 * 60 * 60 * 1000;
const SEED = 11;
/** As many as one thread plays at a time: what was answered last is then the same for both ways. */
const COUNT = 100;

const secrets = {
  KEYS: `uji:${Buffer.alloc(32, 7).toString('base64')}`,
  ROOT_KEY: Buffer.alloc(32, 9).toString('base64'),
};
const folder = mkdtempSync(join(tmpdir(), 'kanal-seed-'));
const planted = join(folder, 'planted.sqlite');
const plain = join(folder, 'plain.sqlite');
const wanted = {
  path: planted,
  scratch: join(folder, 'seed'),
  secrets,
  seed: SEED,
  count: COUNT,
  from: FROM,
  until: UNTIL,
};

beforeAll(async () => {
  const sqlite = quick(planted);
  makeTables(sqlite);
  forgetRegency();
  await loadPackIfNew(d1Of(sqlite), 'luwu-timur', UNTIL);
  sqlite.close();
  copyFileSync(planted, plain);
});
afterAll(() => {
  forgetRegency();
  rmSync(folder, { recursive: true });
});

describe('npm run seed', () => {
  it('writes what the verbs write one by one, and adds the same run once', async () => {
    const added = await plantLives({ ...wanted, name: 'one' });
    expect(added).toMatchObject({ cases: COUNT });
    const keys = await loadKeys(secrets);
    const sqlite = new DatabaseSync(planted);
    expect(await verifyHistory(sqlite, keys)).toMatchObject({ cases: COUNT, broken: [], unread: 0 });
    expect(await plantLives({ ...wanted, name: 'one' })).toBeNull();
    const one = await playOneByOne(keys);
    // The posts that became no report are no lives.
    sqlite.exec('DELETE FROM social_posts WHERE case_id IS NULL');
    for (const table of tables)
      expect(await told(sqlite, table, keys), table).toEqual(await told(one, table, keys));
    const { waiting } =
      sqlite.prepare('SELECT count(*) AS waiting FROM clocks WHERE next_at <= ?').get(UNTIL) ?? {};
    expect(waiting).toBe(0);
    expect(sqlite.prepare('SELECT 1 FROM clocks WHERE next_at > ?').get(UNTIL)).toBeDefined();
    sqlite.close();
    one.close();
  });
});

/** A file that need not outlive a power cut. */
function quick(path: string): DatabaseSync {
  const sqlite = new DatabaseSync(path);
  sqlite.exec('PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY');
  return sqlite;
}

/** The same lives by `loadCase` and `runVerb`, with WebCrypto. */
async function playOneByOne(keys: Keys): Promise<DatabaseSync> {
  const sqlite = quick(plain);
  const db = d1Of(sqlite);
  forgetRegency();
  const regency = await regencyAt(db, UNTIL);
  await ensurePeople(db, regency, FROM, UNTIL);
  const people = { cast: await castOf(db, UNTIL), people: await allStaff(db, UNTIL) };
  const stage = { db, keys, regency, load: loadCase, run: runVerb, ...people };
  const world = worldOf(regency, new Map());
  const run = { world, seed: SEED, until: UNTIL, numbers: 10_000_000 };
  for (const life of livesOf(run, arrivals(world, SEED, COUNT, FROM, UNTIL))) {
    const ids = (await playLife(stage, life)).map(({ caseId }) => caseId);
    await tellDue(stage, ids, UNTIL);
  }
  sqlite.prepare('UPDATE clock_stages SET listed_on = ?').run(regency.calendar.localDate(UNTIL));
  return sqlite;
}

/** Drawn anew each time, or made of what is. */
const drawn = ['code', 'head_hash', 'payload_digest', 'prev_hash', 'hash', 'salt', 'link_index'];
const numbers = ['id', 'case_id', 'subject_id', 'parent_id'];

/** A table's rows with cases numbered in the order in which they came, and sealed texts opened. */
async function told(sqlite: DatabaseSync, table: string, keys: Keys): Promise<string[]> {
  const rank = new Map(
    sqlite
      .prepare('SELECT id FROM cases ORDER BY id')
      .all()
      .map(({ id }, index) => [Number(id), index]),
  );
  const rows = await Promise.all(
    sqlite
      .prepare(`SELECT * FROM ${table}`)
      .all()
      .map(async (row) => {
        const key =
          table === 'entries' ? `${row.case_id}:${row.seq}` : String(row.link_index ?? row.case_id ?? row.id);
        const cells = Object.entries(row).map(async ([column, value]) => {
          if (drawn.includes(column)) return [column, typeof value];
          if (numbers.includes(column)) return [column, rank.get(Number(value)) ?? value === null];
          if (column === 'facts')
            return [column, String(value).replaceAll(/\d{15,}/g, (id) => `#${rank.get(Number(id))}`)];
          if (typeof value === 'string' && value.startsWith('uji.'))
            return [column, await open(keys, { table, column, row: key }, value)];
          return [column, value];
        });
        const { id: _, ...same } = Object.fromEntries(await Promise.all(cells));
        return JSON.stringify(table === 'cases' ? { ...same, case: rank.get(Number(row.id)) } : same);
      }),
  );
  return rows.sort();
}
