/** Coverage: its figures against a recount by hand, the day a photo stops counting, and what a small count shows. */
import { env } from 'cloudflare:workers';
import { beforeEach, describe, it } from 'vitest';
import { lives, PHOTO_HOLDS_DAYS } from '../../shared/campaign.ts';
import { now } from '../../workers/platform/clock.ts';
import { openDb } from '../../workers/platform/db.ts';
import { setRow } from '../../workers/regency/load.ts';
import { openCampaign } from '../support/campaign.ts';
import { Desk, documented } from '../support/desk.ts';
import { textOf } from '../support/reporter.ts';
import { countingEnv } from '../support/rows.ts';
import { addStaff } from '../support/worker.ts';

const API = '/api/v1/campaigns/coverage';
const PAGE = '/desk/kampanye/cakupan';
const DAY = 86_400_000;
const VILLAGE = 'area:73.24.01.2001';

interface Share {
  hung: number;
  places: number;
  percent: number | null;
}
interface Answer {
  shares: ({ of: string; id: string } & Record<'opd' | 'kecamatan' | 'desa', Share>)[];
  places: { kind: string; ref: string; state: string; hung: number; pieces: number }[];
}

let desk: Desk;

beforeEach(async () => {
  await openCampaign();
  desk = await Desk.of(await addStaff(['campaigner']));
});

async function read(query = ''): Promise<Answer> {
  const answer = await desk.send(`${API}${query}`);
  await (await documented()).check('GET', API, answer);
  return answer.json();
}

const run = (sql: string, ...values: (string | number | null)[]) =>
  env.DB.prepare(sql)
    .bind(...values)
    .run();

/** Hangs what a place has from the start. */
async function hang(slot: string, photoAt: number, life = 'hung'): Promise<void> {
  await run('UPDATE placements SET life = ?, photo_at = ? WHERE slot = ?', life, photoAt, slot);
}

async function stateOf(ref: string): Promise<string | undefined> {
  return (await read()).places.find((place) => place.ref === ref)?.state;
}

describe('the coverage', () => {
  it('equals a recount by hand, by place, material and program', async ({ expect }) => {
    const at = now();
    await run(
      "INSERT INTO campaigns (id, name, starts_on, created_by, created_at) VALUES (7, 'Uji', '2026-01-01', 1, 0)",
    );
    const slots = (await env.DB.prepare('SELECT id, kind, ref FROM placements ORDER BY id').all())
      .results as {
      id: number;
      kind: string;
      ref: string;
    }[];
    // Lives, ages, materials and programs in every mixture; each place has its first piece and some a second one.
    const made = slots.flatMap(({ kind, ref }, i) =>
      Array.from({ length: 1 + (i % 2) }, (_, second) => {
        const n = i * 2 + second * 5;
        return {
          kind,
          ref,
          life: lives[n % lives.length] ?? 'idle',
          material: ['banner', 'poster', 'x_banner'][n % 3],
          campaign: n % 4 === 0 ? 7 : null,
          photoAt: at - ((n * 13) % 140) * DAY - 60_000,
          code: `C${String(n).padStart(3, '0')}${second}9`,
        };
      }),
    );
    await run('DELETE FROM placements');
    await run(
      `INSERT INTO placements (code, kind, ref, created_at, life, material, campaign_id, photo_at)
       SELECT value ->> 'code', value ->> 'kind', value ->> 'ref', 0, value ->> 'life', value ->> 'material',
         value ->> 'campaign', value ->> 'photoAt' FROM json_each(?)`,
      JSON.stringify(made),
    );

    const recount = (kind: string, fits: (piece: (typeof made)[number]) => boolean) => {
      const places = slots.filter((slot) => slot.kind === kind);
      const hung = places.filter(({ ref }) =>
        made.some(
          (piece) =>
            piece.kind === kind &&
            piece.ref === ref &&
            fits(piece) &&
            (piece.life === 'hung' || piece.life === 'checked') &&
            at - piece.photoAt <= PHOTO_HOLDS_DAYS * DAY,
        ),
      );
      return { hung: hung.length, places: places.length };
    };
    const whole = await read();
    expect(whole.places).toHaveLength(170);
    expect(whole.shares.map(({ of, id }) => `${of} ${id}`)).toEqual([
      'all ',
      'material banner',
      'material x_banner',
      'material poster',
      'program 7',
    ]);
    for (const { of, id, ...shares } of whole.shares)
      for (const kind of ['opd', 'kecamatan', 'desa'] as const)
        expect(shares[kind], `${of} ${id} ${kind}`).toMatchObject(
          recount(kind, ({ material, campaign }) =>
            of === 'material' ? material === id : of === 'program' ? campaign === 7 : true,
          ),
        );
    const [all] = whole.shares;
    expect(all?.desa.hung).toBeGreaterThan(0);
    expect(all?.desa.hung).toBeLessThan(128);

    const [filtered] = (await read('?material=poster&program=7')).shares;
    expect(filtered?.desa).toMatchObject(
      recount('desa', ({ material, campaign }) => material === 'poster' && campaign === 7),
    );
    const nuha = await read('?district=73.24.02');
    const within = whole.places.filter(({ ref }) => ref.startsWith('73.24.02'));
    expect(nuha.places).toEqual(within);
    expect(nuha.shares[0]?.opd).toEqual({ hung: 0, places: 0, percent: null });
    expect(nuha.shares[0]?.desa).toMatchObject({
      hung: within.filter(({ kind, hung }) => kind === 'desa' && hung > 0).length,
      places: within.length - 1,
    });
    for (const query of ['material=kaus', 'program=x', 'district=73.24'])
      expect((await desk.send(`${API}?${query}`)).status, query).toBe(422);

    // The page and its files say the same, and name where nothing hangs.
    const page = textOf(await desk.text(PAGE));
    expect(page).toContain(`${all?.desa.hung} dari 128 (${all?.desa.percent}%)`);
    const csv = (await desk.text(`${PAGE}.csv?urut=keadaan`)).trim().split('\r\n');
    expect(csv).toHaveLength(171);
    expect(csv[1]).toContain('Belum direncanakan');
    expect(csv.filter((line) => /,Desa|,Kelurahan/.test(line) && !/,0,\d+,/.test(line))).toHaveLength(
      all?.desa.hung ?? -1,
    );
  });

  it('counts a photo on day 90 and not on day 91', async ({ expect }) => {
    const minute = 60_000;
    await hang(VILLAGE, now() - PHOTO_HOLDS_DAYS * DAY + minute, 'checked');
    await hang('area:73.24.01.2002', now() - PHOTO_HOLDS_DAYS * DAY - minute, 'checked');
    const { shares, places } = await read();
    expect(shares[0]?.desa).toEqual({ hung: 1, places: 128, percent: 1 });
    const stateAt = (ref: string) => places.find((place) => place.ref === ref)?.state;
    expect([stateAt('73.24.01.2001'), stateAt('73.24.01.2002')]).toEqual(['hung', 'lapsed']);
    const page = textOf(await desk.text(PAGE));
    const missing = page.slice(page.indexOf('Di mana belum'), page.indexOf('Keadaan tiap tempat'));
    expect(missing).not.toContain('Desa Maleku');
    expect(missing).toContain('Desa Wonorejo,');
  });

  it('counts what hangs at a school for its desa, and no code that was taken down', async ({ expect }) => {
    await run(
      `INSERT INTO placements (code, kind, ref, name, area, created_at, life, photo_at)
       VALUES ('SKLH22', 'school', '', 'SDN 1', '73.24.01.2001', 0, 'hung', ?)`,
      now(),
    );
    expect(await stateOf('73.24.01.2001')).toBe('hung');
    await run("UPDATE placements SET life = 'removed', retired_at = 1 WHERE code = 'SKLH22'");
    expect(await stateOf('73.24.01.2001')).toBe('idle');
  });

  it('tells silence, scans and reports apart, and one to four reports from nothing', async ({ expect }) => {
    const seven = now() - 7 * DAY;
    await hang(VILLAGE, seven);
    const id = 'SELECT id FROM placements WHERE slot = ?';
    const hungAt = (at: number) =>
      run(
        `INSERT OR REPLACE INTO placement_events (placement_id, seq, life, at, by) VALUES ((${id}), 1, 'hung', ?, 'staff:1')`,
        VILLAGE,
        at,
      );
    const counts = (scanned: number, submitted: number) =>
      run(
        `INSERT OR REPLACE INTO placement_counts (day, placement_id, scanned, submitted) VALUES ('*', (${id}), ?, ?)`,
        VILLAGE,
        scanned,
        submitted,
      );
    const state = () => stateOf('73.24.01.2001');
    await hungAt(seven);
    expect(await state()).toBe('hung');
    await hungAt(now() - 14 * DAY);
    expect(await state()).toBe('silent');
    await counts(1, 0);
    expect(await state()).toBe('scanned');
    await counts(9, 4);
    expect(await state()).toBe('scanned');
    await counts(9, 5);
    expect(await state()).toBe('reported');
    await counts(9, 1);
    await setRow(openDb(env.DB), 'switch', 'demo', { id: 'demo', on: true }, now());
    expect(await state()).toBe('reported');
  });

  it('reads rows by the number of pieces, and opens to readers of the campaign only', async ({ expect }) => {
    const counted = countingEnv();
    expect((await desk.send(API, {}, counted.env)).status).toBe(200);
    expect(counted.rows.read).toBeLessThan(3 * 170);
    for (const [role, status] of [
      ['leader', 200],
      ['liaison', 403],
    ] as const) {
      const other = await Desk.of(await addStaff([role], role === 'liaison' ? ['PUPR'] : []));
      expect((await other.send(API)).status, role).toBe(status);
      expect((await other.send(PAGE)).status, role).toBe(status);
    }
  });
});
