/** `npm start`, `backup` and `restore` as an operator meets them: kills, taken ports, wrong folders. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, test } from 'vitest';
import { memoryFolder } from '../../vitest.memory.ts';
import { type Running, run, start, stop } from './process.ts';
import { freePort } from './support.ts';

const home = mkdtempSync(join(memoryFolder(), 'kanal-start-'));
const folder = join(home, 'data');
const port = await freePort();
const origin = `http://127.0.0.1:${port}`;
const env = { KANAL_DATA: folder, PORT: String(port), KANAL_DEMO: 'cases' };
let running: Running | null = null;

const health = () => fetch(`${origin}/health`).then((answer) => answer.status);
const oneLine = (output: string) => output.trim().split('\n').length;

async function send(key: string): Promise<{ status: number; code: string }> {
  const apiKey = (JSON.parse(readFileSync(join(folder, 'api-key.json'), 'utf8')) as { key: string }).key;
  const answer = await fetch(`${origin}/api/v1/complaints`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${apiKey}`,
      'idempotency-key': key,
      'content-type': 'application/json',
    },
    body: JSON.stringify({ kind: 'complaint', text: 'Jembatan gantung di dusun kami papannya lepas tiga.' }),
  });
  return { status: answer.status, code: ((await answer.json()) as { code: string }).code };
}

afterAll(async () => {
  if (running) await stop(running);
  rmSync(home, { recursive: true, force: true });
});

describe('npm start', () => {
  test('serves the demo and tells who can sign in', async ({ expect }) => {
    running = await start(env);
    expect(running.output()).toMatch(/Form +http/);
    for (const role of ['Admin instansi', 'Verifikator', 'PUPR', 'Inspektorat', 'Pimpinan', 'KIM']) {
      expect(running.output()).toContain(role);
    }
    expect(await health()).toBe(200);
    expect((await fetch(`http://127.0.0.1:${port + 1}/`)).status).toBe(200);
  });

  test('opens neither the doors of the simulator nor its own', async ({ expect }) => {
    for (const path of ['/cdn-cgi/local/platform-proxy', '/cdn-cgi/handler/scheduled', '/__local/keys']) {
      const answer = await fetch(`${origin}${path}`, { headers: { 'mf-op': 'GET', 'x-local-token': 'x' } });
      expect(answer.status, path).toBe(404);
    }
  });

  test('takes over from what a kill left behind, and has lost nothing', async ({ expect }) => {
    const key = crypto.randomUUID();
    const sent = await send(key);
    expect(sent.status).toBe(201);
    running?.process.kill('SIGKILL');
    await running?.ended;
    running = await start(env);
    expect(running.output()).toContain('Took over from workerd');
    expect(await health()).toBe(200);
    expect(await send(key)).toEqual(sent);
    expect((await fetch(`${origin}/api/v1/complaints/${sent.code}`)).status).toBe(200);
  });

  test('backs up while it runs, and restores into an empty folder', async ({ expect }) => {
    const copy = join(home, 'backup');
    const restored = join(home, 'restored');
    const backup = await run('backup', [copy], env);
    expect(backup.output).toContain('31 cases');
    expect(backup.output).toContain('The keys are NOT in it');
    const restore = await run('restore', [copy], { KANAL_DATA: restored });
    expect(restore.output).toContain('31 cases');
    expect(restore.output).toMatch(/History: 31 cases with \d+ entries, all whole/);
    expect((await run('restore', [copy], { KANAL_DATA: restored })).output).toContain('is not empty');
    const keyless = await start({ KANAL_DATA: restored, PORT: String(await freePort()) });
    expect(await keyless.ended).toBe(1);
    expect(keyless.output()).toContain('keys.json is missing');
  });

  test('finds a history that was tampered with in a backup', async ({ expect }) => {
    const { DatabaseSync } = await import('node:sqlite');
    const copy = join(home, 'tampered');
    cpSync(join(home, 'backup'), copy, { recursive: true });
    const db = new DatabaseSync(join(copy, 'db.sqlite'));
    db.exec('DROP TRIGGER history_is_append_only_update');
    db.exec("UPDATE history SET actor = 'staff:1' WHERE seq = 2");
    db.close();
    const restore = await run('restore', [copy], { KANAL_DATA: join(home, 'tampered-restored') });
    expect(restore.code).toBe(1);
    expect(restore.output).toContain('does not fit');
  });

  test('says in one line what is wrong', async ({ expect }) => {
    const wrong = async (more: Record<string, string>, words: string) => {
      const refused = await start({ ...env, ...more });
      expect(await refused.ended, words).toBe(1);
      expect(refused.output()).toContain(words);
      expect(oneLine(refused.output()), refused.output()).toBe(1);
    };
    const foreign = mkdtempSync(join(home, 'foreign-'));
    writeFileSync(join(foreign, 'letter.txt'), 'x');
    await Promise.all([
      wrong({ PORT: String(await freePort()) }, 'Another Kanal is running'),
      wrong({ KANAL_DATA: join(home, 'other') }, `Port ${port} is in use`),
      wrong({ PORT: 'eighty' }, 'PORT must be a number'),
      wrong({ KANAL_REGENCY: 'nowhere' }, 'no regency "nowhere"'),
      wrong({ KANAL_DATA: join(foreign, 'letter.txt/data') }, 'cannot be written'),
      wrong({ KANAL_DATA: foreign }, 'no data folder of Kanal'),
    ]);
  });

  test('ends in good order, and refuses keys that are not its own', async ({ expect }) => {
    if (running) expect(await stop(running)).toBe(0);
    running = null;
    await expect(health()).rejects.toThrow();
    const path = join(folder, 'keys.json');
    const keys = readFileSync(path, 'utf8');
    const other = { KEYS: `k1:${btoa('x'.repeat(32))}`, ROOT_KEY: btoa('y'.repeat(32)) };
    writeFileSync(path, JSON.stringify(other));
    const refused = await start(env);
    expect(await refused.ended).toBe(1);
    expect(refused.output()).toContain('not those the data were written with');
    writeFileSync(path, keys.slice(0, 40));
    const damaged = await start(env);
    expect(await damaged.ended).toBe(1);
    expect(damaged.output()).toContain('is damaged');
    writeFileSync(path, keys);
    running = await start(env);
    expect(await health()).toBe(200);
  });
});
