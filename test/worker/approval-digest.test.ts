/** Who may approve an answer hears of it in the morning's digest, and in no mail of its own. */
import { env } from 'cloudflare:workers';
import { beforeEach, describe, it } from 'vitest';
import { sweep } from '../../workers/features/sweep.ts';
import { HOUR, MINUTE } from '../../workers/platform/clock.ts';
import { PROPOSED } from '../support/journeys.ts';
import { Machine } from '../support/machine.ts';
import { wantApproval } from '../support/office-settings.ts';
import { type Officials, office } from '../support/officials.ts';
import { act, addStaff, MONDAY, newCase, setClock } from '../support/worker.ts';

let kanal: Officials;
let machine: Machine;

beforeEach(async () => {
  kanal = await office();
  machine = new Machine();
});

/** A case of PUPR with an answer that the liaison has proposed on Monday. */
async function proposed(): Promise<string> {
  const { people } = kanal;
  const { code } = await newCase({}, { at: MONDAY });
  await act(people.admin, code, 'dispose', { office: 'PUPR' }, MONDAY);
  await act(people.liaison, code, 'propose_answer', PROPOSED, MONDAY + HOUR);
  return code;
}
const eight = (date: string) => kanal.regency.calendar.startOfDay(date) + 8 * HOUR;
/** The first sweep after a night without one only looks at the clocks. */
async function morning(date: string): Promise<void> {
  await machine.run(eight(date));
  await machine.run(eight(date) + MINUTE);
}
const mails = (name: string) => machine.to(`${name}@example.id`);

describe('an answer that waits for approval', () => {
  it('stands in the digest of who approves, each morning once, until it is decided', async ({ expect }) => {
    await wantApproval('PUPR', 'head');
    const code = await proposed();
    await machine.run(MONDAY + 2 * HOUR);
    expect(mails('kepala')).toEqual([]);
    await morning('2026-07-21');
    await machine.run(eight('2026-07-21') + 2 * MINUTE);
    expect(mails('kepala')).toHaveLength(1);
    const [first] = mails('kepala');
    expect(first?.subject).toContain('1 hal');
    expect(first?.text).toContain(
      `Menunggu persetujuan Anda:\n- ${code}: jawaban diusulkan Senin, 20 Juli 2026, batas waktu`,
    );
    // Nobody else is asked: not who wrote it, and no other head.
    const told = machine.mails.filter(({ text }) => text.includes('Menunggu persetujuan'));
    expect(told.map(({ to }) => to)).toEqual(['kepala@example.id']);
    await morning('2026-07-22');
    expect(mails('kepala')).toHaveLength(2);
    await act(kanal.people.head, code, 'approve_answer', {}, MONDAY + 50 * HOUR);
    await morning('2026-07-23');
    expect(mails('kepala')).toHaveLength(2);
  });

  it('is not told once it is decided before the digest leaves', async ({ expect }) => {
    await wantApproval('PUPR', 'colleague');
    await addStaff(['liaison'], ['PUPR'], 'Rekan', { email: 'rekan@example.id' });
    const code = await proposed();
    const at = eight('2026-07-21');
    await machine.run(at);
    // Made, and its hint lost: it leaves with the next sweep.
    setClock(at + MINUTE);
    await sweep(machine.env, at + MINUTE);
    machine.waiting = [];
    await act(kanal.people.head, code, 'send_back_answer', { reason: 'Sebutkan tanggalnya.' }, at + 90_000);
    await machine.run(at + 2 * MINUTE);
    expect(machine.mails.filter(({ text }) => text.includes('Menunggu persetujuan'))).toEqual([]);
    const { results } = await env.DB.prepare(
      "SELECT status FROM deliveries WHERE template = 'staff-digest'",
    ).all();
    expect(results.length).toBeGreaterThan(0);
    expect(new Set(results.map(({ status }) => status))).toEqual(new Set(['skipped']));
  });

  it('is told to nobody who is accused in it', async ({ expect }) => {
    await wantApproval('PUPR', 'head');
    const { people } = kanal;
    const code = await proposed();
    await env.DB.prepare('INSERT INTO case_accused (case_id, subject) SELECT id, ? FROM cases WHERE code = ?')
      .bind(`staff:${people.head.id}`, code)
      .run();
    await morning('2026-07-21');
    const told = machine.mails.filter(({ text }) => text.includes('Menunggu persetujuan'));
    expect(told).toEqual([]);
    expect(machine.mails.some(({ to, text }) => to === 'kepala@example.id' && text.includes(code))).toBe(
      false,
    );
  });
});
