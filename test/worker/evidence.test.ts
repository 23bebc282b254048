/** The binder: it stands at 0 until somebody fixes or uploads something, and falls when that is withdrawn. */
import { env } from 'cloudflare:workers';
import { beforeEach, describe, it } from 'vitest';
import { type Counts, packCounts } from '../../shared/figures/counts.ts';
import { addDocument, setWithdrawn } from '../../workers/features/evaluation/evidence/documents.ts';
import { fixProofs } from '../../workers/features/evaluation/evidence/fix.ts';
import { readFacts } from '../../workers/features/evaluation/evidence/proofs/queries.ts';
import { readCriterion, readIndicators } from '../../workers/features/evaluation/evidence/queries.ts';
import { figures } from '../../workers/features/evaluation/figures/table.ts';
import { openDb } from '../../workers/platform/db.ts';
import { sha256Hex } from '../../workers/privacy/mac.ts';
import { addRow } from '../../workers/regency/edit.ts';
import { doer, refusal } from '../support/campaign-people.ts';
import { Desk } from '../support/desk.ts';
import { faultyDb } from '../support/faulty.ts';
import { contains, exif, jpeg } from '../support/images.ts';
import { addStaff, editor, loadRegency } from '../support/worker.ts';

const ROOM = '/desk/evaluasi/bukti';
const FIRST = 'spbe42-1-informasi';
const db = () => openDb(env.DB);

const photo = (pixel = 9) =>
  jpeg({ width: 16, height: 8, pixel: () => [pixel, 8, 7], segments: [exif(1, 'KameraRahasia')] });

const decree = (pixel?: number) => ({
  ...{ title: 'SK Tim', number: '188/12/2026', datedOn: '2026-01-05', bytes: photo(pixel) },
});

const levels = async () => (await readIndicators(db())).map(({ level }) => level);

/** What the fold would have counted in a month. @param bucket of the test's own clock */
async function count(counts: Partial<Counts>, bucket = '2026-07'): Promise<void> {
  const cell = packCounts(counts);
  const rows = [
    { dimension: 'kind' as const, cells: { biasa: cell } },
    { dimension: 'office' as const, cells: { PUPR: cell, DLH: cell } },
  ];
  await db()
    .insert(figures)
    .values(
      rows.map((row) => ({ ...row, basis: 'received' as const, bucket, cells: JSON.stringify(row.cells) })),
    );
}

/** A criterion of this test's own, on the first level of SPBE 43. */
const onlyOf = async (proof: string) => {
  const data = { id: `uji-${proof}`, indicator: 'spbe43', level: 1, text: 'Uji', proofs: [proof], adds: '' };
  await addRow(await editor(), 'criterion', data.id, { ...data, source: 'Uji', check: false });
  return data;
};

const CONTACT = { name: 'PPID', email: 'ppid@example.id', phone: null, address: null };
const nameOfficer = async () => addRow(await editor(), 'data_officer', 'kontak', CONTACT);

const run = (sql: string) => async () => {
  for (const statement of sql.split(';')) await env.DB.prepare(statement).run();
};

/** What makes proofs true, by their names; the others, by real lives: `figures-spot`, `approval`. */
const deeds: Record<string, () => Promise<unknown>> = {
  contacts: nameOfficer,
  api: run("insert into api_keys (name, digest, scopes, created_at) values ('Uji', 'd', '[]', 1)"),
  api_figures: run(
    "insert into api_keys (name, digest, scopes, created_at) values ('U', 'e', '[\"figures\"]', 1)",
  ),
  ratings: () => count({ rated: 3 }, '2026-06').then(() => count({ rated: 5 })),
  ratings_series: () => count({ rated: 2 }, '2026-05'),
  'releases checksums': run(`insert into releases values ('2026-Q2', '{}', 'staff:1', 1);
    insert into released_tables values ('2026-Q2', 'per-opd', '{}', 'c', 'j')`),
  series: run(`insert into releases values ('2026-Q1', '{}', 'staff:1', 1);
    insert into released_tables values ('2026-Q1', 'per-opd', '{}', 'c', 'j')`),
  meetings:
    run(`insert into meetings (id, title, period, starts_at, minutes, closed_at, created_by, created_at)
    values (1, 'Uji', '2026-Q2', '2026-07-20T09:00', 'x', 1, 'staff:1', 1)`),
  decisions: run(`insert into decisions (id, meeting_id, position, decision, created_by, created_at)
    values (1, 1, 1, 'Uji', 'staff:1', 1);
    insert into actions (decision_id, activity, office, due_on, state, done_at, created_by, created_at)
    values (1, 'Uji', 'PUPR', '2026-07-30', 'done', 1, 'staff:1', 1)`),
  improvements:
    run(`insert into improvements (complaint, improvement, done_on, published_at, created_by, created_at)
    values ('a', 'b', '2026-07-30', 1, 'staff:1', 1)`),
};

beforeEach(loadRegency);

describe('the binder of an empty regency', () => {
  it('stands at 0, also after everything that Kanal shows was fixed', async ({ expect }) => {
    expect(await levels()).toEqual([0, 0, 0, 0]);
    const all = (await readIndicators(db())).flatMap(({ criteria }) => criteria);
    expect(all.length).toBeGreaterThan(20);
    expect(
      await fixProofs(
        env,
        await doer(),
        all.map(({ criterion }) => criterion),
      ),
    ).toBe(0);
    expect(await levels()).toEqual([0, 0, 0, 0]);
    const desk = await Desk.of(await addStaff(['admin']));
    const page = await desk.text(ROOM);
    expect(page.match(/Tingkat 0 · belum ada tingkat yang tercapai/g)).toHaveLength(4);
    expect(await desk.text(`${ROOM}/spbe42`)).toContain('Belum diunggah: SK Tim');
    expect(await desk.text(`${ROOM}/kriteria/${FIRST}`)).toContain('Isi kontak pelindungan data');
  });

  it('has a page of its own for each criterion', async ({ expect }) => {
    const desk = await Desk.of(await addStaff(['admin']));
    for (const { criteria } of await readIndicators(db())) {
      const [first] = criteria;
      expect(await desk.text(`${ROOM}/kriteria/${first?.criterion.id}`)).toContain(
        `<h1>${first?.criterion.text}</h1>`,
      );
    }
  });
});

describe('what Kanal shows by itself', () => {
  it('is awarded once it is in use: fixed with date, address and hash, and once a day', async ({
    expect,
  }) => {
    const { id, proofs } = await onlyOf('reports');
    await count({ received: 4 });
    expect(await fixProofs(env, await doer(), [{ id, proofs }])).toBe(0);
    await db().delete(figures);
    await count({ received: 12 });
    const later = await doer();
    expect(await fixProofs(env, later, [{ id, proofs }])).toBe(1);
    expect(await fixProofs(env, later, [{ id, proofs }])).toBe(0);
    const { artefacts, standing } = await readCriterion(db(), id);
    expect(standing.awarded).toBe(true);
    const [fixed] = artefacts;
    expect(fixed).toMatchObject({ address: '/desk/evaluasi/angka', takenBy: 'staff:1', takenAt: later.now });
    expect(fixed?.found).toContain(later.regency.calendar.localDate(later.now));
    expect(fixed?.found).toContain('12');
    expect(fixed?.digest).toBe(await sha256Hex(fixed?.found ?? ''));
  });

  it('proves each thing from the moment it is done, and not before', async ({ expect }) => {
    const fix = async (one: { id: string; proofs: string[] }) => fixProofs(env, await doer(), [one]);
    for (const [names, done] of Object.entries(deeds)) {
      const all = [];
      for (const proof of names.split(' ')) all.push(await onlyOf(proof));
      for (const one of all) expect(await fix(one), one.id).toBe(0);
      await done();
      for (const one of all) expect(await fix(one), one.id).toBe(1);
      for (const { id } of all) expect((await readCriterion(db(), id)).standing.awarded, id).toBe(true);
    }
    // What lies more than four quarters back proves nothing any more.
    await run(
      `update meetings set starts_at = '2025-09-30T09:00'; update improvements set done_on = '2025-09-30'`,
    )();
    const { meetings, improvements } = await readFacts(env, await doer());
    expect([meetings, improvements]).toEqual([[], 0]);
  });
});

describe('a document', () => {
  const addOnly = { id: 'uji-sop', indicator: 'i20', level: 1, text: 'Uji', proofs: [], adds: 'SOP' };
  const add = async () =>
    addRow(await editor(), 'criterion', addOnly.id, { ...addOnly, source: 'Uji', check: false });
  const state = async () => (await readCriterion(db(), addOnly.id)).standing.awarded;

  it('is cleaned, sealed and counted once, and no more when it is withdrawn', async ({ expect }) => {
    await add();
    const admin = await addStaff(['admin']);
    const desk = await Desk.of(admin);
    const own = `${ROOM}/kriteria/${addOnly.id}`;
    const file = () => new File([photo()], 'sk.jpg');
    const typed = { title: 'SK Tim', number: '\u202e188/12\n', datedOn: '2026-01-05' };
    expect((await desk.post(`${own}/dokumen`, { ...typed, file: file() })).status).toBe(303);
    await desk.post(`${own}/dokumen`, { ...typed, file: file() });
    const [row, ...more] = (await readCriterion(db(), addOnly.id)).documents;
    expect([row?.number, more]).toEqual(['188/12', []]);
    expect(await state()).toBe(true);
    const { objects } = await env.FILES.list();
    expect(objects.map(({ key }) => key)).toEqual([row?.objectKey]);
    const sealed = await (await env.FILES.get(row?.objectKey ?? ''))?.arrayBuffer();
    expect(contains(new Uint8Array(sealed ?? new ArrayBuffer(0)), 'JFIF')).toBe(false);
    const given = await desk.send(`${own}/dokumen/${row?.id}`);
    const bytes = new Uint8Array(await given.arrayBuffer());
    expect(bytes.length).toBe(row?.bytes);
    expect(contains(bytes, 'KameraRahasia')).toBe(false);
    await desk.post(`${own}/dokumen/${row?.id}/tarik`, {});
    expect(await state()).toBe(false);
    expect(await desk.text(own)).toContain('Pakai lagi');
    await desk.post(`${own}/dokumen/${row?.id}/pakai`, {});
    expect(await state()).toBe(true);
    expect((await desk.post(`${own}/dokumen/${row?.id}/hapus`, {})).status).toBe(404);
    await desk.post(`${own}/dokumen/${row?.id}/tarik`, {});
    expect((await desk.post(`${own}/dokumen/${row?.id}/hapus`, {})).status).toBe(303);
    expect((await env.FILES.list()).objects).toEqual([]);
    expect(await desk.text(own)).not.toContain('Pakai lagi');
  });

  it('that is not taken is told by field, with what was typed', async ({ expect }) => {
    const desk = await Desk.of(await addStaff(['admin']));
    const typed = { title: 'SK Tim Pengelola', number: '', datedOn: '2099-01-05' };
    const own = `${ROOM}/kriteria/${FIRST}`;
    const answer = await desk.post(`${own}/dokumen`, { ...typed, file: new File([photo()], 'sk.jpg') });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    for (const part of ['SK Tim Pengelola', 'Tanggal ini belum terjadi']) expect(page).toContain(part);
    expect((await desk.post(`${own}/dokumen`, typed)).status).toBe(422);
    expect((await env.FILES.list()).objects).toEqual([]);
  });

  it('leaves no file behind that no row names, whatever fails', async ({ expect }) => {
    const to = await doer();
    for (const fault of ['before_batch', 'answer_lost'] as const) {
      await refusal(
        addDocument(env, { ...to, db: faultyDb(fault).db }, FIRST, decree(fault === 'answer_lost' ? 1 : 2)),
      );
      const { documents } = await readCriterion(db(), FIRST);
      const { objects } = await env.FILES.list();
      expect(objects.map(({ key }) => key).sort()).toEqual(
        documents.map(({ objectKey }) => objectKey).sort(),
      );
    }
  });
});

describe('a reviewer', () => {
  it('takes the award away and gives it back, but never of what they uploaded', async ({ expect }) => {
    const data = { id: 'uji-notula', indicator: 'i20', level: 1, text: 'Uji', proofs: [], adds: 'Notula' };
    await addRow(await editor(), 'criterion', data.id, { ...data, source: 'Uji', check: false });
    const uploader = await addStaff(['admin']);
    const [own, other] = [await Desk.of(uploader), await Desk.of(await addStaff(['inspector']))];
    const page = `${ROOM}/kriteria/${data.id}`;
    const say = (desk: Desk, verdict: string, note = '', key = crypto.randomUUID()) =>
      desk.post(`${page}/periksa`, { verdict, note, key });
    expect((await say(other, 'accepted')).status).toBe(409);
    await addDocument(env, { ...(await doer()), by: `staff:${uploader.id}` }, data.id, decree());
    const refused = await say(own, 'accepted', 'Sudah saya baca');
    expect(refused.status).toBe(409);
    const text = await refused.text();
    for (const part of ['Yang mengunggah dokumen tidak memeriksanya sendiri']) expect(text).toContain(part);
    expect((await say(other, 'wanting')).status).toBe(422);
    expect((await say(other, 'wanting', 'Belum ditandatangani')).status).toBe(303);
    expect((await readCriterion(db(), data.id)).standing).toMatchObject({ awarded: false, wanting: true });
    const key = crypto.randomUUID();
    await Promise.all([1, 2, 3].map(() => say(other, 'accepted', '', key)));
    expect((await readCriterion(db(), data.id)).standing.awarded).toBe(true);
    const reviews = await env.DB.prepare('select count(*) as n from evidence_reviews').first<{ n: number }>();
    expect(reviews?.n).toBe(2);
    expect(await own.text(page)).toContain('Terpenuhi, sudah diperiksa');
    // Withdrawing one's own document makes nobody its reviewer, and what was reviewed is not deleted.
    const [document] = (await readCriterion(db(), data.id)).documents;
    const file = `${page}/dokumen/${document?.id}`;
    await addDocument(env, { ...(await doer()), by: 'staff:999' }, data.id, decree(3));
    await own.post(`${file}/tarik`, {});
    expect((await say(own, 'accepted')).status).toBe(409);
    expect((await own.post(`${file}/hapus`, {})).status).toBe(404);
  });

  it('is admin, leader or inspector; others read states and open no file', async ({ expect }) => {
    await addDocument(env, await doer(), FIRST, decree());
    const [row] = (await readCriterion(db(), FIRST)).documents;
    const own = `${ROOM}/kriteria/${FIRST}`;
    const liaison = await Desk.of(await addStaff(['liaison'], ['PUPR']));
    expect((await liaison.send(own)).status).toBe(200);
    expect((await liaison.send(`${own}/dokumen/${row?.id}`)).status).toBe(403);
    for (const path of ['catat', 'dokumen', 'periksa', `dokumen/${row?.id}/tarik`])
      expect((await liaison.post(`${own}/${path}`, { verdict: 'accepted' })).status, path).toBe(403);
    const inspector = await Desk.of(await addStaff(['inspector']));
    expect((await inspector.send(`${own}/dokumen/${row?.id}`)).status).toBe(200);
    expect((await inspector.post(`${own}/dokumen/${row?.id}/tarik`, {})).status).toBe(403);
    expect((await (await Desk.of(await addStaff(['verifier']))).send(own)).status).toBe(403);
  });
});

describe('withdrawing', () => {
  it('brings a score down', async ({ expect }) => {
    await nameOfficer();
    const to = await doer();
    const desk = await Desk.of(await addStaff(['admin']));
    await desk.post(`${ROOM}/spbe42/catat`, {});
    await addDocument(env, to, FIRST, decree());
    expect((await levels())[0]).toBe(1);
    const [row] = (await readCriterion(db(), FIRST)).documents;
    await setWithdrawn(to, FIRST, row?.id ?? '', true);
    expect((await levels())[0]).toBe(0);
  });
});
