/** What time does by itself: settles, reminds, archives, asks; and that of an accusation nobody accused hears it. */
import { env } from 'cloudflare:workers';
import { and, eq } from 'drizzle-orm';
import { beforeEach, describe, it } from 'vitest';
import { clocks } from '../../workers/clocks/table.ts';
import { DAY, HOUR, MINUTE } from '../../workers/platform/clock.ts';
import { openDb } from '../../workers/platform/db.ts';
import { held } from '../support/journeys.ts';
import { Machine } from '../support/machine.ts';
import { type Officials, office, REPORTER } from '../support/officials.ts';
import { act, caseRow, MONDAY, newCase, setClock } from '../support/worker.ts';

let kanal: Officials;
let machine: Machine;

beforeEach(async () => {
  kanal = await office();
  machine = new Machine();
});

const contact = { contact: { email: REPORTER } };
const FINAL = { outcome: 'dijelaskan', text: 'Sudah kami jelaskan di lapangan.' };
const day = (at: number) => kanal.regency.calendar.localDate(at);
/** The n-th working day after Monday 20 July, at ten. */
const workday = (n: number) =>
  kanal.regency.calendar.startOfDay(day(kanal.regency.calendar.addWorkingDays(MONDAY, n))) + 10 * HOUR;

async function rowsOf(code: string) {
  const { id } = await caseRow(code);
  return openDb(env.DB)
    .select()
    .from(clocks)
    .where(and(eq(clocks.subject, 'case'), eq(clocks.subjectId, id)));
}
/** Local due of each running clock; "dijeda" while it is paused. */
async function running(code: string): Promise<Record<string, string>> {
  const rows = (await rowsOf(code)).filter((row) => row.stoppedAt === null);
  return Object.fromEntries(
    rows.map((row) => [row.clock, row.pausedAt === null ? day(row.dueAt) : 'dijeda']),
  );
}
const subjects = (name: string) => machine.to(`${name}@example.id`).map((mail) => mail.subject);
const toReporter = () => machine.to(REPORTER).map((mail) => mail.subject.replace(/LT-\S+/, 'X'));

describe('by time alone', () => {
  it('an answered case is settled after ten working days, with notices before it', async ({ expect }) => {
    const { code } = await newCase(contact, { at: MONDAY });
    await act(kanal.people.admin, code, 'dispose', { office: 'PUPR' }, MONDAY);
    await act(kanal.people.liaison, code, 'answer', FINAL, MONDAY);
    const due = kanal.regency.calendar.addWorkingDays(MONDAY, 10);
    await machine.days(kanal.regency.calendar, MONDAY, 14);
    await machine.run(due - 1);
    expect((await caseRow(code)).state).toBe('answered');
    expect(toReporter().filter((subject) => subject.includes('apakah jawabannya sudah sesuai'))).toHaveLength(
      2,
    );
    await act('reporter', code, 'reply', { text: 'Terima kasih, saya periksa dulu.' }, due - 1);
    setClock(due + MINUTE);
    await machine.run(due + MINUTE);
    expect(await caseRow(code)).toMatchObject({ state: 'resolved', version: 5 });
    expect(await running(code)).toEqual({});
    await expect(
      act('reporter', code, 'contest', { reason: 'Belum dikerjakan.' }, due + MINUTE),
    ).rejects.toThrow();
    await machine.days(kanal.regency.calendar, due + MINUTE, 3);
    expect(toReporter().filter((subject) => subject === 'Laporan X selesai')).toHaveLength(1);
  });

  it('a question is reminded of twice, archived after ten, and opened again by its answer', async ({
    expect,
  }) => {
    const { code } = await newCase(contact, { at: MONDAY });
    await act(kanal.people.admin, code, 'dispose', { office: 'PUPR' }, MONDAY);
    await act(kanal.people.liaison, code, 'ask', { question: 'Di dekat rumah siapa tepatnya?' }, MONDAY);
    const promise = (await caseRow(code)).dueAt;
    await machine.days(kanal.regency.calendar, MONDAY, 17);
    expect(toReporter().filter((subject) => subject.includes('masih menunggu'))).toHaveLength(2);
    expect(toReporter().filter((subject) => subject.includes('karena belum dilengkapi'))).toHaveLength(1);
    const row = await caseRow(code);
    expect(row).toMatchObject({ state: 'archived', outcome: 'tidak_dilengkapi' });
    expect(await running(code)).toEqual({});
    // Nobody of the office was warned of clocks that stood still.
    expect(subjects('penghubung').filter((subject) => subject.startsWith('Kanal hari ini'))).toEqual([]);
    const back = kanal.regency.calendar.addWorkingDays(MONDAY, 15) - HOUR;
    setClock(back);
    await act('reporter', code, 'complete', { text: 'Di depan toko bangunan.' }, back);
    const again = await caseRow(code);
    expect(again).toMatchObject({ state: 'verified', holder: '@admin', outcome: null, closedAt: null });
    expect(Object.keys(await running(code))).toEqual(['verify']);
    // The whole time of the question, fifteen working days, has moved the promise.
    expect(again.dueAt).toBe(kanal.regency.calendar.pauseShift(promise, MONDAY, back));
  });

  it('an archived case that was not waiting for an answer cannot be opened by one', async ({ expect }) => {
    const { code } = await newCase(contact, { at: MONDAY });
    await act(
      kanal.people.admin,
      code,
      'archive',
      { category: 'terlalu_umum', reason: 'Mohon sebutkan.' },
      MONDAY,
    );
    await expect(act('reporter', code, 'complete', { text: 'Di depan toko.' }, MONDAY)).rejects.toThrow();
  });

  it('an outside institution is asked after ten working days, and again', async ({ expect }) => {
    const { code } = await newCase(contact, { at: MONDAY });
    await act(
      kanal.people.admin,
      code,
      'forward',
      { office: 'LUAR-PLN', text: 'Listrik ditangani PLN.' },
      MONDAY,
    );
    await machine.days(kanal.regency.calendar, MONDAY, 33);
    expect(subjects('admin').filter((subject) => subject.startsWith('Mohon tanyakan hasil'))).toHaveLength(2);
    expect(toReporter().filter((subject) => subject.includes('menanyakan hasilnya'))).toHaveLength(2);
    expect((await caseRow(code)).state).toBe('forwarded');
    expect(Object.keys(await running(code))).toEqual(['forwarded']);
  });

  it('work that was announced is asked for on its date, also after the case is settled', async ({
    expect,
  }) => {
    const { code } = await newCase({}, { at: MONDAY });
    await act(kanal.people.admin, code, 'dispose', { office: 'PUPR' }, MONDAY);
    const plan = { outcome: 'dijadwalkan', text: 'Masuk anggaran.', date: '2026-08-19', budget: 'APBD-P' };
    await act(kanal.people.liaison, code, 'answer', plan, MONDAY);
    await machine.days(kanal.regency.calendar, MONDAY, 34);
    expect((await caseRow(code)).state).toBe('resolved');
    expect(subjects('kepala').filter((subject) => subject.includes(code))).toHaveLength(1);
    expect(subjects('sekda')).toEqual([]);
  });
});

describe('an accusation', () => {
  it('tells the accused and their office nothing, from the hold to the last rung', {
    timeout: 120_000,
  }, async ({ expect }) => {
    const code = await held((await newCase({ aboutOfficial: true, ...contact }, { at: MONDAY })).code);
    await machine.days(kanal.regency.calendar, MONDAY, 10);
    const passed = workday(8);
    setClock(passed);
    await act(
      kanal.people.verifier,
      code,
      'pass_to_inspectorate',
      { accused: ['PUPR', 'DISKOMINFOSP'], accusedStaff: [kanal.people.secretary.id] },
      passed,
    );
    // Over sixty working days and the ladder above them, in steps that miss stages too.
    const { calendar } = kanal.regency;
    for (let step = 1; step <= 40; step++)
      await machine.days(calendar, calendar.startOfDay(day(passed + 3 * step * DAY)), 1);
    const told = new Set(machine.mails.filter((mail) => mail.text.includes(code)).map((mail) => mail.to));
    for (const name of ['penghubung', 'kepala', 'admin', 'kepala-diskominfo', 'sekda'])
      expect(told.has(`${name}@example.id`), name).toBe(false);
    for (const name of ['verifikator', 'inspektur', 'bupati'])
      expect(told.has(`${name}@example.id`), name).toBe(true);
    // Those above learn number and days, nothing else.
    const bupati = machine.to('bupati@example.id').filter((mail) => mail.text.includes(code));
    for (const { text } of bupati) {
      expect(text).toMatch(new RegExp(`${code}: lewat \\d+ hari kerja`));
      expect(text).not.toMatch(/PUPR|Pekerjaan Umum|Inspektorat|Penyelesaian|Tanggapan/);
    }
    const escalated = machine
      .to('inspektur@example.id')
      .filter((mail) => mail.subject.includes('melewati batas waktu'));
    expect(escalated.length).toBeGreaterThan(0);
  });

  it('against Inspektorat climbs to the next one up', async ({ expect }) => {
    const code = await held((await newCase({ aboutOfficial: true }, { at: MONDAY })).code);
    await act(kanal.people.verifier, code, 'pass_to_inspectorate', { accused: ['INSPEKTORAT'] }, MONDAY);
    expect((await caseRow(code)).holder).toBe('@leader');
    await machine.days(kanal.regency.calendar, MONDAY, 25);
    expect(subjects('inspektur').filter((subject) => subject.includes(code))).toEqual([]);
    const leaders = ['bupati', 'sekda']
      .flatMap((name) => subjects(name))
      .filter((subject) => subject.includes(code));
    expect(leaders.length).toBeGreaterThan(0);
  });

  it('held out of an answer gives the reporter the rest of the time back', async ({ expect }) => {
    const { code } = await newCase(contact, { at: MONDAY });
    await act(kanal.people.admin, code, 'dispose', { office: 'PUPR' }, MONDAY);
    await act(kanal.people.liaison, code, 'answer', FINAL, MONDAY);
    expect(await running(code)).toEqual({ reporter: '2026-08-03' });
    await act(
      kanal.people.admin,
      code,
      'hold',
      { reason: 'Balasan menuduh petugas.', accused: [] },
      workday(2),
    );
    expect(await running(code)).toMatchObject({ reporter: 'dijeda', verify: '2026-07-27' });
    await machine.days(kanal.regency.calendar, workday(2), 2);
    await act(kanal.people.verifier, code, 'free', { reason: 'Tidak menuduh.' }, workday(5));
    expect(await caseRow(code)).toMatchObject({ state: 'answered', holder: 'PUPR', freed: true });
    expect(await running(code)).toEqual({ reporter: '2026-08-06' });
  });
});
