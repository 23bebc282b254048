/** The page of the keys: what each is for, the beginning of a rotation, and a key that is lost for good. */
import { env } from 'cloudflare:workers';
import { beforeEach, describe, it } from 'vitest';
import { checkKeys } from '../../workers/cases/key-check.ts';
import { consumeJobs } from '../../workers/features/jobs.ts';
import { openDb } from '../../workers/platform/db.ts';
import { toBase64 } from '../../workers/platform/ids.ts';
import { loadKeys } from '../../workers/privacy/keys.ts';
import { Desk } from '../support/desk.ts';
import { addStaff, loadRegency, MONDAY, newCase, setClock } from '../support/worker.ts';

const PATH = '/desk/data-pribadi/kunci';
const NEW = toBase64(new Uint8Array(32).fill(43));
const sent: string[] = [];
const withKeys = (KEYS: string): Env => ({
  ...env,
  KEYS,
  JOBS: { send: async (body: { ids: string[] }) => void sent.push(...body.ids) } as never,
});

let dpo: Desk;
beforeEach(async () => {
  sent.length = 0;
  setClock(MONDAY);
  await loadRegency();
  dpo = await Desk.of(await addStaff(['dpo'], [], 'Dewi Pelindung'));
});

describe('the page of the keys', () => {
  it('begins after confirmation, shows how far it is, and says when the old key may go', async ({
    expect,
  }) => {
    await newCase({ contact: { name: 'Siti' } });
    const bindings = withKeys(`k9:${NEW},${env.KEYS}`);
    const text = async (path: string) => (await dpo.send(path, {}, bindings)).text();
    expect(await text(PATH)).toMatch(/masih dipakai/);
    expect((await dpo.post(PATH, {}, bindings)).status).toBe(422);
    expect((await dpo.post(PATH, { sure: '1' }, bindings)).status).toBe(303);
    expect(await text(PATH)).toContain('<progress');
    expect((await dpo.post(PATH, { sure: '1' }, bindings)).status).toBe(303);
    expect(sent).toEqual(['keys:1']);
    for (let name = sent.shift(); name; name = sent.shift()) {
      const message = { body: { ids: [name] }, attempts: 1, ack: () => {}, retry: () => {} };
      await consumeJobs({ messages: [message] } as never, bindings);
    }
    const page = await text(PATH);
    expect(page).toContain('tidak dipakai lagi');
    expect(page).toMatch(/selesai: \d+ disegel ulang/);
    expect(page).toContain('Dewi Pelindung');
  });

  it('says which key is missing, and stops asking when it will not come back', async ({ expect }) => {
    const db = openDb(env.DB);
    await checkKeys(db, await loadKeys(env));
    const bindings = withKeys(`k9:${NEW}`);
    const id = env.KEYS.split(':')[0] ?? '';
    const before = await (await dpo.send(PATH, {}, bindings)).text();
    expect(before).toContain(`Kunci ${id} tidak ada di KEYS`);
    expect((await dpo.post(`${PATH}/lepas`, { id: 'lain', sure: '1' }, bindings)).status).toBe(404);
    expect((await dpo.post(`${PATH}/lepas`, { id, sure: '1' }, bindings)).status).toBe(303);
    expect(await (await dpo.send(PATH, {}, bindings)).text()).not.toContain('Ada masalah dengan kunci');
  });
});
