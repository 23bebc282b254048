/** A meeting from its plan to its minutes: what it looks at is frozen once, who is asked is told once, and it ends for good. */
import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, describe, it, test } from 'vitest';
import { periodWith } from '../../shared/figures/periods.ts';
import { freeze } from '../../workers/features/evaluation/meetings/frozen.ts';
import { readGlance } from '../../workers/features/evaluation/meetings/gather.ts';
import {
  decisionsOf,
  frozenOf,
  listMeetings,
  meetingLine,
  peopleOf,
  questionsOf,
} from '../../workers/features/evaluation/meetings/queries.ts';
import { loadFirstMeeting } from '../../workers/local/inside/evaluation/meeting.ts';
import { DAY, HOUR } from '../../workers/platform/clock.ts';
import { openDb } from '../../workers/platform/db.ts';
import { newKey } from '../../workers/platform/ids.ts';
import { openCampaign } from '../support/campaign.ts';
import { doer, refusal, Visitor } from '../support/campaign-people.ts';
import { abortOn, faultyDb } from '../support/faulty.ts';
import { foldFigures } from '../support/figures.ts';
import { addFigures, addMeetingRow, addSums } from '../support/meetings.ts';
import { counting } from '../support/rows.ts';
import { act, addStaff, MONDAY, newCase, setClock } from '../support/worker.ts';

const ROOM = '/desk/evaluasi/rapat';
const db = () => openDb(env.DB);
const PLAN = {
  ...{ title: 'Rapat evaluasi Triwulan II 2026', period: '2026-Q2', startsAt: '2026-07-20T08:00' },
  ...{ place: 'Aula', chair: 'Sekretaris Daerah', agenda: 'Pembukaan\n\u202eKeputusan' },
};

beforeEach(async () => {
  await openCampaign();
  await addFigures();
});
afterEach(() => setClock(Date.now()));

describe('a meeting', () => {
  it('is planned, prepared, held and closed, and nothing of it changes afterwards', async ({ expect }) => {
    // The day of the meeting, after it has begun.
    setClock(MONDAY);
    await addStaff(['head'], ['PUPR'], 'Kadis PUPR');
    await addStaff(['liaison'], ['PUPR'], 'Lina');
    const leader = await Visitor.of('leader');
    const key = newKey();
    const made = await leader.post(`${ROOM}/baru`, { ...PLAN, key });
    const again = await leader.post(`${ROOM}/baru`, { ...PLAN, key });
    const own = made.headers.get('location')?.replace(/\?.*/, '') ?? '';
    expect(again.headers.get('location')).toBe(made.headers.get('location'));
    const id = Number(own.split('/').at(-1));

    const wrong = await leader.post(`${own}/ubah`, { ...PLAN, startsAt: '', version: '1' });
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain('value="Sekretaris Daerah"');
    await leader.post(`${own}/ubah`, { ...PLAN, place: 'Aula Diskominfo', version: '1' });
    const late = await leader.post(`${own}/ubah`, { ...PLAN, title: 'Judul saya', version: '1' });
    expect(late.status).toBe(409);
    const page = await late.text();
    expect(page).toContain('value="Judul saya"');
    expect(page).toContain('Aula Diskominfo');

    for (let i = 0; i < 2; i++) await leader.post(`${own}/undang`, { group: 'all' });
    const named = { names: 'Ibu Camat\u202e', office: '', came: '1', key: newKey() };
    await leader.post(`${own}/undang-nama`, named);
    const invited = await peopleOf(db(), id);
    expect(invited.filter(({ staffId }) => staffId !== null)).toHaveLength(3);
    expect(JSON.stringify(invited)).not.toContain('Ibu Camat');
    // One tick for all of a group, as its list gives it, and the same to take back.
    const listed = await leader.text(`${own}/peserta`);
    const [, whole = ''] = /name="came" value="([\d ]+)"[^>]*><label[^>]*><strong>OPD: /.exec(listed) ?? [];
    expect(listed).toContain('<summary>OPD: 32 orang');
    await leader.post(`${own}/hadir`, { came: whole });
    expect((await meetingLine(db(), id))?.attended).toBe(33);
    await leader.post(`${own}/hadir`, { before: whole });
    expect((await meetingLine(db(), id))?.attended).toBe(1);
    // What turns the direction of reading stands in no list.
    expect((await leader.text(own)) + listed).not.toContain('\u202e');

    expect((await leader.post(`${own}/tutup`, { key: newKey() })).status).toBe(422);
    await leader.post(`${own}/bekukan`, {});
    for (let i = 0; i < 2; i++) await leader.post(`${own}/kirim`, {});
    const letters = await env.DB.prepare(
      'SELECT id, "values" v, status FROM deliveries WHERE template = \'staff-meeting\'',
    ).all<{ v: string; status: string }>();
    expect(letters.results.map(({ status }) => status)).toEqual(['pending', 'pending', 'pending']);
    expect(letters.results[0]?.v).toContain('Tempat: Aula Diskominfo');

    const questions = await questionsOf(db(), id);
    const [first] = questions;
    if (!first) throw new Error('nothing was asked');
    expect(first).toMatchObject({ found: 'overdue:PUPR', office: 'PUPR' });
    expect(first.question).toContain('Lima laporan atau lebih sudah lewat janji');
    // Three overdue of another office are few.
    expect(questions.map(({ found }) => found)).not.toContain('overdue:DINKES');
    const answer = { version: String(first.version), answer: 'Alat berat rusak; selesai Agustus.' };
    await leader.post(`${own}/pertanyaan/${first.id}`, answer);
    const slow = await leader.post(`${own}/pertanyaan/${first.id}`, { ...answer, answer: 'Tulisan saya' });
    expect(slow.status).toBe(409);
    expect(await slow.text()).toMatch(/Alat berat rusak[\s\S]*Tulisan saya/);

    await leader.post(`${own}/keputusan`, { decision: 'Baliho di setiap desa', key: newKey() });
    const { version = 0 } = (await meetingLine(db(), id))?.row ?? {};
    await leader.post(`${own}/notula`, { minutes: 'Dibahas dua jam.', version: String(version) });
    expect((await leader.post(`${own}/tutup`, { key: newKey() })).headers.get('location')).toContain(
      'ok=tutup',
    );

    expect(await leader.text(`${own}/daftar-hadir`)).toContain('Ibu Camat');
    const printed = await leader.text(`${own}/notula/cetak`);
    for (const part of [
      'Dibahas dua jam.',
      'Alat berat rusak',
      'Baliho di setiap desa',
      'Ibu Camat',
      'Hadir (1)',
    ])
      expect(printed).toContain(part);
    const before = JSON.stringify(await meetingLine(db(), id));
    const changes: [string, Record<string, string>][] = [
      ['ubah', { ...PLAN, version: String(version + 2) }],
      ['keputusan', { decision: 'Terlambat diputuskan', key: newKey() }],
      ['notula', { minutes: 'Terlambat dicatat', version: String(version + 2) }],
      ['bekukan', {}],
      ['batalkan', {}],
      ['undang', { group: 'heads' }],
      [`pertanyaan/${first.id}`, { answer: 'Terlambat dijawab', version: '2' }],
    ];
    for (const [what, fields] of changes) {
      const refused = await leader.post(`${own}/${what}`, fields);
      expect([what, refused.status]).toEqual([what, 409]);
      const typed = fields.decision ?? fields.minutes ?? fields.answer;
      if (typed) expect(await refused.text()).toContain(typed);
    }
    expect(JSON.stringify(await meetingLine(db(), id))).toBe(before);
  });

  it('freezes its figures and asks its questions once, whatever breaks off', async ({ expect }) => {
    const id = await addMeetingRow();
    for (const fault of ['before_batch', 'answer_lost'] as const) {
      const { db: broken, struck } = faultyDb(fault);
      const to = await doer({ db: broken });
      await refusal(freeze(to, id, null));
      expect(struck()).toBe(1);
      expect((await frozenOf(db(), id)) !== null).toBe(fault === 'answer_lost');
    }
    const asked = await questionsOf(db(), id);
    const frozenAt = (await meetingLine(db(), id))?.row.frozenAt ?? null;
    await freeze(await doer(), id, null);
    expect((await meetingLine(db(), id))?.row.frozenAt).toBe(frozenAt);

    // What a person has touched stays; what is no longer so goes; the figures are those of the second day.
    await env.DB.prepare("UPDATE meeting_questions SET question = 'Punya saya', version = 2 WHERE id = ?")
      .bind(asked[0]?.id ?? 0)
      .run();
    await env.DB.prepare('DELETE FROM figures').run();
    // What was seen this minute is counted before the figures are kept.
    await env.DB.prepare(
      "INSERT INTO social_posts (platform, link, link_index, seen_on, by, at) VALUES ('facebook', '', '', '2026-06-30', '', 0)",
    ).run();
    const repair = await abortOn('meeting_questions');
    const later = await doer({ at: MONDAY + HOUR });
    await refusal(freeze(later, id, frozenAt));
    expect((await meetingLine(db(), id))?.row.frozenAt).toBe(frozenAt);
    await repair();
    await freeze(later, id, frozenAt);
    const { by } = (await frozenOf(db(), id))?.now ?? {};
    expect([by?.office, Object.keys(by?.platform ?? {})]).toEqual([{}, ['facebook']]);
    const left = await questionsOf(db(), id);
    expect(left.filter(({ office }) => office === 'PUPR').map(({ question }) => question)).toEqual([
      'Punya saya',
    ]);
  });

  it('shows an office its own questions only, and lets nobody else write', async ({ expect }) => {
    await addSums('office', 'due', '2026-06', { BAPENDA: { firstDue: 12, firstOpen: 9 } });
    const id = await addMeetingRow();
    await freeze(await doer(), id, null);
    const own = `${ROOM}/${id}`;
    const head = await Visitor.as(await addStaff(['head'], ['PUPR']));
    for (const path of [own, `${own}/pertanyaan`, `${own}/lembar`]) {
      const page = await head.text(path);
      expect([path, page.includes('Lima laporan atau lebih sudah lewat janji')]).toEqual([path, true]);
      expect([path, page.includes('Lima laporan atau lebih lewat batas')]).toEqual([path, false]);
      expect(await (await Visitor.of('leader')).text(path)).toContain('Lima laporan atau lebih lewat batas');
    }
    expect(await head.text(`${own}/surat`)).toContain('Undangan rapat');
    for (const path of ['peserta', 'daftar-hadir', 'notula', 'notula/cetak', 'ubah'])
      expect([path, (await head.get(`${own}/${path}`)).status]).toEqual([path, 403]);
    for (const path of ['bekukan', 'kirim', 'tutup', 'keputusan', 'pertanyaan', 'undang-nama', 'hadir'])
      expect([path, (await head.post(`${own}/${path}`, {})).status]).toEqual([path, 403]);
    for (const role of ['verifier', 'helper', 'dpo'] as const)
      expect((await (await Visitor.of(role)).get(own)).status).toBe(403);
  });

  it('puts five figures on its page without a small number, from a few rows', async ({ expect }) => {
    const page = await (await Visitor.of('leader')).text('/desk/evaluasi?periode=2026-Q2');
    for (const part of ['Laporan masuk', 'Tindak lanjut', 'Janji ditepati', 'SP4N-LAPOR!: 15', 'Kanal: 45'])
      expect(page).toContain(part);
    expect(page).toContain('Lima laporan atau lebih sudah lewat janji');
    // Two years of sums by month and day.
    await env.DB.prepare(`WITH RECURSIVE days(day) AS (SELECT '2025-01-01' UNION ALL SELECT date(day, '+1 day') FROM days
        WHERE day < '2026-12-31'), buckets AS (SELECT day AS bucket FROM days UNION SELECT substr(day, 1, 7) FROM days)
      INSERT OR IGNORE INTO figures SELECT d.value, b.value, bucket, '{"PUPR":[1]}' FROM buckets,
        json_each('["kind","office","channel","platform"]') d, json_each('["received","due","seen"]') b`).run();
    const { d1, rows } = counting(env.DB);
    const { regency } = await doer();
    await readGlance({ db: openDb(d1), regency, now: MONDAY }, periodWith('year', '2026-07-20'));
    expect(rows.read).toBeLessThan(1000);
    expect(rows.trips).toBe(2);
  });

  it('keeps with it what is overdue by number, office and days, and nothing of an accusation', async ({
    expect,
  }) => {
    const admin = await addStaff(['admin'], ['DISKOMINFO']);
    const at = MONDAY - 60 * DAY;
    const late = await newCase({}, { at });
    const accusing = await newCase({ aboutOfficial: true }, { at });
    await newCase({}, { at: MONDAY });
    await act(admin, late.code, 'dispose', { office: 'PUPR', note: '' }, at + HOUR);
    await foldFigures();
    const id = await addMeetingRow();
    await freeze(await doer({ at: MONDAY }), id, null);
    const frozen = await frozenOf(db(), id);
    // Received on Thursday 21 May 2026; 27 and 28 May, 1 and 16 June are holidays or joint leave.
    expect(frozen?.overdue).toEqual({
      total: 1,
      cases: [{ code: late.code, office: 'PUPR', dueOn: '2026-06-19', days: 21 }],
    });
    expect(JSON.stringify(frozen)).not.toContain(accusing.code);
  });
});

test('the meeting that began it all is in the demo once, with its four decisions', async ({ expect }) => {
  const { regency } = await doer();
  for (let i = 0; i < 2; i++) await loadFirstMeeting(db(), regency, 'staff:1', MONDAY);
  const { meetings } = await listMeetings(db());
  expect(meetings.map(({ row, decided }) => [row.startsAt, row.closedAt !== null, decided])).toEqual([
    ['2023-07-20T00:00', true, 4],
  ]);
  const leader = await Visitor.of('leader');
  const page = await leader.text('/desk/evaluasi');
  expect(page).toContain('Keputusan rapat 20 Juli 2023');
  expect(page).toContain('Baliho atau spanduk di setiap OPD, kecamatan, dan desa.');
  const decided = await decisionsOf(db(), meetings[0]?.row.id ?? 0);
  const form = await leader.text(`/desk/evaluasi/rencana-aksi/baru?keputusan=${decided[1]?.id}`);
  expect(form).toContain('value="Baliho atau spanduk di setiap OPD, kecamatan, dan desa."');
});
