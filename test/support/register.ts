/** The register of places as a campaigner uses it: forms of the desk, and what stands in D1 afterwards. */
import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import type { PlacementRow } from '../../workers/features/campaigns/queries.ts';
import { placements } from '../../workers/features/campaigns/table.ts';
import { openDb } from '../../workers/platform/db.ts';
import { visitAll } from './campaign.ts';
import { Desk } from './desk.ts';
import { addStaff } from './worker.ts';

export const ROOM = '/desk/kampanye';

export const everyPlacement = () => openDb(env.DB).select().from(placements);

export async function placementRow(code: string): Promise<PlacementRow> {
  const [row] = await openDb(env.DB).select().from(placements).where(eq(placements.code, code));
  if (!row) throw new Error(`no placement ${code}`);
  return row;
}

/** Somebody who runs the campaign, at the desk. */
export async function campaigner(bindings: Env = env) {
  const { cookie } = await Desk.of(await addStaff(['campaigner']));
  const headers = { cookie: cookie.replace(/^/, '__Secure-'), origin: 'https://kanal.test' };
  const answer = async (path: string, body?: BodyInit) => {
    const method = body === undefined ? 'GET' : 'POST';
    const [got] = await visitAll(bindings, [
      { path: `${ROOM}${path}`, method, headers, ...(body ? { body } : {}) },
    ]);
    if (!got) throw new Error('no answer');
    return got;
  };
  return {
    get: (path: string) => answer(path),
    /** A form; its key is new unless given. */
    post: (path: string, fields: Record<string, string | string[]>) => {
      const form = new URLSearchParams({ key: crypto.randomUUID() });
      for (const [name, value] of Object.entries(fields)) {
        form.delete(name);
        for (const one of [value].flat()) form.append(name, one);
      }
      return answer(path, form);
    },
    upload: (path: string, form: FormData) => answer(path, form),
  };
}
