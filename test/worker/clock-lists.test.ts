/** The morning's digest and the week's list: each once, of what is still to do, and no more mails than they spare. */
import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { beforeEach, describe, it } from 'vitest';
import { clockStages } from '../../workers/clocks/table.ts';
import { deliveries } from '../../workers/messaging/table.ts';
import { HOUR, MINUTE } from '../../workers/platform/clock.ts';
import { openDb } from '../../workers/platform/db.ts';
import { setRow } from '../../workers/regency/load.ts';
import { Machine } from '../support/machine.ts';
import { type Officials, office } from '../support/officials.ts';
import { act, caseRow, MONDAY, newCase, setClock } from '../support/worker.ts';

let kanal: Officials;
let machine: Machine;

beforeEach(async () => {
  kanal = await office();
  machine = new Machine();
});

const stages = () => openDb(env.DB).select().from(clockStages);

/** A case that PUPR has had since Monday. */
async function disposed(at = MONDAY) {
  const { code, caseId } = await newCase({}, { at });
  await act(kanal.people.admin, code, 'dispose', { office: 'PUPR' }, at);
  return { code, caseId };
}

describe('lists', () => {
  it('give a person one digest a day, also when two sweeps make it at once', async ({ expect }) => {
    await disposed();
    await disposed(MONDAY + HOUR);
    const { calendar } = kanal.regency;
    const thursday = calendar.startOfDay('2026-07-23');
    await machine.run(thursday + MINUTE);
    await machine.run(thursday + 8 * HOUR);
    await Promise.all([machine.run(thursday + 8 * HOUR + MINUTE), machine.run(thursday + 8 * HOUR + MINUTE)]);
    await machine.run(thursday + 9 * HOUR);
    const digests = machine
      .to('penghubung@example.id')
      .filter((mail) => mail.subject.startsWith('Kanal hari ini'));
    expect(digests).toHaveLength(1);
    expect(digests[0]?.subject).toContain('2 hal');
    expect((await stages()).every((row) => row.listedOn === '2026-07-23')).toBe(true);
  });

  it('leave out what was done before they are sent, and are not sent empty', async ({ expect }) => {
    const { code } = await disposed();
    const { calendar } = kanal.regency;
    const thursday = calendar.startOfDay('2026-07-23');
    await machine.run(thursday + MINUTE);
    setClock(thursday + 8 * HOUR);
    await act(
      kanal.people.liaison,
      code,
      'answer',
      { outcome: 'dijelaskan', text: 'Sudah kami jelaskan di lapangan.' },
      thursday + 7.6 * HOUR,
    );
    await machine.run(thursday + 8 * HOUR);
    await machine.run(thursday + 8 * HOUR + MINUTE);
    expect(
      machine.to('penghubung@example.id').some((mail) => mail.subject.startsWith('Kanal hari ini')),
    ).toBe(false);
    const [row] = await openDb(env.DB)
      .select()
      .from(deliveries)
      .where(eq(deliveries.template, 'staff-digest'));
    expect(row?.status).toBe('skipped');
  });

  it('stand on no free day, and the week’s list on its first working day', async ({ expect }) => {
    const { calendar } = kanal.regency;
    await disposed();
    await disposed(calendar.startOfDay('2026-07-23') + 9 * HOUR);
    setClock(MONDAY);
    await machine.days(calendar, MONDAY, 37);
    const days = machine.mails
      .filter((mail) => /^Kanal (hari|pekan) ini/.test(mail.subject))
      .map((mail) => calendar.localDate(mail.at));
    expect(days.length).toBeGreaterThan(5);
    expect(days.filter((day) => !calendar.isWorkingDay(day))).toEqual([]);
    // Monday 17 August is Independence Day: that week begins on Tuesday.
    const weekly = machine.to('bupati@example.id').map((mail) => calendar.localDate(mail.at));
    expect(weekly).toEqual(['2026-08-10', '2026-08-18', '2026-08-24']);
  });

  it('keep forty open cases of which none is late to sixty messages in twenty working days', async ({
    expect,
  }) => {
    const { calendar } = kanal.regency;
    // All forty stay open over the whole time, so the settlement takes longer here.
    const longer = {
      id: 'settle-lama',
      clock: 'settle',
      appliesTo: 'biasa',
      days: 30,
      validFrom: '2026-07-01',
    };
    await setRow(
      openDb(env.DB),
      'clock',
      'settle-lama',
      { ...longer, legalBasis: 'uji', check: false, local: true },
      MONDAY,
    );
    const cases: { code: string; caseId: number }[] = [];
    for (let n = 0; n < 40; n++) cases.push(await disposed(MONDAY + n * MINUTE));
    await machine.drain();
    // First answers come on the third day, with next steps spread over the time; each step is answered in its time.
    const promised = new Map<string, string>();
    let day = calendar.addWorkingDays(MONDAY, 1);
    for (let n = 1; n <= 20; n++) {
      const start = calendar.midnightBefore(day);
      for (const at of [start, start + MINUTE, start + 8 * HOUR, start + 8 * HOUR + MINUTE])
        await machine.run(at + 1000);
      for (const [index, { code }] of cases.entries()) {
        if (n === 3 ? promised.has(code) : promised.get(code) !== calendar.localDate(day)) continue;
        const at = start + 10 * HOUR + index * 1000;
        const date = calendar.localDate(calendar.addWorkingDays(at, 2 + (index % 7)));
        const words = { text: 'Sudah kami tinjau.', nextStep: 'Menambal lubang' };
        await act(kanal.people.liaison, code, 'follow_up', { ...words, date }, at);
        promised.set(code, date);
      }
      await machine.run(start + 15 * HOUR);
      day = calendar.addWorkingDays(day, 1);
    }
    expect((await stages()).filter((row) => row.stage.startsWith('late'))).toEqual([]);
    const open = await Promise.all(cases.map(({ code }) => caseRow(code)));
    expect(open.every((row) => row.closedAt === null && row.office === 'PUPR')).toBe(true);
    const own = machine.to('penghubung@example.id');
    const dispositions = own.filter((mail) => mail.subject.startsWith('Disposisi baru'));
    const digests = own.filter((mail) => mail.subject.startsWith('Kanal hari ini'));
    console.log(
      `${dispositions.length} dispositions and ${digests.length} digests for 40 open cases in 20 working days`,
    );
    expect(dispositions).toHaveLength(40);
    expect(digests.length).toBeGreaterThan(10);
    expect(own.length).toBeLessThanOrEqual(60);
    expect(own.length).toBe(dispositions.length + digests.length);
  });
});
