/** A placement for each place, made once, with a code of its own. */
import { env } from 'cloudflare:workers';
import { beforeEach, describe, it } from 'vitest';
import { ensurePlacements, placesOf } from '../../workers/features/campaigns/register/placements.ts';
import { placements } from '../../workers/features/campaigns/table.ts';
import { sweep } from '../../workers/features/sweep.ts';
import { openDb } from '../../workers/platform/db.ts';
import { setRow } from '../../workers/regency/load.ts';
import { regencyAt } from '../../workers/regency/snapshot.ts';
import { type Fault, faulty } from '../support/faulty.ts';
import { counting } from '../support/rows.ts';
import { loadRegency, MONDAY } from '../support/worker.ts';

beforeEach(() => loadRegency());

const all = () => openDb(env.DB).select().from(placements);
const ensure = async (d1: D1Database = env.DB) =>
  ensurePlacements(openDb(d1), await regencyAt(openDb(env.DB), MONDAY), MONDAY);

describe('placements', () => {
  it('are 31 OPD, 11 kecamatan and 128 desa and kelurahan in Luwu Timur', async ({ expect }) => {
    await sweep(env, MONDAY);
    const rows = await all();
    const of = (kind: string) => rows.filter((row) => row.kind === kind).length;
    expect([of('opd'), of('kecamatan'), of('desa'), rows.length]).toEqual([31, 11, 128, 170]);
    expect(rows).toContainEqual(expect.objectContaining({ slot: 'opd:PUPR', ref: 'PUPR' }));
    expect(rows).toContainEqual(expect.objectContaining({ slot: 'area:73.24.01.2001', kind: 'desa' }));
    for (const { code } of rows) expect(code).toMatch(/^(?=.*[34679])[34679ACDEFGHJKMNPQRTWXY]{6}$/);
    expect(new Set(rows.map((row) => row.code)).size).toBe(170);
  });

  it('keep their codes, and cost one row when there is nothing to do', async ({ expect }) => {
    expect(await ensure()).toBe(170);
    const before = await all();
    const { d1, rows } = counting(env.DB);
    expect(await ensure(d1)).toBe(0);
    expect(rows).toEqual({ read: 1, written: 0, trips: 1 });
    expect(await all()).toEqual(before);
  });

  it('come to a new office with the next settings, and to none that is outside', async ({ expect }) => {
    await ensure();
    const before = await all();
    const office = { name: 'Dinas Baru', short: 'Baru', confirmed: true, duties: [] };
    await setRow(openDb(env.DB), 'office', 'BARU', { ...office, code: 'BARU', kind: 'opd' }, MONDAY);
    await setRow(openDb(env.DB), 'office', 'LUAR-X', { ...office, code: 'LUAR-X', kind: 'luar' }, MONDAY);
    expect(await ensure()).toBe(1);
    const after = await all();
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after.at(-1)).toMatchObject({ slot: 'opd:BARU', kind: 'opd' });
  });

  it('are made once by many at once', async ({ expect }) => {
    await Promise.all(Array.from({ length: 5 }, () => ensure()));
    expect(await all()).toHaveLength(170);
  });

  it.for(['before_batch', 'answer_lost'] as Fault[])('survive %s', async (fault, { expect }) => {
    const broken = faulty(env.DB, fault);
    await expect(ensure(broken.d1)).rejects.toThrow();
    await ensure();
    expect(await all()).toHaveLength(170);
  });

  it('draw again when somebody else drew the same code', async ({ expect }) => {
    // The first look finds an empty table; a row with every code that was drawn appears before the insert.
    let first = true;
    const d1 = new Proxy(env.DB, {
      get(target, name) {
        if (name !== 'batch') {
          const value = Reflect.get(target, name, target) as unknown;
          return typeof value === 'function' ? value.bind(target) : value;
        }
        return async (statements: D1PreparedStatement[]) => {
          if (!first) return target.batch(statements);
          first = false;
          const clash = target.prepare(
            "INSERT INTO placements (code, kind, ref, created_at) SELECT code, 'desa', ref, 1 FROM placements LIMIT 1",
          );
          return target.batch([...statements, clash]);
        };
      },
    });
    expect(await ensure(d1)).toBe(170);
    expect(first).toBe(false);
    expect(await all()).toHaveLength(170);
  });

  it('are the places of any regency', async ({ expect }) => {
    const regency = await regencyAt(openDb(env.DB), MONDAY);
    const slots = placesOf(regency).map(({ slot }) => slot);
    expect(new Set(slots).size).toBe(slots.length);
    expect(slots.some((slot) => slot.includes('LUAR'))).toBe(false);
  });
});
