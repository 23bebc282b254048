/** Two people on one case: the second to save sees what changed, keeps every word, and chooses; by page and by API. */
import { beforeEach, describe, it } from 'vitest';
import { makeCode } from '../../shared/code.ts';
import { verbParts } from '../../workers/features/desk/input.ts';
import { asStored, type Fields, hidden, openDesks } from '../support/desk.ts';
import { jpeg } from '../support/images.ts';
import { verbJourneys } from '../support/journeys.ts';
import { act, caseRow, loadRegency, newCase } from '../support/worker.ts';

/** A code that could be one, of no case. */
const NOBODYS = makeCode('LT', new Uint8Array(16).fill(5));

type Opened = Awaited<ReturnType<typeof openDesks>>;
let people: Opened['people'];
let desks: Opened['desks'];

beforeEach(async () => {
  await loadRegency();
  ({ people, desks } = await openDesks());
});

/** A reminder needs no version, for it contradicts nothing; what was copied, and transfers, have pages of their own. */
const wordless = ['remind', 'mark_copied', 'transfer'];
const written = verbJourneys.filter(({ who, verb }) => who !== 'reporter' && !wordless.includes(verb));
type Who = keyof Opened['desks'];

/** What a browser sends for an input. */
const fieldsOf = (input: Record<string, unknown>): Fields =>
  Object.fromEntries(
    Object.entries(input).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.map(String) : String(value),
    ]),
  );

describe('the second to save', () => {
  it.for(written)(
    '$verb: sees who did what, keeps all that was typed, and may send it all the same',
    async (journey, { expect }) => {
      const { verb } = journey;
      const who = journey.who as Who;
      const code = await journey.arrange(people);
      const desk = desks[who];
      const opened = hidden(await desk.text(`/desk/kasus/${code}`), verb);
      expect(opened.version).toBe(String((await caseRow(code)).version));
      // Whoever draws a case for audit writes no notes on it.
      const colleague = who === 'inspector' ? people.admin : people[who];
      await act(colleague, code, 'note', { text: 'Rekan sudah menelepon pelapor.' });
      const given = fieldsOf(journey.input);
      const fields = { ...opened, sure: '1', acceptWarnings: '1', ...given, ...asStored(given) };
      const refused = await desk.post(`/desk/kasus/${code}/${verb}`, fields);
      expect(refused.status).toBe(409);
      const page = await refused.text();
      expect(page).toContain('Yang berubah sejak Anda membukanya');
      expect(page).toContain('Rekan sudah menelepon pelapor.');
      expect(page).toContain('Buang tulisan saya');
      expect(page).toMatch(new RegExp(`form="isian-${verb}"[^>]*>\\s*Kirim juga`));
      const form = page.slice(page.indexOf(`id="isian-${verb}"`));
      const kept = form.slice(0, form.indexOf('</form>'));
      for (const [name, value] of Object.entries(journey.input)) {
        if (typeof value === 'string' && verbParts[verb as keyof typeof verbParts][name] === 'text')
          expect(kept, name).toContain(value);
        if (Array.isArray(value))
          for (const one of value)
            expect(kept, name).toMatch(new RegExp(`value="${one}(?:\\.[^"]*)?"[^>]*checked`));
      }
      const again = hidden(page, verb);
      expect(again.key).toBe(opened.key);
      expect(Number(again.version)).toBe(Number(opened.version) + 1);
      const sent = await desk.post(`/desk/kasus/${code}/${verb}`, { ...fields, ...again });
      expect(sent.status).toBe(verb === 'reveal' ? 200 : 303);
      expect((await caseRow(code)).version).toBe(Number(opened.version) + 2);
    },
  );

  it('keeps ticks and the chosen photo of an answer', async ({ expect }) => {
    const { code } = await newCase();
    await act(people.admin, code, 'dispose', { office: 'PUPR' });
    const opened = hidden(await desks.liaison.text(`/desk/kasus/${code}`), 'answer');
    await act(people.admin, code, 'note', { text: 'Mohon dipercepat.' });
    const bytes = jpeg({ width: 8, height: 8, pixel: () => [9, 9, 9] });
    const fields = {
      ...opened,
      outcome: 'dikerjakan',
      text: 'Sudah ditambal kemarin.',
      physical: '1',
      sure: '1',
    };
    const refused = await desks.liaison.post(`/desk/kasus/${code}/answer`, {
      ...fields,
      file: new File([bytes], 'foto.jpg', { type: 'image/jpeg' }),
    });
    expect(refused.status).toBe(409);
    const page = await refused.text();
    expect(page).toContain('Foto 1 sudah tersimpan');
    for (const id of ['answer-physical', 'answer-sure', 'answer-outcome'])
      expect(page, id).toMatch(new RegExp(`id="${id}[^"]*"[^>]*checked`));
    const stored = /name="stored"[^>]*value="([^"]+)"/.exec(page)?.[1] ?? '';
    const sent = await desks.liaison.post(`/desk/kasus/${code}/answer`, {
      ...fields,
      ...hidden(page, 'answer'),
      stored,
    });
    expect(sent.status).toBe(303);
    expect(await desks.liaison.text(`/desk/kasus/${code}`)).toContain('Lampiran 1');
  });

  it('is told of the change also when only a photo is added', async ({ expect }) => {
    const { code } = await newCase();
    await act(people.admin, code, 'dispose', { office: 'PUPR' });
    const opened = hidden(await desks.liaison.text(`/desk/kasus/${code}`), 'answer');
    await act(people.admin, code, 'note', { text: 'Mohon dipercepat.' });
    const added = await desks.liaison.post(`/desk/kasus/${code}/lampiran`, {
      ...opened,
      text: 'Sedang ditulis.',
    });
    expect(added.status).toBe(409);
    expect(await added.text()).toContain('Mohon dipercepat.');
  });

  it('finds the words of a step that is no longer possible, and keeps them as a note', async ({ expect }) => {
    const { code } = await newCase();
    await act(people.admin, code, 'dispose', { office: 'PUPR' });
    const page = await desks.liaison.text(`/desk/kasus/${code}`);
    await act(people.liaison, code, 'return', { reason: 'Ini lampu jalan.', suggestion: 'DPKPP' });
    const late = await desks.liaison.post(`/desk/kasus/${code}/follow_up`, {
      ...hidden(page, 'follow_up'),
      text: 'Tim turun besok pagi.',
      nextStep: 'Memeriksa saluran',
      date: '2099-01-05',
    });
    expect(late.status).toBe(409);
    const refused = await late.text();
    expect(refused).toContain('Ini lampu jalan.');
    for (const words of ['Tim turun besok pagi.', 'Memeriksa saluran', '5 Januari 2099'])
      expect(refused).toContain(words);
    expect(refused).toContain('Simpan sebagai catatan internal');
    const note = await desks.liaison.post(`/desk/kasus/${code}/note`, {
      ...hidden(refused, 'note'),
      text: 'Tim turun besok pagi.',
    });
    expect(note.status).toBe(303);
  });

  it('never offers to note down an accusation or what was not released', async ({ expect }) => {
    const { code } = await newCase();
    const page = await desks.admin.text(`/desk/kasus/${code}`);
    await act(people.admin, code, 'archive', { category: 'lainnya', reason: 'Sudah ditangani.' });
    const late = await desks.admin.post(`/desk/kasus/${code}/hold`, {
      ...hidden(page, 'hold'),
      sure: '1',
      reason: 'Menuduh bendahara.',
    });
    const refused = await late.text();
    expect(refused).toContain('Menuduh bendahara.');
    expect(refused).not.toContain('Simpan sebagai catatan internal');
  });

  it('gets the words back also when the case is no longer theirs, as for one that is not there', async ({
    expect,
  }) => {
    const { code } = await newCase();
    await act(people.admin, code, 'dispose', { office: 'PUPR' });
    const opened = hidden(await desks.liaison.text(`/desk/kasus/${code}`), 'ask');
    await act(people.admin, code, 'hold', { reason: 'Menuduh petugas.', accused: ['PUPR'] });
    const words = { ...opened, question: 'Di sebelah mana tepatnya?' };
    const gone = await desks.liaison.post(`/desk/kasus/${code}/ask`, words);
    const missing = await desks.liaison.post(`/desk/kasus/${NOBODYS}/ask`, words);
    expect(gone.status).toBe(404);
    expect(missing.status).toBe(404);
    const text = await gone.text();
    expect(text).toContain('Di sebelah mana tepatnya?');
    expect(text).toBe(await missing.text());
  });
});

describe('the API', () => {
  it('answers 409 with the version of now', async ({ expect }) => {
    const { code } = await newCase();
    await act(people.admin, code, 'dispose', { office: 'PUPR' });
    await act(people.admin, code, 'note', { text: 'Mohon dipercepat.' });
    const late = await desks.liaison.api(
      `/cases/${code}/note`,
      { text: 'Sudah ditelepon.' },
      { 'if-match': '"2"' },
    );
    expect(late.status).toBe(409);
    expect(late.headers.get('etag')).toBe('"3"');
    expect(late.headers.get('content-type')).toContain('problem+json');
    expect(await late.json()).toMatchObject({ status: 409, version: 3 });
    const now = await desks.liaison.api(
      `/cases/${code}/note`,
      { text: 'Sudah ditelepon.' },
      { 'if-match': '"3"' },
    );
    expect(now.status).toBe(200);
  });
});

describe('verifying', () => {
  const settleOf = async (code: string) => {
    const { clocks, due } = (await (await desks.admin.api(`/cases/${code}`)).json()) as {
      clocks: { clock: string; due: string }[];
      due: string;
    };
    return { settle: clocks.find(({ clock }) => clock === 'settle')?.due, due };
  };

  it('corrects class and title: the settle clock of the disposition follows, the promise does not', async ({
    expect,
  }) => {
    const [plain, corrected] = [await newCase(), await newCase({ title: 'jln rusak' })];
    const before = await settleOf(corrected.code);
    await act(people.admin, corrected.code, 'verify', {
      kind: 'information',
      title: 'Biaya pengurusan izin',
    });
    expect(await caseRow(corrected.code)).toMatchObject({ kind: 'information' });
    expect((await settleOf(corrected.code)).due).toBe(before.due);
    for (const { code } of [plain, corrected]) await act(people.admin, code, 'dispose', { office: 'PUPR' });
    const [ordinary, asked] = [await settleOf(plain.code), await settleOf(corrected.code)];
    expect(asked.due).toBe(before.due);
    expect(Date.parse(asked.settle ?? '')).toBeLessThan(Date.parse(ordinary.settle ?? ''));
    const page = await desks.admin.text(`/desk/kasus/${corrected.code}`);
    expect(page).toContain('Jenis: Pengaduan menjadi Permintaan informasi');
    expect(page).toContain('Judul dari pelapor');
    expect(page).toContain('jln rusak');
  });

  it('refuses a class that is none', async ({ expect }) => {
    const { code } = await newCase();
    expect((await desks.admin.api(`/cases/${code}/verify`, { kind: 'keluhan' })).status).toBe(422);
  });
});
