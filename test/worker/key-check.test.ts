/** A wrong or lost key is known at the start, said in words, and nothing is sealed with a wrong one. */
import { env } from 'cloudflare:workers';
import { describe, it } from 'vitest';
import { checkKeys, keyTrouble } from '../../workers/cases/key-check.ts';
import { submit } from '../../workers/cases/submit.ts';
import { sweep } from '../../workers/features/sweep.ts';
import { openDb } from '../../workers/platform/db.ts';
import { toBase64 } from '../../workers/platform/ids.ts';
import { retiredRow } from '../../workers/privacy/key-words.ts';
import { loadKeys } from '../../workers/privacy/keys.ts';
import { open, openShown, seal } from '../../workers/privacy/seal.ts';
import { complaint, loadRegency, MONDAY, newCase, setClock, testCtx } from '../support/worker.ts';

const material = (fill: number) => toBase64(new Uint8Array(32).fill(fill));
const db = () => openDb(env.DB);

/** Keys as another deployment would have them: never those of a test before. */
const keysOf = (fields: string, root = env.ROOT_KEY) => loadKeys({ KEYS: fields, ROOT_KEY: root });

describe('the keys of the data', () => {
  it('are kept by a word each, and none is missed', async ({ expect }) => {
    expect(await checkKeys(db(), await keysOf(`k1:${material(1)}`))).toEqual([]);
    expect(await checkKeys(db(), await keysOf(`k2:${material(2)},k1:${material(1)}`))).toEqual([]);
    const both = await keysOf(`k1:${material(1)},k2:${material(2)}`);
    expect(await keyTrouble(db(), both)).toEqual([]);
  });

  it('are wrong with the same id and other material, and seal nothing', async ({ expect }) => {
    await checkKeys(db(), await keysOf(`k1:${material(1)}`));
    const wrong = await keysOf(`k1:${material(9)}`);
    expect(await checkKeys(db(), wrong)).toEqual([{ kind: 'wrong', key: 'k1' }]);
    const place = { table: 'cases', column: 'title', row: 1 };
    await expect(seal(wrong, place, 'Judul')).rejects.toMatchObject({
      kind: 'unavailable',
      detail: 'wrong_key',
    });
    // A good key in front may seal, whatever stands behind it.
    const behind = await keysOf(`k2:${material(2)},k1:${material(9)}`);
    expect(await checkKeys(db(), behind)).toEqual([{ kind: 'wrong', key: 'k1' }]);
    expect(await open(behind, place, await seal(behind, place, 'Judul'))).toBe('Judul');
  });

  it('are lost when an id of the data is not among them, until nothing uses it', async ({ expect }) => {
    await checkKeys(db(), await keysOf(`k1:${material(1)}`));
    const without = await keysOf(`k2:${material(2)}`);
    expect(await checkKeys(db(), without)).toEqual([{ kind: 'lost', key: 'k1' }]);
    await env.DB.prepare('INSERT INTO meta (key, value) VALUES (?, ?)').bind(retiredRow('k1'), '1').run();
    expect(await keyTrouble(db(), without)).toEqual([]);
    // Back in front it is in use again.
    const back = await keysOf(`k1:${material(1)},k2:${material(2)}`);
    await checkKeys(db(), back);
    expect(await keyTrouble(db(), without)).toEqual([{ kind: 'lost', key: 'k1' }]);
  });

  it('are told from data of before words were kept', async ({ expect }) => {
    setClock(MONDAY);
    await loadRegency();
    await newCase();
    await env.DB.prepare("DELETE FROM meta WHERE key >= 'key_' AND key < 'key`'").run();
    const id = (await loadKeys(env)).current;
    const wrong = await keysOf(`${id}:${material(77)}`);
    expect(await checkKeys(db(), wrong)).toEqual([{ kind: 'wrong', key: id }]);
    expect(await keyTrouble(db(), await keysOf(`nu:${material(77)}`))).toEqual([{ kind: 'lost', key: id }]);
    expect(await keyTrouble(db(), await loadKeys(env))).toEqual([]);
  });

  it('tell another ROOT_KEY, and keep no word with it', async ({ expect }) => {
    await checkKeys(db(), await keysOf(`k1:${material(1)}`));
    const other = await keysOf(`k2:${material(2)},k1:${material(1)}`, material(55));
    expect(await checkKeys(db(), other)).toEqual([{ kind: 'root', key: 'k2' }]);
    expect(await keyTrouble(db(), await keysOf(`k2:${material(2)},k1:${material(1)}`))).toEqual([]);
  });

  it('are checked by the sweep, and a wrong one takes no report', async ({ expect }) => {
    setClock(MONDAY);
    await loadRegency();
    const id = (await loadKeys(env)).current;
    await checkKeys(db(), await keysOf(`${id}:${material(3)}`));
    const ctx = { ...(await testCtx()), keys: await keysOf(`${id}:${material(4)}`) };
    await sweep({ ...env, KEYS: `${id}:${material(4)}` }, MONDAY);
    const sent = submit(ctx, { complaint: complaint(), challenge: null, unproven: false });
    await expect(sent).rejects.toMatchObject({ kind: 'unavailable' });
    const { count } = (await env.DB.prepare('SELECT count(*) AS count FROM cases').first()) as {
      count: number;
    };
    expect(count).toBe(0);
  });

  it('never show a sealed value as if it were text', async ({ expect }) => {
    const place = { table: 'cases', column: 'title', row: 1 };
    const sealed = await seal(await keysOf(`k1:${material(1)}`), place, 'Judul');
    const shown = async (fields: string) => openShown(await keysOf(fields), place, sealed);
    expect(await shown(`k2:${material(2)}`)).toBe('[tidak dapat dibuka: kunci k1 tidak ada]');
    expect(await shown(`k1:${material(2)}`)).toBe('[tidak dapat dibuka: kunci k1 tidak cocok]');
    const keys = await keysOf(`k1:${material(1)}`);
    for (const broken of ['', 'abc', '<b>.x', 'k1.***'])
      expect(await openShown(keys, place, broken), broken).toMatch(/^\[tidak dapat dibuka/);
  });
});
