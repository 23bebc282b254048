/** /desk/data-pribadi/kunci: the state of the field keys, and the beginning of a rotation. */
import { Hono } from 'hono';
import { keyTrouble } from '../../cases/key-check.ts';
import { jobHint } from '../../messaging/long-job.ts';
import { sendHint } from '../../messaging/queues.ts';
import { now } from '../../platform/clock.ts';
import { newKey } from '../../platform/ids.ts';
import { log } from '../../platform/log.ts';
import { AppError } from '../../platform/problem.ts';
import { atMost } from '../api.ts';
import type { AppContext, AppEnv } from '../http.ts';
import { staffNames } from '../staff/queries.ts';
import { giveUpKey, startRotation } from './keys-rotation.ts';
import { keyStates, rotationLines } from './keys-state.ts';
import { KeysPage } from './views/keys.tsx';

export const keysPages = new Hono<AppEnv>();

keysPages.get('/', (c) => show(c, false));

keysPages.post('/', atMost(16 * 1024), async (c) => {
  const form = await c.req.formData();
  if (!form.get('sure')) return show(c, true);
  const { db, keys, actor } = c.var;
  // One that runs goes on; sent twice, the form begins nothing new.
  const runs = await rotationLines(db);
  if (!runs.some(({ run, state }) => state === 'running' && run.toKey === keys.current)) {
    const wrong = (await keyTrouble(db, keys)).some(
      ({ kind, key }) => kind !== 'lost' && key === keys.current,
    );
    if (wrong) throw new AppError('unavailable', { detail: 'wrong_key' });
    const id = await startRotation(db, keys, actor, now());
    await sendHint(c.env, 'jobs', [jobHint('keys', id)]);
  }
  return c.redirect('/desk/data-pribadi/kunci?ok=1', 303);
});

/** A key that nobody has any more: what it sealed stays unreadable, and Kanal stops asking for it. */
keysPages.post('/lepas', atMost(16 * 1024), async (c) => {
  const form = await c.req.formData();
  const { db, keys } = c.var;
  const id = String(form.get('id') ?? '');
  const missing = (await keyTrouble(db, keys)).some(({ kind, key }) => kind === 'lost' && key === id);
  if (!missing) throw new AppError('not_found');
  if (!form.get('sure')) return show(c, true);
  await giveUpKey(db, id, now());
  log('warn', { event: 'key_given_up', key: id });
  return c.redirect('/desk/data-pribadi/kunci', 303);
});

async function show(c: AppContext, unsure: boolean): Promise<Response> {
  const { db, keys, regency, signedIn } = c.var;
  const [states, runs, troubles] = await Promise.all([
    keyStates(db, keys),
    rotationLines(db),
    keyTrouble(db, keys),
  ]);
  const props = { regency, who: signedIn, keys: states, runs, troubles, formKey: newKey(), unsure };
  const names = await actorNames(
    c,
    runs.map(({ run }) => run.by),
  );
  return c.html(
    <KeysPage {...props} names={names} started={c.req.query('ok') === '1'} />,
    unsure ? 422 : 200,
  );
}

/** Names by actor, e.g. "staff:12" → "Siti". */
export async function actorNames(c: AppContext, actors: readonly string[]): Promise<Map<string, string>> {
  const ids = actors.flatMap((actor) => (actor.startsWith('staff:') ? [Number(actor.slice(6))] : []));
  const names = await staffNames(c.var.db, ids);
  return new Map([...names].map(([id, name]) => [`staff:${id}`, name]));
}
