/**
 * A day as people live it, on a Kanal of which something does not work: reports come in and are answered, clocks run
 * out, notices leave. Who is not answered tries again, as phones and people do. A sweep every ten minutes, later every twenty, every hour at night,
 * stands for one a minute; what a queue retries comes back with the next, and after six tries goes to the dead letters.
 */
import {
  createExecutionContext,
  createMessageBatch,
  getQueueResult,
  waitOnExecutionContext,
} from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { asc } from 'drizzle-orm';
import type { Staff } from '../../shared/permissions/people.ts';
import { app } from '../../workers/app.tsx';
import { firstBreak } from '../../workers/cases/chain.ts';
import { cases, history } from '../../workers/cases/table.ts';
import { clockStages } from '../../workers/clocks/table.ts';
import { consume, type Hint } from '../../workers/features/queue.ts';
import type { Judged } from '../../workers/features/status/judge.ts';
import { sweep } from '../../workers/features/sweep.ts';
import { deliveries } from '../../workers/messaging/table.ts';
import { HOUR, MINUTE } from '../../workers/platform/clock.ts';
import { openDb } from '../../workers/platform/db.ts';
import { staff } from '../../workers/regency/table.ts';
import { bearer, ORIGIN } from './api.ts';
import { Desk } from './desk.ts';
import { Machine } from './machine.ts';
import { act, addStaff, newCase, setClock } from './worker.ts';

type Message = Machine['waiting'][number];

/** What does not work; changed while the day goes on. */
export interface Broken {
  d1?: D1Database;
  search?: D1Database;
  /** @returns whether this message is lost */
  loses?: (message: Message) => boolean;
  smtpUrl?: () => string;
}

export class LivedDay {
  readonly env: Env;
  private readonly machine: Machine;
  private readonly tries = new Map<Message, number>();
  private again: Message[] = [];
  private readonly mailboxes: string[] = [];
  private readonly broken: Broken;
  private headers: Record<string, string> = {};
  private staff: Record<'admin' | 'liaison', Staff> | null = null;
  private desks: { admin: Desk; liaison: Desk } | null = null;
  /** Codes on receipts that reached their reporters. */
  readonly receipts: string[] = [];

  constructor(broken: Broken) {
    this.broken = broken;
    this.machine = new Machine(broken.d1);
    const replaced: Record<string, () => unknown> = {
      // As the cookies of these desks have it.
      ORIGIN: () => 'http://kanal.test',
      ...(broken.search ? { SEARCH: () => broken.search } : {}),
      ...(broken.smtpUrl ? { MAIL_WAY: () => 'smtp', SMTP_URL: broken.smtpUrl } : {}),
    };
    this.env = new Proxy(this.machine.env, {
      get: (target, name) => (replaced[String(name)] ?? (() => Reflect.get(target, name)))(),
    });
  }

  get mails() {
    return this.machine.mails;
  }

  /** People, and five reports of a week ago whose first answers fall due today. @param at beginning of the day before */
  async prepare(weekAgo: number): Promise<void> {
    const admin = await addStaff(['admin'], ['DISKOMINFOSP']);
    const liaison = await addStaff(['liaison'], ['PUPR'], 'liaison', {
      email: `ok.${crypto.randomUUID()}@example.id`,
    });
    await addStaff(['head'], ['PUPR'], 'head', { email: `ok.${crypto.randomUUID()}@example.id` });
    await addStaff(['verifier'], [], 'verifier', { email: `ok.${crypto.randomUUID()}@example.id` });
    setClock(weekAgo);
    for (let i = 0; i < 5; i++) {
      const { code } = await newCase({ contact: { email: this.mailbox() } }, { at: weekAgo });
      await act(admin, code, 'dispose', { office: 'PUPR' }, weekAgo);
    }
    // Before anything breaks.
    const well = new LivedDay({ ...this.broken, d1: env.DB, search: env.SEARCH, loses: () => false });
    await well.run(weekAgo + MINUTE);
    this.mails.push(...well.mails);
    this.headers = { ...(await bearer()), 'content-type': 'application/json' };
    this.staff = { admin, liaison };
  }

  /** In the morning. */
  private async signIn({ admin, liaison }: Record<'admin' | 'liaison', Staff>): Promise<void> {
    this.desks = { admin: await Desk.of(admin), liaison: await Desk.of(liaison) };
  }

  async run(at: number): Promise<void> {
    setClock(at);
    this.machine.waiting.push(...this.again.splice(0));
    await sweep(this.env, at).catch(() => {});
    await this.drain();
  }

  /** Sweeps, and what people do at the full hours of the working day. */
  async live(from: number, until: number): Promise<void> {
    setClock(from);
    if (this.staff) await this.signIn(this.staff);
    for (let at = from; at < until; ) {
      await this.run(at);
      const hour = new Date(at + 8 * HOUR).getUTCHours();
      if (at % HOUR === 0 && hour >= 8 && hour <= 16) await this.people(hour);
      at += hour < 7 || hour >= 18 ? HOUR : hour < 11 ? 10 * MINUTE : 20 * MINUTE;
    }
  }

  private async people(hour: number): Promise<void> {
    await this.report(`Jalan di depan pasar berlubang dalam, hari ini pukul ${hour}.`);
    if (hour === 10) await this.report('Kepala dinas meminta uang pelicin untuk izin.');
    const open = await openDb(env.DB).select().from(cases).orderBy(asc(cases.id));
    const mine = open.findLast(({ state, office }) => state === 'disposed' && office === 'PUPR');
    if (mine && (hour === 8 || hour === 12)) {
      const text = `Lubang akan ditambal, nomor ${hour}.`;
      await this.perform('liaison', mine.code, 'follow_up', {
        text,
        nextStep: 'Menambal lubang',
        date: '2026-07-30',
      });
    }
    const stray = open.find(
      ({ holder, state, routedAt }) => holder === '@admin' && state === 'received' && routedAt !== null,
    );
    if (stray) await this.perform('admin', stray.code, 'dispose', { office: 'PUPR' });
    await this.drain();
  }

  private mailbox(): string {
    const address = `ok.${crypto.randomUUID()}@example.id`;
    this.mailboxes.push(address);
    return address;
  }

  /** Of everybody who may get a notice. */
  async addresses(): Promise<string[]> {
    const people = await openDb(env.DB).select({ email: staff.email }).from(staff);
    return [...this.mailboxes, ...people.map(({ email }) => email)];
  }

  private async report(text: string): Promise<void> {
    const init = {
      method: 'POST',
      headers: { ...this.headers, 'idempotency-key': crypto.randomUUID() },
      body: JSON.stringify({ kind: 'complaint', text, contact: { email: this.mailbox() } }),
    };
    const answer = await insist(() => this.fetch('/api/v1/complaints', init));
    this.receipts.push(((await answer.json()) as { code: string }).code);
  }

  private async perform(who: 'admin' | 'liaison', code: string, verb: string, body: unknown): Promise<void> {
    const headers = { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() };
    const init = { method: 'POST', headers, body: JSON.stringify(body) };
    await insist(async () => this.desk(who, `/api/v1/desk/cases/${code}/${verb}`, init));
  }

  private async desk(who: 'admin' | 'liaison', path: string, init: RequestInit = {}): Promise<Response> {
    if (!this.desks) throw new Error('not prepared');
    return this.desks[who].send(path, init, this.env);
  }

  /** What the status page says to the administrator, who loads it until it comes. */
  async status(): Promise<Pick<Judged, 'level' | 'summary' | 'lines'>> {
    const answer = await insist(() => this.desk('admin', '/api/v1/desk/status'));
    return answer.json();
  }

  private async fetch(path: string, init: RequestInit): Promise<Response> {
    const ctx = createExecutionContext();
    const response = await app.fetch(new Request(`${ORIGIN}${path}`, init), this.env, ctx);
    await waitOnExecutionContext(ctx);
    return response;
  }

  private async drain(): Promise<void> {
    const { waiting } = this.machine;
    for (let message = waiting.shift(); message; message = waiting.shift()) {
      if (!this.broken.loses?.(message)) await this.consume(message);
    }
  }

  private async consume(message: Message): Promise<void> {
    const attempts = (this.tries.get(message) ?? 0) + 1;
    this.tries.set(message, attempts);
    const batch = createMessageBatch<Hint>(message.queue, [
      { id: crypto.randomUUID(), timestamp: new Date(), attempts, body: message.body as Hint },
    ]);
    const ctx = createExecutionContext();
    const failed = await consume(batch, this.env).then(
      () => false,
      () => true,
    );
    const { retryMessages } = await getQueueResult(batch, ctx);
    if (!failed && retryMessages.length === 0) return;
    if (attempts < 6 || message.queue === 'kanal-dead') this.again.push(message);
    else this.again.push({ queue: 'kanal-dead', body: message.body });
  }

  /** What has to hold when all is over, read from the databases as they are. */
  async account() {
    const db = openDb(env.DB);
    const all = await db.select().from(cases);
    const notices = await db.select().from(deliveries);
    const links = await db.select().from(history).orderBy(asc(history.id));
    const broken: number[] = [];
    for (const [id, rows] of Map.groupBy(links, ({ caseId }) => caseId))
      if ((await firstBreak(rows)) !== null) broken.push(id);
    return {
      /** Accepted more than once, or not at all. */
      strays: this.receipts.length - new Set(this.receipts).size + (all.length - 5 - this.receipts.length),
      missing: this.receipts.filter((code) => !all.some((row) => row.code === code)),
      unrouted: all.filter(({ routedAt }) => routedAt === null).length,
      broken,
      undelivered: notices
        .filter(({ status }) => !['sent', 'skipped'].includes(status))
        .map(({ id, status, reason }) => ({ id, status, reason })),
      /** Notices to people that left by mail. */
      sent: notices.filter(
        ({ status, recipient }) => status === 'sent' && /^(reporter|staff:)/.test(recipient),
      ),
      stages: await db.select().from(clockStages),
    };
  }
}

/** Tries until somebody answers something else than "later". */
async function insist(work: () => Promise<Response>): Promise<Response> {
  for (let tried = 0; tried < 60; tried++) {
    const answer = await work();
    if (answer.status < 500) {
      if (answer.ok) return answer;
      throw new Error(`${answer.status}: ${await answer.text()}`);
    }
  }
  throw new Error('Nobody answers');
}
