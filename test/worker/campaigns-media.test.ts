/** Media partners with a sealed contact, their articles with clippings, and links on demand. */
import { env } from 'cloudflare:workers';
import { beforeEach, describe, it } from 'vitest';
import {
  articleById,
  listArticles,
  listPartners,
} from '../../workers/features/campaigns/posts/media/queries.ts';
import { linkArticle } from '../../workers/features/campaigns/posts/media/save-article.ts';
import { mediaPartners } from '../../workers/features/campaigns/posts/table.ts';
import { placements } from '../../workers/features/campaigns/table.ts';
import { openDb } from '../../workers/platform/db.ts';
import { doer, Visitor } from '../support/campaign-people.ts';
import { jpeg } from '../support/images.ts';
import { textOf } from '../support/reporter.ts';
import { loadRegency } from '../support/worker.ts';

const PAGE = '/desk/kampanye/media';
const KEY = '2f1c8a54-2f0e-4f57-9d7e-0a4a5f0e6a11';
const db = () => openDb(env.DB);

let desk: Visitor;

beforeEach(async () => {
  await loadRegency();
  desk = await Visitor.of('campaigner');
});

const partner = (more: Record<string, string> = {}) => ({
  ...{ key: KEY, name: 'Radio Rekaan FM', kind: 'radio', website: 'radio.example', note: 'Kontrak setahun' },
  ...{
    'contact.name': 'Sri Rekaan',
    'contact.phone': '0812 3456 7890',
    'contact.email': 'sri@radio.example',
  },
  ...more,
});

async function made(): Promise<string> {
  const answer = await desk.post(`${PAGE}/mitra/baru`, partner());
  return (answer.headers.get('location') ?? '').replace(/\?.*/, '');
}

const article = (partnerId: string, more: Record<string, string | File> = {}) => ({
  ...{ key: crypto.randomUUID(), partnerId, title: 'Kanal baru untuk warga', publishedOn: '2026-11-20' },
  ...more,
});

describe('a media partner', () => {
  it('is kept once with a contact that only those who run the campaign read', async ({ expect }) => {
    const own = await made();
    expect(await made()).toBe(own);
    const rows = await db().select().from(mediaPartners);
    expect(rows).toHaveLength(1);
    const kept = JSON.stringify(rows);
    for (const secret of ['Sri', '0812', 'sri@radio']) expect(kept).not.toContain(secret);
    expect(textOf(await desk.text(own))).toMatch(/Narahubung Sri Rekaan Telepon 0812 3456 7890/);
    const leader = await (await Visitor.of('leader')).text(own);
    expect(leader).toContain('Radio Rekaan FM');
    for (const secret of ['Sri', '0812', 'Narahubung', `${own}/ubah`]) expect(leader).not.toContain(secret);
  });

  it('is changed by one person at a time, has a name of its own, and can be put aside', async ({
    expect,
  }) => {
    const own = await made();
    const wrong = await desk.post(
      `${PAGE}/mitra/baru`,
      partner({ key: crypto.randomUUID(), 'contact.phone': '12', website: 'bukan alamat' }),
    );
    expect(wrong.status).toBe(422);
    const page = textOf(await wrong.text());
    expect(page).toContain('Telepon: Nomor telepon tidak benar.');
    expect(page).toContain('Situs (boleh kosong): Isi alamat halaman');
    const twin = await desk.post(`${PAGE}/mitra/baru`, partner({ key: crypto.randomUUID() }));
    expect([twin.status, textOf(await twin.text()).includes('Nama ini sudah dipakai')]).toEqual([422, true]);
    expect(
      (await desk.post(`${own}/ubah`, partner({ version: '1', 'contact.name': 'Budi Rekaan' }))).status,
    ).toBe(303);
    const late = await desk.post(`${own}/ubah`, partner({ version: '1', note: 'Catatan kedua' }));
    expect([late.status, (await late.text()).includes('Catatan kedua')]).toEqual([409, true]);
    expect(await desk.text(own)).toContain('Budi Rekaan');
    expect((await desk.post(`${own}/arsipkan`, { version: '2' })).status).toBe(404);
    expect((await desk.post(`${own}/arsip`, { version: '2' })).status).toBe(303);
    expect(textOf(await desk.text(PAGE))).toContain('Radio Rekaan FM Diarsipkan');
    const refused = await desk.post(`${PAGE}/berita/baru`, article(own.split('/').at(-1) ?? ''));
    expect(textOf(await refused.text())).toContain('Mitra media ini tidak dikenal');
    expect((await desk.post(`${own}/pakai-lagi`, { version: '3' })).status).toBe(303);
  });
});

describe('an article', () => {
  it('is kept once with its clipping, and gets one link when somebody asks for it', async ({ expect }) => {
    const own = await made();
    const id = own.split('/').at(-1) ?? '';
    const file = new File([jpeg({ width: 16, height: 16, pixel: () => [1, 2, 3] })], 'kliping.jpg');
    const fields = article(id, { reach: '12.000', cost: '500000', url: 'radio.example/berita/1', file });
    const first = await desk.post(`${PAGE}/berita/baru`, fields);
    expect(first.status).toBe(303);
    const address = (first.headers.get('location') ?? '').replace(/\?.*/, '');
    expect((await desk.post(`${PAGE}/berita/baru`, fields)).headers.get('location')).toContain(address);
    const [kept] = (await listArticles(db(), {})).articles;
    expect(kept).toMatchObject({ reach: 12_000, cost: 500_000, partner: 'Radio Rekaan FM', code: null });
    expect((await listPartners(db()))[0]?.articles).toBe(1);
    if (!kept?.clipping) throw new Error('no clipping');
    expect((await desk.get(`${PAGE}/berita/kliping/${kept.clipping}`)).headers.get('content-type')).toBe(
      'image/jpeg',
    );
    // Two people at once.
    await Promise.all([linkArticle(await doer(), kept), linkArticle(await doer(), kept)]);
    expect((await desk.post(`${address}/tautan`, {})).status).toBe(303);
    const links = (await db().select().from(placements)).filter(({ kind }) => kind === 'article');
    expect(links).toHaveLength(1);
    expect((await articleById(db(), kept.id))?.code).toBe(links[0]?.code);
    expect(await desk.text(address)).toContain(`https://kanal.test/${links[0]?.code}`);
    const sheet = await desk.text(`${PAGE}/berita.csv`);
    expect(sheet).toContain('2026-11-20,Radio Rekaan FM,Radio,Kanal baru untuk warga');
    // Its code is on paper: it stays.
    expect((await desk.post(`${address}/hapus`, { version: '1' })).status).toBe(409);
  });

  it('is changed by one person at a time, listed in pages, and removed when it was a mistake', async ({
    expect,
  }) => {
    const own = await made();
    const id = own.split('/').at(-1) ?? '';
    const bad = await desk.post(
      `${PAGE}/berita/baru`,
      article(id, { publishedOn: '2026-02-30', reach: 'banyak' }),
    );
    expect([bad.status, (await bad.text()).includes('value="banyak"')]).toEqual([422, true]);
    const answer = await desk.post(`${PAGE}/berita/baru`, article(id));
    const address = (answer.headers.get('location') ?? '').replace(/\?.*/, '');
    expect((await desk.post(`${address}/ubah`, article(id, { version: '1', title: 'Satu' }))).status).toBe(
      303,
    );
    const late = await desk.post(`${address}/ubah`, article(id, { version: '1', title: 'Dua' }));
    expect([late.status, textOf(await late.text()).includes('Yang tersimpan sekarang: “Satu”')]).toEqual([
      409,
      true,
    ]);
    expect((await desk.post(`${address}/hapus`, { version: '2' })).status).toBe(303);
    expect((await listArticles(db(), {})).articles).toEqual([]);
    await env.DB.prepare(
      `insert into media_articles (partner_id, title, published_on, created_by, created_at)
       select ?, 'Berita ' || value, '2026-11-' || (10 + value % 10), 'staff:1', 1 from json_each(?)`,
    )
      .bind(Number(id), JSON.stringify(Array.from({ length: 120 }, (_, n) => n)))
      .run();
    const seen = new Set<number>();
    let cursor: string | undefined;
    do {
      const page = await listArticles(db(), { cursor });
      for (const one of page.articles) seen.add(one.id);
      cursor = page.next ?? undefined;
    } while (cursor);
    expect(seen.size).toBe(120);
  });
});
