/** Those who hang: a kecamatan's link, its pieces, and what a phone sends through it. */
import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { type MadeLink, makeLinks } from '../../workers/features/campaigns/hang/links.ts';
import { placements } from '../../workers/features/campaigns/table.ts';
import { now } from '../../workers/platform/clock.ts';
import { openDb } from '../../workers/platform/db.ts';
import { loadKeys } from '../../workers/privacy/keys.ts';
import { type Placed, visitAll } from './campaign.ts';
import { jpeg } from './images.ts';

/** A photo that differs with its shade. */
export const picture = (shade: number, segments: Uint8Array[] = []) =>
  jpeg({ width: 16, height: 16, pixel: () => [shade, 90, 30], segments });

export const plan = (...places: Placed[]) =>
  Promise.all(
    places.map(({ id }) =>
      openDb(env.DB).update(placements).set({ life: 'planned' }).where(eq(placements.id, id)),
    ),
  );

export async function linkTo(district: string, campaignId: number | null = null): Promise<MadeLink> {
  const input = { districts: [district], campaignId, key: crypto.randomUUID(), by: 1, now: now() };
  const [made] = await makeLinks(openDb(env.DB), await loadKeys(env), input);
  if (!made) throw new Error('no link');
  return made;
}

export interface Sent {
  token: string;
  code: string;
  photo?: Uint8Array;
  key?: string;
  [field: string]: string | Uint8Array | undefined;
}

/** What the page's script sends, and what it is told. */
export async function sendFinding({ token, code, photo, ...rest }: Sent, bindings: Env = env) {
  const body = new FormData();
  for (const [name, value] of Object.entries({ key: crypto.randomUUID(), ...rest }))
    if (typeof value === 'string') body.set(name, value);
  if (photo) body.set('photo', new Blob([photo]), 'foto.jpg');
  const request = new Request('https://kanal.test/', { method: 'POST', body });
  const headers = {
    'content-type': request.headers.get('content-type') ?? '',
    accept: 'application/json',
  };
  const [answer] = await visitAll(bindings, [
    { path: `/pasang/${token}/${code}`, method: 'POST', headers, body: await request.arrayBuffer() },
  ]);
  if (!answer) throw new Error('no answer');
  const said = await answer.json().catch(() => ({}));
  return { status: answer.status, said: said as Record<string, unknown> };
}
