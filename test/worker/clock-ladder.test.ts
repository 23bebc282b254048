/** Reminders and escalation of ordinary cases: who hears what, when, and how often (domain.md section 3). */
import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { beforeEach, describe, it } from 'vitest';
import { clockStages, clocks } from '../../workers/clocks/table.ts';
import { HOUR, MINUTE } from '../../workers/platform/clock.ts';
import { openDb } from '../../workers/platform/db.ts';
import { setRow } from '../../workers/regency/load.ts';
import { Machine } from '../support/machine.ts';
import { type Officials, office } from '../support/officials.ts';
import { act, caseRow, MONDAY, newCase } from '../support/worker.ts';

let kanal: Officials;
let machine: Machine;

beforeEach(async () => {
  kanal = await office();
  machine = new Machine();
});

const stages = () => openDb(env.DB).select().from(clockStages);
const ofStage = async (clock: string, stage: string) =>
  (await stages()).filter((row) => row.clock === clock && row.stage === stage);
const subjects = (name: string) => machine.to(`${name}@example.id`).map((mail) => mail.subject);

/** A case that PUPR has had since Monday. */
async function disposed(at = MONDAY) {
  const { code, caseId } = await newCase({}, { at });
  await act(kanal.people.admin, code, 'dispose', { office: 'PUPR' }, at);
  return { code, caseId };
}

describe('a case that nobody answers', () => {
  it('climbs the ladder in office hours, each stage once, without a word of the report', async ({
    expect,
  }) => {
    const { code } = await disposed();
    // First answer is due on Monday 27 July, the settlement on Friday 7 August; both are late by more than seven days.
    await machine.days(kanal.regency.calendar, MONDAY, 37);
    const rows = await stages();
    const keys = rows.map((row) => `${row.clock}/${row.stage}`);
    expect(new Set(keys).size).toBe(keys.length);
    for (const clock of ['first_answer', 'settle']) {
      const own = rows.filter((row) => row.clock === clock);
      expect(own.map((row) => [row.stage, row.outcome]).sort()).toEqual([
        ['half', 'told'],
        ['late', 'told'],
        ['late-head', 'told'],
        ['late-inspectorate', 'told'],
        ['late-regent', 'told'],
        ['late-secretary', 'told'],
        ['three-quarters', 'told'],
        ['today', 'told'],
      ]);
    }
    expect(subjects('kepala').filter((subject) => subject.includes(code))).toHaveLength(2);
    expect(subjects('sekda').filter((subject) => subject.includes(code))).toHaveLength(2);
    expect(subjects('inspektur').filter((subject) => subject.includes(code))).toHaveLength(2);
    expect(subjects('penghubung').filter((subject) => subject.includes('lewat batas waktu'))).toHaveLength(2);
    const [notice] = machine.to('kepala@example.id');
    expect(notice?.text).toContain('Batas waktu Tanggapan pertama');
    expect(notice?.text).toContain('Senin, 27 Juli 2026');
    expect(machine.mails.filter((mail) => mail.text.includes('berlubang'))).toEqual([]);
    expect(machine.mails.length).toBeGreaterThan(8);
    expect(machine.mails.filter((mail) => !kanal.regency.calendar.isOfficeTime(mail.at))).toEqual([]);
    // The Bupati gets nothing but lists, and no case twice for the same clock.
    expect(subjects('bupati').every((subject) => subject.startsWith('Kanal pekan ini'))).toBe(true);
    expect(machine.to('bupati@example.id').map((mail) => mail.text.split(code).length - 1)).toEqual([1, 1]);
    expect(subjects('kepala-diskominfo')).toEqual([]);
    // The promise (17 working days) breaks too, and the administrator hears of it once.
    expect(subjects('admin').filter((subject) => subject.includes('Janji kepada pelapor'))).toHaveLength(1);
  });

  it('that is urgent is told at once, whatever the hour', async ({ expect }) => {
    const { code } = await newCase({}, { at: MONDAY });
    await act(kanal.people.admin, code, 'dispose', { office: 'PUPR', urgent: true }, MONDAY);
    const due = kanal.regency.calendar.endOfOffice('2026-07-21');
    await machine.run(due + MINUTE);
    const late = machine.to('kepala@example.id');
    expect(late).toHaveLength(1);
    expect(kanal.regency.calendar.isOfficeTime(late[0]?.at ?? 0)).toBe(false);
  });
});

describe('a jump of forty working days', () => {
  it('skips what was missed and gives each distinct receiver one notice, worded for the latest', async ({
    expect,
  }) => {
    const { code } = await disposed();
    await machine.drain();
    machine.mails = [];
    const { calendar } = kanal.regency;
    const at = calendar.addWorkingDays(MONDAY, 40) - HOUR;
    await machine.run(at);
    await machine.run(at + MINUTE);
    const settle = (await stages()).filter((row) => row.clock === 'settle');
    const by = (outcome: string) => settle.filter((row) => row.outcome === outcome).map((row) => row.stage);
    expect(by('skipped').sort()).toEqual([
      'half',
      'late',
      'late-head',
      'late-secretary',
      'three-quarters',
      'today',
    ]);
    expect(by('told').sort()).toEqual(['late-inspectorate', 'late-regent']);
    for (const name of ['penghubung', 'kepala', 'sekda', 'inspektur']) {
      const own = machine
        .to(`${name}@example.id`)
        .filter((mail) => mail.text.includes('Batas waktu Penyelesaian'));
      expect(own, name).toHaveLength(1);
    }
    const weekly = machine.to('bupati@example.id');
    expect(weekly).toHaveLength(1);
    expect(weekly[0]?.text).toContain(code);
    expect(weekly[0]?.text).toContain('Penyelesaian, lewat 26 hari kerja');
    // Looking again, and again later, tells nobody anything more.
    const before = machine.mails.length;
    await machine.run(at + 2 * MINUTE);
    await machine.run(at + 3 * MINUTE);
    expect(machine.mails.length).toBe(before);
  });
});

describe('cases that no office has', () => {
  it('escalate while nobody verifies them', async ({ expect }) => {
    const { code } = await newCase({}, { at: MONDAY });
    // Verification is due on Thursday 23 July.
    await machine.days(kanal.regency.calendar, MONDAY, 22);
    expect(
      subjects('admin').filter((subject) => subject.includes(code) && subject.includes('lewat')),
    ).toHaveLength(1);
    for (const name of ['kepala-diskominfo', 'sekda', 'inspektur']) {
      expect(
        subjects(name).filter((subject) => subject.includes(code)),
        name,
      ).toHaveLength(1);
    }
    expect(machine.to('bupati@example.id').filter((mail) => mail.text.includes(code))).toHaveLength(1);
    expect(subjects('kepala')).toEqual([]);
  });

  it('escalate while a return waits for its decision, and the office does not', async ({ expect }) => {
    const { code } = await disposed();
    await act(
      kanal.people.liaison,
      code,
      'return',
      { reason: 'Bukan urusan kami.', suggestion: 'DPKPP' },
      MONDAY,
    );
    await machine.days(kanal.regency.calendar, MONDAY, 20);
    expect((await ofStage('verify', 'late-secretary')).length).toBe(1);
    expect(subjects('kepala-diskominfo').filter((subject) => subject.includes(code))).toHaveLength(1);
    expect(subjects('kepala')).toEqual([]);
    expect((await stages()).filter((row) => row.clock === 'settle')).toEqual([]);
  });

  it('climb past an office that has nobody', async ({ expect }) => {
    const { code } = await newCase({}, { at: MONDAY });
    await act(kanal.people.admin, code, 'dispose', { office: 'DLH' }, MONDAY);
    await machine.days(kanal.regency.calendar, MONDAY, 9);
    expect(subjects('sekda').filter((subject) => subject.includes(code))).toHaveLength(1);
  });
});

describe('what moves a clock', () => {
  it('is no comment and no note', async ({ expect }) => {
    const { code, caseId } = await disposed();
    const read = () => openDb(env.DB).select().from(clocks).where(eq(clocks.subjectId, caseId));
    const before = await read();
    await act('reporter', code, 'reply', { text: 'Masih berlubang sampai hari ini.' }, MONDAY + HOUR);
    await act(kanal.people.liaison, code, 'note', { text: 'Sudah ditelepon.' }, MONDAY + 2 * HOUR);
    expect(await read()).toEqual(before);
  });

  it('is a holiday that is added later: open clocks move, the promise stays, and nobody is told twice', async ({
    expect,
  }) => {
    const { calendar } = kanal.regency;
    const { code, caseId } = await disposed();
    const promise = (await caseRow(code)).dueAt;
    // Until after half of the first answer's five days were told.
    await machine.days(calendar, MONDAY, 4);
    const told = (await stages()).length;
    const mails = machine.mails.length;
    expect(await ofStage('first_answer', 'half')).toHaveLength(1);
    const free = { date: '2026-07-27', name: 'Libur daerah', kind: 'daerah', check: false };
    await setRow(openDb(env.DB), 'holiday', '2026-07-27:daerah', free, MONDAY);
    const thursday = MONDAY + 3 * 24 * HOUR;
    await machine.run(thursday + 9 * HOUR);
    await machine.run(thursday + 9 * HOUR + MINUTE);
    const rows = await openDb(env.DB).select().from(clocks).where(eq(clocks.subjectId, caseId));
    const due = (clock: string) =>
      calendar.localDate(rows.find((row) => row.clock === clock && row.stoppedAt === null)?.dueAt ?? 0);
    expect(due('first_answer')).toBe('2026-07-28');
    expect(due('settle')).toBe('2026-08-10');
    const row = await caseRow(code);
    expect(row.dueAt).toBe(promise);
    expect(calendar.localDate(row.nextDueAt)).toBe('2026-07-28');
    expect((await stages()).length).toBe(told);
    expect(machine.mails.length).toBe(mails);
    // On the free day nothing is due; on the day after it is, and half of it is not told again.
    await machine.days(calendar, thursday + 12 * HOUR, 7);
    expect(await ofStage('first_answer', 'half')).toHaveLength(1);
    const late = await ofStage('first_answer', 'late');
    expect(late.map((one) => calendar.localDate(one.dueAt))).toEqual(['2026-07-28']);
  });
});
