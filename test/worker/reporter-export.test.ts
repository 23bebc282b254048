/** "Unduh data saya": everything that is kept about the reporter, and not a word of anybody else. */
import { env } from 'cloudflare:workers';
import { getTableColumns } from 'drizzle-orm';
import { beforeEach, describe, it } from 'vitest';
import { caseAccused, cases, contacts } from '../../workers/cases/table.ts';
import type { Exported } from '../../workers/features/tracking/export.ts';
import { openDb } from '../../workers/platform/db.ts';
import { erasureRequests } from '../../workers/privacy/table.ts';
import { castOf, eraseNow, fullCase } from '../support/erasing.ts';
import { Machine } from '../support/machine.ts';
import { Browser, textOf } from '../support/reporter.ts';
import { act, addStaff, loadRegency, MONDAY, newCase, setClock } from '../support/worker.ts';
import { readZip } from '../support/zip.ts';

const OWN = 'kenariuji';

beforeEach(async () => {
  setClock(MONDAY);
  await loadRegency();
});

async function taken(code: string, pin: string) {
  const phone = new Browser();
  await phone.open(code, pin);
  const json = new TextDecoder().decode((await phone.get('/lacak/laporan/data.json')).bytes);
  const page = (await phone.get('/lacak/laporan/data')).html;
  const archive = await phone.get('/lacak/laporan/data.zip');
  return { data: JSON.parse(json) as Exported, json, page, archive };
}

/** What becomes of each column of a case: where it stands in the export, or why it does not. */
const columns: Record<keyof typeof cases.$inferSelect, string> = {
  code: 'report.code',
  title: 'report.title',
  kind: 'report.kind',
  state: 'report.status',
  category: 'report.category',
  area: 'report.area',
  channel: 'report.channel',
  placement: 'report.placement',
  anonymous: 'report.anonymous',
  confidential: 'report.confidential',
  aboutOfficial: 'report.aboutOfficial',
  urgent: 'report.urgent',
  danger: 'report.danger',
  unproven: 'report.sentWithoutProof',
  receivedAt: 'report.receivedAt',
  dueAt: 'report.promisedBy',
  answeredAt: 'report.answeredAt',
  closedAt: 'report.closedAt',
  erasedAt: 'report.erasedAt',
  outcome: 'report.outcome',
  rating: 'report.rating',
  sp4n: 'report.sp4nNumber',
  sp4nLink: 'report.sp4nLink',
  importedAt: 'report.importedAt',
  parentId: 'report.follows',
  pinVersion: 'report.pinRenewed',
  releasedAt: 'released',
  office: 'way',
  outside: 'way',
  hops: 'way',
  submittedBy: 'typedBy',
  id: '- number inside',
  version: '- lock',
  headHash: '- proof of the history',
  resumeState: '- of the work',
  berkadar: '- nobody is told that a report is an accusation',
  holder: '- as berkadar; the way names who had it',
  holderSince: '- as holder',
  nextDueAt: '- of the work',
  freed: '- as berkadar',
  spam: '- what the desk thinks of it',
  answeredBy: '- somebody of the staff',
  proposalSeq: '- of the work',
  proposedBy: '- somebody of the staff',
  routedAt: '- of the work',
  sp4nAnswerAt: '- of the work',
  settings: '- lock',
};

describe('the export', () => {
  it('holds every column of the case and the contact, or there is a reason', async ({ expect }) => {
    expect(Object.keys(columns).sort()).toEqual(Object.keys(getTableColumns(cases)).sort());
    const { code, pin, caseId } = await fullCase(await castOf(), OWN);
    await openDb(env.DB)
      .insert(erasureRequests)
      .values({
        ...{ caseId, scope: 'content', askedAt: MONDAY, dueAt: MONDAY, decision: 'refused' },
        ...{ decidedAt: MONDAY, decidedBy: 'staff:1', doneAt: MONDAY },
      });
    const { data } = await taken(code, pin);
    const at = (path: string) =>
      path.split('.').reduce<unknown>((found, name) => (found as Record<string, unknown>)[name], data);
    for (const [column, path] of Object.entries(columns))
      if (!path.startsWith('-')) expect(at(path), column).not.toBeUndefined();
    const { caseId: _id, emailIndex: _email, phoneIndex: _phone, ...kept } = getTableColumns(contacts);
    expect(Object.keys(data.contact ?? {}).sort()).toEqual(Object.keys(kept).sort());
    expect(data).toMatchObject({
      form: 'kanal-export-1',
      contact: { name: `Nama ${OWN}`, email: `${OWN}@example.id`, phone: '081234567890' },
      report: { code, rating: 3, outcome: 'dijelaskan', sp4nLink: 'https://www.lapor.go.id/laporan/1' },
      posts: [`https://facebook.com/${OWN}`],
      released: { text: `Teks ${OWN} dilepas.` },
      typedBy: 'reporter',
      erasureRequests: [{ decision: 'refused' }],
      erasures: [],
    });
    expect(data.written.map(({ verb, words }) => [verb, words.text])).toEqual([
      ['submit', `Laporan ${OWN} tentang jalan berlubang.`],
      ['confirm', undefined],
      ['rate', `Penilaian ${OWN}.`],
    ]);
    expect(data.way.find(({ verb }) => verb === 'answer')?.words.text).toBe(`Jawaban ${OWN} dari dinas.`);
    expect(data.files.map(({ name }) => name)).toEqual(['lampiran/1.jpg', 'lampiran/2.jpg']);
    expect(data.notices.map(({ template }) => template)).toEqual(
      expect.arrayContaining(['receipt', 'answered']),
    );
  });

  it('holds no word of anybody else', async ({ expect }) => {
    const secret = {
      admin: 'Zorantika Admin',
      liaison: 'Velmorin Penghubung',
      note: 'Catatan Brovantia untuk rekan',
      reason: 'Alasan Quilmarto membuka identitas',
      other: 'Wixomara',
      accused: 'Hexulanda Petugas',
    };
    const admin = await addStaff(['admin'], ['DISKOMINFOSP'], secret.admin, {
      email: 'zorantika@example.id',
    });
    const liaison = await addStaff(['liaison'], ['PUPR'], secret.liaison, { email: 'velmorin@example.id' });
    const accused = await addStaff(['liaison'], ['DPKPP'], secret.accused);
    const mine = await newCase({
      text: `Laporan ${OWN} di pasar.`,
      contact: { name: OWN, email: 'saya@example.id' },
    });
    const theirs = await newCase({
      ...{ title: `Judul ${secret.other}`, text: `Laporan ${secret.other} di pasar.`, place: secret.other },
      contact: { name: secret.other, email: `${secret.other}@example.id` },
    });
    await act(admin, theirs.code, 'dispose', { office: 'PUPR' });
    await act(liaison, theirs.code, 'ask', { question: `Di mana ${secret.other}?` });
    await act('reporter', theirs.code, 'complete', { text: `Di rumah ${secret.other}.` });
    await act(admin, mine.code, 'note', { text: secret.note });
    await act(admin, mine.code, 'reveal', { reason: secret.reason });
    await openDb(env.DB)
      .insert(caseAccused)
      .values({ caseId: mine.caseId, subject: `staff:${accused.id}` });
    await act(admin, mine.code, 'merge', {
      parent: theirs.code,
      reason: 'Hal yang sama di tempat yang sama.',
    });
    await act(liaison, theirs.code, 'answer', {
      outcome: 'dijelaskan',
      text: 'Jawaban untuk semua pelapor.',
    });
    await new Machine().run(MONDAY + 60_000);

    const { data, json, page, archive } = await taken(mine.code, mine.pin);
    const inside = readZip(archive.bytes);
    const texts = [json, page, ...inside.map(({ text }) => text)];
    for (const text of texts) {
      expect(text).toContain(OWN);
      expect(text).toContain('Jawaban untuk semua pelapor.');
      for (const [what, words] of Object.entries(secret))
        for (const word of words.split(' ').filter((part) => /^(Zor|Vel|Bro|Qui|Wix|Hex)/.test(part)))
          expect(text.toLowerCase().includes(word.toLowerCase()), what).toBe(false);
      for (const address of ['zorantika@', 'velmorin@', `staff:${admin.id}`, `"${theirs.caseId}"`])
        expect(text).not.toContain(address);
    }
    // That somebody saw the name is told, by what they are.
    expect(data.shownTo).toMatchObject([{ kind: 'reveal', what: 'identity' }]);
    expect(data.shownTo[0]?.who).toContain('Admin instansi');
    expect(textOf(page)).toContain('membuka identitas Anda');
    expect(data.report.follows).toBe(theirs.code);
  });

  it('of a held report does not tell that it is held, nor who has it', async ({ expect }) => {
    const verifier = await addStaff(['verifier'], ['SETDA'], 'Vera');
    const { code, pin, caseId } = await newCase({
      aboutOfficial: true,
      contact: { email: 'saya@example.id' },
    });
    await openDb(env.DB).update(cases).set({ state: 'held', holder: '@verifier' });
    await act(verifier, code, 'reveal', { reason: 'Perlu dihubungi lebih dahulu.' });
    const { json, page, data } = await taken(code, pin);
    expect(data.shownTo).toMatchObject([{ who: 'petugas yang menangani laporan ini' }]);
    for (const text of [json, page]) expect(text).not.toMatch(/verifikator|held|ditahan|Sekretariat Daerah/i);
    expect(caseId).toBeGreaterThan(0);
  });

  it('is an archive with everything in it, and after an erasure says what is gone', async ({ expect }) => {
    const { code, pin, caseId } = await fullCase(await castOf(), OWN);
    const { archive, data } = await taken(code, pin);
    expect(archive.headers.get('content-type')).toBe('application/zip');
    const names = readZip(archive.bytes).map(({ name }) => name);
    expect(names).toEqual(['baca.html', 'data.json', ...data.files.map(({ name }) => name)]);
    await eraseNow(caseId, { scope: 'content', why: 'request' });
    const after = await taken(code, pin);
    expect(after.json).not.toContain(OWN);
    expect(after.data).toMatchObject({
      contact: null,
      files: [],
      released: null,
      erasures: [{ scope: 'content' }],
    });
  });

  it('is for nobody without code and PIN', async ({ expect }) => {
    await newCase({ text: `Laporan ${OWN}.` });
    for (const path of ['data', 'data.json', 'data.zip']) {
      const shown = await new Browser().get(`/lacak/laporan/${path}`);
      expect([shown.status, shown.to]).toEqual([302, '/lacak']);
    }
  });
});
