/** Everybody a stage can reach, with addresses that say who they are. */
import { env } from 'cloudflare:workers';
import { openDb } from '../../workers/platform/db.ts';
import type { Regency } from '../../workers/regency/snapshot.ts';
import { regencyAt } from '../../workers/regency/snapshot.ts';
import { addStaff, loadRegency, MONDAY, setClock } from './worker.ts';

export interface Officials {
  regency: Regency;
  people: Awaited<ReturnType<typeof hire>>;
}

async function hire() {
  const one = (name: string) => ({ email: `${name}@example.id` });
  return {
    admin: await addStaff(['admin'], ['DISKOMINFOSP'], 'Admin', one('admin')),
    adminHead: await addStaff(['head'], ['DISKOMINFOSP'], 'Kepala Diskominfo', one('kepala-diskominfo')),
    liaison: await addStaff(['liaison'], ['PUPR'], 'Penghubung', one('penghubung')),
    head: await addStaff(['head'], ['PUPR'], 'Kepala PUPR', one('kepala')),
    verifier: await addStaff(['verifier'], [], 'Verifikator', one('verifikator')),
    inspector: await addStaff(['inspector'], ['INSPEKTORAT'], 'Inspektur', one('inspektur')),
    secretary: await addStaff(['leader'], ['SETDA'], 'Sekda', { ...one('sekda'), position: 'secretary' }),
    regent: await addStaff(['leader'], [], 'Bupati', { ...one('bupati'), position: 'regent' }),
  };
}

export const REPORTER = 'warga@example.id';

/** Luwu Timur with an officer at every rung, on Monday 20 July 2026, 09:00 WITA. */
export async function office(): Promise<Officials> {
  setClock(MONDAY);
  await loadRegency();
  return { regency: await regencyAt(openDb(env.DB), MONDAY), people: await hire() };
}
