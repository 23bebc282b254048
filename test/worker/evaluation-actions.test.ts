/** The action plan: written once, changed by whoever may, measured where it can be, shown by evidence that is not used twice. */
import { env } from 'cloudflare:workers';
import { beforeEach, describe, it, test } from 'vitest';
import type { Measure } from '../../shared/action.ts';
import type { Staff } from '../../shared/permissions/people.ts';
import { actionsOf } from '../../workers/features/evaluation/actions/queries.ts';
import { reportAction } from '../../workers/features/evaluation/actions/report.ts';
import { addAction } from '../../workers/features/evaluation/actions/save.ts';
import { loadPlan } from '../../workers/local/inside/evaluation/actions.ts';
import { DECISIONS, loadFirstMeeting } from '../../workers/local/inside/evaluation/meeting.ts';
import { now } from '../../workers/platform/clock.ts';
import { newKey } from '../../workers/platform/ids.ts';
import { doer, refusal } from '../support/campaign-people.ts';
import { Desk } from '../support/desk.ts';
import { abortOn, faultyDb } from '../support/faulty.ts';
import { contains, exif, jpeg } from '../support/images.ts';
import { item, lineOf, openPlan, PLAN, planned, rows } from '../support/plan.ts';
import { addStaff, MONDAY } from '../support/worker.ts';

let admin: Desk;
let liaison: Staff;

beforeEach(async () => {
  ({ admin, liaison } = await openPlan());
});

const count = async (table: string) => (await rows(`SELECT count(*) AS n FROM ${table}`))[0]?.n;
const report = (state: string, version: number, note = '') => ({ state, note, version: String(version) });

describe('an item', () => {
  it('is written once with its step and its clock, or not at all', async ({ expect }) => {
    const key = newKey();
    const lossy = faultyDb('answer_lost');
    const id = await addAction(await doer({ db: lossy.db }), item(), key);
    expect(lossy.struck()).toBe(1);
    expect(await addAction(await doer(), item(), key)).toBe(id);
    const repair = await abortOn('clocks');
    expect((await refusal(planned()))?.kind).toBe('unavailable');
    expect(
      (await refusal(reportAction(await doer(), id, { state: 'done', note: 'Ya' }, 1, true)))?.kind,
    ).toBe('unavailable');
    await repair();
    for (const table of ['actions', 'action_steps', 'clocks']) expect(await count(table), table).toBe(1);
    expect((await lineOf(id)).row).toMatchObject({ state: 'planned', version: 1, doneAt: null });
  });

  it('that two people change keeps the first, and shows both to the second', async ({ expect }) => {
    const id = await planned();
    const form = { activity: 'Pasang baliho', office: 'PUPR', dueOn: '2026-08-14', version: '1' };
    expect((await admin.post(`${PLAN}/${id}/ubah`, form)).status).toBe(303);
    const second = await admin.post(`${PLAN}/${id}/ubah`, { ...form, activity: 'Pasang papan' });
    const page = await second.text();
    expect(second.status).toBe(409);
    for (const words of [
      'value="Pasang papan"',
      'Isinya sekarang: Pasang baliho',
      'name="version" value="2"',
    ])
      expect(page).toContain(words);
    const late = await admin.post(`${PLAN}/${id}/lapor`, {
      ...report('blocked', 1, 'Spanduk belum dicetak'),
      progress: '30',
    });
    const again = await late.text();
    expect(late.status).toBe(409);
    for (const words of [
      'Orang lain sudah mengubah',
      'Spanduk belum dicetak',
      'value="30"',
      'name="version" value="2"',
    ])
      expect(again).toContain(words);
    const history = await admin.text(`${PLAN}/${id}`);
    expect(history).toContain('batas waktu dari 24 Juli 2026 menjadi 14 Agustus 2026');
    expect(await count('action_steps')).toBe(2);
  });

  it('that cannot be is refused with everything typed', async ({ expect }) => {
    const helper = await addStaff(['helper'], [], 'KIM');
    const typed = { key: newKey(), activity: 'Bagikan brosur', target: 'Semua pasar', measure: 'brochures' };
    const wrong = {
      office: 'TIDAK',
      owner: String(helper.id),
      dueOn: '2026-07-01',
      decision: '9',
      goal: '5.000',
    };
    const answer = await admin.post(`${PLAN}/baru`, { ...typed, ...wrong });
    const page = await answer.text();
    expect(answer.status).toBe(422);
    for (const words of [
      'value="Bagikan brosur"',
      'Semua pasar',
      'value="5.000"',
      'Instansi ini tidak dikenal',
    ])
      expect(page).toContain(words);
    for (const words of [
      'Pilih hari ini atau sesudahnya',
      'dapat membuka evaluasi',
      'Keputusan ini tidak ada',
    ])
      expect(page).toContain(words);
    const goalless = await admin.post(`${PLAN}/baru`, { ...typed, office: 'PUPR', dueOn: '2026-12-01' });
    expect(await goalless.text()).toContain('Jumlah yang harus tercapai: Wajib diisi');
    const dueless = await admin.post(`${PLAN}/baru`, { ...typed, office: 'PUPR', dueOn: '' });
    expect(await dueless.text()).toContain('Selesai paling lambat: Wajib diisi');
    expect(await count('actions')).toBe(0);
  });
});

describe('who may', () => {
  it('report is its owner, its office and who runs the evaluation; others look on or stay outside', async ({
    expect,
  }) => {
    const id = await planned();
    const may = { progress: '50', ...report('running', 1) };
    const of = async (...who: Parameters<typeof addStaff>) => Desk.of(await addStaff(...who));
    for (const [desk, reads] of [
      [await of(['liaison'], ['DLH']), 200],
      [await of(['inspector'], ['INSPEKTORAT']), 200],
      [await of(['campaigner']), 200],
      [await of(['helper']), 403],
      [await of(['verifier']), 403],
    ] as const) {
      expect((await desk.send(`${PLAN}/${id}`)).status).toBe(reads);
      for (const [path, form] of [
        [`${id}/lapor`, may],
        [`${id}/pindah`, may],
        [`${id}/bukti`, { title: 'x' }],
        [`${id}/ubah`, { version: '1' }],
        ['baru', {}],
      ] as const)
        expect((await desk.post(`${PLAN}/${path}`, form)).status, path).toBe(403);
    }
    const own = await Desk.of(liaison);
    expect((await own.post(`${PLAN}/${id}/lapor`, may)).status).toBe(303);
    for (const path of ['baru', `${id}/ubah`])
      expect((await own.send(`${PLAN}/${path}`)).status, path).toBe(403);
    expect(await own.text(`${PLAN}/${id}`)).not.toContain('Batalkan kegiatan');
    const dropped = await own.post(`${PLAN}/${id}/lapor`, report('dropped', 2, 'Tidak jadi'));
    expect([dropped.status, (await lineOf(id)).row.state]).toEqual([422, 'running']);
    await admin.post(`${PLAN}/${id}/lapor`, report('dropped', 2, 'Digabung dengan kegiatan lain'));
    expect((await own.post(`${PLAN}/${id}/lapor`, report('running', 3))).status).toBe(422);
    expect((await lineOf(id)).row).toMatchObject({ state: 'dropped', progress: 50, version: 3 });
    const leader = await of(['leader']);
    await leader.post(`${PLAN}/${id}/lapor`, report('running', 3));
    expect((await lineOf(id)).row).toMatchObject({ state: 'running', doneAt: null });
    const owner = await addStaff(['head'], ['DLH'], 'Kadis DLH');
    const other = await planned({ owner: owner.id });
    expect((await (await Desk.of(owner)).post(`${PLAN}/${other}/lapor`, may)).status).toBe(303);
  });
});

describe('the board', () => {
  it('moves by a form, takes back, and asks for words where the plan has to tell why', async ({ expect }) => {
    const id = await planned();
    const moved = await admin.post(`${PLAN}/${id}/pindah`, report('running', 1));
    expect(moved.headers.get('location')).toBe(`${PLAN}?pindah=${id}&dari=planned`);
    const board = await admin.text(`${PLAN}?pindah=${id}&dari=planned`);
    expect(board).toContain('dipindahkan ke Berjalan');
    expect(board).toContain('Berjalan (1)');
    expect(board).toMatch(/name="version" value="2"\/?><input type="hidden" name="state" value="planned"/);
    await admin.post(`${PLAN}/${id}/pindah`, report('planned', 2));
    const asked = await admin.post(`${PLAN}/${id}/pindah`, report('done', 3));
    expect(asked.headers.get('location')).toBe(`${PLAN}/${id}?ke=done#lapor`);
    expect((await lineOf(id)).row).toMatchObject({ state: 'planned', version: 3 });
    const silent = await admin.post(`${PLAN}/${id}/lapor`, report('done', 3));
    expect([silent.status, (await silent.text()).includes('Apa yang dicapai: Wajib diisi')]).toEqual([
      422,
      true,
    ]);
    await admin.post(`${PLAN}/${id}/lapor`, report('done', 3, 'Semua terpasang'));
    expect((await lineOf(id)).row).toMatchObject({
      state: 'done',
      progress: 100,
      doneAt: expect.any(Number),
    });
    const edit = { activity: 'Lain', office: 'PUPR', dueOn: '2026-08-14', version: '4' };
    expect((await admin.post(`${PLAN}/${id}/ubah`, edit)).status).toBe(409);
  });

  it('and the table show what is asked for, and go along as files', async ({ expect }) => {
    const done = await planned({ activity: 'Sudah' });
    await planned({ activity: '=1+1', office: 'DLH', budget: 5_000_000 });
    await reportAction(await doer(), done, { state: 'done', note: 'Ya' }, 1, true);
    const table = await admin.text(`${PLAN}/tabel?opd=DLH`);
    expect(table).toMatch(/Rp\s5\.000\.000/);
    expect(table).not.toContain('Sudah');
    expect(await admin.text(`${PLAN}/tabel?lewat=1`)).toContain('Tidak ada kegiatan yang cocok');
    expect(await admin.text(`${PLAN}/semua.csv?keadaan=done`)).toMatch(
      /\r\nSudah,.*,2026-07-24,Selesai,100,/,
    );
    expect(await admin.text(`${PLAN}/semua.csv`)).not.toContain('\n=1+1');
  });
});

describe('progress', () => {
  it('is what the campaign has really reached, of its program or since the item was written', async ({
    expect,
  }) => {
    const run = (sql: string) => env.DB.prepare(sql).run();
    const day = '2026-07-20';
    await run(
      "INSERT INTO campaigns (id, name, starts_on, created_by, created_at) VALUES (7, 'Uji', '2026-01-01', 1, 0)",
    );
    await run(
      `UPDATE placements SET life = 'hung', photo_at = ${now()}, campaign_id = CASE WHEN kind = 'opd' THEN 7 END WHERE kind IN ('opd', 'kecamatan')`,
    );
    const event = (program: string, kind: string, at: string, held = '1', cancelled = 'NULL') =>
      run(`INSERT INTO campaign_events (campaign_id, kind, title, starts_at, held_at, cancelled_at, created_by, created_at)
        VALUES (${program}, '${kind}', 'x', '${at}T09:00', ${held}, ${cancelled}, 'staff:1', 0)`);
    await event('7', 'briefing', '2026-01-05');
    await event('NULL', 'village_meeting', day);
    await event('NULL', 'village_meeting', '2026-07-19');
    await event('NULL', 'briefing', day, 'NULL');
    await event('7', 'briefing', day, '1', '1');
    await event('7', 'bimtek', day);
    await run(`INSERT INTO brochure_batches (id, campaign_id, title, material, printed, printed_on, placement_id, created_by, created_at)
      VALUES (1, 7, 'x', 'brochure', 900, '${day}', 1, 'staff:1', 0)`);
    for (const [handed, cancelled] of [
      [300, 'NULL'],
      [45, 'NULL'],
      [400, '1'],
    ])
      await run(
        `INSERT INTO brochure_handouts (batch_id, ref, count, day, by, at, cancelled_at) VALUES (1, 'PUPR', ${handed}, '${day}', 'staff:1', 0, ${cancelled})`,
      );
    const measured = async (measure: Measure, program: number | null, goal: number | null) => {
      const { progress, measured: own } = await lineOf(await planned({ measure, program, goal }));
      return [own?.reached, own?.goal, progress];
    };
    const [opd = 0, kecamatan = 0, all = 0] = await Promise.all(
      ["kind = 'opd'", "kind = 'kecamatan'", "kind IN ('opd', 'kecamatan', 'desa')"].map(async (which) =>
        Number((await rows(`SELECT count(*) AS n FROM placements WHERE ${which}`))[0]?.n),
      ),
    );
    const share = (reached: number) => Math.floor((100 * reached) / all);
    expect(await measured('coverage', 7, null)).toEqual([opd, all, share(opd)]);
    expect(await measured('coverage', null, null)).toEqual([opd + kecamatan, all, share(opd + kecamatan)]);
    expect(await measured('events', 7, 4)).toEqual([1, 4, 25]);
    expect(await measured('events', null, 1)).toEqual([1, 1, 100]);
    expect(await measured('trainings', 7, 3)).toEqual([1, 3, 33]);
    expect(await measured('brochures', 7, 300)).toEqual([345, 300, 100]);
    // Nobody can say more than was counted.
    const id = await planned({ measure: 'trainings', program: 7, goal: 3 });
    await admin.post(`${PLAN}/${id}/lapor`, { ...report('running', 1), progress: '90' });
    expect(await lineOf(id)).toMatchObject({ progress: 33, row: { progress: 0, state: 'running' } });
    expect(await admin.text(`${PLAN}/${id}`)).toContain('33\u00a0% (1 dari 3 bimtek)');
  });
});

describe('evidence', () => {
  const photo = (shade: number) =>
    new File(
      [jpeg({ width: 16, height: 8, pixel: () => [shade, 8, 7], segments: [exif(1, 'KameraRahasia')] })],
      'foto.jpg',
    );

  it('is cleaned, sealed and used once in the whole plan, and leaves nothing behind', async ({ expect }) => {
    const own = await Desk.of(liaison);
    const [first, second] = [await planned(), await planned()];
    const send = (id: number, shade: number, bindings?: Env) =>
      own.post(`${PLAN}/${id}/bukti`, { file: photo(shade), title: 'Spanduk terpasang' }, bindings);
    expect((await send(first, 9)).status).toBe(303);
    const again = await send(second, 9);
    expect([again.status, (await again.text()).includes('Satu foto membuktikan satu kegiatan')]).toEqual([
      422,
      true,
    ]);
    const away = { ...env, FILES: { put: () => Promise.reject(new Error('R2 is away')) } } as unknown as Env;
    expect((await send(second, 99, away)).status).toBe(503);
    const [object, ...others] = (await env.FILES.list()).objects;
    expect([others.length, await count('action_files')]).toEqual([0, 1]);
    const sealed = new Uint8Array((await (await env.FILES.get(object?.key ?? ''))?.arrayBuffer()) ?? []);
    expect(contains(sealed, 'JFIF')).toBe(false);
    const id = /bukti\/([0-9a-f]{32})"/.exec(await own.text(`${PLAN}/${first}`))?.[1] ?? '';
    const served = await own.send(`${PLAN}/${first}/bukti/${id}`);
    expect(served.headers.get('content-type')).toBe('image/jpeg');
    expect(contains(new Uint8Array(await served.arrayBuffer()), 'KameraRahasia')).toBe(false);
    expect((await own.send(`${PLAN}/${second}/bukti/${id}`)).status).toBe(404);
    const stranger = await Desk.of(await addStaff(['liaison'], ['DLH']));
    expect((await stranger.post(`${PLAN}/${first}/bukti/${id}/hapus`, {})).status).toBe(403);
    // What shows that it was done stays, and only those who run the evaluation open it again.
    await own.post(`${PLAN}/${first}/lapor`, report('done', 1, 'Terpasang'));
    expect((await own.post(`${PLAN}/${first}/bukti/${id}/hapus`, {})).status).toBe(409);
    expect(await own.text(`${PLAN}/${first}`)).not.toContain(`${id}/hapus`);
    expect((await own.post(`${PLAN}/${first}/lapor`, report('running', 2))).status).toBe(422);
    expect([(await env.FILES.list()).objects.length, await count('action_files')]).toEqual([1, 1]);
    await admin.post(`${PLAN}/${first}/lapor`, report('running', 2));
    await own.post(`${PLAN}/${first}/bukti/${id}/hapus`, {});
    expect([(await env.FILES.list()).objects, await count('action_files')]).toEqual([[], 0]);
  });
});

test('the plan of the demo carries out the four decisions, once', async ({ expect }) => {
  const to = await doer();
  await loadFirstMeeting(to.db, to.regency, 'staff:1', MONDAY);
  for (let i = 0; i < 2; i++) await loadPlan(to);
  const lines = await actionsOf(to.db, to.regency, MONDAY);
  expect(lines.length).toBe(6);
  expect(new Set(lines.flatMap(({ decision }) => decision?.text ?? []))).toEqual(new Set(DECISIONS));
  expect(lines.map(({ row, overdue }) => `${row.office} ${overdue ? 'late' : row.state}`)).toEqual([
    'DPMD late',
    'DISKOMINFOSP planned',
    'SETDA running',
    'DISKOMINFOSP running',
    'KEC-73.24.01 done',
    'BKPSDM done',
  ]);
});
