/** Inspektorat draws closed cases: fairly, in bounded reads, and reads only what lies in its draw. */
import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { beforeEach, describe, it } from 'vitest';
import type { Staff } from '../../shared/permissions/people.ts';
import { auditedCases, caseAccused, cases } from '../../workers/cases/table.ts';
import { drawCases } from '../../workers/features/desk/audit-draw.ts';
import { listDraws } from '../../workers/features/desk/audits.ts';
import { DAY, HOUR } from '../../workers/platform/clock.ts';
import { openDb } from '../../workers/platform/db.ts';
import { Desk, fillForm, hidden, openDesks } from '../support/desk.ts';
import { held } from '../support/journeys.ts';
import { Machine } from '../support/machine.ts';
import { counting, emptyCases } from '../support/rows.ts';
import { act, addStaff, caseRow, loadRegency, MONDAY, newCase, setClock } from '../support/worker.ts';

type Opened = Awaited<ReturnType<typeof openDesks>>;
let people: Opened['people'];
let desks: Opened['desks'];

beforeEach(async () => {
  setClock(MONDAY);
  await loadRegency();
  ({ people, desks } = await openDesks());
});

async function closed(more: Parameters<typeof newCase>[0] = {}): Promise<string> {
  const { code } = await newCase({
    title: 'Jalan berlubang Rosmini',
    contact: { name: 'Rosmini', email: 'warga@example.id' },
    ...more,
  });
  if (more.anonymous) {
    const words = { title: 'Jalan berlubang', text: 'Jalan berlubang besar.', photos: [] };
    await act(people.admin, code, 'release', words);
  }
  await act(people.admin, code, 'dispose', { office: 'PUPR' });
  await act(people.liaison, code, 'answer', { outcome: 'dijelaskan', text: 'Lubang sudah ditambal.' });
  await act('reporter', code, 'confirm', {});
  return code;
}

/** Draws by page, as an inspector does. */
async function draw(desk: Desk, count = 10) {
  const page = await desk.text('/desk/audit');
  const [period = ''] = /<option value="(\d{4}-\d)"/.exec(page)?.slice(1) ?? [];
  const key = /name="key" value="([^"]*)"/.exec(page)?.[1] ?? '';
  return desk.post('/desk/audit', { key, periode: period, jumlah: String(count) });
}

const drawn = async () => {
  const rows = await openDb(env.DB)
    .select({ code: cases.code })
    .from(auditedCases)
    .innerJoin(cases, eq(cases.id, auditedCases.caseId));
  return rows.map(({ code }) => code).sort();
};

describe('a draw', () => {
  it('takes closed ordinary cases, each once, and none that is secret or accuses Inspektorat', async ({
    expect,
  }) => {
    const good = [await closed(), await closed(), await closed({ anonymous: true })];
    await closed({ confidential: true });
    await newCase();
    const secret = await held(await closed().then(reopened));
    expect((await caseRow(secret)).state).toBe('held');
    const accusing = await closed();
    const { id } = await caseRow(accusing);
    await openDb(env.DB).insert(caseAccused).values({ caseId: id, subject: 'office:INSPEKTORAT' });
    const answer = await draw(desks.inspector);
    expect(answer.status).toBe(303);
    expect(await drawn()).toEqual(good.sort());
    const list = await desks.inspector.text(answer.headers.get('location') ?? '');
    for (const code of good) expect(list).toContain(code);
    expect(list).toContain('0 dari 3 diperiksa');
    for (const word of ['Rosmini', 'Jalan berlubang']) expect(list).not.toContain(word);
    // Nothing is left to draw.
    expect((await draw(desks.inspector)).status).toBe(409);
  });

  it('is one draw when it is sent twice, and refuses a wrong number', async ({ expect }) => {
    for (let i = 0; i < 4; i++) await closed();
    const page = await desks.inspector.text('/desk/audit');
    expect(page).toContain('Belum ada undian.');
    const key = /name="key" value="([^"]*)"/.exec(page)?.[1] ?? '';
    const form = { key, periode: '2026-3', jumlah: '2' };
    const twice = await Promise.all([
      desks.inspector.post('/desk/audit', form),
      desks.inspector.post('/desk/audit', form),
    ]);
    expect(twice.map(({ status }) => status)).toEqual([303, 303]);
    expect(await listDraws(openDb(env.DB))).toMatchObject([{ total: 2, done: 0, findings: 0 }]);
    for (const jumlah of ['0', '51', 'x', '1.5'])
      expect((await desks.inspector.post('/desk/audit', { ...form, jumlah })).status).toBe(422);
  });

  it('is for Inspektorat alone', async ({ expect }) => {
    for (const desk of [
      desks.admin,
      desks.liaison,
      desks.verifier,
      await Desk.of(await addStaff(['leader'])),
    ]) {
      expect((await desk.send('/desk/audit')).status).toBe(403);
      expect((await desk.post('/desk/audit', { periode: '2026-3', jumlah: '3' })).status).toBe(403);
      expect((await desk.api('/audits')).status).toBe(403);
    }
  });

  it('goes the same way by API', async ({ expect }) => {
    const code = await closed();
    const body = { from: '2026-07-01', to: '2026-09-30', count: 5 };
    const key = crypto.randomUUID();
    const made = await desks.inspector.api('/audits', body, { 'idempotency-key': key });
    expect(made.status).toBe(201);
    const { id } = (await made.json()) as { id: number };
    const read = await (await desks.inspector.api(`/audits/${id}`)).json();
    expect(read).toMatchObject({ total: 1, done: 0, cases: [{ code, result: null }] });
    expect(await (await desks.inspector.api('/audits')).json()).toMatchObject([{ id, total: 1 }]);
    expect((await desks.inspector.api('/audits', body)).status).toBe(409);
    expect((await desks.inspector.api('/audits', { ...body, to: '2026-06-01' })).status).toBe(422);
    expect((await desks.inspector.api('/audits/999')).status).toBe(404);
  });
});

async function reopened(code: string): Promise<string> {
  await act('reporter', code, 'contest', { reason: 'Petugas minta uang.' });
  return code;
}

describe('a drawn case', () => {
  it('is read by Inspektorat while it waits in the draw, without who reported it', async ({ expect }) => {
    const [open, anonym] = [
      await closed(),
      await closed({ anonymous: true, text: 'Saya Rosmini dari RT 3.' }),
    ];
    for (const code of [open, anonym])
      expect((await desks.inspector.send(`/desk/kasus/${code}`)).status).toBe(404);
    await draw(desks.inspector);
    const page = await desks.inspector.text(`/desk/kasus/${open}`);
    expect(page).toContain('Lubang sudah ditambal.');
    expect(page).not.toContain('R••••');
    const read = await (await desks.inspector.api(`/cases/${open}`)).json();
    expect(read).toMatchObject({ contact: 'withheld', actions: ['audit', 'find_fault'] });
    const hiddenOne = await desks.inspector.text(`/desk/kasus/${anonym}`);
    expect(hiddenOne).toContain('Jalan berlubang besar.');
    expect(hiddenOne).not.toContain('Rosmini');
    // Not in anybody's inbox of work, and nobody else's case to decide.
    expect((await desks.admin.api(`/cases/${open}/audit`, {})).status).toBe(403);
    expect((await fillForm(desks.inspector, open, 'audit', { answered: '1' })).status).toBe(303);
    expect((await desks.inspector.send(`/desk/kasus/${open}`)).status).toBe(404);
    // Open again, it is no longer Inspektorat's to read.
    await reopened(anonym);
    expect((await desks.inspector.send(`/desk/kasus/${anonym}`)).status).toBe(404);
  });

  it('is hidden from an inspector whom it turns out to accuse, and its code too', async ({ expect }) => {
    const code = await closed();
    await draw(desks.inspector);
    const { id } = await caseRow(code);
    await openDb(env.DB)
      .insert(caseAccused)
      .values({ caseId: id, subject: `staff:${people.inspector.id}` });
    expect((await desks.inspector.send(`/desk/kasus/${code}`)).status).toBe(404);
    expect(await desks.inspector.text('/desk/audit/1')).not.toContain(code);
  });

  it('with a fault is open again: for the administrator, with a clock, told and counted', async ({
    expect,
  }) => {
    const codes = [await closed(), await closed()].sort();
    await draw(desks.inspector);
    const [fine = '', faulty = ''] = codes;
    const unsure = await desks.inspector.text(`/desk/kasus/${faulty}`);
    const refused = await desks.inspector.post(`/desk/kasus/${faulty}/find_fault`, {
      ...hidden(unsure, 'find_fault'),
      reason: 'Foto bukan dari jalan ini.',
    });
    expect(refused.status).toBe(422);
    await fillForm(desks.inspector, fine, 'audit', { answered: '1', timely: '1', note: 'Lengkap.' });
    const done = await fillForm(desks.inspector, faulty, 'find_fault', {
      reason: 'Foto bukan dari jalan ini.',
    });
    expect(done.status).toBe(303);
    const row = await caseRow(faulty);
    expect(row).toMatchObject({ state: 'reopened', holder: '@admin', closedAt: null });
    const list = await desks.inspector.text('/desk/audit/1');
    expect(list).toContain('2 dari 2 diperiksa');
    expect(list).toContain('Temuan, dibuka kembali');
    expect(await listDraws(openDb(env.DB))).toMatchObject([{ total: 2, done: 2, findings: 1 }]);
    expect(await desks.admin.text(`/desk/kasus/${faulty}`)).toContain('Foto bukan dari jalan ini.');
    const machine = new Machine();
    await machine.run(MONDAY + HOUR);
    expect(machine.to('warga@example.id').some(({ subject }) => /dibuka kembali/i.test(subject))).toBe(true);
    // Drawn once, it is not drawn again; and nobody settles it by this.
    await act(people.admin, faulty, 'dispose', { office: 'PUPR' });
    expect((await draw(desks.inspector)).status).toBe(409);
  });
});

describe('the chance', () => {
  const FROM = Date.UTC(2026, 3, 1);
  const period = { from: FROM, to: FROM + 90 * DAY };

  /** Closed cases over a quarter, received evenly or half of them in three days; ids are times as `newId` makes them. */
  async function fill(count: number): Promise<void> {
    await emptyCases();
    const at = `(${FROM} - ${20 * DAY} + CASE WHEN i % 2 = 0 THEN i * ${Math.floor((90 * DAY) / count)} ELSE i * ${Math.floor((3 * DAY) / count)} END)`;
    await env.DB.prepare(
      `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${count})
       INSERT INTO cases (id, code, version, head_hash, state, kind, holder, holder_since, next_due_at, due_at, anonymous,
         confidential, about_official, channel, title, submitted_by, received_at, routed_at, closed_at, settings)
       SELECT ${at} * 4096 + i % 4096, 'X' || i, 1, 'x', 'resolved', 'complaint', 'PUPR', 1, 1, 1, 0, 0, 0, 'web', '', 'public',
         ${at}, 1, ${FROM} + i % 80 * ${DAY}, 1 FROM n`,
    ).run();
  }

  /** The same numbers in every run. */
  function seeded(): () => number {
    let state = 42;
    return () => {
      state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
      return state / 2 ** 32;
    };
  }

  it('reads no more rows at 100,000 cases', { timeout: 120_000 }, async ({ expect }) => {
    const audits: Staff[] = [people.inspector];
    const read = async (count: number) => {
      await fill(count);
      const counted = counting(env.DB);
      const ids = await drawCases(openDb(counted.d1), period, 10, audits, seeded());
      expect(new Set(ids).size).toBe(10);
      return counted.rows.read;
    };
    const [small, large] = [await read(1_000), await read(100_000)];
    console.log(`draw: ${large} read (${small} at 1,000)`);
    // `raw` and `all` are both counted: half of it in life.
    expect(large).toBeLessThan(20_000);
  });

  it('is even for crowded hours and quiet days', { timeout: 120_000 }, async ({ expect }) => {
    await fill(4_000);
    const random = seeded();
    let crowded = 0;
    let total = 0;
    for (let i = 0; i < 30; i++) {
      for (const id of await drawCases(openDb(env.DB), period, 10, [], random)) {
        total++;
        // Odd numbers came within three days, and a thirtieth of the others.
        if (id / 4096 < FROM - 17 * DAY) crowded++;
      }
    }
    expect(total).toBe(300);
    // 31 of 60; five standard deviations to each side.
    expect(Math.abs(crowded / total - 31 / 60)).toBeLessThan(0.145);
  });
});
