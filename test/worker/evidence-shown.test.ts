/** Satisfaction by quarter and office, and keterhubungan: told as it may be, in pages, files and the API. */
import { env } from 'cloudflare:workers';
import { it } from 'vitest';
import { type Counts, packCounts } from '../../shared/figures/counts.ts';
import { figures } from '../../workers/features/evaluation/figures/table.ts';
import { openDb } from '../../workers/platform/db.ts';
import { addRow } from '../../workers/regency/edit.ts';
import { doer } from '../support/campaign-people.ts';
import { Desk } from '../support/desk.ts';
import { addStaff, editor, loadRegency } from '../support/worker.ts';

const ROOM = '/desk/evaluasi/bukti';

/** @param cells counts by office, whose sum is the whole */
async function count(bucket: string, cells: Record<string, Partial<Counts>>): Promise<void> {
  const values = Object.values(cells);
  const sum = (name: 'rated' | 'ratingSum') => values.reduce((all, counts) => all + (counts[name] ?? 0), 0);
  const packed = Object.fromEntries(
    Object.entries(cells).map(([office, counts]) => [office, packCounts(counts)]),
  );
  const whole = { biasa: packCounts({ rated: sum('rated'), ratingSum: sum('ratingSum') }) };
  const rows = [
    { dimension: 'kind' as const, cells: JSON.stringify(whole) },
    { dimension: 'office' as const, cells: JSON.stringify(packed) },
  ];
  await openDb(env.DB)
    .insert(figures)
    .values(rows.map((row) => ({ ...row, basis: 'received' as const, bucket })));
}

it('tells satisfaction with its interval, and hides what points at somebody', async ({ expect }) => {
  await loadRegency();
  // PUPR 20 answers of 3.5, DLH 3 answers: beside the whole, only another hidden one keeps them hidden.
  await count('2026-04', {
    PUPR: { rated: 20, ratingSum: 70 },
    DLH: { rated: 3, ratingSum: 3 },
    DISDIKBUD: { rated: 9, ratingSum: 27 },
  });
  await count('2026-01', { PUPR: { rated: 200, ratingSum: 700 } });
  const desk = await Desk.of(await addStaff(['leader']));
  const page = await desk.text(`${ROOM}/skm?sampai=2026-Q2`);
  for (const part of [
    '87,5<small>20 penilaian; antara 7',
    '87,5<small>200 penilaian<',
    'terlalu sedikit',
    'disembunyikan',
  ])
    expect(page, part).toContain(part);
  expect(page).not.toContain('>9 penilaian');
  expect(page).not.toContain('>3 penilaian');
  const csv = await desk.text(`${ROOM}/skm/tabel.csv?sampai=2026-Q2`);
  expect(csv).toMatch(/2026-Q2;PUPR;[^;]+;20;87[,.]5;7\d|2026-Q2,PUPR,[^,]+,20,87\.5,7\d/);
  expect((await desk.send(`${ROOM}/skm/tabel.xlsx?sampai=2026-Q2`)).status).toBe(200);
  expect(await desk.text(`${ROOM}/skm?sampai=2020-Q1`)).toContain('Belum ada penilaian pada triwulan ini');
  const { rows } = (await (await desk.send('/api/v1/evaluation/satisfaction?until=2026-Q2')).json()) as {
    rows: { office: string | null; quarters: { rated: number | null; value: number | null }[] }[];
  };
  const last = (office: string) => rows.find((row) => row.office === office)?.quarters.at(-1);
  expect(last('PUPR')).toEqual({ rated: 20, value: 87.5, least: 72, most: 95 });
  expect(last('DLH')).toMatchObject({ rated: null, value: null });
  expect(last('DISDIKBUD')).toMatchObject({ rated: null, value: null });
  expect((await desk.send('/api/v1/evaluation/satisfaction?until=2026')).status).toBe(422);
});

it('tells what is missing for keterhubungan and the action plan', async ({ expect }) => {
  await loadRegency();
  const desk = await Desk.of(await addStaff(['admin'], [], 'Andi Admin'));
  const empty = await desk.text(`${ROOM}/keterhubungan`);
  for (const part of ['Nomor, tanggal dan anggota SK belum ditulis', 'Belum ada kegiatan tahun ini'])
    expect(empty).toContain(part);
  const member = { name: 'Budi', place: 'Ketua', email: 'budi@example.id' };
  const team = { number: '188/12/2026', date: '2026-01-05', members: [member] };
  await addRow(await editor(), 'team', 'sk', team);
  const year = (await doer()).regency.calendar.localDate((await doer()).now).slice(0, 4);
  for (const [owner, state] of [
    [1, 'done'],
    [null, 'planned'],
  ] as const)
    await env.DB.prepare(`insert into actions (activity, office, owner_id, due_on, state, created_by, created_at)
      values ('Pasang baliho', 'KOMINFO', ?, ?, ?, 'staff:1', 1)`)
      .bind(owner, `${year}-12-20`, state)
      .run();
  const page = await desk.text(`${ROOM}/keterhubungan`);
  for (const part of ['Nomor 188/12/2026', 'Anggota tanpa akun: Budi', '1 dari 2 kegiatan selesai'])
    expect(page, part).toContain(part);
  const liaison = await Desk.of(await addStaff(['liaison'], ['PUPR']));
  const other = await liaison.text(`${ROOM}/keterhubungan`);
  expect(other).toContain('Ada perbedaan antara SK dan akun');
  expect(other).not.toContain('Budi');
});
