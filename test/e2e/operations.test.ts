/** What an operator does beside starting and stopping: proving the history, working on the code, deploying. */
import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { convertV4MiniflareOptions, Log, LogLevel, Miniflare } from 'miniflare';
import { afterAll, beforeAll, describe, inject, test } from 'vitest';
import { memoryFolder } from '../../vitest.memory.ts';
import { verifyHistory } from '../../workers/local/history.ts';
import { keysOfData } from '../../workers/local/keys-of-data.ts';
import { migrate } from '../../workers/local/migrate.ts';
import { readSettings } from '../../workers/local/settings.ts';
import {
  blobsFolder,
  bucketFile,
  databaseFile,
  markerOf,
  openForReading,
} from '../../workers/local/stores.ts';
import { run, start } from './process.ts';
import { copyProject } from './regency-copy.ts';
import { freePort } from './support.ts';

const home = mkdtempSync(join(memoryFolder(), 'kanal-operations-'));
const folder = join(home, 'data');
/** Commands that write into the project get one of their own. */
const copy = copyProject();

afterAll(() => {
  for (const place of [home, copy]) rmSync(place, { recursive: true, force: true });
});

beforeAll(() => {
  const sample = inject('sampleData');
  if (!sample) throw new Error('operations need sample data of their own: not with KANAL_E2E');
  cpSync(sample, folder, { recursive: true });
});

const databaseIn = (data: string) => databaseFile(data, markerOf(data), 'DB');

/** The data folder again, with its database changed behind Kanal's back. */
function altered(name: string, sql: string): string {
  const other = join(home, name);
  cpSync(folder, other, { recursive: true });
  const db = new DatabaseSync(databaseIn(other));
  for (const trigger of db.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").all()) {
    db.exec(`DROP TRIGGER "${trigger.name}"`);
  }
  db.exec(sql);
  db.close();
  return other;
}

describe('npm run verify-history', () => {
  test('finds every history whole, with the keys and without', async ({ expect }) => {
    const whole = await run('verify-history', [], { KANAL_DATA: folder });
    expect(whole.output).toMatch(/^History: 30 cases with \d+ entries, all whole\.\n$/);
    const keyless = await verifyHistory(openForReading(databaseIn(folder)), null);
    expect(keyless).toMatchObject({ cases: 30, broken: [] });
    expect(keyless.unread).toBeGreaterThan(29);
  });

  test('ends with an error when something was altered', async ({ expect }) => {
    const other = altered('told', "UPDATE history SET verb = 'note' WHERE id = 31");
    const { code, output } = await run('verify-history', [], { KANAL_DATA: other });
    expect(code).toBe(1);
    expect(output).toMatch(/^kanal: History: .* NOT whole\.\n {2}LT-\w{4}-\w{4}: entry \d+ does not fit/);
  });

  test('refuses keys of other data', async ({ expect }) => {
    const other = altered('keys', '');
    const keys = { KEYS: `k1:${btoa('x'.repeat(32))}`, ROOT_KEY: btoa('y'.repeat(32)) };
    writeFileSync(join(other, 'keys.json'), JSON.stringify(keys));
    const { code, output } = await run('verify-history', [], { KANAL_DATA: other });
    expect({ code, output }).toMatchObject({ code: 1, output: expect.stringContaining('not those') });
  });

  /** The row with what the first answer says. */
  const answer = "(case_id, seq) = (SELECT case_id, seq FROM history WHERE verb = 'answer' LIMIT 1)";
  const other =
    "SELECT words FROM entries WHERE words IS NOT NULL AND seq = 1 AND facts LIKE '%complaint%' LIMIT 1";
  test.for([
    ['who acted', "UPDATE history SET actor = 'staff:1' WHERE id = 40", 'does not fit'],
    ['when', 'UPDATE history SET at = at - 86400000 WHERE id = 17', 'does not fit'],
    ['an entry that is gone', 'DELETE FROM history WHERE id = 25', 'does not fit'],
    ['the last entry gone', 'DELETE FROM history WHERE id = (SELECT max(id) FROM history)', 'history ends'],
    ['a fact', `UPDATE entries SET facts = '{}' WHERE ${answer}`, 'does not say what it said'],
    ['a text', `UPDATE entries SET words = NULL WHERE ${answer}`, 'does not say what it said'],
    ['another text', `UPDATE entries SET words = (${other}) WHERE ${answer}`, 'does not say what it said'],
    ['all it said gone', `DELETE FROM entries WHERE ${answer}`, 'does not say what it said'],
  ] as const)('finds one alteration: %s', async ([name, sql, words], { expect }) => {
    const other = altered(name.replaceAll(' ', '-'), sql);
    const db = openForReading(databaseIn(other));
    const { broken } = await verifyHistory(db, await keysOfData(other, db));
    expect(broken).toHaveLength(1);
    expect(broken[0]).toMatch(new RegExp(`^LT-\\w{4}-\\w{4}: .*${words}`));
  });

  test('says in one line what it cannot open', async ({ expect }) => {
    const none = await run('verify-history', [], { KANAL_DATA: join(home, 'none') });
    expect(none).toEqual({ code: 1, output: `kanal: ${join(home, 'none')} holds no data of Kanal.\n` });
  });

  test('a damaged database stops the start in one line', async ({ expect }) => {
    const other = altered('damaged', '');
    writeSync(openSync(databaseIn(other), 'r+'), 'x'.repeat(9000), 0);
    const refused = await start({ KANAL_DATA: other, PORT: String(await freePort()) });
    expect(await refused.ended).toBe(1);
    expect(refused.output().trim().split('\n'), refused.output()).toHaveLength(1);
    expect(refused.output()).toMatch(/^kanal: .*(is damaged|cannot be opened)/);
  });
});

describe('npm run restore', () => {
  /** Copies in the log of erasures, and whether the first sweep will look at all of them. */
  function logOf(data: string) {
    const list = openForReading(bucketFile(data, markerOf(data)));
    const rows = list
      .prepare("SELECT key, blob_id AS blob, size FROM _mf_objects WHERE key LIKE 'care/erasures/%'")
      .all();
    const marks = openForReading(databaseIn(data))
      .prepare("SELECT 1 FROM meta WHERE key = 'erasures_compared'")
      .all();
    return { rows, marks, blobs: blobsFolder(data, markerOf(data)) };
  }

  test('takes along what was erased since, or says what it means not to', async ({ expect }) => {
    const older = join(home, 'older');
    await run('backup', [older], { KANAL_DATA: folder });
    const token = 'a'.repeat(32);
    const newer = altered(
      'newer',
      `INSERT INTO erasures (token, case_id, scope, why, by, at)
       SELECT '${token}', id, 'contact', 'reporter', 'reporter', 1790000000000 FROM cases LIMIT 1`,
    );
    const restore = (to: string, ...more: string[]) =>
      run('restore', [older, ...more], { KANAL_DATA: join(home, to) });
    const bare = await restore('bare');
    expect(bare.output).toMatch(/What was erased after .* is readable again/);
    // From the folder that is given up, where it had no copy yet; and from a place that has one.
    for (const [from, to] of [
      [newer, 'first'],
      [join(home, 'first'), 'second'],
    ] as const) {
      const { output, code } = await restore(to, '--erasures', from);
      expect(output).toContain('1 erasures taken along');
      expect(code).toBe(0);
      const { rows, marks, blobs } = logOf(join(home, to));
      expect(rows).toMatchObject([{ key: `care/erasures/01790000000000-${token}` }]);
      const copied = readFileSync(join(blobs, String(rows[0]?.blob)), 'utf8');
      expect(JSON.parse(copied)).toMatchObject({ token, scope: 'contact', why: 'reporter' });
      expect(rows[0]?.size).toBe(copied.length);
      expect(marks).toEqual([]);
    }
    expect((await restore('third', '--erasures', join(home, 'none'))).output).toContain(
      'holds no data of Kanal',
    );
  });
});

describe('npm run dev', () => {
  let dev: ChildProcess | null = null;
  let output = '';

  afterAll(async () => {
    if (!dev?.pid || dev.exitCode !== null) return;
    const ended = new Promise((resolve) => dev?.once('exit', resolve));
    // wrangler and its workerd are in the same group.
    process.kill(-dev.pid, 'SIGTERM');
    await ended;
  });

  test('serves from a folder of its own, with the regency loaded', async ({ expect }) => {
    const port = await freePort();
    dev = spawn(process.execPath, [join(copy, 'workers/local/dev.ts')], {
      env: { ...process.env, PORT: String(port), WRANGLER_SEND_METRICS: 'false', CI: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    for (const stream of [dev.stdout, dev.stderr]) stream?.on('data', (chunk) => (output += chunk));
    const end = Date.now() + 100_000;
    let answer: Response | null = null;
    while (!answer?.ok && dev.exitCode === null && Date.now() < end) {
      await new Promise((resolve) => setTimeout(resolve, 500));
      answer = await fetch(`http://localhost:${port}/health`).catch(() => null);
    }
    expect(answer?.status, output).toBe(200);
    expect(await answer?.json()).toMatchObject({ ok: true, problem: null });
    expect(await (await fetch(`http://localhost:${port}/`)).text()).toContain('Kabupaten Luwu Timur');
    expect(output).toContain(`http://localhost:${port}`);
  });
});

describe('npm run deploy', () => {
  const env = { WRANGLER_SEND_METRICS: 'false' };

  test('refuses the ids that wrangler.toml comes with', async ({ expect }) => {
    const refused = await run('deploy', [], env, copy);
    expect(refused.code).toBe(1);
    expect(refused.output).toContain('docs/deploy.md, step 2');
  });

  test('says as a dry run what would be deployed, without what is for this machine', async ({ expect }) => {
    const dry = await run('deploy', ['--dry-run', `--outdir=${join(home, 'out')}`], env, copy);
    expect(dry.code, dry.output).toBe(0);
    for (const binding of ['DB', 'SEARCH', 'FILES', 'ROUTING', 'DELIVERY', 'LIMIT_WRITE']) {
      expect(dry.output).toContain(`env.${binding}`);
    }
    const script = readFileSync(join(home, 'out/index.js'), 'utf8');
    expect(script).not.toMatch(/__local\/|contoh-kanal-lapor/);
    // Two thirds of what the free plan takes; PDF, spreadsheets and fonts are in it, and evaluated only when somebody needs
    // them.
    expect(Number(/gzip: ([\d.]+) KiB/.exec(dry.output)?.[1])).toBeLessThan(2048);
  });

  test('deploys no demo and no clock that anybody could move', async ({ expect }) => {
    const script = readFileSync(join(home, 'out/index.js'), 'utf8');
    expect(script).toContain('clock_stages');
    expect(script).not.toMatch(/shiftClock|demo_clock|demo_story|\/demo/);
    // The bundle itself, in workerd: what `npm start` answers at these addresses is not there.
    const deployed = await runBundle(script);
    try {
      const asked: [path: string, init?: RequestInit][] = [
        ['/demo'],
        ['/demo/gaya.css'],
        ['/demo/langkah/4', { method: 'POST' }],
        ['/demo/meja'],
        ['/__local/prepare', { method: 'POST', headers: { 'x-local-token': 'x' }, body: '{}' }],
      ];
      for (const [path, init] of asked) expect(await deployed.status(path, init), path).toBe(404);
      expect(await deployed.status('/')).toBe(200);
    } finally {
      await deployed.stop();
    }
  });
});

/** What `wrangler deploy` would upload, on an empty database of its own that its first sweep fills. */
async function runBundle(script: string) {
  const { worker } = readSettings({ ...process.env, KANAL_DATA: join(home, 'deployed') });
  const key = Buffer.alloc(32, 5).toString('base64');
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      workers: [
        {
          ...worker,
          name: 'kanal',
          modules: [{ type: 'ESModule' as const, path: 'index.js', contents: script }],
          bindings: { ...(worker.bindings as Record<string, string>), KEYS: `k1:${key}`, ROOT_KEY: key },
        },
      ],
      cf: false,
      telemetry: { enabled: false },
      log: new Log(LogLevel.ERROR),
    }),
  );
  await migrate(miniflare);
  await (await miniflare.getWorker()).scheduled({ cron: '* * * * *', scheduledTime: new Date() });
  return {
    status: async (path: string, init: RequestInit = {}) => {
      const url = `http://localhost${path}`;
      const answer = await miniflare.dispatchFetch(url, init as Parameters<Miniflare['dispatchFetch']>[1]);
      await answer.arrayBuffer();
      return answer.status;
    },
    stop: () => miniflare.dispose(),
  };
}
