/** What a machine needs before it serves: the regency's pack, somebody who can sign in, and the demo when it is wanted. */
import { count, eq } from 'drizzle-orm';
import { cases } from '../../cases/table.ts';
import { createApiKey } from '../../features/staff/accounts.ts';
import { invitationLink } from '../../features/staff/invitation.ts';
import { now } from '../../platform/clock.ts';
import { type Db, openDb } from '../../platform/db.ts';
import { meta } from '../../platform/table.ts';
import { loadKeys } from '../../privacy/keys.ts';
import { loadPackIfNew, setRow } from '../../regency/load.ts';
import { regencyAt } from '../../regency/snapshot.ts';
import { staff } from '../../regency/table.ts';
import { firstAdmin, firstAdminSql } from '../first-admin-row.ts';
import type { Prepared, Wanted } from '../prepared.ts';
import { RUNS } from '../seed/runs.ts';
import { demoAccounts, ensureAccounts } from './accounts.ts';
import { loadDemo } from './demo.ts';
import { allThere, begin, lacksPast } from './demo-began.ts';

/** Every part may be repeated: what is done already stays as it is. */
export async function prepareMachine(env: Env, wanted: Wanted): Promise<Prepared> {
  const db = openDb(env.DB);
  const keys = await loadKeys(env);
  await loadPackIfNew(db, env.REGENCY, now());
  const demo = await demoState(db, wanted.demo !== 'none');
  const { about } = await regencyAt(db, now());
  let demoCases = 0;
  if (demo === 'begin' || demo === 'unfinished') {
    await setMeta(db, 'demo', 'unfinished');
    await setRow(db, 'switch', 'demo', { id: 'demo', on: true }, now());
    await ensureAccounts(db, keys, await regencyAt(db, now()));
    const full = wanted.demo === 'all';
    demoCases = await loadDemo(env, db, keys, full, await begin(db));
    if (full) await setMeta(db, RUNS, '[]');
    await setMeta(db, 'demo', 'loaded');
    if (!full) await allThere(db);
  }
  // A folder of an older Kanal gets the accounts that came since.
  if (demo === 'loaded') await ensureAccounts(db, keys, await regencyAt(db, now()));
  const accounts = demo === 'none' ? [] : demoAccounts(await regencyAt(db, now()));
  const apiKey = wanted.apiKey
    ? await createApiKey(db, keys, { name: 'Komputer ini', scopes: ['submit'] })
    : null;
  const [people] = await db.select({ n: count() }).from(staff).where(eq(staff.active, true));
  const nobody = (people?.n ?? 0) === 0;
  const invitation = nobody && wanted.admin ? await inviteAdmin(env, wanted.admin, wanted.origin) : null;
  return {
    regency: about.fullName,
    accounts,
    demoCases,
    lacksPast: await lacksPast(db),
    apiKey: apiKey?.token ?? null,
    invitation,
    nobody: nobody && !invitation,
  };
}

/** The demo is begun only in a database without cases, and finished once begun. */
async function demoState(db: Db, wanted: boolean): Promise<'none' | 'begin' | 'unfinished' | 'loaded'> {
  const [kept] = await db.select({ value: meta.value }).from(meta).where(eq(meta.key, 'demo'));
  if (kept) return kept.value === 'loaded' ? 'loaded' : 'unfinished';
  const [any] = await db.select({ id: cases.id }).from(cases).limit(1);
  return wanted && !any ? 'begin' : 'none';
}

async function setMeta(db: Db, key: string, value: string): Promise<void> {
  await db.insert(meta).values({ key, value }).onConflictDoUpdate({ target: meta.key, set: { value } });
}

async function inviteAdmin(env: Env, email: string, origin: string): Promise<string> {
  const { token, row } = await firstAdmin(email, now());
  await env.DB.prepare(firstAdminSql(row)).run();
  return invitationLink(origin, token);
}
