/** What worker tests share: a loaded regency, staff, cases made by the real verbs. */
import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { type Complaint, type ComplaintBody, complaintSchema } from '../../shared/contract/complaint.ts';
import type { Role, Staff } from '../../shared/permissions/people.ts';
import type { Actor, Ctx } from '../../workers/cases/context.ts';
import { runVerb } from '../../workers/cases/run.ts';
import { submit } from '../../workers/cases/submit.ts';
import { cases } from '../../workers/cases/table.ts';
import { deskVerb, reporterVerb } from '../../workers/cases/verbs/index.ts';
import { now, shiftClock } from '../../workers/platform/clock.ts';
import { type Db, openDb } from '../../workers/platform/db.ts';
import { loadKeys } from '../../workers/privacy/keys.ts';
import { loadPackIfNew } from '../../workers/regency/load.ts';
import { regencyAt } from '../../workers/regency/snapshot.ts';
import { staff } from '../../workers/regency/table.ts';
import type { Editor } from '../../workers/regency/write.ts';

/** Monday 20 July 2026, 09:00 WITA: an ordinary working day. */
export const MONDAY = Date.UTC(2026, 6, 20, 1, 0);

/** Sets the clock of this isolate. @param at epoch ms */
export const setClock = (at: number): void => shiftClock(at - Date.now());

/** Rows of the tables that the loader fills, as the first load of this isolate left them. */
let loaded: { insert: string; rows: string }[] | null = null;

/** Loads Luwu Timur into the empty database; from the second time on as a copy of what the loader made. */
export async function loadRegency(): Promise<void> {
  if (loaded) {
    await env.DB.batch(loaded.map(({ insert, rows }) => env.DB.prepare(insert).bind(rows)));
    return;
  }
  await loadPackIfNew(openDb(env.DB), 'luwu-timur', MONDAY);
  loaded = await Promise.all([
    copyOf('regency_rows', 'pack_hash IS NOT NULL'),
    copyOf('meta', "key = 'pack'"),
    copyOf('settings_version', 'true'),
  ]);
}

async function copyOf(table: string, where: string): Promise<{ insert: string; rows: string }> {
  const { results } = await env.DB.prepare(`SELECT * FROM ${table} WHERE ${where}`).all();
  const columns = Object.keys(results[0] ?? {});
  const values = columns.map((_, index) => `value ->> ${index}`);
  return {
    insert: `INSERT OR REPLACE INTO ${table} (${columns}) SELECT ${values} FROM json_each(?)`,
    rows: JSON.stringify(results.map((row) => Object.values(row))),
  };
}

/** Somebody who changes settings of Luwu Timur. @param at epoch ms */
export const editor = (at: number = now(), by = 'staff:12'): Editor => ({
  db: openDb(env.DB),
  packId: 'luwu-timur',
  by,
  now: at,
});

interface CtxOptions {
  at?: number;
  actor?: Actor;
  staff?: Staff;
  reporterOf?: string;
  request?: Ctx['request'];
  db?: Db;
  /** As it is before the router has read it: nobody at the desk may know of it. */
  unrouted?: boolean;
}

/** A context as a request or a job would have it; hints are collected instead of sent. */
export async function testCtx(
  options: CtxOptions = {},
): Promise<Ctx & { hints: { queue: string; ids: (number | string)[] }[] }> {
  const db = options.db ?? openDb(env.DB);
  const hints: { queue: string; ids: (number | string)[] }[] = [];
  const at = options.at ?? now();
  return {
    db,
    keys: await loadKeys(env),
    regency: await regencyAt(openDb(env.DB), at),
    now: at,
    actor: options.actor ?? (options.staff ? `staff:${options.staff.id}` : 'public'),
    staff: options.staff ?? null,
    reporterOf: options.reporterOf ?? null,
    request: options.request ?? null,
    hint: (queue, ids) => hints.push({ queue, ids }),
    hints,
  };
}

/** An active account, without a way to sign in. */
export async function addStaff(
  roles: Role[],
  offices: string[] = [],
  name = roles.join('+'),
  more: { email?: string; position?: 'secretary' | 'regent' } = {},
): Promise<Staff> {
  const db = openDb(env.DB);
  const email = more.email ?? `${crypto.randomUUID()}@example.id`;
  const [row] = await db
    .insert(staff)
    .values({
      name,
      email,
      roles: JSON.stringify(roles),
      offices: JSON.stringify(offices),
      areas: '[]',
      active: true,
      createdAt: now(),
      position: more.position,
    })
    .returning({ id: staff.id });
  if (!row) throw new Error('no staff row');
  return { id: row.id, roles, offices, position: more.position };
}

export function complaint(body: Partial<ComplaintBody> = {}): Complaint {
  return complaintSchema.parse({
    kind: 'complaint',
    text: 'Jalan di depan pasar berlubang besar dan dalam.',
    ...body,
  });
}

/** Submits by the real verb; the router has looked at it and left it to the administrator. */
export async function newCase(body: Partial<ComplaintBody> = {}, options: CtxOptions = {}) {
  const ctx = await testCtx(options);
  const receipt = await submit(ctx, { complaint: complaint(body), challenge: null, unproven: false });
  if (!options.unrouted) {
    await openDb(env.DB).update(cases).set({ routedAt: ctx.now }).where(eq(cases.id, receipt.caseId));
  }
  return receipt;
}

/** A desk verb by somebody, or a reporter's verb. */
export async function act(who: Staff | 'reporter', code: string, verb: string, input: unknown, at?: number) {
  const found = who === 'reporter' ? reporterVerb(verb) : deskVerb(verb);
  if (!found) throw new Error(`no verb ${verb}`);
  const ctx =
    who === 'reporter'
      ? await testCtx({ actor: 'reporter', reporterOf: code, at })
      : await testCtx({ staff: who, at });
  return runVerb(ctx, found, code, input);
}

export async function caseRow(code: string) {
  const [row] = await openDb(env.DB).select().from(cases).where(eq(cases.code, code));
  if (!row) throw new Error(`no case ${code}`);
  return row;
}
