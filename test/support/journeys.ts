/** For every verb: how a case gets to where the verb is possible, who does it and with which input. */
import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { makeCode } from '../../shared/code.ts';
import type { Staff } from '../../shared/permissions/people.ts';
import { storeUpload } from '../../workers/cases/attachments/store.ts';
import { planHold } from '../../workers/cases/hold.ts';
import { loadCase } from '../../workers/cases/load.ts';
import { attachments, auditDraws, auditedCases, cases, uploads } from '../../workers/cases/table.ts';
import { now } from '../../workers/platform/clock.ts';
import { commit, openDb } from '../../workers/platform/db.ts';
import { jpeg } from './images.ts';
import { giveNumber, wantApproval } from './office-settings.ts';
import { act, addStaff, newCase, testCtx } from './worker.ts';

export { giveNumber, wantApproval };

export interface Cast {
  admin: Staff;
  liaison: Staff;
  verifier: Staff;
  inspector: Staff;
}

export interface VerbJourney {
  verb: string;
  who: keyof Cast | 'reporter';
  /** What the history calls it, where that is another verb. */
  writes?: string;
  input: Record<string, unknown>;
  /** Brings a fresh case to where the verb is possible. */
  arrange: (cast: Cast) => Promise<string>;
}

const fresh = async () => (await newCase({ contact: { email: 'warga@example.id' } })).code;
const anonymous = async () => (await newCase({ anonymous: true })).code;

async function disposed(cast: Cast): Promise<string> {
  await wantApproval('PUPR', undefined);
  const code = await fresh();
  await act(cast.admin, code, 'dispose', { office: 'PUPR' });
  return code;
}
async function answered(cast: Cast): Promise<string> {
  const code = await disposed(cast);
  await act(cast.liaison, code, 'answer', {
    outcome: 'dijelaskan',
    text: 'Sudah kami jelaskan di lapangan.',
  });
  return code;
}
async function asked(cast: Cast): Promise<string> {
  const code = await disposed(cast);
  await act(cast.liaison, code, 'ask', { question: 'Di dekat rumah siapa tepatnya?' });
  return code;
}
async function returned(cast: Cast): Promise<string> {
  const code = await disposed(cast);
  await act(cast.liaison, code, 'return', { reason: 'Ini lampu jalan, bukan jalan.', suggestion: 'DPKPP' });
  return code;
}
async function forwarded(cast: Cast): Promise<string> {
  const code = await fresh();
  await act(cast.admin, code, 'forward', { office: 'LUAR-PLN', text: 'Listrik ditangani PLN, hubungi 123.' });
  return code;
}
async function scheduled(cast: Cast): Promise<string> {
  const code = await disposed(cast);
  await act(cast.liaison, code, 'answer', {
    outcome: 'dijadwalkan',
    text: 'Dianggarkan tahun depan.',
    date: '2099-01-05',
    budget: 'APBD 2099',
  });
  return code;
}

/** The input as a client sends it who has read its warnings. */
export const bodyOf = (verb: string, input: unknown): unknown =>
  ['answer', 'propose_answer'].includes(verb) ? { acceptWarnings: true, ...(input as object) } : input;

export const PROPOSED = { outcome: 'dijelaskan', text: 'Lubang ditambal pekan depan.' };

/** A case whose office wants approval, with a colleague who is there to give it. */
async function toApprove(cast: Cast): Promise<string> {
  const code = await disposed(cast);
  await wantApproval('PUPR', 'colleague');
  await addStaff(['liaison'], ['PUPR'], 'Rekan Seinstansi');
  return code;
}
/** The colleague proposes; the liaison approves. */
async function proposed(cast: Cast): Promise<string> {
  const code = await disposed(cast);
  await wantApproval('PUPR', 'colleague');
  const colleague = await addStaff(['liaison'], ['PUPR'], 'Rekan Seinstansi');
  await act(colleague, code, 'propose_answer', PROPOSED);
  return code;
}
/** A photo of the work that nothing has used yet. */
export async function workPhoto(): Promise<string> {
  const bytes = jpeg({ width: 8, height: 8, pixel: () => [1, 2, 3] });
  return (await storeUpload(env, openDb(env.DB), now(), bytes)).id;
}

/** The id of a photo that an input can name beforehand. */
export const PHOTO = '0'.repeat(32);

/** Scheduled work, and that photo stored anew. */
async function finished(cast: Cast): Promise<string> {
  const db = openDb(env.DB);
  await db.delete(attachments).where(eq(attachments.uploadId, PHOTO));
  await db.delete(uploads).where(eq(uploads.id, PHOTO));
  const id = await workPhoto();
  await db.update(uploads).set({ id: PHOTO }).where(eq(uploads.id, id));
  return scheduled(cast);
}

async function archived(cast: Cast): Promise<string> {
  const code = await fresh();
  await act(cast.admin, code, 'archive', { category: 'terlalu_umum', reason: 'Mohon sebutkan tempatnya.' });
  return code;
}

/** Code of the case that duplicates are merged into here. */
const PARENT = makeCode('LT', new Uint8Array(16).fill(7));

/** A fresh case beside one with that code. */
async function duplicate(): Promise<string> {
  const db = openDb(env.DB);
  const [there] = await db.select({ id: cases.id }).from(cases).where(eq(cases.code, PARENT));
  if (!there)
    await db
      .update(cases)
      .set({ code: PARENT })
      .where(eq(cases.code, await fresh()));
  return fresh();
}
async function merged(cast: Cast): Promise<string> {
  const code = await duplicate();
  await act(cast.admin, code, 'merge', { parent: PARENT, reason: 'Tempat dan hal yang sama.' });
  return code;
}

/** Closed, and in a draw of Inspektorat. */
async function drawn(cast: Cast): Promise<string> {
  const code = await answered(cast);
  await act('reporter', code, 'confirm', {});
  const db = openDb(env.DB);
  const [row] = await db.select({ id: cases.id }).from(cases).where(eq(cases.code, code));
  const [draw] = await db
    .insert(auditDraws)
    .values({ by: 'staff:1', at: now(), fromAt: 0, toAt: now() })
    .returning({ id: auditDraws.id });
  await db.insert(auditedCases).values({ drawId: draw?.id ?? 0, caseId: row?.id ?? 0 });
  return code;
}

/** Of an office whose number is known. */
async function withNumber(cast: Cast): Promise<string> {
  await giveNumber('PUPR', '0812-0000-0777');
  return disposed(cast);
}

/** A case held as an accusation. */
export async function held(code?: string): Promise<string> {
  const wanted = code ?? (await newCase({ aboutOfficial: true })).code;
  const ctx = await testCtx({ actor: 'job:routing' });
  const file = await loadCase(ctx.db, wanted);
  if (!file) throw new Error('no case');
  await commit(ctx.db, [await planHold(ctx, file, { holder: '@verifier', accused: [], facts: {}, set: {} })]);
  return wanted;
}

export const verbJourneys: VerbJourney[] = [
  { verb: 'verify', who: 'admin', input: { title: 'Jalan berlubang di pasar' }, arrange: fresh },
  {
    verb: 'release',
    who: 'admin',
    input: { title: 'Jalan rusak', text: 'Jalan rusak di depan pasar.', photos: [] },
    arrange: anonymous,
  },
  { verb: 'dispose', who: 'admin', input: { office: 'PUPR', copies: ['KEC-73.24.04'] }, arrange: fresh },
  { verb: 'decide_return', who: 'admin', input: { office: 'DPKPP' }, arrange: returned },
  {
    verb: 'forward',
    who: 'admin',
    input: { office: 'LUAR-PLN', text: 'Listrik ditangani PLN.' },
    arrange: fresh,
  },
  {
    verb: 'close_forwarded',
    who: 'admin',
    input: { result: 'pelapor_diarahkan', text: 'Pelapor sudah diarahkan ke PLN.' },
    arrange: forwarded,
  },
  {
    verb: 'archive',
    who: 'admin',
    input: { category: 'spam', reason: 'Iklan, bukan laporan.' },
    arrange: fresh,
  },
  { verb: 'reopen', who: 'admin', input: { reason: 'Pelapor sudah melengkapi.' }, arrange: archived },
  {
    verb: 'merge',
    who: 'admin',
    input: { parent: PARENT, reason: 'Lubang yang sama di depan pasar.' },
    arrange: duplicate,
  },
  { verb: 'unmerge', who: 'admin', input: { reason: 'Ternyata lubang yang lain.' }, arrange: merged },
  { verb: 'hold', who: 'admin', input: { reason: 'Menuduh petugas.', accused: ['PUPR'] }, arrange: fresh },
  { verb: 'free', who: 'verifier', input: { reason: 'Tidak menuduh siapa pun.' }, arrange: () => held() },
  { verb: 'pass_to_inspectorate', who: 'verifier', input: { accused: ['PUPR'] }, arrange: () => held() },
  {
    verb: 'follow_up',
    who: 'liaison',
    input: { text: 'Sudah kami tinjau.', nextStep: 'Menambal lubang', date: '2099-01-05' },
    arrange: disposed,
  },
  {
    verb: 'answer',
    who: 'liaison',
    input: { outcome: 'dijelaskan', text: 'Lubang sudah ditambal.' },
    arrange: disposed,
  },
  { verb: 'propose_answer', who: 'liaison', input: PROPOSED, arrange: toApprove },
  { verb: 'approve_answer', who: 'liaison', input: {}, arrange: proposed, writes: 'answer' },
  {
    verb: 'send_back_answer',
    who: 'liaison',
    input: { reason: 'Sebutkan tanggalnya.' },
    arrange: proposed,
  },
  {
    verb: 'carry_out',
    who: 'liaison',
    input: { text: 'Lubang sudah ditambal kemarin.', photos: [PHOTO] },
    arrange: finished,
  },
  {
    verb: 'reschedule',
    who: 'liaison',
    input: { date: '2099-02-02', reason: 'Menunggu lelang selesai.' },
    arrange: scheduled,
  },
  {
    verb: 'chase',
    who: 'admin',
    input: { way: 'telepon', date: '2026-07-01', text: 'Masih dijadwalkan, kata petugasnya.' },
    arrange: forwarded,
  },
  { verb: 'ask', who: 'liaison', input: { question: 'Di sebelah mana tepatnya?' }, arrange: disposed },
  {
    verb: 'return',
    who: 'liaison',
    input: { reason: 'Bukan urusan kami.', suggestion: 'DPKPP' },
    arrange: disposed,
  },
  { verb: 'note', who: 'liaison', input: { text: 'Sudah ditelepon.' }, arrange: disposed },
  { verb: 'reveal', who: 'liaison', input: { reason: 'Perlu janji temu di lokasi.' }, arrange: disposed },
  { verb: 'record_sp4n', who: 'admin', input: { number: '1234567' }, arrange: fresh },
  { verb: 'mark_copied', who: 'admin', input: { number: '2345678' }, arrange: fresh },
  { verb: 'remind', who: 'admin', input: { target: 'office:PUPR' }, arrange: withNumber },
  { verb: 'tag', who: 'liaison', input: { add: ['ramai', 'rapat'] }, arrange: disposed },
  {
    verb: 'transfer',
    who: 'admin',
    input: { from: 'PUPR', office: 'DPKPP', note: 'Digabung mulai bulan ini.' },
    arrange: disposed,
  },
  { verb: 'audit', who: 'inspector', input: { answered: true }, arrange: drawn },
  {
    verb: 'find_fault',
    who: 'inspector',
    input: { reason: 'Fotonya bukan dari tempat ini.' },
    arrange: drawn,
  },
  { verb: 'reply', who: 'reporter', input: { text: 'Masih berlubang sampai hari ini.' }, arrange: disposed },
  { verb: 'complete', who: 'reporter', input: { text: 'Di depan toko bangunan.' }, arrange: asked },
  { verb: 'confirm', who: 'reporter', input: {}, arrange: answered },
  { verb: 'contest', who: 'reporter', input: { reason: 'Belum dikerjakan sama sekali.' }, arrange: answered },
  { verb: 'rate', who: 'reporter', input: { score: 3 }, arrange: answered },
  { verb: 'withdraw', who: 'reporter', input: { reason: 'Sudah beres sendiri.' }, arrange: disposed },
  { verb: 'change_contact', who: 'reporter', input: { contact: null }, arrange: disposed },
  {
    verb: 'request_erasure',
    who: 'reporter',
    input: { reason: 'Saya tidak ingin nama saya disimpan.', contactNow: true },
    arrange: disposed,
  },
  { verb: 'renew_pin', who: 'reporter', input: {}, arrange: disposed },
];
