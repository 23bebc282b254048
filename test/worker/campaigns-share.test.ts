/** What is shown of a shared link: tags of the form and of a program's page, and the picture beside them. */
import { env } from 'cloudflare:workers';
import { beforeEach, describe, it } from 'vitest';
import { readPng } from '../../workers/features/campaigns/posts/share/read-png.ts';
import { forgetCodes } from '../../workers/features/campaigns/scans/known.ts';
import { campaigns, placements } from '../../workers/features/campaigns/table.ts';
import { takeCrest } from '../../workers/features/settings/crest.ts';
import { now } from '../../workers/platform/clock.ts';
import { openDb } from '../../workers/platform/db.ts';
import { writePng } from '../../workers/platform/png.ts';
import { setRow } from '../../workers/regency/load.ts';
import { forgetRegency } from '../../workers/regency/snapshot.ts';
import { type Placed, takeDown, visitAll, watchedEnv } from '../support/campaign.ts';
import { Visitor } from '../support/campaign-people.ts';
import { loadRegency } from '../support/worker.ts';

const CARDS = '/desk/kampanye/unggahan/kartu';
const db = () => openDb(env.DB);

beforeEach(async () => {
  forgetCodes();
  await loadRegency();
});

async function get(path: string, bindings: Env = env): Promise<Response> {
  const [answer] = await visitAll(bindings, [{ path }]);
  if (!answer) throw new Error('no answer');
  return answer;
}

async function program(): Promise<number> {
  const row = {
    name: 'Lapor "Jalan" & Lampu',
    startsOn: '2026-11-01',
    createdBy: 1,
    createdAt: now(),
  };
  const [made] = await db().insert(campaigns).values(row).returning({ id: campaigns.id });
  return made?.id ?? 0;
}

async function card(): Promise<Placed> {
  const id = await program();
  const desk = await Visitor.of('campaigner');
  for (let n = 0; n < 2; n++) await desk.post(`${CARDS}/${id}`, {});
  const made = await db().select().from(placements);
  const cards = made.filter(({ kind }) => kind === 'card');
  const [only] = cards;
  if (cards.length !== 1 || !only) throw new Error(`${cards.length} cards`);
  return only;
}

const tag = (page: string, name: string) =>
  new RegExp(`<meta property="og:${name}" content="([^"]*)"`).exec(page)?.[1];

describe('a shared link', () => {
  it('of the form is told by its tags, whichever banner it names, and weighs little', async ({ expect }) => {
    const page = await (await get('/?p=7K3MQ9')).text();
    expect(tag(page, 'title')).toBe('Lapor ke Pemerintah Kabupaten Luwu Timur');
    // Whoever presses it comes by the code that was shared.
    expect(tag(page, 'url')).toBeUndefined();
    expect(tag(page, 'image')).toBe('https://kanal.test/bagikan/kartu.png');
    expect(tag(page, 'description')).toContain('tanpa akun');
    const tags = page.match(/<meta (?:property|name="twitter)[^>]*>/g)?.join('') ?? '';
    expect(tags.length).toBeLessThan(500);
  });

  it('of a program leads to its page, once made, from there to the form, and is counted for it', async ({
    expect,
  }) => {
    const { code } = await card();
    const watched = watchedEnv();
    const scan = await get(`/${code}`, watched.env);
    expect(scan.headers.get('location')).toBe(`/bagikan/${code}`);
    expect(watched.parcels.flatMap(({ scans }) => scans)).toMatchObject([{ k: 'scan', who: 'person' }]);
    const page = await (await get(`/bagikan/${code.toLowerCase()}`)).text();
    expect(tag(page, 'title')).toBe('Lapor &quot;Jalan&quot; &amp; Lampu');
    expect(tag(page, 'url')).toBe(`https://kanal.test/${code}`);
    expect(tag(page, 'image')).toBe(`https://kanal.test/bagikan/${code}/kartu.png`);
    expect(page).toContain(`href="/?p=${code}"`);
    const desk = await (await Visitor.of('leader')).text(CARDS);
    expect(desk).toContain(`kanal.test/${code}`);
    expect(desk).not.toContain('Buat halaman');
  });

  it('that leads nowhere any more comes to the form, and shows its picture', async ({ expect }) => {
    const shared = await card();
    await takeDown(shared, now());
    for (const gone of [shared.code, 'ZZZZZ9']) {
      expect((await get(`/bagikan/${gone}`)).headers.get('location')).toBe('/');
      const picture = await get(`/bagikan/${gone}/kartu.png`);
      expect(picture.headers.get('location')).toBe('/bagikan/kartu.png');
    }
    const desk = await Visitor.of('campaigner');
    expect((await desk.post(`${CARDS}/999`, {})).status).toBe(404);
    expect((await (await Visitor.of('leader')).post(`${CARDS}/1`, {})).status).toBe(403);
  });
});

describe('the picture', () => {
  async function pixelsOf(path: string, bindings: Env = env) {
    const answer = await get(path, bindings);
    const picture = await readPng(new Uint8Array(await answer.arrayBuffer()));
    if (!picture || answer.headers.get('content-type') !== 'image/png') throw new Error('no picture');
    return picture;
  }

  it('is drawn with the crest, kept, and drawn anew when what stands on it changes', async ({ expect }) => {
    const puts: string[] = [];
    const FILES = new Proxy(env.FILES, {
      get: (target, name) => {
        if (name !== 'put') return Reflect.get(target, name).bind(target);
        return (key: string, bytes: ArrayBuffer) => {
          puts.push(key);
          return target.put(key, bytes);
        };
      },
    });
    const { env: watched } = watchedEnv({ FILES });
    const plain = await pixelsOf('/bagikan/kartu.png', watched);
    expect([plain.width, plain.height]).toEqual([1200, 630]);
    await pixelsOf('/bagikan/kartu.png', watched);
    expect(puts).toHaveLength(1);
    const red = Uint8Array.from({ length: 64 * 64 * 3 }, (_, at) => (at % 3 === 0 ? 200 : 0));
    const crest = await takeCrest(env, await writePng(64, 64, 3, red), null);
    if (typeof crest === 'string') throw new Error(crest);
    await setRow(db(), 'crest', 'lambang', crest, now());
    forgetRegency();
    const crested = await pixelsOf('/bagikan/kartu.png', watched);
    expect(puts).toHaveLength(2);
    const at = (picture: typeof plain, x: number, y: number) => {
      const pixel = (y * picture.width + x) * 4;
      return [...picture.rgba.subarray(pixel, pixel + 3)];
    };
    expect([at(plain, 80, 80), at(crested, 80, 80)]).toEqual([
      [255, 255, 255],
      [200, 0, 0],
    ]);
    const desk = await Visitor.of('campaigner');
    expect(await desk.text(CARDS)).not.toContain('bukan PNG');
    const paper = { ...crest.paper, name: crest.paper.name.replace('.png', '.jpg') };
    await setRow(db(), 'crest', 'lambang', { ...crest, paper }, now());
    forgetRegency();
    expect(await desk.text(CARDS)).toContain('lambang yang diunggah bukan PNG');
    // Letters: dark, on white ground, with pixels between the two at their edges.
    const reds = Array.from(
      { length: 1200 * 60 },
      (_, pixel) => at(plain, pixel % 1200, 290 + Math.floor(pixel / 1200))[0] ?? 0,
    );
    expect(reds.filter((value) => value < 40).length).toBeGreaterThan(2_000);
    expect(reds.filter((value) => value > 60 && value < 230).length).toBeGreaterThan(300);
  });

  it('is drawn also when the bucket does not answer', async ({ expect }) => {
    const broken = {
      get: async () => Promise.reject(new Error('R2')),
      put: async () => Promise.reject(new Error('R2')),
    };
    const picture = await pixelsOf('/bagikan/kartu.png', watchedEnv({ FILES: broken }).env);
    expect(picture.width).toBe(1200);
  });
});
