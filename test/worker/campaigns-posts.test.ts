/** Posts of the campaign: made once for each channel, changed by one person at a time, with a link that follows them. */
import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { beforeEach, describe, it } from 'vitest';
import type { PostChannel } from '../../shared/campaign.ts';
import { forgetPictures } from '../../workers/features/campaigns/posts/forget-pictures.ts';
import { newPostsSchema } from '../../workers/features/campaigns/posts/input.ts';
import { type CampaignPost, postsOfMonth } from '../../workers/features/campaigns/posts/queries.ts';
import { createPosts } from '../../workers/features/campaigns/posts/write.ts';
import { forgetCodes } from '../../workers/features/campaigns/scans/known.ts';
import { campaigns, placements } from '../../workers/features/campaigns/table.ts';
import { parse } from '../../workers/features/doer.ts';
import { DAY, now } from '../../workers/platform/clock.ts';
import { openDb } from '../../workers/platform/db.ts';
import { visitAll, watchedEnv } from '../support/campaign.ts';
import { doer, Visitor } from '../support/campaign-people.ts';
import { type Fault, faulty } from '../support/faulty.ts';
import { contains, exif, jpeg } from '../support/images.ts';
import { textOf } from '../support/reporter.ts';
import { loadRegency } from '../support/worker.ts';

const PAGE = '/desk/kampanye/unggahan';
const KEY = '7f1c8a54-2f0e-4f57-9d7e-0a4a5f0e6a11';
const db = () => openDb(env.DB);

beforeEach(async () => {
  forgetCodes();
  await loadRegency();
});

type Fields = Parameters<Visitor['post']>[1];

const campaigner = () => Visitor.of('campaigner');

const form = (more: Fields = {}): Fields => ({
  key: KEY,
  channels: ['instagram', 'radio'],
  title: 'Jalan rusak? Laporkan',
  text: 'Laporkan jalan rusak lewat Kanal.',
  plannedFor: '2026-11-27T08:00',
  ...more,
});

const posts = () => postsOfMonth(db(), { month: '2026-11' });

async function post(channel: PostChannel): Promise<CampaignPost> {
  const found = (await posts()).find((one) => one.channel === channel);
  if (!found) throw new Error(`no post on ${channel}`);
  return found;
}

async function leads(code: string) {
  forgetCodes();
  const [answer] = await visitAll(watchedEnv().env, [{ path: `/${code}` }]);
  return answer?.headers.get('location');
}

async function program(): Promise<number> {
  const row = { name: 'Lapor Jalan', startsOn: '2026-11-01', createdBy: 1, createdAt: now() };
  const [made] = await db().insert(campaigns).values(row).returning({ id: campaigns.id });
  return made?.id ?? 0;
}

describe('a post', () => {
  it('is made once for each channel, however often the form is sent, each with a link of its own', async ({
    expect,
  }) => {
    const desk = await campaigner();
    const id = await program();
    const fields = form({ program: String(id), cost: 'Rp 250.000' });
    const first = await desk.post(`${PAGE}/baru`, fields);
    expect([first.status, first.headers.get('location')]).toEqual([303, `${PAGE}?bulan=2026-11&dibuat=2`]);
    const again = await desk.post(`${PAGE}/baru`, fields);
    expect(again.headers.get('location')).toBe(`${PAGE}?bulan=2026-11&ok=sudah`);
    const made = await posts();
    expect(made.map(({ channel, cost, program: of }) => [channel, cost, of])).toEqual([
      ['instagram', 250_000, 'Lapor Jalan'],
      ['radio', 250_000, 'Lapor Jalan'],
    ]);
    expect(new Set(made.map(({ code }) => code)).size).toBe(2);
    const links = await db().select().from(placements).where(eq(placements.kind, 'post'));
    expect(links.map(({ name, campaignId, material }) => [name, campaignId, material])).toEqual([
      ['Instagram: Jalan rusak? Laporkan', id, 'link'],
      ['Radio: Jalan rusak? Laporkan', id, 'link'],
    ]);
    for (const { code } of made) expect(await leads(code)).toBe(`/?p=${code}`);
    const page = textOf(await desk.text(`${PAGE}?bulan=2026-11&tampil=daftar`));
    expect(page).toContain('Jalan rusak? Laporkan');
    const sheet = await desk.text(`${PAGE}/unggahan.csv?bulan=2026-11`);
    expect(sheet).toContain(
      '2026-11-27T08:00,Instagram,Jalan rusak? Laporkan,Laporkan jalan rusak lewat Kanal.',
    );
    const own = await desk.text(`${PAGE}/${made[0]?.id}`);
    expect(own).toContain(
      `Laporkan jalan rusak lewat Kanal.\nhttps://kanal.test/${made[0]?.code}</textarea>`,
    );
    expect(textOf(own)).toContain('59 dari 2.200 huruf');
    // A program that is archived is offered to what has it, and to nothing new.
    await db().update(campaigns).set({ archivedAt: now() });
    expect(await desk.text(`${PAGE}/${made[0]?.id}/ubah`)).toContain(`<option value="${id}" selected`);
    expect(await desk.text(`${PAGE}/baru`)).not.toContain('>Lapor Jalan</option>');
  });

  it('comes back with everything typed when it is refused, and its link leads nowhere else', async ({
    expect,
  }) => {
    const desk = await campaigner();
    const picture = new File(
      [jpeg({ width: 24, height: 16, pixel: () => [9, 99, 199], segments: [exif(1, 'RAHASIA')] })],
      'dari-hp.jpg',
    );
    const wrong = await desk.post(`${PAGE}/baru`, {
      ...form({ target: 'https://lapor.go.id.evil.example/', cost: 'banyak', program: '77' }),
      file: picture,
    });
    expect(wrong.status).toBe(422);
    const page = await wrong.text();
    for (const typed of ['Jalan rusak? Laporkan', 'https://lapor.go.id.evil.example/', 'banyak', KEY])
      expect(page).toContain(typed);
    expect(textOf(page)).toContain('Tautan hanya boleh menuju halaman Kanal');
    expect(page).toMatch(/value="radio" checked/);
    const [, kept = ''] = /name="picture" value="([^"]+)"/.exec(page) ?? [];
    const file = await desk.get(`${PAGE}/gambar/${kept}`);
    expect(file.headers.get('content-type')).toBe('image/jpeg');
    expect(contains(new Uint8Array(await file.arrayBuffer()), 'RAHASIA')).toBe(false);
    expect(await posts()).toEqual([]);
    expect((await desk.post(`${PAGE}/baru`, form({ program: '77' }))).status).toBe(422);
    const right = form({ channels: 'x', target: 'https://kanal.test/lacak', picture: kept });
    expect((await desk.post(`${PAGE}/baru`, right)).status).toBe(303);
    const made = await post('x');
    expect([await leads(made.code), made.picture]).toEqual(['/lacak', kept]);
  });

  it('is published, reaches people, is cancelled and taken up again', async ({ expect }) => {
    const desk = await campaigner();
    await desk.post(`${PAGE}/baru`, form({ channels: 'instagram' }));
    const { id, code } = await post('instagram');
    const act = async (name: string, fields: Fields) => {
      const { version } = await post('instagram');
      return (await desk.post(`${PAGE}/${id}/${name}`, { version: String(version), ...fields })).status;
    };
    expect(await act('tayang', { at: '2026-11-27T08:05', url: 'javascript:alert(1)' })).toBe(422);
    expect(await act('tayang', { at: '2026-11-27T08:05', url: 'instagram.com/p/Ab1/?igsh=x' })).toBe(303);
    expect(await post('instagram')).toMatchObject({
      // 08:05 in WITA.
      publishedAt: Date.parse('2026-11-27T00:05:00Z'),
      url: 'https://instagram.com/p/Ab1/?igsh=x',
    });
    expect(await act('jangkauan', { reach: 'sekitar seribu' })).toBe(422);
    expect(await act('jangkauan', { reach: '1.250', reachOn: '28-11-2026' })).toBe(303);
    expect(await post('instagram')).toMatchObject({ reach: 1250, reachOn: '2026-11-28' });
    expect(await act('belum-tayang', {})).toBe(303);
    expect(await act('batal', {})).toBe(303);
    expect(await leads(code)).toBe('/');
    expect(await act('tayang', { at: '2026-11-27T08:05' })).toBe(409);
    expect(await act('pakai-lagi', {})).toBe(303);
    expect(await leads(code)).toBe(`/?p=${code}`);
    expect(await act('hapus', {})).toBe(404);
  });

  it('is changed by one person at a time: who comes second is told, and loses nothing typed', async ({
    expect,
  }) => {
    const [one, other] = [await campaigner(), await campaigner()];
    await one.post(`${PAGE}/baru`, form({ channels: 'facebook' }));
    const { id, code, version } = await post('facebook');
    const seen = { version: String(version) };
    const edit = (desk: Visitor, more: Fields) =>
      desk.post(`${PAGE}/${id}/ubah`, { ...form(), ...seen, ...more });
    expect((await edit(one, { title: 'Judul pertama', target: '/lacak' })).status).toBe(303);
    const late = await edit(other, { title: 'Judul kedua', target: 'https://www.lapor.go.id/' });
    expect(late.status).toBe(409);
    const page = await late.text();
    expect(page).toContain('value="Judul kedua"');
    expect(textOf(page)).toContain('Yang tersimpan sekarang: “Judul pertama”');
    expect(await post('facebook')).toMatchObject({ title: 'Judul pertama', target: '/lacak', version: 2 });
    expect(await leads(code)).toBe('/lacak');
    // With the version that the page now carries it is saved.
    expect((await edit(other, { title: 'Judul kedua', version: '2' })).status).toBe(303);
    expect([(await post('facebook')).title, await leads(code)]).toEqual(['Judul kedua', `/?p=${code}`]);
    const stale = await other.post(`${PAGE}/${id}/batal`, seen);
    expect([stale.status, await leads(code)]).toEqual([409, `/?p=${code}`]);
    const reached = await other.post(`${PAGE}/${id}/jangkauan`, {
      ...seen,
      reach: '4321',
      reachOn: '2026-11-28',
    });
    expect([reached.status, (await reached.text()).includes('value="4321"')]).toEqual([409, true]);
  });

  it('is looked at by leaders, made by those who run the campaign, and by nobody else', async ({
    expect,
  }) => {
    const runner = await campaigner();
    await runner.post(`${PAGE}/baru`, form({ channels: 'tiktok' }));
    const { id } = await post('tiktok');
    const leader = await Visitor.of('leader');
    const page = await leader.text(`${PAGE}/${id}`);
    expect(page).toContain('Laporkan jalan rusak');
    expect(page).not.toContain(`${PAGE}/${id}/batal`);
    expect(await runner.text(`${PAGE}/${id}`)).toContain(`${PAGE}/${id}/batal`);
    for (const path of ['baru', `${id}/ubah`]) expect((await leader.get(`${PAGE}/${path}`)).status).toBe(403);
    for (const path of ['baru', `${id}/ubah`, `${id}/batal`, `${id}/tayang`])
      expect((await leader.post(`${PAGE}/${path}`, form())).status).toBe(403);
    const liaison = await Visitor.of('liaison');
    expect((await liaison.get(PAGE)).status).toBe(403);
    expect((await runner.get(`${PAGE}/9999`)).status).toBe(404);
    for (const act of ['hapus', 'constructor', '__defineGetter__'])
      expect((await runner.post(`${PAGE}/${id}/${act}`, { version: '1' })).status).toBe(404);
  });

  it('gives up its old picture a day later, unless another one shows it, also when the bucket fails first', async ({
    expect,
  }) => {
    const desk = await campaigner();
    const file = (shade: number) =>
      new File([jpeg({ width: 24, height: 16, pixel: () => [shade, 99, 199] })], 'gambar.jpg');
    await desk.post(`${PAGE}/baru`, { ...form(), file: file(10) });
    const key = crypto.randomUUID();
    await desk.post(`${PAGE}/baru`, {
      ...form({ key, channels: 'x', text: 'T'.repeat(9999) }),
      file: file(90),
    });
    const old = `campaign/${(await post('radio')).picture}`;
    const change = async (channel: PostChannel) => {
      const { id, version } = await post(channel);
      const fields = { ...form(), version: String(version), file: file(200) };
      expect((await desk.post(`${PAGE}/${id}/ubah`, fields)).status).toBe(303);
    };
    await change('radio');
    const fresh = `campaign/${(await post('radio')).picture}`;
    await env.FILES.put('campaign/card-1.png', 'a share card');
    const kept = async (at: number, bindings: Pick<Env, 'FILES'> = env) => {
      await forgetPictures(bindings, db(), at);
      return (await env.FILES.list({ prefix: 'campaign/' })).objects.map((one) => one.key).sort();
    };
    const later = Date.now() + 2 * DAY;
    // The third is of a form that was refused and never sent again.
    expect(await kept(Date.now())).toHaveLength(4);
    expect(await kept(later)).toEqual(['campaign/card-1.png', fresh, old].sort());
    await change('instagram');
    const away = {
      list: env.FILES.list.bind(env.FILES),
      delete: () => Promise.reject(new Error('R2 is away')),
    };
    await expect(kept(later, { FILES: away as unknown as R2Bucket })).rejects.toThrow('R2 is away');
    expect(await kept(later)).toEqual(['campaign/card-1.png', fresh].sort());
  });

  it.for<Fault>(['before_batch', 'answer_lost'])(
    'is made once when the database fails (%s)',
    async (fault, { expect }) => {
      const { key: _, ...fields } = form();
      const input = parse(newPostsSchema(null), fields);
      const broken = faulty(env.DB, fault);
      const to = await doer({ db: openDb(broken.d1) });
      // An answer that was lost is found by its key; what was never written is written with the next press.
      const lost = await createPosts(to, input, KEY).catch(() => null);
      expect([broken.struck(), lost?.ids.length]).toEqual([1, fault === 'answer_lost' ? 2 : undefined]);
      expect((await createPosts(to, input, KEY)).ids).toHaveLength(2);
      expect(await posts()).toHaveLength(2);
    },
  );
});
