/** Places and material: a plan for all, many at once, places that are added, one replaced, edited or taken back. */
import { env } from 'cloudflare:workers';
import { beforeEach, describe, it } from 'vitest';
import { batchSchema } from '../../workers/features/campaigns/batches/input.ts';
import { eventSchema } from '../../workers/features/campaigns/events/input.ts';
import { titleField } from '../../workers/features/campaigns/posts/fields.ts';
import { partnerSchema } from '../../workers/features/campaigns/posts/media/input.ts';
import { placeOnlySchema, programSchema } from '../../workers/features/campaigns/register/input.ts';
import { placementEvents } from '../../workers/features/campaigns/table.ts';
import { openDb } from '../../workers/platform/db.ts';
import { openCampaign, type Placed, placedAt, visitAll, watchedEnv } from '../support/campaign.ts';
import { type Fault, faulty } from '../support/faulty.ts';
import { jpeg, type Rgb } from '../support/images.ts';
import { campaigner, everyPlacement, placementRow } from '../support/register.ts';
import { textOf } from '../support/reporter.ts';
import { countingEnv } from '../support/rows.ts';

let desk: Awaited<ReturnType<typeof campaigner>>;
let village: Placed;

beforeEach(async () => {
  await openCampaign();
  village = await placedAt('area:73.24.01.2001');
  desk = await campaigner();
});

const entries = () => openDb(env.DB).select().from(placementEvents);
const banner = {
  ...{ material: 'banner', program: '', size: '3 × 1 m', design: '2', cost: '150.000', hanger: '' },
  kinds: ['opd', 'kecamatan', 'desa'],
};
const plan = (more: Record<string, string | string[]> = {}) =>
  desk.post('/papan/rencana', { ...banner, ...more });

describe('a plan for every place', () => {
  it('is looked at first, then carried out, and changes nothing the second time', async ({ expect }) => {
    const query = new URLSearchParams({ ...banner, kinds: 'opd', lihat: '1' });
    query.append('kinds', 'desa');
    const preview = textOf(await (await desk.get(`/papan/rencana?${query}`)).text());
    expect(preview).toContain('OPD 31 0 Desa dan kelurahan 128 0 Semua 159 0');
    expect(preview).toContain('159 × Rp 150.000 = Rp 23.850.000');
    expect(await entries()).toHaveLength(0);

    expect((await plan()).headers.get('location')).toContain('jumlah=170');
    const planned = await everyPlacement();
    expect(planned).toHaveLength(170);
    expect(
      planned.every(
        ({ life, version, cost, design }) =>
          life === 'planned' && version === 1 && cost === 150_000 && design === 2,
      ),
    ).toBe(true);
    // The kecamatan's office hangs in its villages, an OPD at its own door.
    expect(await placementRow(village.code)).toMatchObject({ hanger: 'KEC-73.24.01' });
    expect(planned.find(({ slot }) => slot === 'opd:PUPR')).toMatchObject({ hanger: 'PUPR' });

    expect((await plan()).headers.get('location')).toContain('jumlah=0');
    expect(await everyPlacement()).toEqual(planned);
    expect(await entries()).toHaveLength(170);
  });

  it('makes a further piece with a code of its own where another material stands', async ({ expect }) => {
    await plan({ kinds: ['desa'] });
    await Promise.all([
      plan({ material: 'poster', kinds: ['desa'] }),
      plan({ material: 'poster', kinds: ['desa'] }),
    ]);
    const rows = (await everyPlacement()).filter(({ kind }) => kind === 'desa');
    expect(rows).toHaveLength(256);
    expect(new Set(rows.map(({ code }) => code)).size).toBe(256);
    expect(
      rows.filter(({ ref }) => ref === '73.24.01.2001').map(({ material, life }) => [material, life]),
    ).toEqual([
      ['banner', 'planned'],
      ['poster', 'planned'],
    ]);
    expect(await entries()).toHaveLength(256);
  });

  it.for(['before_batch', 'answer_lost'] as Fault[])('survives %s', async (fault, { expect }) => {
    const broken = await campaigner(watchedEnv({ DB: faulty(env.DB, fault).d1 }).env);
    expect((await broken.post('/papan/rencana', banner)).status).toBe(503);
    expect((await plan()).status).toBe(303);
    expect((await everyPlacement()).filter(({ life }) => life === 'planned')).toHaveLength(170);
    expect(await entries()).toHaveLength(170);
  });
});

describe('many at once', () => {
  it('are those that were ticked or all of the filter, and only those that may go there', async ({
    expect,
  }) => {
    await plan({ kinds: ['desa'] });
    const chosen = `/papan/pilihan?wilayah=73.24.01&yang=semua&aksi=cetak`;
    const page = await (await desk.get(chosen)).text();
    expect(textOf(page)).toContain('11 bahan akan diubah');
    expect(textOf(page)).toContain('1 bahan lain tetap seperti sekarang');
    const codes = /name="kode" value="([^"]+)"/.exec(page)?.[1] ?? '';
    const done = await desk.post('/papan/pilihan', { aksi: 'cetak', kode: codes });
    expect(done.headers.get('location')).toContain('jumlah=11');
    const printed = (await everyPlacement()).filter(({ life }) => life === 'printed');
    expect(printed.map(({ version }) => version)).toEqual(Array(11).fill(2));
    // Pressed again: nothing is left to do.
    const again = await desk.post('/papan/pilihan', { aksi: 'cetak', kode: codes });
    expect(again.headers.get('location')).toContain('jumlah=0');
  });

  it('get the facts that were filled in, and keep the others', async ({ expect }) => {
    await plan({ kinds: ['desa'] });
    const facts = {
      aksi: 'atur',
      kode: village.code,
      program: '',
      size: '',
      design: '',
      cost: '0',
      hanger: 'PUPR',
    };
    await desk.post('/papan/pilihan', facts);
    const changed = await placementRow(village.code);
    expect(changed).toMatchObject({ cost: 0, hanger: 'PUPR', size: '3 × 1 m', life: 'planned', version: 2 });
    const wrong = await desk.post('/papan/pilihan', { ...facts, hanger: 'TAK-ADA' });
    expect(wrong.status).toBe(422);
    expect(await placementRow(village.code)).toEqual(changed);
  });
});

describe('places that are added', () => {
  const LIST = 'Nama;Jenis;Wilayah;Posisi\nSDN 105;Sekolah;Maleku, Mangkutana;-2.6345, 121.0987\n';

  it('come from a list, all or none, with what is wrong by its line', async ({ expect }) => {
    const wrong = `${LIST};Sekolah;Maleku;\nPasar Wotu;Pasar;Negeri Antah;\nPuskesmas;Istana;73.24.01;x\n`;
    const refused = await desk.post('/papan/tambah/banyak', { ...banner, list: wrong });
    expect(refused.status).toBe(422);
    const text = await refused.text();
    expect(textOf(text)).toMatch(/3 baris perlu diperbaiki.*Belum ada yang ditambahkan/);
    expect(textOf(text)).toMatch(
      /Baris 3 Nama tempat: Wajib diisi\..*Baris 4 Wilayah: tidak dikenali.*Baris 5 .*Titik lokasi tidak benar/,
    );
    expect(text).toContain('Negeri Antah');
    expect(await everyPlacement()).toHaveLength(170);

    const key = crypto.randomUUID();
    const good = { ...banner, list: `${LIST}Pasar Wotu;pasar;73.24.06;\n`, key };
    expect((await desk.post('/papan/tambah/banyak', good)).headers.get('location')).toContain('jumlah=2');
    await desk.post('/papan/tambah/banyak', good);
    const added = (await everyPlacement()).slice(170);
    expect(added).toMatchObject([
      {
        name: 'SDN 105',
        kind: 'school',
        area: '73.24.01.2001',
        lat: -2.6345,
        lon: 121.0987,
        life: 'planned',
        version: 1,
      },
      { name: 'Pasar Wotu', kind: 'market', area: '73.24.06', lat: null, cost: 150_000 },
    ]);
    const list = textOf(await (await desk.get('/papan?wilayah=73.24.01')).text());
    expect(list).toContain('SDN 105, Desa Maleku, Kecamatan Mangkutana');
  });

  it('are added once when the answer is lost on the way', async ({ expect }) => {
    const broken = await campaigner(watchedEnv({ DB: faulty(env.DB, 'answer_lost').d1 }).env);
    const form = { ...banner, list: LIST, key: crypto.randomUUID() };
    expect((await broken.post('/papan/tambah/banyak', form)).status).toBe(303);
    expect((await desk.post('/papan/tambah/banyak', form)).status).toBe(303);
    expect(await everyPlacement()).toHaveLength(171);
    expect(
      (await desk.post('/papan/tambah/banyak', { ...form, list: LIST.replace('105', '106') })).status,
    ).toBe(422);
  });
});

describe('one piece', () => {
  const step = (code: string, life: string, version: number, more: Record<string, string> = {}) =>
    desk.post(`/${code}/langkah`, { life, version: String(version), ...more });

  it('is replaced by one with a new code, once, and the old code leads to the form', async ({ expect }) => {
    await plan({ kinds: ['desa'] });
    await env.DB.prepare("UPDATE placements SET life = 'damaged' WHERE id = ?").bind(village.id).run();
    const key = crypto.randomUUID();
    const first = await step(village.code, 'replaced', 1, { cost: '90.000', key });
    const again = await step(village.code, 'replaced', 1, { cost: '90.000', key });
    expect(again.headers.get('location')).toBe(first.headers.get('location'));
    const code = /kampanye\/(\w+)/.exec(first.headers.get('location') ?? '')?.[1] ?? '';
    const made = await placementRow(code);
    expect(made).toMatchObject({
      life: 'planned',
      material: 'banner',
      cost: 90_000,
      ref: '73.24.01.2001',
      slot: null,
    });
    expect(await placementRow(village.code)).toMatchObject({ life: 'replaced', replacedBy: made.id });
    expect(await everyPlacement()).toHaveLength(171);
    const { env: watched } = watchedEnv();
    const leads = await visitAll(watched, [{ path: `/${village.code}` }, { path: `/${code}` }]);
    expect(leads.map((one) => one.headers.get('location'))).toEqual(['/', `/?p=${code}`]);
  });

  it('is not hung without a photo, and keeps the remark that was typed', async ({ expect }) => {
    await plan({ kinds: ['desa'] });
    const refused = await step(village.code, 'hung', 1, { remark: 'Di depan balai desa' });
    expect(refused.status).toBe(422);
    const page = await refused.text();
    expect(page).toContain('Di depan balai desa');
    expect(page).toContain('Sertakan foto yang baru');
    expect(await placementRow(village.code)).toMatchObject({ life: 'planned', version: 1 });
  });

  it('is hung by a photo, and checked by another, not by the same', async ({ expect }) => {
    await plan({ kinds: ['desa'] });
    const send = (life: string, version: number, pixel: Rgb) => {
      const form = new FormData();
      const fields = { life, version: String(version), key: crypto.randomUUID(), position: '-2.6, 121.1' };
      for (const [name, value] of Object.entries(fields)) form.set(name, value);
      form.set('photo', new File([jpeg({ width: 16, height: 16, pixel: () => pixel })], 'a.jpg'));
      return desk.upload(`/${village.code}/langkah`, form);
    };
    expect((await send('hung', 1, [9, 9, 9])).status).toBe(303);
    expect(await placementRow(village.code)).toMatchObject({ life: 'hung', lat: -2.6, lon: 121.1 });
    const page = await (await desk.get(`/${village.code}`)).text();
    const photo = /src="(\/desk\/kampanye\/foto\/\w+)"/.exec(page)?.[1] ?? '';
    expect((await desk.get(photo.replace('/desk/kampanye', ''))).headers.get('content-type')).toBe(
      'image/jpeg',
    );
    expect((await send('checked', 2, [9, 9, 9])).status).toBe(422);
    expect((await send('checked', 2, [99, 9, 9])).status).toBe(303);
    expect(await placementRow(village.code)).toMatchObject({ life: 'checked', version: 3 });
  });

  it('goes back one step for some minutes', async ({ expect }) => {
    await plan({ kinds: ['desa'] });
    await step(village.code, 'removed', 1);
    const page = await (await desk.get(`/${village.code}`)).text();
    expect(page).toContain('Urungkan langkah terakhir');
    await desk.post(`/${village.code}/urungkan`, { version: '2' });
    expect(await placementRow(village.code)).toMatchObject({ life: 'planned', retiredAt: null, version: 3 });
    await env.DB.prepare('UPDATE placement_events SET at = at - 1000000').run();
    expect((await desk.post(`/${village.code}/urungkan`, { version: '3' })).status).toBe(409);
  });

  it('is edited by one of two people, and the other keeps what was typed', async ({ expect }) => {
    await plan({ kinds: ['desa'] });
    const edit = (size: string) =>
      desk.post(`/${village.code}/ubah`, { ...banner, size, position: '', name: '', area: '', version: '1' });
    expect((await edit('4 × 1 m')).status).toBe(303);
    const late = await edit('5 × 2 m');
    expect(late.status).toBe(409);
    const page = await late.text();
    expect(page).toContain('value="5 × 2 m"');
    expect(textOf(page)).toContain('Spanduk, 4 × 1 m');
    expect(page).toContain('name="version" value="2"');
    expect(await placementRow(village.code)).toMatchObject({ size: '4 × 1 m', version: 2 });
  });
});

describe('a register of 1,000 places', () => {
  it('is read in two rows a place', async ({ expect }) => {
    await env.DB.prepare(
      `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 830)
       INSERT INTO placements (code, kind, ref, area, name, created_at, life, version)
       SELECT 'X' || printf('%05d', i), 'school', '', '73.24.01', 'SD ' || i, 1, 'planned', 1 FROM n`,
    ).run();
    const counted = countingEnv();
    const reader = await campaigner(counted.env);
    await reader.get('/papan');
    const before = { ...counted.rows };
    expect((await reader.get('/papan?hal=3')).status).toBe(200);
    expect(counted.rows.read - before.read).toBeLessThan(2 * 1000 + 50);
    expect(counted.rows.trips - before.trips).toBeLessThan(8);
    const one = { ...counted.rows };
    await reader.get(`/${village.code}`);
    expect(counted.rows.read - one.read).toBeLessThan(20);
  });
});

describe('the name of whatever is made', () => {
  it('is one plain line: on paper, in tables, in the preview of a link', ({ expect }) => {
    const names = [
      placeOnlySchema.shape.name,
      programSchema.shape.name,
      titleField,
      partnerSchema.shape.name,
      eventSchema.shape.title,
      batchSchema.shape.title,
    ];
    for (const name of names) {
      expect(name.parse('\u202eSDN\r\n105\u0000Malili\u2066')).toBe('SDN 105 Malili');
      expect(name.parse('Pasar “Wotu” 😀 – سوق')).toBe('Pasar “Wotu” 😀 – سوق');
      expect(name.safeParse('\u202e\u2069').success).toBe(false);
    }
  });
});
