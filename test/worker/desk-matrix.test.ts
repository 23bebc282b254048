/**
 * Who may do what: role × scope × kind of case × action, on page and API alike. The tables below are written by hand
 * from domain.md, not computed by `may`.
 */
import { env } from 'cloudflare:workers';
import { beforeEach, describe, type ExpectStatic, it } from 'vitest';
import type { Staff } from '../../shared/permissions/people.ts';
import { storeUpload } from '../../workers/cases/attachments/store.ts';
import { planHold } from '../../workers/cases/hold.ts';
import { loadCase } from '../../workers/cases/load.ts';
import { auditDraws, auditedCases, caseAccused } from '../../workers/cases/table.ts';
import { commit, openDb } from '../../workers/platform/db.ts';
import { Desk } from '../support/desk.ts';
import { jpeg } from '../support/images.ts';
import { act, addStaff, caseRow, loadRegency, newCase, testCtx } from '../support/worker.ts';

const people = {
  admin: () => addStaff(['admin'], ['DISKOMINFO']),
  /** An administrator who is accused in the cases that accuse somebody. */
  'admin terlapor': () => addStaff(['admin'], ['DISKOMINFO']),
  /** Of the lead office, PUPR. */
  penghubung: () => addStaff(['liaison'], ['PUPR']),
  kepala: () => addStaff(['head'], ['PUPR']),
  /** Of DLH, in copy; accused in "ada terlapor". */
  tembusan: () => addStaff(['liaison'], ['DLH']),
  'OPD lain': () => addStaff(['liaison', 'head'], ['DINKES']),
  verifikator: () => addStaff(['verifier'], []),
  inspektur: () => addStaff(['inspector'], ['INSPEKTORAT']),
  pimpinan: () => addStaff(['leader'], []),
  humas: () => addStaff(['campaigner'], []),
  KIM: () => addStaff(['helper'], []),
} satisfies Record<string, () => Promise<Staff>>;
type Person = keyof typeof people;

/** May not even know that the case exists. */
const NOTHING = null;
const READS = 'remind';
const ADMIN =
  'verify release dispose decide_return forward chase close_forwarded archive reopen merge unmerge hold ask note reveal record_sp4n mark_copied remind tag transfer';
const LEADS =
  'follow_up answer propose_answer approve_answer send_back_answer carry_out reschedule ask return note hold reveal remind tag';
const COPY = 'note';
const SECRET =
  'free pass_to_inspectorate follow_up answer carry_out reschedule ask note reveal record_sp4n mark_copied';
/** Of a closed case in its draw. */
const AUDIT = 'audit find_fault';
/** Nobody learns who an anonim reporter is. */
const anonim = (verbs: string) => verbs.replace(' reveal', '');

// biome-ignore format: a table is read by its columns
const table: Record<string, (string | null)[]> = {
  //                      admin          adm.terlapor   penghubung     kepala         tembusan OPD lain verifik. inspektur pimpinan humas    KIM
  'terbuka':             [ADMIN,         ADMIN,         LEADS,         LEADS,         COPY,    NOTHING, NOTHING, NOTHING,  READS,   NOTHING, NOTHING],
  'anonim belum dilepas':[anonim(ADMIN), anonim(ADMIN), NOTHING,       NOTHING,       NOTHING, NOTHING, NOTHING, NOTHING,  READS,   NOTHING, NOTHING],
  'anonim dilepas':      [anonim(ADMIN), anonim(ADMIN), anonim(LEADS), anonim(LEADS), COPY,    NOTHING, NOTHING, NOTHING,  READS,   NOTHING, NOTHING],
  'rahasia':             [ADMIN,         ADMIN,         LEADS,         LEADS,         COPY,    NOTHING, NOTHING, NOTHING,  READS,   NOTHING, NOTHING],
  'ditahan':             [NOTHING,       NOTHING,       NOTHING,       NOTHING,       NOTHING, NOTHING, SECRET,  NOTHING,  NOTHING, NOTHING, NOTHING],
  'dibebaskan':          [ADMIN,         ADMIN,         LEADS,         LEADS,         COPY,    NOTHING, NOTHING, NOTHING,  READS,   NOTHING, NOTHING],
  // The copied office and one administrator are accused.
  'ada terlapor':        [ADMIN,         NOTHING,       LEADS,         LEADS,         NOTHING, NOTHING, NOTHING, NOTHING,  READS,   NOTHING, NOTHING],
  'diundi untuk audit':  [ADMIN,         ADMIN,         LEADS,         LEADS,         COPY,    NOTHING, NOTHING, AUDIT,    READS,   NOTHING, NOTHING],
  'berkadar':            [NOTHING,       NOTHING,       NOTHING,       NOTHING,       NOTHING, NOTHING, NOTHING, SECRET,   NOTHING, NOTHING, NOTHING],
  'berkadar, Inspektorat terlapor':
                         [NOTHING,       NOTHING,       NOTHING,       NOTHING,       NOTHING, NOTHING, NOTHING, NOTHING,  SECRET,  NOTHING, NOTHING],
};

const everyVerb = [
  ...'verify release dispose decide_return forward chase close_forwarded archive reopen merge unmerge hold free'.split(
    ' ',
  ),
  ...'pass_to_inspectorate follow_up answer propose_answer approve_answer send_back_answer carry_out reschedule ask return note reveal record_sp4n mark_copied remind tag transfer audit find_fault'.split(
    ' ',
  ),
];

/** Words that must not be found where reading is refused. */
const TEXT = 'Batu kali menutup saluran di belakang rumah Daeng Rosmini';
const TITLE = 'Saluran tersumbat rumah Daeng Rosmini';

interface Made {
  code: string;
  /** Files of the case: [for everyone who reads it, only for admins and secret holders]. */
  files: [string, string];
}

async function upload(): Promise<string> {
  const bytes = jpeg({ width: 8, height: 8, pixel: () => [1, 2, 3] });
  return (await storeUpload(env, openDb(env.DB), Date.now(), bytes)).id;
}

type Cast = Record<Person, Staff>;

async function make(cast: Cast, kind: string): Promise<Made> {
  const files: [string, string] = [await upload(), await upload()];
  const { code } = await newCase({
    title: TITLE,
    text: TEXT,
    attachments: files,
    anonymous: kind.startsWith('anonim'),
    confidential: kind === 'rahasia',
    contact: { name: 'Daeng Rosmini', email: 'rosmini@example.id' },
  });
  const { admin, verifikator } = cast;
  const dispose = () => act(admin, code, 'dispose', { office: 'PUPR', copies: ['DLH'] });
  const accused = [`staff:${cast['admin terlapor'].id}`];
  switch (kind) {
    case 'terbuka':
    case 'rahasia':
      await dispose();
      break;
    case 'anonim dilepas':
      await act(admin, code, 'release', {
        title: 'Saluran tersumbat',
        text: 'Saluran tersumbat.',
        photos: [files[0]],
      });
      await dispose();
      break;
    case 'ditahan':
      await holdCase(code, [...accused, 'office:PUPR']);
      break;
    case 'dibebaskan':
      await holdCase(code, [...accused, 'office:DLH']);
      await act(verifikator, code, 'free', { reason: 'Tidak menuduh siapa pun.' });
      await dispose();
      break;
    case 'ada terlapor':
      await dispose();
      await accuse(code, [...accused, 'office:DLH']);
      break;
    case 'diundi untuk audit':
      await dispose();
      await act(cast.penghubung, code, 'answer', { outcome: 'dijelaskan', text: 'Saluran sudah dikeruk.' });
      await act('reporter', code, 'confirm', {});
      await drawForAudit((await caseRow(code)).id);
      break;
    case 'berkadar':
      await holdCase(code, [...accused, 'office:PUPR']);
      await act(verifikator, code, 'pass_to_inspectorate', {});
      break;
    case 'berkadar, Inspektorat terlapor':
      await holdCase(code, accused);
      await act(verifikator, code, 'pass_to_inspectorate', { accused: ['INSPEKTORAT'] });
      break;
  }
  return { code, files };
}

async function holdCase(code: string, accused: string[]): Promise<void> {
  const ctx = await testCtx({ actor: 'job:routing' });
  const file = await loadCase(ctx.db, code);
  if (!file) throw new Error('no case');
  await commit(ctx.db, [await planHold(ctx, file, { holder: '@verifier', accused, facts: {}, set: {} })]);
}

async function drawForAudit(caseId: number): Promise<void> {
  const db = openDb(env.DB);
  await db.batch([
    db.insert(auditDraws).values({ id: 1, by: 'staff:1', at: 1, fromAt: 0, toAt: 1 }),
    db.insert(auditedCases).values({ drawId: 1, caseId }),
  ]);
}

async function accuse(code: string, subjects: string[]): Promise<void> {
  const { id: caseId } = await caseRow(code);
  await openDb(env.DB)
    .insert(caseAccused)
    .values(subjects.map((subject) => ({ caseId, subject })));
}

let cast: Cast;

beforeEach(async () => {
  await loadRegency();
  const made: [string, Staff][] = [];
  for (const [name, add] of Object.entries(people)) made.push([name, await add()]);
  cast = Object.fromEntries(made) as Cast;
});

describe('the matrix', () => {
  for (const [line, [kind, row]] of Object.entries(table).entries()) {
    it(`holds for a case that is ${kind}`, { timeout: 300_000 }, async ({ expect }) => {
      const made = await make(cast, kind);
      const judged: Record<string, string> = {};
      const expected: Record<string, string> = {};
      for (const [column, person] of (Object.keys(people) as Person[]).entries()) {
        const verbs = row[column] ?? null;
        const desk = await Desk.of(cast[person]);
        expected[person] = verbs === NOTHING ? 'nothing' : sorted(verbs.split(' '));
        judged[person] = await judge(expect, desk, made.code, line + column);
        if (verbs === NOTHING) await findsNothing(expect, desk, made, line + column);
        else await seesOnlyItsShare(expect, desk, made, kind, verbs);
      }
      expect(judged).toEqual(expected);
    });
  }
});

const sorted = (verbs: string[]) => verbs.filter(Boolean).sort().join(' ');

/** One in so many verbs is tried by page too: each by everybody, in one kind of case or another. */
const BY_PAGE = 5;
/** Those that the page does not just pass on are tried by everybody in every case. */
const withStepsOfTheirOwn = ['merge', 'reveal', 'remind', 'answer', 'mark_copied'];

/**
 * Tries everything and changes nothing: what is allowed fails on the input (422) or the version (409).
 * @param turn which verbs are tried by page too
 */
async function judge(expect: ExpectStatic, desk: Desk, code: string, turn: number): Promise<string> {
  const page = (await desk.send(`/desk/kasus/${code}`)).status;
  const api = (await desk.api(`/cases/${code}`)).status;
  expect(page).toBe(api);
  const refused = page === 404 ? 404 : 403;
  const allowed = await Promise.all(
    everyVerb.map(async (verb, index) => {
      const byApi = (await desk.api(`/cases/${code}/${verb}`, { bukan: 'isian' })).status;
      expect([422, refused], `${verb} by API`).toContain(byApi);
      if ((index + turn) % BY_PAGE === 0 || withStepsOfTheirOwn.includes(verb)) {
        const form = { key: crypto.randomUUID(), version: '999', sure: '1' };
        const byPage = (await desk.post(`/desk/kasus/${code}/${verb}`, form)).status;
        expect([409, 422, refused], `${verb} by page`).toContain(byPage);
        expect(byPage === refused, verb).toBe(byApi === refused);
      }
      return byApi === 422 ? verb : '';
    }),
  );
  return page === 404 ? 'nothing' : sorted(allowed);
}

const LISTS = ['tugas', 'terlambat', 'hari-ini', 'belum-opd', 'ditahan', 'tembusan', 'semua'];
/** A well-formed code that no case has. */
const NOBODYS = 'LT-2222-2222';

/**
 * Nothing tells a case that may not be known of from one that is not there.
 * @param turn which lists are read by page and which by API: each both ways, of one kind of case or another
 */
async function findsNothing(expect: ExpectStatic, desk: Desk, { code, files }: Made, turn: number) {
  const paths = (id: string) => [
    `/desk/kasus/${id}`,
    `/desk/kasus/${id}/lampiran/${files[0]}`,
    `/desk/kasus/${id}/lampiran/${files[0]}/unduh`,
    `/desk/kasus/${id}/cetak`,
    `/desk/kasus/${id}/berkas`,
    `/desk/cari?kode=${id}`,
    `/api/v1/desk/cases/${id}`,
    `/api/v1/desk/cases/${id}/attachments/${files[0]}`,
  ];
  const bodies = async (id: string) =>
    Promise.all(
      paths(id).map(async (path) => {
        const response = await desk.send(path);
        return `${response.status} ${(await response.text()).replaceAll(id, '')}`;
      }),
    );
  const refused = await bodies(code);
  expect(refused).toEqual(await bodies(NOBODYS));
  const lists = await Promise.all(
    [
      '/desk',
      ...LISTS.map((list, index) =>
        (index + turn) % 2 === 0 ? `/desk?daftar=${list}` : `/api/v1/desk/cases?list=${list}`,
      ),
    ].map((path) => desk.text(path)),
  );
  for (const text of [...refused, ...lists]) {
    for (const secret of [code, TITLE, TEXT, 'Rosmini', files[0], files[1]])
      expect(text).not.toContain(secret);
  }
}

/** Whoever reads sees the files and words of their standing, never more. */
async function seesOnlyItsShare(
  expect: ExpectStatic,
  desk: Desk,
  { code, files }: Made,
  kind: string,
  verbs: string,
) {
  const page = await desk.text(`/desk/kasus/${code}`);
  const api = await desk.text(`/api/v1/desk/cases/${code}`);
  const list = await desk.text('/desk');
  const whole = verbs.includes('dispose') || verbs.includes('free');
  const share = !kind.startsWith('anonim') || whole ? 'all' : kind === 'anonim dilepas' ? 'released' : 'none';
  for (const text of [page, api]) {
    expect(text.includes(TEXT)).toBe(share === 'all');
    expect(text.includes('rosmini@')).toBe(false);
  }
  expect(list.includes(TITLE)).toBe(share === 'all' && list.includes(code) && kind !== 'anonim dilepas');
  for (const [index, id] of files.entries()) {
    const seen = share === 'all' || (share === 'released' && index === 0);
    for (const path of [
      `/desk/kasus/${code}/lampiran/${id}`,
      `/api/v1/desk/cases/${code}/attachments/${id}`,
    ]) {
      const response = await desk.send(path);
      await response.arrayBuffer();
      expect(response.status, path).toBe(seen ? 200 : 404);
    }
  }
}
