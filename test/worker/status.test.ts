/** The status page: who reads it, that it tells nothing of a case, and what it costs. */
import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeEach, describe, it } from 'vitest';
import { app } from '../../workers/app.tsx';
import { checkKeys } from '../../workers/cases/key-check.ts';
import { note } from '../../workers/features/status/notes.ts';
import { forgetTrouble, readFigures } from '../../workers/features/status/queries.ts';
import { sweep } from '../../workers/features/sweep.ts';
import { deadLetters, deliveries } from '../../workers/messaging/table.ts';
import { DAY, HOUR, MINUTE, now } from '../../workers/platform/clock.ts';
import { openDb } from '../../workers/platform/db.ts';
import { loadKeys } from '../../workers/privacy/keys.ts';
import { Desk } from '../support/desk.ts';
import { Machine } from '../support/machine.ts';
import { countingEnv, emptyCases, fillCases, tell } from '../support/rows.ts';
import { addStaff, loadRegency, MONDAY, newCase, setClock } from '../support/worker.ts';

const db = openDb(env.DB);

beforeEach(async () => {
  setClock(MONDAY);
  await loadRegency();
});

/** A Kanal that runs, with a copy of last night. */
async function running(): Promise<Machine> {
  const machine = new Machine();
  await machine.run(MONDAY);
  await note(db, 'backupAt', MONDAY - 8 * HOUR);
  return machine;
}

describe('the status page', () => {
  it('says that all is well, to administrators and leaders', async ({ expect }) => {
    await running();
    for (const role of ['admin', 'leader'] as const) {
      const page = await (await Desk.of(await addStaff([role]))).text('/desk/status');
      expect(page).toContain('Kanal bekerja dengan baik.');
      expect(page).not.toMatch(/gangguan<|perlu dilihat</);
    }
    for (const role of ['liaison', 'verifier', 'inspector', 'campaigner', 'dpo'] as const) {
      const desk = await Desk.of(await addStaff([role], ['PUPR']));
      expect((await desk.send('/desk/status')).status, role).toBe(403);
      expect((await desk.api('/status')).status, role).toBe(403);
    }
  });

  it('tells what waits by its age, and nothing else of it', async ({ expect }) => {
    await running();
    const admin = await Desk.of(await addStaff(['admin'], ['DISKOMINFOSP']));
    const { code } = await newCase(
      {
        text: 'Kepala Dinas Rumpun meminta uang.',
        aboutOfficial: true,
        contact: { email: 'siti@example.id' },
      },
      { unrouted: true, at: MONDAY },
    );
    setClock(MONDAY + 20 * MINUTE);
    const page = await admin.text('/desk/status');
    expect(page).toContain('Kurang dari 5 laporan belum dibaca sistem; yang terlama 20 menit.');
    const json = await (await admin.api('/status')).text();
    for (const text of [page, json]) {
      expect(text).not.toContain(code);
      expect(text).not.toMatch(/Rumpun|siti|PUPR/);
    }
    const inbox = await admin.text('/desk');
    expect(inbox).toContain('pembacaan laporan baru');
    expect(inbox).toContain('href="/desk/status"');
    const liaison = await Desk.of(await addStaff(['liaison'], ['PUPR']));
    expect(await liaison.text('/desk')).not.toContain('/desk/status');
  });

  it('leads to what a queue gave up on, and is well once it was sent again', async ({ expect }) => {
    await running();
    const admin = await Desk.of(await addStaff(['admin']));
    const body = '{"ids":["import:1"]}';
    await db.insert(deadLetters).values({ id: 1, message: 'm', queue: 'jobs', body, at: MONDAY - HOUR });
    const page = await admin.text('/desk/status');
    expect(page).toContain('pesan disisihkan: Pekerjaan panjang.');
    expect(page).toContain('href="/desk/antrean"');
    expect(await admin.text('/desk/antrean')).toContain('Pekerjaan panjang');
    await admin.post('/desk/antrean/1', {});
    expect(await admin.text('/desk/status')).toContain('Kanal bekerja dengan baik.');
  });

  it('counts the files once a day, a thousand at a time', async ({ expect }) => {
    for (let i = 0; i < 3; i++) await env.FILES.put(`uji/${i}`, 'abc');
    await sweep(env, MONDAY);
    expect((await readFigures(env, db, await loadKeys(env), MONDAY)).notes.files).toEqual({
      at: MONDAY,
      count: 3,
      bytes: 9,
    });
    await env.FILES.put('uji/4', 'abc');
    await sweep(env, MONDAY + HOUR);
    expect((await readFigures(env, db, await loadKeys(env), MONDAY)).notes.files).toMatchObject({ count: 3 });
    await note(db, 'filesWalk', null);
    const paged = new Proxy(env.FILES, {
      get: (target, name) =>
        name === 'list'
          ? (options: R2ListOptions) => target.list({ ...options, limit: 3 })
          : Reflect.get(target, name),
    });
    const bindings = new Proxy(env, { get: (t, name) => (name === 'FILES' ? paged : Reflect.get(t, name)) });
    for (let minute = 0; minute < 2; minute++) await sweep(bindings, MONDAY + DAY + minute * MINUTE);
    const { files, filesWalk } = (await readFigures(env, db, await loadKeys(env), MONDAY)).notes;
    expect([files, filesWalk]).toEqual([{ at: MONDAY + DAY + MINUTE, count: 4, bytes: 12 }, null]);
  });

  it('asks the databases once a minute for the banner of the inbox', async ({ expect }) => {
    await running();
    const { cookie } = await Desk.of(await addStaff(['admin']));
    const trips = async () => {
      const counted = countingEnv();
      const ctx = createExecutionContext();
      await (
        await app.fetch(new Request('http://localhost/desk', { headers: { cookie } }), counted.env, ctx)
      ).text();
      await waitOnExecutionContext(ctx);
      return counted.rows.trips;
    };
    await trips();
    const without = await trips();
    forgetTrouble();
    expect(await trips()).toBeGreaterThan(without);
    expect(await trips()).toBe(without);
  });

  it('reads at most 300 rows, at 1,000 and at 100,000 cases', { timeout: 120_000 }, async ({ expect }) => {
    await running();
    // An isolate keeps its word once, and this one may have done so for the test before.
    await checkKeys(db, { ...(await loadKeys(env)) });
    const measure = async () => {
      const counted = countingEnv();
      await readFigures(counted.env, openDb(counted.env.DB), await loadKeys(env), now());
      return { ...counted.rows };
    };
    const fill = async (count: number) => {
      await emptyCases('fold_marks', 'deliveries', 'dead_letters');
      await fillCases(count);
      // Everything waits, and everything has failed.
      await env.DB.batch([
        env.DB.prepare('UPDATE cases SET routed_at = NULL WHERE id <= 500'),
        env.DB.prepare('UPDATE clocks SET next_at = 1 WHERE subject_id <= 500'),
        ...(['pending', 'failed', 'uncertain'] as const).map((status) =>
          env.DB.prepare(
            `INSERT INTO deliveries (id, template, recipient, "values", status, attempts, next_at, reason, created_at)
             SELECT id || '${status}', 'receipt', 'reporter', '{}', '${status}', 3, 1, 'Gagal', ${MONDAY} FROM cases WHERE id <= ${Math.min(count, 20_000)}`,
          ),
        ),
        env.DB.prepare(
          "INSERT INTO dead_letters (message, queue, body, at) SELECT id, 'routing', '{}', 1 FROM cases WHERE id <= 900",
        ),
      ]);
    };
    await fill(1_000);
    const small = await measure();
    await fill(100_000);
    const large = await measure();
    tell('status page', large, small);
    expect(large.read).toBeLessThanOrEqual(300);
    expect(large.read).toBeLessThanOrEqual(Math.ceil(small.read * 1.1));
    expect(large.written).toBe(0);
    const figures = await readFigures(env, db, await loadKeys(env), now());
    expect(figures).toMatchObject({
      unrouted: { count: 25 },
      clocks: { count: 25 },
      mail: { count: 25 },
      retried: { count: 25, reasons: ['Gagal'] },
      failed: { count: 25 },
      counting: { count: 25, reached: 0 },
      deadLetters: { count: 25 },
    });
    expect(figures.database).toBeGreaterThan(1e6);
    await env.DB.prepare(
      'INSERT INTO fold_marks SELECT value, 1, (SELECT max(id) / 2 FROM history) FROM json_each(\'["placements","channels","figures"]\')',
    ).run();
    const half = await readFigures(env, db, await loadKeys(env), now());
    expect(half.counting.reached).toBeOneOf([49, 50]);
    expect(await db.select().from(deliveries).limit(1)).toHaveLength(1);
  });
});
