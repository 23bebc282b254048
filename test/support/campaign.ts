/** A campaign as its people and machines meet it: phones that scan, the queue, and what was counted. */
import {
  createExecutionContext,
  createMessageBatch,
  getQueueResult,
  waitOnExecutionContext,
} from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { and, eq } from 'drizzle-orm';
import { app } from '../../workers/app.tsx';
import { takeStep } from '../../workers/features/campaigns/register/life.ts';
import { ensurePlacements } from '../../workers/features/campaigns/register/placements.ts';
import { forgetCodes } from '../../workers/features/campaigns/scans/known.ts';
import { forgetSalts } from '../../workers/features/campaigns/scans/salts.ts';
import { placementCounts, placements } from '../../workers/features/campaigns/table.ts';
import { consume, type Hint } from '../../workers/features/queue.ts';
import type { Parcel } from '../../workers/messaging/parcel.ts';
import { openDb } from '../../workers/platform/db.ts';
import { loadKeys } from '../../workers/privacy/keys.ts';
import { regencyAt } from '../../workers/regency/snapshot.ts';
import { loadRegency, MONDAY } from './worker.ts';

export const PHONE =
  'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile Safari/537.36';

export interface Placed {
  id: number;
  code: string;
}

/** Luwu Timur with its placements, and an isolate that remembers nothing. */
export async function openCampaign(): Promise<(slot: string) => Promise<Placed>> {
  forgetCodes();
  forgetSalts();
  await loadRegency();
  const db = openDb(env.DB);
  await ensurePlacements(db, await regencyAt(db, MONDAY), MONDAY);
  return placedAt;
}

/** @param slot e.g. "area:73.24.01.2001" */
export async function placedAt(slot: string): Promise<Placed> {
  const [row] = await openDb(env.DB).select().from(placements).where(eq(placements.slot, slot));
  if (!row) throw new Error(`no placement ${slot}`);
  return row;
}

/** Takes it down, as a person does. @param at epoch ms */
export async function takeDown({ id }: Placed, at: number): Promise<void> {
  const db = openDb(env.DB);
  const [row] = await db.select().from(placements).where(eq(placements.id, id));
  if (!row) throw new Error(`no placement ${id}`);
  await takeStep(db, await loadKeys(env), row, { life: 'removed', at, by: 'staff:1' });
}

/** The Worker's environment with a counting queue that only keeps what it is given, and what else is replaced. */
export function watchedEnv(more: Partial<Record<keyof Env, unknown>> = {}) {
  const parcels: Parcel[] = [];
  const sends: number[] = [];
  const replaced: Record<string, unknown> = {
    COUNTING: {
      send: async () => {},
      sendBatch: async (messages: { body: Parcel }[]) => {
        sends.push(messages.length);
        for (const { body } of messages) parcels.push(body);
      },
    },
    ...more,
  };
  const bindings: Env = new Proxy(env, {
    get: (target, name) => Reflect.get(String(name) in replaced ? replaced : target, name),
  });
  return { env: bindings, parcels, sends };
}

export interface Phone {
  agent?: string | null;
  ip?: string;
  method?: string;
  headers?: Record<string, string>;
  body?: BodyInit;
}

/** Requests of phones at once; returns when everything behind their answers is done. */
export async function visitAll(bindings: Env, visits: ({ path: string } & Phone)[]): Promise<Response[]> {
  const context = createExecutionContext();
  const answers = await Promise.all(
    visits.map(({ path, agent = PHONE, ip = '203.0.113.9', method = 'GET', headers, body }) =>
      app.fetch(
        new Request(`https://kanal.test${path}`, {
          method,
          body,
          headers: {
            'cf-connecting-ip': ip,
            ...(agent === null ? {} : { 'user-agent': agent }),
            ...headers,
          },
        }),
        bindings,
        context,
      ),
    ),
  );
  await waitOnExecutionContext(context);
  return answers;
}

/** Delivers messages to the counting queue's consumer. */
export async function count(bodies: unknown[], bindings: Env = env) {
  const batch = createMessageBatch<Hint>(
    'kanal-counting',
    bodies.map((body) => ({
      id: crypto.randomUUID(),
      timestamp: new Date(),
      attempts: 1,
      body: body as Hint,
    })),
  );
  const context = createExecutionContext();
  await consume(batch, bindings);
  const result = await getQueueResult(batch, context);
  return { acked: result.explicitAcks.length, retried: result.retryMessages.length };
}

export const HINT = { ids: ['fold:placements'] };

type Counts = Partial<typeof placementCounts.$inferSelect>;

/** What stands for a placement on a day, "*" for all days; only what is not 0. */
export async function countsOf(placement: Placed, day = '*'): Promise<Counts> {
  const [row] = await openDb(env.DB)
    .select()
    .from(placementCounts)
    .where(and(eq(placementCounts.placementId, placement.id), eq(placementCounts.day, day)));
  const { day: _, placementId: __, ...counts } = row ?? { day: '', placementId: 0 };
  return Object.fromEntries(Object.entries(counts).filter(([, value]) => value !== 0));
}

/** A parcel as the collector makes it. */
export function parcelOf(...scans: Parcel['scans']): Parcel {
  return { parcel: crypto.randomUUID(), scans };
}
