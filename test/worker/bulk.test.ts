/** One action over many cases: preview, run in steps, results; interrupted, repeated, overtaken, and rights that end. */
import { env } from 'cloudflare:workers';
import { beforeEach, describe, it } from 'vitest';
import type { Staff } from '../../shared/permissions/people.ts';
import { loadCase } from '../../workers/cases/load.ts';
import { bulkStep } from '../../workers/features/bulk/jobs.ts';
import { createApiKey } from '../../workers/features/staff/accounts.ts';
import { MINUTE } from '../../workers/platform/clock.ts';
import { openDb } from '../../workers/platform/db.ts';
import { forgetRegency } from '../../workers/regency/snapshot.ts';
import { figure, many, openBulk, TAG, written } from '../support/bulk.ts';
import { Desk } from '../support/desk.ts';
import { type Fault, faulty } from '../support/faulty.ts';
import { held } from '../support/journeys.ts';
import { Machine } from '../support/machine.ts';
import { counting } from '../support/rows.ts';
import { bindings } from '../support/sp4n.ts';
import { countingStatements } from '../support/statements.ts';
import { act, addStaff, loadRegency, MONDAY, newCase, setClock, testCtx } from '../support/worker.ts';

let admin: Staff;
let desk: Desk;
let machine: Machine;
let call: Awaited<ReturnType<typeof openBulk>>['call'];
let preview: Awaited<ReturnType<typeof openBulk>>['preview'];

beforeEach(async () => {
  setClock(MONDAY);
  await loadRegency();
  forgetRegency();
  ({ admin, desk, machine, call, preview } = await openBulk());
});

describe('500 cases', () => {
  it('are looked at, carried out in steps and told one by one', { timeout: 120_000 }, async ({ expect }) => {
    const codes = await many(497);
    const anonymous = (await newCase({ anonymous: true })).code;
    const secret = await held();
    const [gone = ''] = codes;
    await act(admin, gone, 'archive', { category: 'lainnya', reason: 'Sudah ditangani tadi.' });
    const all = [...codes, anonymous, secret, 'LT-2222-2222'];
    const statements = countingStatements(env.DB);
    const rows = counting(statements.d1);
    const counted = new Proxy(bindings(machine), {
      get: (target, name) => (name === 'DB' ? rows.d1 : Reflect.get(target, name)),
    });
    const job = await call(
      '',
      { verb: 'dispose', input: { office: 'PUPR', copies: ['DLH'] }, codes: all },
      counted,
    );
    console.log(
      `preview of 500: ${statements.executed()} statements, ${rows.rows.read} rows read, ${rows.rows.written} written`,
    );
    expect(statements.executed()).toBeLessThan(80);
    expect(rows.rows.read).toBeLessThan(500 * 30);
    // Neither the accusation nor the code of nobody is among them.
    expect(job).toMatchObject({
      status: 'preview',
      total: 498,
      counts: { waiting: 496, done: 0, refused: 2 },
    });
    expect(job.cases[0]).toMatchObject({ code: gone, result: 'refused', reason: 'not_now' });
    const page = await desk.text(`/desk/massal/${job.id}?hanya=tidak`);
    expect(page).toContain('harus dilepas dahulu');
    expect(page).toContain('496 laporan akan didisposisikan');
    expect(page).not.toContain(secret);
    expect(await written('dispose')).toBe(0);

    await call(`/${job.id}/start`, {});
    const message = machine.waiting.shift();
    if (!message) throw new Error('nothing was queued');
    const step = counting(env.DB);
    await machine.consume(
      message,
      new Proxy(machine.env, {
        get: (target, name) => (name === 'DB' ? step.d1 : Reflect.get(target, name)),
      }),
    );
    console.log(`a step of 500: ${step.rows.read} rows read, ${step.rows.written} written`);
    expect(step.rows.read).toBeLessThan(40 * 40);
    const during = await desk.send(`/desk/massal/${job.id}`);
    expect(during.headers.get('refresh')).toBe('5');
    expect(await during.text()).toMatch(/<progress max="498"/);
    // The letters leave by themselves.
    for (let left = machine.waiting.shift(); left; left = machine.waiting.shift())
      if (left.queue === 'kanal-jobs') await machine.consume(left);
    const most = Math.max(...machine.statements);
    console.log(`${machine.statements.length} invocations, at most ${most} statements`);
    expect(most).toBeLessThanOrEqual(900);
    expect(await call(`/${job.id}`)).toMatchObject({
      status: 'done',
      counts: { waiting: 0, done: 496, refused: 2 },
    });
    expect(await written('dispose')).toBe(496);
    const result = await desk.text(`/desk/massal/${job.id}?dari=100`);
    expect(result).toContain('496 laporan didisposisikan');
    expect(result).toContain(`/desk/kasus/${codes[150]}`);
    expect(await desk.text(`/desk/kasus/${codes[150]}`)).toContain(
      `Bagian dari tindakan massal nomor ${job.id}.`,
    );
  });
});

describe('a run that is interrupted', () => {
  const points = ([0, 1, 2, 3] as const).flatMap((after) =>
    (['before_batch', 'answer_lost'] as Fault[]).map((fault) => ({ fault, after })),
  );

  it.for(points)('$fault after $after writes: does everything once', async ({ fault, after }, { expect }) => {
    const codes = await many(42);
    const job = await preview(codes);
    await call(`/${job.id}/start`, {});
    const broken = faulty(env.DB, fault, 2, after);
    const bad = new Machine(broken.d1);
    bad.waiting.push(...machine.waiting.splice(0));
    await bad.drain();
    // What was lost or failed is found by the sweep, which may stumble itself.
    for (let minute = 1; minute <= 4; minute++) await bad.run(MONDAY + minute * MINUTE).catch(() => {});
    expect(broken.struck()).toBe(2);
    expect(await call(`/${job.id}`)).toMatchObject({
      status: 'done',
      counts: { waiting: 0, done: 42, refused: 0 },
    });
    expect(await written('tag')).toBe(42);
    expect(await figure('SELECT count(*) AS n FROM case_tags')).toBe(42);
    const apart =
      'SELECT count(*) AS n FROM bulk_items i JOIN history h ON h.case_id = i.case_id AND h.seq = i.seq WHERE h.verb = ?';
    expect(await figure(apart, 'tag')).toBe(42);
  });

  it('goes on when its messages are lost, and does nothing twice when they come twice', async ({
    expect,
  }) => {
    const codes = await many(90);
    const job = await preview(codes);
    await call(`/${job.id}/start`, {});
    machine.waiting.splice(0);
    await machine.run(MONDAY + MINUTE);
    expect(await written('tag')).toBe(90);
    const again = await preview(codes, { verb: 'tag', input: { add: ['ramai'], remove: ['rapat'] } });
    await call(`/${again.id}/start`, {});
    await Promise.all([1, 2, 3].map(() => bulkStep(machine.env, again.id).catch(() => true)));
    await Promise.all([1, 2, 3].map(() => bulkStep(machine.env, again.id).catch(() => true)));
    await machine.run(MONDAY + 2 * MINUTE);
    expect(await call(`/${again.id}`)).toMatchObject({ status: 'done', counts: { done: 90, refused: 0 } });
    expect(await written('tag')).toBe(180);
    expect(await figure("SELECT count(*) AS n FROM case_tags WHERE tag = 'ramai'")).toBe(90);
    expect(await figure('SELECT count(*) AS n FROM case_tags')).toBe(90);
  });

  it('is not held up by one bad case', async ({ expect }) => {
    const codes = await many(30);
    const job = await preview(codes);
    const bad = (await loadCase(openDb(env.DB), codes[7] ?? ''))?.row.id;
    await env.DB.prepare(
      `CREATE TRIGGER bad_case BEFORE UPDATE ON cases WHEN NEW.id = ${bad}
       BEGIN SELECT RAISE(ABORT, 'NOT NULL constraint failed: cases.title'); END`,
    ).run();
    await call(`/${job.id}/start`, {});
    await machine.drain();
    await env.DB.prepare('DROP TRIGGER bad_case').run();
    const done = await call(`/${job.id}`);
    expect(done).toMatchObject({ status: 'done', counts: { done: 29, refused: 1 } });
    expect(done.cases[7]).toMatchObject({ result: 'refused', reason: 'not_carried_out' });
    expect(await written('tag')).toBe(29);
    // What failed is tried again as an action of its own.
    const again = await call(`/${job.id}/repeat`, {});
    expect(again).toMatchObject({ status: 'preview', total: 1 });
    await call(`/${again.id}/start`, {});
    await machine.drain();
    expect(await written('tag')).toBe(30);
  });
});

describe('between preview and run', () => {
  it('a case that somebody else changed is refused and left as they left it', async ({ expect }) => {
    const [changed = '', other = ''] = await many(2);
    const job = await preview([changed, other], {
      verb: 'archive',
      input: { category: 'lainnya', reason: 'Sudah dijawab di luar Kanal.' },
    });
    await act(admin, changed, 'dispose', { office: 'PUPR' });
    await act(await addStaff(['liaison'], ['PUPR']), changed, 'follow_up', {
      text: 'Tim turun besok.',
      nextStep: 'Meninjau',
      date: '2099-01-05',
    });
    await call(`/${job.id}/start`, {});
    await machine.drain();
    expect((await call(`/${job.id}`)).cases).toMatchObject([
      { code: changed, state: 'in_progress', result: 'refused', reason: 'changed_since_preview' },
      { code: other, state: 'archived', result: 'done' },
    ]);
    expect(await desk.text(`/desk/massal/${job.id}`)).toContain('berubah sejak pratinjau');
  });

  it('whoever is suspended does nothing more', async ({ expect }) => {
    const job = await preview(await many(3));
    await call(`/${job.id}/start`, {});
    await env.DB.prepare('UPDATE staff SET active = 0 WHERE id = ?').bind(admin.id).run();
    await machine.drain();
    expect(await written('tag')).toBe(0);
    expect(await figure("SELECT count(*) AS n FROM bulk_jobs WHERE status = 'stopped'")).toBe(1);
  });

  it('whoever lost the role is refused case by case, and one that became an accusation is not shown', async ({
    expect,
  }) => {
    const [plain = '', hidden = ''] = await many(2);
    const job = await preview([plain, hidden]);
    await held(hidden);
    await call(`/${job.id}/start`, {});
    await machine.drain();
    const done = await call(`/${job.id}`);
    expect(done.cases.map(({ code }) => code)).toEqual([plain]);
    expect(done.counts).toEqual({ waiting: 0, done: 1, refused: 1 });
    expect(await desk.text(`/desk/massal/${job.id}`)).not.toContain(hidden);
    const next = await preview([plain], { verb: 'note', input: { text: 'Dibahas lusa.' } });
    await call(`/${next.id}/start`, {});
    await env.DB.prepare(`UPDATE staff SET roles = '["campaigner"]' WHERE id = ?`).bind(admin.id).run();
    await machine.drain();
    expect(await written('note')).toBe(0);
    expect(await figure("SELECT count(*) AS n FROM bulk_items WHERE status = 'refused'")).toBe(2);
  });

  it('a key acts in its own name, and does nothing more once it is taken back', async ({ expect }) => {
    const codes = await many(2);
    const { keys } = await testCtx();
    const { token } = await createApiKey(openDb(env.DB), keys, {
      name: 'Dasbor',
      scopes: ['desk'],
      staffId: admin.id,
    });
    const byKey = async (path: string, body: object) => {
      const init = {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      };
      const answer = await desk.send(`/api/v1/desk/bulk${path}`, init, bindings(machine));
      return (await answer.json()) as { id: number };
    };
    const done = await byKey('', { ...TAG, codes });
    await byKey(`/${done.id}/start`, {});
    await machine.drain();
    expect(await figure("SELECT count(*) AS n FROM history WHERE verb = 'tag' AND actor LIKE 'key:%'")).toBe(
      2,
    );
    const next = await byKey('', { verb: 'note', input: { text: 'Dibahas lusa.' }, codes });
    await byKey(`/${next.id}/start`, {});
    await env.DB.prepare('UPDATE api_keys SET revoked_at = 1').run();
    await machine.drain();
    expect(await written('note')).toBe(0);
    expect(await call(`/${next.id}`)).toMatchObject({ status: 'stopped', counts: { waiting: 2 } });
  });

  it('is stopped by who began it, and by nobody else', async ({ expect }) => {
    const job = await preview(await many(50));
    await call(`/${job.id}/start`, {});
    const message = machine.waiting.shift();
    if (message) await machine.consume(message);
    const stranger = await Desk.of(await addStaff(['admin'], ['DISKOMINFO']));
    for (const [method, path] of [
      ['GET', `/desk/massal/${job.id}`],
      ['POST', `/desk/massal/${job.id}/henti`],
      ['GET', `/api/v1/desk/bulk/${job.id}`],
      ['POST', `/api/v1/desk/bulk/${job.id}/stop`],
    ] as const)
      expect((await stranger.send(path, { method })).status, path).toBe(404);
    expect(await call(`/${job.id}/stop`, {})).toMatchObject({
      status: 'stopped',
      counts: { waiting: 10, done: 40 },
    });
    await machine.drain();
    expect(await written('tag')).toBe(40);
    expect(await call(`/${job.id}/repeat`, {})).toMatchObject({ total: 10, counts: { waiting: 10 } });
  });
});
