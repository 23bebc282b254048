/** The regency's crest: what is taken, what is refused and why, where it is shown, and that papers never wait for it. */
import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeEach, describe, it } from 'vitest';
import { app } from '../../workers/app.tsx';
import { fromLatin1 } from '../../workers/cases/attachments/clean/bytes.ts';
import { now } from '../../workers/platform/clock.ts';
import { openDb } from '../../workers/platform/db.ts';
import { makePaper } from '../../workers/platform/pdf/paper.ts';
import { crestForPaper } from '../../workers/regency/crest.ts';
import { regencyAt } from '../../workers/regency/snapshot.ts';
import { Desk } from '../support/desk.ts';
import { contains, exif, jpeg, png, pngChunk } from '../support/images.ts';
import { addStaff, loadRegency } from '../support/worker.ts';

const ORIGIN = 'http://kanal.test';
const regency = () => regencyAt(openDb(env.DB), now());
const PATH = '/desk/pengaturan/lambang';
let cookie = '';

beforeEach(async () => {
  await loadRegency();
  ({ cookie } = await Desk.of(await addStaff(['admin'], ['DISKOMINFOSP'])));
});

async function call(path: string, init: RequestInit = {}): Promise<Response> {
  const ctx = createExecutionContext();
  const headers = { cookie, origin: ORIGIN };
  const answer = await app.fetch(new Request(`${ORIGIN}${path}`, { ...init, headers }), env, ctx);
  await waitOnExecutionContext(ctx);
  return answer;
}

function upload(crest: Uint8Array, small?: Uint8Array): Promise<Response> {
  const body = new FormData();
  // Name and type lie, as an attacker's would.
  body.append('crest', new File([crest], 'lambang.png', { type: 'image/png' }));
  if (small) body.append('small', new File([small], 'kecil.png', { type: 'image/png' }));
  return call(PATH, { method: 'POST', body });
}

const large = jpeg({ width: 160, height: 200, pixel: (x, y) => [x, y, 90], segments: [exif(1, 'rahasia')] });
const addressIn = (html: string) => /<img src="(\/aset\/lambang-[0-9a-f]{32}\.\w+)"/.exec(html)?.[1] ?? '';

describe('the crest', () => {
  it('stands on every page and receipt, small, and is served to everybody for ever', async ({ expect }) => {
    expect(addressIn(await (await call('/')).text())).toBe('');
    expect((await upload(large, png(40, 50))).status).toBe(303);
    const page = await (await call('/')).text();
    const address = addressIn(page);
    expect(address).toMatch(/\.png$/);
    // In the head of the page, and in the receipt that the form's page carries.
    expect(page.split(address).length - 1).toBe(2);
    const served = await app.fetch(new Request(`${ORIGIN}${address}`), env, createExecutionContext());
    expect(served.status).toBe(200);
    expect(served.headers.get('content-type')).toBe('image/png');
    expect(served.headers.get('cache-control')).toContain('immutable');
    expect(served.headers.get('content-security-policy')).toContain('sandbox');
    expect((await served.arrayBuffer()).byteLength).toBeLessThanOrEqual(6 * 1024);
  });

  it('is on papers alone where no small one was made, and the page says so', async ({ expect }) => {
    const heavy = png(200, 200);
    expect(heavy.length).toBeGreaterThan(6 * 1024);
    expect((await upload(heavy)).status).toBe(303);
    const page = await (await call(PATH)).text();
    expect(addressIn(page)).toBe('');
    expect(page).toContain('gambar kecilnya belum dibuat');
    expect((await crestForPaper(env, (await regency()).crest))?.kind).toBe('png');
  });

  it('has a history, and comes back when a change is taken back', async ({ expect }) => {
    await upload(large, png(40, 50));
    const first = (await regency()).crest;
    await upload(png(200, 200));
    const history = await (await call(`${PATH}/lambang/riwayat`)).text();
    const [, change] = /lambang\/riwayat\/(\d+)"/.exec(history) ?? [];
    const seen = /name="seen" value="(\w+)"/.exec(history)?.[1] ?? '';
    const body = new URLSearchParams({ seen });
    const undone = await call(`${PATH}/lambang/riwayat/${change}`, { method: 'POST', body });
    expect(undone.headers.get('location')).toBe(`${PATH}?selesai=batal`);
    expect((await regency()).crest).toEqual(first);
    const ending = await (await call(`${PATH}/lambang/akhiri`)).text();
    const last = new URLSearchParams({ seen: /name="seen" value="(\w+)"/.exec(ending)?.[1] ?? '' });
    await call(`${PATH}/lambang/akhiri`, { method: 'POST', body: last });
    expect((await regency()).crest).toBeNull();
    expect(addressIn(await (await call('/')).text())).toBe('');
  });

  it('keeps nothing of the file but the picture', async ({ expect }) => {
    await upload(large);
    const kept = await crestForPaper(env, (await regency()).crest);
    if (!kept) throw new Error('no crest');
    expect(kept.kind).toBe('jpeg');
    expect(contains(large, 'rahasia')).toBe(true);
    expect(contains(kept.bytes, 'rahasia')).toBe(false);
  });

  it('never keeps a paper from being made', async ({ expect }) => {
    const broken = { bytes: fromLatin1('no picture'), kind: 'png' as const };
    const head = { title: 'x', foot: 'x', madeAt: 0 };
    const plain = await makePaper({ ...head, letterhead: { name: 'Nama', crest: broken } }, () => undefined);
    const whole = { bytes: png(64, 64), kind: 'png' as const };
    const shown = await makePaper({ ...head, letterhead: { name: 'Nama', crest: whole } }, () => undefined);
    expect(contains(plain, '/Subtype /Image')).toBe(false);
    expect(contains(shown, '/Subtype /Image')).toBe(true);
    const away = { ...env.FILES, get: () => Promise.reject(new Error('away')) } as unknown as R2Bucket;
    await upload(large);
    expect(await crestForPaper({ FILES: away }, (await regency()).crest)).toBeNull();
  });

  const svg = fromLatin1('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
  const html = fromLatin1('<!DOCTYPE html><script>alert(1)</script>');
  const bomb = png(64, 64, [pngChunk('eXIf', new Uint8Array(0))]).slice(0, -30);
  it.for<[string, Uint8Array, RegExp]>([
    ['nothing', new Uint8Array(0), /Pilih gambar/],
    ['SVG', svg, /bukan gambar PNG atau JPEG/],
    ['HTML', html, /bukan gambar PNG atau JPEG/],
    ['PDF', fromLatin1('%PDF-1.4\n'), /rusak|bukan gambar/],
    ['heavy', new Uint8Array(1_000_001).fill(7), /lebih besar dari 1 MB/],
    ['wide', png(1300, 40), /paling banyak 1.200 piksel/],
    ['tiny', png(20, 20), /paling sedikit 64 piksel/],
    ['damaged', bomb, /rusak/],
  ])('refuses %s in plain words', async ([, bytes, words], { expect }) => {
    const answer = await upload(bytes);
    expect(answer.status).toBe(422);
    expect(await answer.text()).toMatch(words);
    expect((await regency()).crest).toBeNull();
    expect((await env.FILES.list({ prefix: 'crest/' })).objects).toEqual([]);
  });

  it('leaves out a small one that is none', async ({ expect }) => {
    expect((await upload(large, svg)).status).toBe(303);
    const { crest } = await regency();
    expect(crest?.page?.name ?? '').not.toMatch(/svg/);
  });

  it('serves nothing else from its address', async ({ expect }) => {
    await env.FILES.put('rahasia', 'x');
    for (const name of ['lambang-../rahasia', 'lambang-rahasia', `lambang-${'0'.repeat(32)}.png`])
      expect((await call(`/aset/${encodeURIComponent(name)}`)).status).toBe(404);
  });
});
