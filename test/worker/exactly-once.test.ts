import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { beforeEach, describe, it } from 'vitest';
import type { Hint } from '../../workers/features/queue.ts';
import { sweep } from '../../workers/features/sweep.ts';
import { deliveries } from '../../workers/messaging/table.ts';
import { DAY, HOUR, MINUTE, now } from '../../workers/platform/clock.ts';
import { openDb } from '../../workers/platform/db.ts';
import { type Fault, faulty } from '../support/faulty.ts';
import { allDeliveries, deliver, receiptTo, withBindings } from '../support/mails.ts';
import { countingStatements } from '../support/statements.ts';
import { act, addStaff, loadRegency, MONDAY, newCase, setClock } from '../support/worker.ts';

let mails: { to: string; subject: string }[] = [];
/** What the gateway says once it has kept a mail. */
let answer: () => Promise<unknown> = async () => ({ messageId: '<a@example.id>' });

beforeEach(async () => {
  mails = [];
  answer = async () => ({ messageId: '<a@example.id>' });
  setClock(MONDAY);
  await loadRegency();
});

/** The gateway itself cannot be reached from here: a stand-in keeps what it is given. */
const bindings = (d1: D1Database = env.DB, more: Record<string, unknown> = {}) => {
  const send = async (mail: { to: string; subject: string }) => {
    mails.push(mail);
    return answer();
  };
  return withBindings({ DB: d1, MAIL_WAY: 'binding', EMAIL: { send }, ...more });
};

/** Sweeps and what they send, until so long after the start. */
async function live(until: number): Promise<void> {
  for (let at = now() + MINUTE; at <= MONDAY + until; at += HOUR) {
    setClock(at);
    const sent: Hint[] = [];
    const DELIVERY = { send: async (body: Hint) => void sent.push(body, body) };
    await sweep(bindings(env.DB, { DELIVERY }), at);
    await deliver(sent, bindings());
  }
}

const UNKNOWN = 'Sudah diserahkan ke server surat, tetapi hasilnya tidak diketahui';

describe('a notice leaves once', () => {
  // Its writes in order: what was cut off, the lease, the handing over, the note of the result.
  const writes = ['cut off', 'lease', 'hand', 'note'];
  const faults = (['before_batch', 'answer_lost'] as Fault[]).flatMap((fault) =>
    writes.flatMap((write, after) => [1, 9].map((times) => ({ fault, write, after, times }))),
  );

  it.for(faults)('when D1 fails: $fault, $times times from $write on', async (row, { expect }) => {
    const { id } = await receiptTo('warga');
    const broken = faulty(env.DB, row.fault, row.times, row.after);
    await deliver([{ ids: [id] }, { ids: [id] }], bindings(broken.d1));
    expect(broken.struck()).toBeGreaterThan(0);
    await live(4 * HOUR);
    const [delivery] = await allDeliveries();
    // Only where the note was lost nobody knows.
    const lost = row.write === 'note' && row.times > 4 && row.fault === 'before_batch';
    expect(delivery).toMatchObject(
      lost ? { status: 'uncertain', reason: UNKNOWN } : { status: 'sent', reason: null },
    );
    expect(mails).toHaveLength(1);
  });

  it('when the consumer is killed after the gateway said yes', async ({ expect }) => {
    const { id } = await receiptTo('warga');
    answer = () => new Promise(() => {});
    void deliver([{ ids: [id] }], bindings());
    while (mails.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await live(DAY);
    expect(mails).toHaveLength(1);
    expect(await allDeliveries()).toMatchObject([{ status: 'uncertain', attempts: 1, reason: UNKNOWN }]);
  });

  it('when the answer comes long after everybody gave up, and then the log knows', async ({ expect }) => {
    const { id } = await receiptTo('warga');
    let say = (_: unknown) => {};
    answer = () => new Promise((resolve) => (say = resolve));
    const slow = deliver([{ ids: [id] }], bindings());
    while (mails.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await live(2 * HOUR);
    expect(await allDeliveries()).toMatchObject([{ status: 'uncertain' }]);
    say({});
    await slow;
    expect(await allDeliveries()).toMatchObject([{ status: 'sent', reason: null }]);
    expect(mails).toHaveLength(1);
  });

  it('when many consumers get it at once, again and again', async ({ expect }) => {
    const { id } = await receiptTo('warga');
    answer = () => new Promise((resolve) => setTimeout(resolve, 30));
    for (let round = 0; round < 3; round++)
      await Promise.all(Array.from({ length: 8 }, () => deliver([{ ids: [id] }], bindings())));
    expect(mails).toHaveLength(1);
    expect(await allDeliveries()).toMatchObject([{ status: 'sent', attempts: 1 }]);
  });
});

describe('a code of the gateway', () => {
  it.for([
    ['E_RECIPIENT_SUPPRESSED', 'failed'],
    ['E_VALIDATION_ERROR', 'failed'],
    ['E_DAILY_LIMIT_EXCEEDED', 'pending'],
    ['E_SENDER_NOT_VERIFIED', 'pending'],
    ['E_INTERNAL_SERVER_ERROR', 'uncertain'],
    ['E_SOMETHING_NEW', 'uncertain'],
    [undefined, 'uncertain'],
  ] as const)('%s leaves it %s', async ([code, status], { expect }) => {
    const { id } = await receiptTo('warga');
    answer = async () => {
      throw Object.assign(new Error('warga@example.id is not good'), code ? { code } : {});
    };
    await deliver([{ ids: [id] }], bindings());
    const [row] = await allDeliveries();
    expect(row).toMatchObject({ status, attempts: 1 });
    expect(row?.reason).toMatch(/^(Dicoba lagi: |Sudah diserahkan|Layanan surat)/);
    expect(row?.reason).not.toContain('@');
    if (status === 'pending') expect(row?.handedAt).toBeNull();
  });
});

describe('outside office hours', () => {
  const EVENING = MONDAY + 10 * HOUR;
  const TUESDAY = Date.UTC(2026, 6, 20, 23, 30);

  /** A disposition in the evening: notices to the reporter and to the office. */
  async function disposed(urgent: boolean): Promise<string[]> {
    const admin = await addStaff(['admin'], ['DISKOMINFOSP']);
    await addStaff(['liaison'], ['PUPR']);
    setClock(EVENING);
    const { code } = await newCase({ contact: { email: 'warga@example.id' } }, { at: EVENING });
    await act(admin, code, 'dispose', { office: 'PUPR', urgent });
    return (await allDeliveries()).map(({ id }) => id);
  }

  it('only what somebody waits for goes out; the rest at the next opening, once', async ({ expect }) => {
    const ids = await disposed(false);
    const planned = (await allDeliveries()).map((row) => [row.template, [row.nextAt, row.reason]]);
    const closed = [TUESDAY, 'Menunggu jam kerja'];
    expect(Object.fromEntries(planned)).toEqual({
      receipt: [EVENING, null],
      disposed: closed,
      'staff-disposed': closed,
    });
    // Whatever the row says, the guard at the door holds.
    await openDb(env.DB).update(deliveries).set({ nextAt: EVENING, reason: null });
    await deliver([{ ids }], bindings());
    expect(mails.map(({ subject }) => subject)).toEqual([expect.stringContaining('sudah kami terima')]);
    const waiting = (await allDeliveries()).filter((row) => row.template !== 'receipt');
    expect(waiting.length).toBe(2);
    for (const row of waiting)
      expect(row).toMatchObject({
        status: 'pending',
        attempts: 0,
        nextAt: TUESDAY,
        reason: 'Menunggu jam kerja',
      });
    // The clock runs on: a busy machine takes more than a moment.
    setClock(TUESDAY - MINUTE);
    await deliver([{ ids }], bindings());
    expect(mails).toHaveLength(1);
    setClock(TUESDAY);
    await deliver([{ ids }, { ids }], bindings());
    expect(mails).toHaveLength(3);
    expect((await allDeliveries()).every((row) => row.status === 'sent')).toBe(true);
  });

  it('what is mendesak goes out at once', async ({ expect }) => {
    await deliver([{ ids: await disposed(true) }], bindings());
    expect(mails).toHaveLength(3);
  });

  it('a failed one is not tried again before the next opening either', async ({ expect }) => {
    const ids = await disposed(false);
    const CLOSING = Date.UTC(2026, 6, 21, 7, 59);
    setClock(CLOSING);
    answer = async () => {
      throw Object.assign(new Error('no'), { code: 'E_RATE_LIMIT_EXCEEDED' });
    };
    await deliver([{ ids }], bindings());
    const [receipt, ...rest] = (await allDeliveries())
      .filter((row) => row.status === 'pending')
      .sort((a, b) => a.nextAt - b.nextAt);
    expect(receipt).toMatchObject({ template: 'receipt' });
    expect(receipt?.nextAt).toBeLessThan(CLOSING + 5 * MINUTE);
    expect(rest).toHaveLength(2);
    for (const row of rest) expect(row).toMatchObject({ nextAt: TUESDAY + DAY, attempts: 1 });
  });
});

describe('an invocation', () => {
  it('stays under 900 statements whatever it is given, and hints what is left', async ({ expect }) => {
    const db = openDb(env.DB);
    for (let i = 0; i < 60; i++) {
      const { caseId } = await newCase({ contact: { email: `w${i}@example.id` } });
      await db.update(deliveries).set({ caseId }).where(eq(deliveries.caseId, caseId));
    }
    const ids = (await allDeliveries()).map(({ id }) => id);
    const { d1, executed } = countingStatements(env.DB);
    const hints: Hint[] = [];
    const DELIVERY = { send: async (body: Hint) => void hints.push(body) };
    const messages = ids.map((id) => ({ ids: [id] }));
    await deliver([{ ids }, ...messages.slice(0, 19)], bindings(d1, { DELIVERY }));
    expect(executed()).toBeLessThan(900);
    const left = ids.filter((id) => hints.some((hint) => hint.ids.includes(id)));
    expect(mails.length).toBeGreaterThan(30);
    expect(mails.length + left.length).toBe(60);
    await deliver(hints, bindings());
    expect(mails).toHaveLength(60);
    expect(new Set(mails.map(({ to }) => to)).size).toBe(60);
  });
});
