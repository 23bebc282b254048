/** Examples of answers, as an administrator edits them. */

import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeEach, describe, it } from 'vitest';
import { loadPack } from '../../shared/regencies/index.ts';
import { app } from '../../workers/app.tsx';
import { now } from '../../workers/platform/clock.ts';
import { openDb } from '../../workers/platform/db.ts';
import { loadRows } from '../../workers/regency/load.ts';
import { rowsOf } from '../../workers/regency/pack-rows.ts';
import { regencyAt } from '../../workers/regency/snapshot.ts';
import { Desk } from '../support/desk.ts';
import { addStaff, loadRegency, MONDAY } from '../support/worker.ts';

const ORIGIN = 'http://kanal.test';
const db = () => openDb(env.DB);
const pack = await loadPack('luwu-timur');
let cookie: string;

beforeEach(async () => {
  await loadRegency();
  ({ cookie } = await Desk.of(await addStaff(['admin'], ['DISKOMINFO'], 'Andi Admin')));
});

async function call(path: string, form?: Record<string, string>): Promise<Response> {
  const ctx = createExecutionContext();
  const init = form ? { method: 'POST', body: new URLSearchParams(form) } : {};
  const request = new Request(`${ORIGIN}${path}`, { ...init, headers: { cookie, origin: ORIGIN } });
  const answer = await app.fetch(request, env, ctx);
  await waitOnExecutionContext(ctx);
  return answer;
}
const page = async (path: string) => (await call(path)).text();
const seenIn = (text: string) => /name="seen" value="([0-9a-f]{64})"/.exec(text)?.[1] ?? '';

describe('an example of an answer', () => {
  const path = '/desk/contoh-jawaban/jawaban-dijelaskan';
  const WRITTEN = {
    label: 'Penjelasan singkat',
    category: 'sampah',
    text: 'Menurut {instansi}: [penjelasannya].',
    nextStep: '',
  };

  it('counts at once, tells who changed it, and survives loading again', async ({ expect }) => {
    const seen = seenIn(await page(path));
    expect((await call(path, { ...WRITTEN, seen })).status).toBe(303);
    const [one] = (await regencyAt(db(), now())).answers.filter(({ id }) => id === 'jawaban-dijelaskan');
    expect(one).toMatchObject({ ...WRITTEN, nextStep: null, verb: 'answer', outcome: 'dijelaskan' });
    expect(await page('/desk/contoh-jawaban')).toMatch(/diubah di sini.*Andi Admin/s);
    expect(await loadRows(db(), rowsOf(pack), MONDAY + 5)).toMatchObject({ updated: 0, conflicts: [] });
    expect((await call(`${path}/awal`, {})).status).toBe(303);
    expect(await page('/desk/contoh-jawaban')).not.toContain('diubah di sini');
  });

  it('is refused with what is wrong, and keeps what was typed', async ({ expect }) => {
    const seen = seenIn(await page(path));
    const refused = await call(path, { ...WRITTEN, text: 'Sudah selesai, {pelapor}.', seen });
    expect(refused.status).toBe(422);
    const text = await refused.text();
    expect(text).toContain('{pelapor} tidak tersedia');
    expect(text).toContain('Sisakan paling sedikit satu bagian');
    expect(text).toContain('Sudah selesai, {pelapor}.</textarea>');
  });

  it('is not written over somebody else’s words', async ({ expect }) => {
    const seen = seenIn(await page(path));
    await call(path, { ...WRITTEN, seen });
    const late = await call(path, { ...WRITTEN, text: 'Lain lagi: [penjelasannya].', seen });
    expect(late.status).toBe(409);
    const text = await late.text();
    expect(text).toContain('dari Andi Admin');
    expect(text).toContain('Lain lagi: [penjelasannya].</textarea>');
    const again = { ...WRITTEN, text: 'Lain lagi: [penjelasannya].', seen: seenIn(text) };
    expect((await call(path, again)).status).toBe(303);
  });
});
