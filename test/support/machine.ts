/**
 * Kanal as it runs by itself: the sweep, the queues it fills and their consumers, at times a test sets. The mail gateway
 * cannot be reached from here: a stand-in keeps what it is given.
 */
import { createExecutionContext, createMessageBatch, waitOnExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import type { Calendar } from '../../shared/working-time.ts';
import { consume, type Hint } from '../../workers/features/queue.ts';
import { sweep } from '../../workers/features/sweep.ts';
import { DAY, HOUR, MINUTE, now } from '../../workers/platform/clock.ts';
import { countingStatements } from './statements.ts';
import { setClock } from './worker.ts';

export interface Sent {
  to: string;
  subject: string;
  text: string;
  /** Epoch ms. */
  at: number;
}

interface Message {
  queue: string;
  body: unknown;
}

export class Machine {
  mails: Sent[] = [];
  /** What waits in the queues. */
  waiting: Message[] = [];
  /** D1 statements of each invocation of a consumer. */
  statements: number[] = [];
  private readonly executed: () => number;
  readonly env: Env;

  constructor(d1: D1Database = env.DB) {
    const queue = (name: string) => ({
      send: async (body: unknown) => void this.waiting.push({ queue: name, body }),
      sendBatch: async (messages: { body: unknown }[]) =>
        void this.waiting.push(...messages.map(({ body }) => ({ queue: name, body }))),
    });
    const counted = countingStatements(d1);
    this.executed = counted.executed;
    const replaced: Record<string, unknown> = {
      DB: counted.d1,
      ROUTING: queue('kanal-routing'),
      DELIVERY: queue('kanal-delivery'),
      CLOCKS: queue('kanal-clocks'),
      COUNTING: queue('kanal-counting'),
      JOBS: queue('kanal-jobs'),
      MAIL_WAY: 'binding',
      ORIGIN: 'https://kanal.test',
      EMAIL: { send: async (mail: Omit<Sent, 'at'>) => void this.mails.push({ ...mail, at: now() }) },
    };
    this.env = new Proxy(env, {
      get: (target, name) => replaced[String(name)] ?? Reflect.get(target, name),
    });
  }

  /** One sweep at this time, and everything that follows from it. @param at epoch ms */
  async run(at: number): Promise<void> {
    setClock(at);
    await sweep(this.env, at);
    await this.drain();
  }

  /** Gives every waiting message to its consumer, each as an invocation of its own, until none is left. */
  async drain(): Promise<void> {
    for (let message = this.waiting.shift(); message; message = this.waiting.shift())
      await this.consume(message);
  }

  /** @returns whether the message was acknowledged */
  async consume(message: Message, bindings: Env = this.env): Promise<void> {
    const batch = createMessageBatch<Hint>(message.queue, [
      { id: crypto.randomUUID(), timestamp: new Date(), attempts: 1, body: message.body as Hint },
    ]);
    const before = this.executed();
    const ctx = createExecutionContext();
    await consume(batch, bindings);
    await waitOnExecutionContext(ctx);
    this.statements.push(this.executed() - before);
  }

  /**
   * Runs on each working day after midnight, when what passed since is told, and at eight, when lists are made; in life a
   * sweep runs every minute. @returns the time at the end
   */
  async days(calendar: Calendar, from: number, count: number): Promise<number> {
    for (let day = 0; day < count; day++) {
      const date = calendar.localDate(from + day * DAY);
      if (!calendar.isWorkingDay(date)) continue;
      const start = calendar.startOfDay(date);
      if (start + MINUTE > from) await this.run(start + MINUTE);
      const eight = start + 8 * HOUR + 1000;
      if (eight <= from) continue;
      await this.stayAwake(eight - MINUTE);
      await this.run(eight);
    }
    return now();
  }

  /** As if a sweep had run at this time: one after a long sleep fires clocks, and leaves lists to the next. */
  private async stayAwake(at: number): Promise<void> {
    await this.env.DB.prepare("INSERT OR REPLACE INTO meta (key, value) VALUES ('swept_at', ?)")
      .bind(String(at))
      .run();
  }

  to(address: string): Sent[] {
    return this.mails.filter((mail) => mail.to === address);
  }
}
