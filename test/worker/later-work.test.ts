/** What goes on after an answer or a forwarding: work that was announced for a date, and an institution that is asked. */
import { env, exports } from 'cloudflare:workers';
import { and, eq, isNull } from 'drizzle-orm';
import { beforeEach, describe, it } from 'vitest';
import type { Staff } from '../../shared/permissions/people.ts';
import { clocks } from '../../workers/clocks/table.ts';
import { deliveries } from '../../workers/messaging/table.ts';
import { MINUTE } from '../../workers/platform/clock.ts';
import { openDb } from '../../workers/platform/db.ts';
import { regencyAt } from '../../workers/regency/snapshot.ts';
import { Desk, fillForm } from '../support/desk.ts';
import { workPhoto } from '../support/journeys.ts';
import { Machine } from '../support/machine.ts';
import { act, addStaff, caseRow, loadRegency, MONDAY, newCase, setClock } from '../support/worker.ts';

let admin: Staff;
let liaison: Staff;

beforeEach(async () => {
  setClock(MONDAY);
  await loadRegency();
  admin = await addStaff(['admin'], ['DISKOMINFOSP'], 'Andi Admin', { email: 'admin@uji.id' });
  liaison = await addStaff(['liaison'], ['PUPR'], 'Lina Penghubung', { email: 'lina@uji.id' });
});

const running = async (code: string) =>
  openDb(env.DB)
    .select()
    .from(clocks)
    .where(and(eq(clocks.subjectId, (await caseRow(code)).id), isNull(clocks.stoppedAt)));
const timeline = async ({ code, pin }: { code: string; pin: string }) => {
  const headers = { authorization: `Pin ${pin}` };
  const address = `http://localhost/api/v1/complaints/${code}/timeline`;
  return (await exports.default.fetch(new Request(address, { headers }))).text();
};
const notices = async () =>
  (await openDb(env.DB).select().from(deliveries)).map(
    ({ template, recipient }) => `${template} ${recipient}`,
  );

async function scheduled() {
  const receipt = await newCase({ contact: { email: 'warga@example.id' } });
  await act(admin, receipt.code, 'dispose', { office: 'PUPR' });
  await act(liaison, receipt.code, 'answer', {
    outcome: 'dijadwalkan',
    text: 'Pengaspalan dianggarkan.',
    date: '2026-08-03',
    budget: 'APBD-P 2026',
  });
  return receipt;
}

describe('work that was announced for a date', () => {
  it('is carried out with a photo: the clock stops, the reporter is told, and nothing is settled', async ({
    expect,
  }) => {
    const receipt = await scheduled();
    const { code } = receipt;
    const desk = await Desk.of(liaison);
    const bare = await fillForm(desk, code, 'carry_out', { text: 'Sudah diaspal hari ini.' });
    expect(bare.status).toBe(422);
    const text = await bare.text();
    expect(text).toContain('Pekerjaan fisik perlu paling sedikit satu foto.');
    expect(text).toContain('Sudah diaspal hari ini.');
    const fields = { text: 'Sudah diaspal hari ini.', photos: [await workPhoto()] };
    expect((await fillForm(desk, code, 'carry_out', fields)).status).toBe(303);
    expect(await caseRow(code)).toMatchObject({ state: 'answered', outcome: 'dikerjakan', closedAt: null });
    expect((await running(code)).map(({ clock }) => clock)).toEqual(['reporter']);
    expect(await notices()).toContain('carried-out reporter');
    expect(await timeline(receipt)).toContain('menyelesaikan pekerjaan yang dijadwalkan');
    const again = await desk.api(`/cases/${code}/carry_out`, fields);
    expect(again.status).toBe(409);
    expect(await again.text()).toContain('Tidak ada pekerjaan terjadwal');
  });

  it('is still awaited after the reporter confirmed, and leaves the case settled', async ({ expect }) => {
    const { code } = await scheduled();
    await act('reporter', code, 'confirm', {});
    const { closedAt } = await caseRow(code);
    await act(liaison, code, 'carry_out', { text: 'Sudah diaspal.', photos: [await workPhoto()] });
    expect(await caseRow(code)).toMatchObject({ state: 'resolved', outcome: 'dikerjakan', closedAt });
    expect(await running(code)).toEqual([]);
  });

  it('opens no new time to contest: after the ten days a reporter who disagrees files anew', async ({
    expect,
  }) => {
    const { code } = await scheduled();
    const { calendar } = await regencyAt(openDb(env.DB), MONDAY);
    await new Machine().run(calendar.addWorkingDays(MONDAY, 10) + MINUTE);
    expect((await caseRow(code)).state).toBe('resolved');
    const later = calendar.addWorkingDays(MONDAY, 11);
    const photos = [await workPhoto()];
    await act(liaison, code, 'carry_out', { text: 'Sudah diaspal.', photos }, later);
    await expect(act('reporter', code, 'contest', { reason: 'Belum diaspal.' }, later)).rejects.toMatchObject(
      {
        detail: 'contest_over',
      },
    );
    await expect(act('reporter', code, 'reply', { text: 'Belum diaspal.' }, later)).rejects.toMatchObject({
      kind: 'conflict',
    });
    await act('reporter', code, 'rate', { score: 1 }, later);
    expect((await caseRow(code)).state).toBe('resolved');
  });

  it('gets another date with a reason, and falls due on that one only', async ({ expect }) => {
    const receipt = await scheduled();
    const { code } = receipt;
    const desk = await Desk.of(liaison);
    const past = await desk.api(`/cases/${code}/reschedule`, { date: '2026-07-20', reason: 'Hujan lama.' });
    expect(past.status).toBe(422);
    const moved = await desk.api(`/cases/${code}/reschedule`, {
      date: '2026-08-12',
      reason: 'Aspal terlambat.',
    });
    expect(moved.status).toBe(200);
    const [clock] = (await running(code)).filter((one) => one.clock === 'scheduled');
    expect(clock?.date).toBe('2026-08-12');
    expect(await timeline(receipt)).toContain('Aspal terlambat.');
    expect(await notices()).toContain('rescheduled reporter');
    expect(await desk.text(`/desk/kasus/${code}`)).toContain('Tanggal sebelumnya: Senin, 3 Agustus 2026');
    const { calendar } = await regencyAt(openDb(env.DB), MONDAY);
    const machine = new Machine();
    await machine.run(calendar.endOfOffice('2026-08-03') + MINUTE);
    expect(await notices()).not.toContain(`staff-overdue staff:${liaison.id}`);
    await machine.run(calendar.endOfOffice('2026-08-12') + MINUTE);
    expect(await notices()).toContain(`staff-overdue staff:${liaison.id}`);
  });

  it('is nothing that another answer could have', async ({ expect }) => {
    const { code } = await newCase();
    await act(admin, code, 'dispose', { office: 'PUPR' });
    await act(liaison, code, 'answer', { outcome: 'dijelaskan', text: 'Sudah kami jelaskan.' });
    const page = await (await Desk.of(liaison)).text(`/desk/kasus/${code}`);
    expect(page).not.toContain('Pekerjaan terjadwal sudah selesai');
    await expect(
      act(liaison, code, 'reschedule', { date: '2026-08-12', reason: 'Tidak ada.' }),
    ).rejects.toMatchObject({ detail: 'not_scheduled' });
  });
});

describe('an institution outside the regency', () => {
  it('is asked by a person: the next question comes ten working days later', async ({ expect }) => {
    const receipt = await newCase({ contact: { email: 'warga@example.id' } });
    const { code } = receipt;
    await act(admin, code, 'forward', { office: 'LUAR-PLN', text: 'Listrik ditangani PLN, hubungi 123.' });
    const { calendar } = await regencyAt(openDb(env.DB), MONDAY);
    const later = calendar.addWorkingDays(MONDAY, 6) - 60 * MINUTE;
    setClock(later);
    const desk = await Desk.of(admin);
    const date = calendar.localDate(later);
    const said = 'Tiang diganti pekan depan, kata Pak Rudi.';
    const tomorrow = await desk.api(`/cases/${code}/chase`, {
      way: 'telepon',
      date: '2026-12-31',
      text: said,
    });
    expect(tomorrow.status).toBe(422);
    expect((await fillForm(desk, code, 'chase', { way: 'telepon', date, text: said })).status).toBe(303);
    const due = calendar.addWorkingDays(later, 10);
    expect((await running(code)).map(({ clock, dueAt }) => [clock, dueAt])).toEqual([['forwarded', due]]);
    expect((await caseRow(code)).nextDueAt).toBe(due);
    const way = await timeline(receipt);
    expect(way).toContain('sudah menanyakan hasilnya kepada');
    expect(way).not.toContain('Rudi');
    expect(await desk.text(`/desk/kasus/${code}`)).toContain(said);
    const machine = new Machine();
    await machine.run(calendar.addWorkingDays(MONDAY, 10) + MINUTE);
    expect(await notices()).not.toContain('forwarded-pending reporter');
    await machine.run(due + MINUTE);
    expect(await notices()).toContain('forwarded-pending reporter');
  });
});
