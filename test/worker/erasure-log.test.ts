/** A restored database brings erased data back; the log in R2 takes it away again. */
import { env } from 'cloudflare:workers';
import { beforeEach, describe, it } from 'vitest';
import { HOUR, MINUTE } from '../../workers/platform/clock.ts';
import { openDb } from '../../workers/platform/db.ts';
import { erasures } from '../../workers/privacy/table.ts';
import { castOf, eraseNow, fullCase, sealedValues, storedFiles, wholeChain } from '../support/erasing.ts';
import { Machine } from '../support/machine.ts';
import { act, caseRow, loadRegency, MONDAY, newCase, setClock } from '../support/worker.ts';

const WORD = 'kenariuji';

type Dump = Map<string, Record<string, unknown>[]>;

async function tables(): Promise<string[]> {
  const { results } = await env.DB.prepare(
    "select name from sqlite_schema where type = 'table' and name not like '\\_cf\\_%' escape '\\' and name not like 'sqlite_%' and name <> 'd1_migrations'",
  ).all<{ name: string }>();
  return results.map(({ name }) => name);
}

/** The whole database as it is at this moment. */
async function backup(): Promise<Dump> {
  const dump: Dump = new Map();
  for (const name of await tables())
    dump.set(name, (await env.DB.prepare(`select * from "${name}"`).all<Record<string, unknown>>()).results);
  return dump;
}

/** Puts it back, as Time Travel or an older backup does; R2 stays as it is. */
async function restore(dump: Dump): Promise<void> {
  const { results: triggers } = await env.DB.prepare(
    "select name, sql from sqlite_schema where type = 'trigger'",
  ).all<{ name: string; sql: string }>();
  const statements = [
    env.DB.prepare('PRAGMA defer_foreign_keys = on'),
    ...triggers.map(({ name }) => env.DB.prepare(`drop trigger "${name}"`)),
    ...[...dump.keys()].map((name) => env.DB.prepare(`delete from "${name}"`)),
  ];
  for (const [name, rows] of dump)
    for (const row of rows) {
      const columns = Object.keys(row);
      statements.push(
        env.DB.prepare(
          `insert into "${name}" (${columns.map((column) => `"${column}"`)}) values (${columns.map(() => '?')})`,
        ).bind(...Object.values(row)),
      );
    }
  await env.DB.batch(statements);
  for (const { sql } of triggers) await env.DB.prepare(sql).run();
}

const log = () => openDb(env.DB).select().from(erasures);
const logged = async () => (await env.FILES.list({ prefix: 'care/erasures/' })).objects.length;

beforeEach(async () => {
  setClock(MONDAY);
  await loadRegency();
});

describe('the log of erasures', () => {
  it('has a copy of each, without personal data, also when R2 was away', async ({ expect }) => {
    const { code, caseId } = await newCase({ contact: { name: WORD, email: `${WORD}@example.id` } });
    await act('reporter', code, 'change_contact', { contact: null });
    const machine = new Machine();
    const away = new Proxy(machine.env, {
      get: (target, name) =>
        name === 'FILES'
          ? { list: () => Promise.reject(new Error('away')), put: () => Promise.reject(new Error('away')) }
          : Reflect.get(target, name),
    });
    const { sweepCare } = await import('../../workers/features/care/sweep.ts');
    await expect(sweepCare(away, MONDAY + MINUTE)).rejects.toThrow('away');
    expect((await log())[0]?.loggedAt).toBeNull();
    await machine.run(MONDAY + 2 * MINUTE);
    expect((await log())[0]?.loggedAt).toBe(MONDAY + 2 * MINUTE);
    const { objects } = await env.FILES.list({ prefix: 'care/erasures/' });
    const copy = await (await env.FILES.get(objects[0]?.key ?? ''))?.text();
    expect(JSON.parse(copy ?? '')).toMatchObject({
      caseId,
      scope: 'contact',
      why: 'reporter',
      by: 'reporter',
    });
    expect(copy).not.toContain(WORD);
    await machine.run(MONDAY + 3 * MINUTE);
    expect(await logged()).toBe(1);
  });

  it('erases again what an older database brought back', { timeout: 120_000 }, async ({ expect }) => {
    const cast = await castOf();
    const machine = new Machine();
    const earlier = await newCase({ contact: { email: 'lama@example.id' } });
    await act('reporter', earlier.code, 'change_contact', { contact: null });
    await machine.run(MONDAY + MINUTE);
    const before = await sealedValues();
    const { code, caseId } = await fullCase(cast, WORD);
    const own = [...(await sealedValues()).keys()].filter((value) => !before.has(value));
    const open = await newCase({ contact: { email: 'baru@example.id' } });
    const older = await backup();

    await eraseNow(caseId, { scope: 'content', why: 'request' });
    await act('reporter', open.code, 'change_contact', { contact: null });
    const late = await newCase({ contact: { email: 'sesudah@example.id' } });
    await act('reporter', late.code, 'change_contact', { contact: null });
    await machine.run(MONDAY + 2 * HOUR);
    expect(await logged()).toBe(4);
    const tokens = (await log()).map(({ token }) => token).sort();

    await restore(older);
    const back = await sealedValues();
    expect(own.every((value) => back.has(value))).toBe(true);
    await machine.run(MONDAY + 3 * HOUR);

    const left = await sealedValues();
    expect(own.filter((value) => left.has(value))).toEqual([]);
    expect(await storedFiles()).toEqual([]);
    expect(await caseRow(code)).toMatchObject({ state: 'resolved' });
    for (const one of [code, open.code, earlier.code]) expect(await wholeChain(one)).toBeNull();
    const rows = await log();
    // Also of the case that the older database has never had: it is known, and looked for no more.
    expect(rows.map(({ token }) => token).sort()).toEqual(tokens);
    expect(rows.filter(({ why }) => why === 'restored')).toHaveLength(3);

    await machine.run(MONDAY + 5 * HOUR);
    expect(await log()).toHaveLength(4);
    expect(await logged()).toBe(4);
  });

  it('erases the content also of a case that is open again in the older database', async ({ expect }) => {
    const { code, caseId } = await newCase({ text: `Laporan ${WORD} di depan pasar.` });
    const older = await backup();
    await act('reporter', code, 'withdraw', {});
    await eraseNow(caseId, { scope: 'content', why: 'request' });
    const machine = new Machine();
    await machine.run(MONDAY + MINUTE);
    await restore(older);
    await machine.run(MONDAY + 2 * HOUR);
    const row = await caseRow(code);
    expect(row.erasedAt).not.toBeNull();
    expect(row.closedAt).toBeNull();
    expect(await wholeChain(code)).toBeNull();
    // The desk can still close it.
    await act((await castOf()).admin, code, 'archive', {
      category: 'lainnya',
      reason: 'Isinya sudah dihapus.',
    });
    expect((await caseRow(code)).state).toBe('archived');
  });
});
