/** The way out of notices in worker tests: a real SMTP server, or a stand-in of Cloudflare's gateway, and its clock. */
import { createExecutionContext, createMessageBatch, getQueueResult } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { inject } from 'vitest';
import { consume, type Hint } from '../../workers/features/queue.ts';
import { deliveries } from '../../workers/messaging/table.ts';
import { openDb } from '../../workers/platform/db.ts';
import { newCase } from './worker.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Ports of 127.0.0.1 (mail-server.ts). */
    mailServer: { smtp: number; http: number };
  }
}

/** @param server port, or nothing for the real one; @param timeout seconds of each step */
export const smtpUrl = (server = inject('mailServer').smtp, timeout = 0.5) =>
  `smtp://127.0.0.1:${server}?timeout=${timeout}`;

/** Nothing listens there. */
export const DOWN = smtpUrl.bind(null, 9);

/** What the server took for this address, raw. */
export async function arrived(to: string): Promise<string[]> {
  const response = await fetch(`http://127.0.0.1:${inject('mailServer').http}/?to=${encodeURIComponent(to)}`);
  return (await response.json()) as string[];
}

/** The environment with some bindings replaced. */
export function withBindings(replaced: Record<string, unknown>): Env {
  const all: Record<string, unknown> = { ORIGIN: 'https://kanal.test', ...replaced };
  return new Proxy(env, {
    get: (target, name) => (name in all ? all[String(name)] : Reflect.get(target, name)),
  });
}

/** Bindings that send over SMTP. */
export const overSmtp = (url = smtpUrl(), d1: D1Database = env.DB) =>
  withBindings({ DB: d1, MAIL_WAY: 'smtp', SMTP_URL: url });

/** One invocation of the consumer with these messages. */
export async function deliver(bodies: unknown[], environment: Env, queue = 'kanal-delivery') {
  const batch = createMessageBatch<Hint>(
    queue,
    bodies.map((body) => ({
      id: crypto.randomUUID(),
      timestamp: new Date(),
      attempts: 1,
      body: body as Hint,
    })),
  );
  const ctx = createExecutionContext();
  await consume(batch, environment);
  const result = await getQueueResult(batch, ctx);
  return { acked: result.explicitAcks.length, retried: result.retryMessages.length };
}

export const allDeliveries = () => openDb(env.DB).select().from(deliveries);

/** A new case whose receipt waits to be sent. @param does what the server does with it */
export async function receiptTo(does: string): Promise<{ id: string; to: string; code: string }> {
  const to = `${does}.${crypto.randomUUID().slice(0, 8)}@example.id`;
  const { caseId, code } = await newCase({ contact: { email: to } });
  return { id: `${caseId}:1:receipt:reporter`, to, code };
}
