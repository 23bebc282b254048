import { createExecutionContext, createMessageBatch, getQueueResult } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeEach, describe, it } from 'vitest';
import { consume, type Hint } from '../../workers/features/queue.ts';
import { sweep } from '../../workers/features/sweep.ts';
import { deadLetters } from '../../workers/messaging/table.ts';
import { HOUR, MINUTE, now } from '../../workers/platform/clock.ts';
import { openDb } from '../../workers/platform/db.ts';
import { abortOn, type Fault, faulty } from '../support/faulty.ts';
import { held } from '../support/journeys.ts';
import { allDeliveries, deliver as deliverIn, withBindings } from '../support/mails.ts';
import { act, addStaff, loadRegency, MONDAY, newCase, setClock } from '../support/worker.ts';

interface Sent {
  to: string;
  subject: string;
  text: string;
}

let mails: Sent[] = [];
/** How often the gateway refuses before it takes a mail. */
let refusals = 0;

beforeEach(async () => {
  mails = [];
  refusals = 0;
  setClock(MONDAY);
  await loadRegency();
});

/** The mail gateway cannot be reached from here: a stand-in keeps what it is given, or refuses with a code of its own. */
const bindings = (d1: D1Database = env.DB) =>
  withBindings({
    DB: d1,
    MAIL_WAY: 'binding',
    EMAIL: {
      send: async (mail: Sent) => {
        if (refusals-- > 0) throw Object.assign(new Error('slow down'), { code: 'E_RATE_LIMIT_EXCEEDED' });
        mails.push(mail);
      },
    },
  });

const deliver = (bodies: unknown[], environment = bindings()) => deliverIn(bodies, environment);

const receiptOf = async () => {
  const { caseId, code } = await newCase({ contact: { email: 'warga@example.id' } });
  return { code, id: `${caseId}:1:receipt:reporter` };
};

describe('a notice', () => {
  it('is sent once, with the code and the date promised, and no word of the report', async ({ expect }) => {
    const { id, code } = await receiptOf();
    expect(await deliver([{ ids: [id] }, { ids: [id] }])).toEqual({ acked: 2, retried: 0 });
    await Promise.all([deliver([{ ids: [id] }]), deliver([{ ids: [id] }])]);
    expect(mails).toHaveLength(1);
    expect(mails[0]?.to).toBe('warga@example.id');
    expect(mails[0]?.text).toContain(code);
    expect(mails[0]?.text).toMatch(/\d{1,2} \w+ \d{4}/);
    expect(mails[0]?.text).not.toContain('berlubang');
    expect(await allDeliveries()).toMatchObject([{ status: 'sent' }]);
  });

  it.for(['before_batch', 'answer_lost'] as Fault[])('survives %s', async (fault, { expect }) => {
    const { id } = await receiptOf();
    const broken = faulty(env.DB, fault);
    await deliver([{ ids: [id] }], bindings(broken.d1));
    expect(broken.struck()).toBe(1);
    // A lease whose answer was lost is over after two minutes; until then nobody sends it a second time.
    setClock(MONDAY + 3 * MINUTE);
    await deliver([{ ids: [id] }]);
    await deliver([{ ids: [id] }]);
    expect(mails).toHaveLength(1);
    expect(await allDeliveries()).toMatchObject([{ status: 'sent' }]);
  });

  it('waits and is tried again when the gateway refuses, and the sweep finds it', async ({ expect }) => {
    const { id } = await receiptOf();
    refusals = 2;
    await deliver([{ ids: [id] }]);
    expect(await allDeliveries()).toMatchObject([{ status: 'pending', attempts: 1 }]);
    const sent: Hint[] = [];
    const watched = new Proxy(bindings(), {
      get: (target, name) =>
        name === 'DELIVERY'
          ? { send: async (body: Hint) => void sent.push(body) }
          : Reflect.get(target, name),
    });
    await sweep(watched, now());
    expect(sent).toEqual([]);
    setClock(MONDAY + HOUR);
    await sweep(watched, now());
    expect(sent).toEqual([{ ids: [id] }]);
    await deliver(sent);
    setClock(MONDAY + 2 * HOUR);
    await deliver(sent);
    expect(mails).toHaveLength(1);
    expect(await allDeliveries()).toMatchObject([{ status: 'sent', attempts: 3 }]);
  });

  it('stands as failed with its reason when nothing helps', async ({ expect }) => {
    const { id } = await receiptOf();
    refusals = 1_000;
    for (let hours = 0; hours < 80; hours += 2) {
      setClock(MONDAY + hours * HOUR);
      await deliver([{ ids: [id] }]);
    }
    const [row] = await allDeliveries();
    expect(row?.status).toBe('failed');
    // At least thirty tries, and three days.
    expect(row?.attempts).toBeGreaterThanOrEqual(36);
    expect(row?.reason).toMatch(/^Gagal terkirim/);
    expect(row?.reason).not.toContain('slow down');
  });

  it('is not lost when the outbox aborts in the middle', async ({ expect }) => {
    const admin = await addStaff(['admin'], ['DISKOMINFOSP']);
    await addStaff(['liaison'], ['PUPR']);
    const { code } = await receiptOf();
    const { deliveries: ids } = await act(admin, code, 'dispose', { office: 'PUPR' });
    const repair = await abortOn('deliveries');
    expect(await deliver([{ ids }])).toEqual({ acked: 0, retried: 1 });
    expect(mails).toEqual([]);
    await repair();
    await deliver([{ ids }]);
    expect(mails.length).toBe(2);
  });
});

describe('a notice to a desk', () => {
  it('reaches each of its people once, and nobody who is accused', async ({ expect }) => {
    const first = await addStaff(['verifier'], ['SETDA']);
    await addStaff(['verifier'], ['PUPR']);
    const code = await held();
    const { deliveries: ids } = await act(first, code, 'pass_to_inspectorate', {
      accused: ['INSPEKTORAT'],
    }).catch(() => ({
      deliveries: [] as string[],
    }));
    const pending = (await allDeliveries()).map((row) => row.id);
    await deliver([{ ids: [...pending, ...ids] }]);
    await deliver([{ ids: pending }]);
    const sent = (await allDeliveries()).filter((row) => row.recipient.startsWith('staff:'));
    expect(new Set(sent.map((row) => row.id)).size).toBe(sent.length);
    expect(mails.every((mail) => !mail.text.includes('berlubang'))).toBe(true);
  });
});

describe('the consumer of dead letters', () => {
  it.for(['before_batch', 'answer_lost'] as Fault[])(
    'keeps each letter once: %s',
    async (fault, { expect }) => {
      const broken = faulty(env.DB, fault);
      const message = { id: 'one', timestamp: new Date(), attempts: 1, body: { ids: [1] } };
      const first = createMessageBatch<Hint>('kanal-dead', [message]);
      const ctx = createExecutionContext();
      await consume(first, bindings(broken.d1));
      expect((await getQueueResult(first, ctx)).retryMessages).toHaveLength(1);
      await consume(createMessageBatch<Hint>('kanal-dead', [message]), bindings());
      expect(await openDb(env.DB).select().from(deadLetters)).toHaveLength(1);
    },
  );
});
