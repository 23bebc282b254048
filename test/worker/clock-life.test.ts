/** Every clock of domain.md section 3 with its start, pauses and stop, through the life of a case. */
import { env } from 'cloudflare:workers';
import { and, eq } from 'drizzle-orm';
import { beforeEach, describe, it } from 'vitest';
import { clocks } from '../../workers/clocks/table.ts';
import { publicStatus } from '../../workers/features/tracking/queries.ts';
import { HOUR } from '../../workers/platform/clock.ts';
import { openDb } from '../../workers/platform/db.ts';
import { setRow } from '../../workers/regency/load.ts';
import { regencyAt } from '../../workers/regency/snapshot.ts';
import { held } from '../support/journeys.ts';
import { Machine } from '../support/machine.ts';
import { type Officials, office, REPORTER } from '../support/officials.ts';
import { act, caseRow, MONDAY, newCase } from '../support/worker.ts';

let kanal: Officials;
let machine: Machine;

beforeEach(async () => {
  kanal = await office();
  machine = new Machine();
});

const contact = { contact: { email: REPORTER } };
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

describe('clocks start, pause and stop', () => {
  it('as the table of the domain says', async ({ expect }) => {
    const { code } = await newCase(contact, { at: MONDAY });
    expect(await running(code)).toEqual({ verify: '2026-07-23' });
    await act(kanal.people.admin, code, 'dispose', { office: 'PUPR' }, workday(1));
    const disposed = {
      first_answer: '2026-07-28',
      settle: '2026-08-10',
      return: '2026-07-22',
      promise: '2026-08-12',
    };
    expect(await running(code)).toEqual(disposed);
    // A question pauses the office's clocks and the promise; two working days later all of them move by two.
    await act(kanal.people.liaison, code, 'ask', { question: 'Di dekat rumah siapa tepatnya?' }, workday(2));
    expect(await running(code)).toEqual({
      first_answer: 'dijeda',
      settle: 'dijeda',
      return: 'dijeda',
      promise: 'dijeda',
      completeness: '2026-08-05',
    });
    await act('reporter', code, 'complete', { text: 'Di depan toko bangunan.' }, workday(4));
    const completed = {
      first_answer: '2026-07-30',
      settle: '2026-08-12',
      return: '2026-07-24',
      promise: '2026-08-14',
    };
    expect(await running(code)).toEqual(completed);
    const pause = `[[${workday(2)},${workday(4)}]]`;
    expect((await rowsOf(code)).find(({ clock }) => clock === 'settle')?.pauses).toBe(pause);
    expect(day((await caseRow(code)).dueAt)).toBe('2026-08-14');
    expect(day((await caseRow(code)).nextDueAt)).toBe('2026-07-30');
    // A return pauses the office's clocks, not the promise; the administrator's own clock runs meanwhile.
    await act(
      kanal.people.liaison,
      code,
      'return',
      { reason: 'Bukan urusan kami.', suggestion: 'DPKPP' },
      workday(4),
    );
    expect(await running(code)).toEqual({
      first_answer: 'dijeda',
      settle: 'dijeda',
      promise: '2026-08-14',
      verify: '2026-07-29',
    });
    await act(kanal.people.admin, code, 'decide_return', { office: 'PUPR' }, workday(5));
    expect(await running(code)).toEqual({
      first_answer: '2026-07-31',
      settle: '2026-08-13',
      promise: '2026-08-14',
    });
    await act(
      kanal.people.liaison,
      code,
      'follow_up',
      { text: 'Sudah kami tinjau.', nextStep: 'Menambal lubang', date: '2026-08-05' },
      workday(6),
    );
    expect(await running(code)).toEqual({
      next_step: '2026-08-05',
      settle: '2026-08-13',
      promise: '2026-08-14',
    });
    await act(
      kanal.people.liaison,
      code,
      'answer',
      { outcome: 'dijadwalkan', text: 'Masuk anggaran perubahan.', date: '2026-10-01', budget: 'APBD-P' },
      workday(7),
    );
    expect(await running(code)).toEqual({ reporter: '2026-08-12', scheduled: '2026-10-01' });
    await act('reporter', code, 'confirm', {}, workday(8));
    expect(await running(code)).toEqual({ scheduled: '2026-10-01' });
  });

  it('for each class of case with the days of its row', async ({ expect }) => {
    const settle = async (kind: 'complaint' | 'aspiration' | 'information', urgent = false) => {
      const { code } = await newCase({ kind }, { at: MONDAY });
      await act(kanal.people.admin, code, 'dispose', { office: 'PUPR', urgent }, MONDAY);
      return running(code);
    };
    expect((await settle('complaint')).settle).toBe('2026-08-07');
    expect((await settle('aspiration')).settle).toBe('2026-08-07');
    expect((await settle('information')).settle).toBe('2026-07-27');
    expect((await settle('complaint', true)).first_answer).toBe('2026-07-21');
    expect((await settle('complaint', true)).settle).toBe('2026-08-07');
  });

  it('of an accusation show both limits, and warn on the earlier', async ({ expect }) => {
    const code = await held((await newCase({ aboutOfficial: true }, { at: MONDAY })).code);
    await act(kanal.people.verifier, code, 'pass_to_inspectorate', { accused: ['PUPR'] }, MONDAY);
    const row = (await rowsOf(code)).find((one) => one.clock === 'settle');
    // Sixty working days, and sixty days of the calendar.
    expect([day(row?.dueAt ?? 0), day(row?.warnAt ?? 0)]).toEqual(['2026-10-14', '2026-09-18']);
    await machine.days(kanal.regency.calendar, workday(40), 10);
    const digests = machine.to('inspektur@example.id').filter((mail) => mail.text.includes('Penyelesaian'));
    expect(digests.some((mail) => mail.text.includes('18 September 2026 (jatuh tempo hari ini)'))).toBe(true);
  });

  it('with a row that comes into force later only for what starts from then on', async ({ expect }) => {
    const row = { id: 'verify-2', clock: 'verify', appliesTo: 'any', days: 1, validFrom: '2026-07-22' };
    await setRow(
      openDb(env.DB),
      'clock',
      'verify-2',
      { ...row, legalBasis: 'uji', check: true, local: true },
      MONDAY,
    );
    const before = await newCase({}, { at: workday(1) });
    const after = await newCase({}, { at: workday(2) });
    expect(await running(before.code)).toEqual({ verify: '2026-07-24' });
    expect(await running(after.code)).toEqual({ verify: '2026-07-23' });
    await machine.run(workday(2) + HOUR);
    expect(await running(before.code)).toEqual({ verify: '2026-07-24' });
  });
});

describe('the promise', () => {
  it('on the receipt is the API’s due, and no disposition, return, hold or contest moves it', async ({
    expect,
  }) => {
    const receipt = await newCase(contact, { at: MONDAY });
    const { code } = receipt;
    const due = async () =>
      (await publicStatus(openDb(env.DB), await regencyAt(openDb(env.DB), MONDAY), code))?.due;
    expect(day(receipt.due)).toBe('2026-08-12');
    const steps: [Parameters<typeof act>[0], string, object][] = [
      [kanal.people.admin, 'dispose', { office: 'PUPR' }],
      [kanal.people.liaison, 'return', { reason: 'Bukan urusan kami.', suggestion: 'DPKPP' }],
      [kanal.people.admin, 'decide_return', { office: 'DPKPP' }],
      ['reporter', 'reply', { text: 'Masih berlubang sampai hari ini.' }],
      [kanal.people.admin, 'hold', { reason: 'Menuduh petugas.', accused: [] }],
      [kanal.people.verifier, 'free', { reason: 'Tidak menuduh siapa pun.' }],
    ];
    for (const [index, [who, verb, input]] of steps.entries()) {
      await act(who, code, verb, input, workday(index + 1));
      expect(await due(), verb).toBe(receipt.due);
      expect((await running(code)).promise ?? '2026-08-12', verb).toBe('2026-08-12');
    }
  });
});
