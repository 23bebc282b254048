/** An answer before it leaves: warnings to look once more, gaps of an example, the preview, and examples to start from. */
import { env } from 'cloudflare:workers';
import { and, eq } from 'drizzle-orm';
import { beforeEach, describe, it } from 'vitest';
import type { PackAnswer } from '../../shared/regencies/types.ts';
import { lastAnswers } from '../../workers/cases/last-answers.ts';
import { entries } from '../../workers/cases/table.ts';
import { openDb } from '../../workers/platform/db.ts';
import { editRow } from '../../workers/regency/edit.ts';
import { readRow } from '../../workers/regency/rows.ts';
import { type Fields, fillForm, hidden, openDesks } from '../support/desk.ts';
import { jpeg } from '../support/images.ts';
import { workPhoto } from '../support/journeys.ts';
import { Browser } from '../support/reporter.ts';
import { counting } from '../support/rows.ts';
import { act, addStaff, caseRow, editor, loadRegency, newCase, testCtx } from '../support/worker.ts';

type Opened = Awaited<ReturnType<typeof openDesks>>;
let people: Opened['people'];
let desks: Opened['desks'];

beforeEach(async () => {
  await loadRegency();
  ({ people, desks } = await openDesks());
});

async function disposed(category?: string) {
  const receipt = await newCase(category ? { category } : {});
  await act(people.admin, receipt.code, 'dispose', { office: 'PUPR' });
  return receipt;
}

const BARE = { outcome: 'dijelaskan', text: 'Jalan itu bukan jalan kabupaten.' };
const WHOLE = {
  outcome: 'dijelaskan',
  text: 'Jalan itu jalan desa menurut keputusan Maret 2024. Kami akan menyurati kepala desa pada 12 November 2026.',
};
const warnedIn = async (code: string) => {
  const { id, version } = await caseRow(code);
  const [entry] = await openDb(env.DB)
    .select()
    .from(entries)
    .where(and(eq(entries.caseId, id), eq(entries.seq, version)));
  return (JSON.parse(entry?.facts ?? '{}') as { warned?: string[] }).warned;
};

describe('an answer that should be looked at once more', () => {
  it('is held back by the API until it is told to send it, and what was told stays with the answer', async ({
    expect,
  }) => {
    const { code } = await disposed();
    for (const input of [BARE, { ...BARE, acceptWarnings: false }]) {
      const held = await desks.liaison.api(`/cases/${code}/answer`, input);
      expect(held.status).toBe(422);
      expect(await held.json()).toMatchObject({
        type: 'about:blank#warnings',
        warnings: ['no_next_step', 'no_date'],
      });
    }
    expect((await caseRow(code)).answeredAt).toBeNull();
    const sent = await desks.liaison.api(`/cases/${code}/answer`, { ...BARE, acceptWarnings: true });
    expect(sent.status).toBe(200);
    expect(await warnedIn(code)).toEqual(['no_next_step', 'no_date']);
  });

  it('says so on the page, keeps everything, and leaves once the box is ticked', async ({ expect }) => {
    const { code } = await disposed();
    const page = await desks.liaison.text(`/desk/kasus/${code}`);
    expect(page).not.toContain('Kirim walaupun begitu');
    const fields = { ...hidden(page, 'answer'), sure: '1', ...BARE };
    const refused = await desks.liaison.post(`/desk/kasus/${code}/answer`, fields);
    expect(refused.status).toBe(422);
    const text = await refused.text();
    expect(text).toContain('tidak menyebut langkah berikutnya');
    expect(text).toContain('tidak menyebut tanggal');
    expect(text).toContain('href="#answer-acceptWarnings"');
    expect(text).toContain('id="answer-acceptWarnings"');
    expect(text).toContain(BARE.text);
    const sent = await desks.liaison.post(`/desk/kasus/${code}/answer`, { ...fields, acceptWarnings: '1' });
    expect(sent.status).toBe(303);
  });

  it('does not trouble one that says what follows and when', async ({ expect }) => {
    const { code } = await disposed();
    const response = await desks.liaison.api(`/cases/${code}/answer`, WHOLE);
    expect(response.status).toBe(200);
    expect(await warnedIn(code)).toBeUndefined();
  });

  it('finds one of the last twenty answers of the office, and of no other', async ({ expect }) => {
    const first = await disposed();
    await act(people.liaison, first.code, 'answer', WHOLE);
    const { code } = await disposed();
    const again = { ...WHOLE, text: WHOLE.text.replace('12 November', '3 Desember') };
    const refused = await desks.liaison.api(`/cases/${code}/answer`, again);
    expect(await refused.json()).toMatchObject({ warnings: ['nearly_the_last'] });
    const other = await addStaff(['liaison'], ['DPKPP']);
    const elsewhere = await newCase();
    await act(people.admin, elsewhere.code, 'dispose', { office: 'DPKPP' });
    await act(other, elsewhere.code, 'answer', again);
    expect(await warnedIn(elsewhere.code)).toBeUndefined();
  });

  it('reads as much for the thousandth answer as for the thirtieth', { timeout: 60_000 }, async ({
    expect,
  }) => {
    const { keys } = await testCtx();
    const fill = async (count: number) => {
      const n = `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${count})`;
      await env.DB.batch([
        env.DB.prepare('DELETE FROM cases'),
        env.DB.prepare(
          `${n} INSERT INTO cases (id, code, version, head_hash, state, kind, holder, holder_since, office, next_due_at, due_at,
             anonymous, confidential, about_official, channel, title, submitted_by, received_at, routed_at, answered_at, settings)
           SELECT i, 'X' || i, 2, 'x', 'answered', 'complaint', 'PUPR', i, 'PUPR', i, i, 0, 0, 0, 'web', '', 'public', i, i, i, 1 FROM n`,
        ),
      ]);
      const counted = counting(env.DB);
      await lastAnswers(openDb(counted.d1), keys, 'PUPR');
      return counted.rows.read;
    };
    const few = await fill(30);
    expect(await fill(1_000)).toBe(few);
  });
});

describe('a gap of an example', () => {
  it.for(['answer', 'follow_up', 'ask', 'return'])(
    'keeps %s from leaving, and is named',
    async (verb, { expect }) => {
      const { code } = await disposed();
      const text = 'Kami periksa pada [hari dan tanggal] di tempat itu.';
      const fields: Record<string, Fields> = {
        answer: { outcome: 'dijelaskan', text },
        follow_up: { text, nextStep: 'Memeriksa', date: '2099-01-05' },
        ask: { question: text },
        return: { reason: text, suggestion: 'DPKPP' },
      };
      const refused = await fillForm(desks.liaison, code, verb, fields[verb] ?? {});
      expect(refused.status).toBe(422);
      expect(await refused.text()).toContain('Isi dahulu, atau hapus: [hari dan tanggal].');
      const { acceptWarnings: _ticked, ...input } = { ...fields[verb], acceptWarnings: undefined };
      const byApi = await desks.liaison.api(`/cases/${code}/${verb}`, input);
      expect(byApi.status).toBe(422);
      const problem = await byApi.text();
      expect(problem).toContain('kurung siku');
      expect(problem).not.toContain('hari dan tanggal');
    },
  );
});

/** The last entry of a timeline, without the moment. */
const lastEntry = (page: string) => {
  const part = page.slice(page.lastIndexOf('<ol class="timeline">'));
  const items = part.slice(0, part.indexOf('</ol>')).split('<li');
  return (items.at(-1) ?? '').replace(/<time[^>]*>[^<]*<\/time>/g, '');
};
const inForm = (page: string, verb: string) => {
  const form = page.slice(page.indexOf(`id="isian-${verb}"`));
  return form.slice(0, form.indexOf('</form>'));
};
const rowOf = (page: string, term: string) =>
  new RegExp(`<dt>${term}</dt><dd>(.*?)</dd>`).exec(page)?.[1]?.replace(/<[^>]+>/g, '');

describe('the preview', () => {
  it.for<[string, Fields]>([
    ['follow_up', { text: 'Kami tinjau besok.', nextStep: 'Meninjau lokasi', date: '2099-01-05' }],
    ['ask', { question: 'Di depan rumah nomor berapa?' }],
    [
      'answer',
      { outcome: 'dijadwalkan', text: 'Pengaspalan dianggarkan.', date: '2099-01-05', budget: 'APBD' },
    ],
    ['answer', { outcome: 'dijelaskan', text: 'Bukan jalan kabupaten.', nextStep: 'Hubungi kantor desa' }],
  ])('of %s shows what the reporter then reads, and changes nothing', async ([verb, fields], { expect }) => {
    const { code, pin } = await disposed();
    const page = await desks.liaison.text(`/desk/kasus/${code}`);
    const { version } = await caseRow(code);
    const typed = { ...hidden(page, verb), ...fields };
    const response = await desks.liaison.post(`/desk/kasus/${code}/${verb}/pratinjau`, typed);
    expect(response.status).toBe(200);
    const preview = inForm(await response.text(), verb);
    expect((await caseRow(code)).version).toBe(version);
    for (const value of Object.values(fields)) expect(preview).toContain(value);
    const sent = {
      ...typed,
      ...hidden(`<form action="/${verb}">${preview}</form>`, verb),
      sure: '1',
      acceptWarnings: '1',
    };
    expect((await desks.liaison.post(`/desk/kasus/${code}/${verb}`, sent)).status).toBe(303);
    const own = (await new Browser().open(code, pin)).html;
    expect(lastEntry(preview)).toBe(lastEntry(own));
    for (const term of ['Status', 'Janji jawaban akhir']) expect(rowOf(preview, term)).toBe(rowOf(own, term));
  });

  it('warns without keeping anybody from looking, and says what is wrong as sending would', async ({
    expect,
  }) => {
    const { code } = await disposed();
    const look = (fields: Fields) => desks.liaison.post(`/desk/kasus/${code}/answer/pratinjau`, fields);
    const key = { key: crypto.randomUUID(), version: String((await caseRow(code)).version) };
    const shown = await look({ ...key, ...BARE });
    expect(shown.status).toBe(200);
    expect(await shown.text()).toContain('tidak menyebut tanggal');
    const wrong = await look({ ...key, outcome: 'dijadwalkan', text: 'Dijadwalkan tahun depan.' });
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain('href="#answer-date"');
  });

  it('shows a photo before it belongs to the case, to nobody but those who may answer', async ({
    expect,
  }) => {
    const { code } = await disposed();
    const key = { key: crypto.randomUUID(), version: String((await caseRow(code)).version) };
    const picture = new File([jpeg({ width: 8, height: 8, pixel: () => [9, 9, 9] })], 'foto.jpg', {
      type: 'image/jpeg',
    });
    const fields = { ...key, outcome: 'dikerjakan', text: 'Ditambal kemarin.', physical: '1', file: picture };
    const text = await (await desks.liaison.post(`/desk/kasus/${code}/answer/pratinjau`, fields)).text();
    const address = new RegExp(`/desk/kasus/${code}/unggahan/[0-9a-f]{32}`).exec(text)?.[0] ?? '';
    expect(text).toContain(`<img src="${address}"`);
    const status = async (desk: { send(path: string): Promise<Response> }, path: string) => {
      const response = await desk.send(path);
      await response.arrayBuffer();
      return response.status;
    };
    expect(await status(desks.liaison, address)).toBe(200);
    expect(await status(desks.admin, address)).toBe(404);
    expect(await status(desks.inspector, address)).toBe(404);
    // Once another case has it, it is shown by that case's rules.
    const other = await disposed();
    const id = await workPhoto();
    await act(people.liaison, other.code, 'answer', {
      outcome: 'dikerjakan',
      text: 'Selesai kemarin.',
      photos: [id],
    });
    expect(await status(desks.liaison, `/desk/kasus/${code}/unggahan/${id}`)).toBe(404);
  });
});

describe('an example to start from', () => {
  const start = async (code: string, fields: Fields, query = '') => {
    const page = await desks.liaison.text(`/desk/kasus/${code}`);
    const response = await desks.liaison.post(`/desk/kasus/${code}/answer/contoh${query}`, {
      ...hidden(page, 'answer'),
      ...fields,
    });
    return { status: response.status, form: inForm(await response.text(), 'answer') };
  };
  const text = (form: string) => /<textarea[^>]*name="text"[^>]*>([^<]*)<\/textarea>/.exec(form)?.[1] ?? '';

  it('fills the form by category, with what is known, and keeps what was typed elsewhere', async ({
    expect,
  }) => {
    const { code } = await disposed('lampu-jalan');
    await act(people.admin, code, 'note', { text: 'Lampu di depan kantor desa.' });
    const page = await desks.liaison.text(`/desk/kasus/${code}`);
    expect(page).toContain('Lampu jalan sudah menyala');
    expect(page).not.toContain('Sampah sudah diangkut');
    const { status, form } = await start(code, { contoh: 'jawaban-lampu', budget: 'APBD 2027' });
    expect(status).toBe(200);
    expect(text(form)).toContain('Lampu jalan di [tempatnya]');
    expect(form).toMatch(/value="dikerjakan"[^>]*checked/);
    expect(form).toContain('value="APBD 2027"');
    const owned = await start(code, { contoh: 'jawaban-bukan-wewenang' });
    expect(text(owned.form)).not.toMatch(/[{}]/);
  });

  it('never takes the place of typed words unasked', async ({ expect }) => {
    const { code } = await disposed();
    const typed = { contoh: 'jawaban-dijelaskan', text: 'Sudah saya tulis sendiri.', outcome: 'tidak_dapat' };
    const kept = await start(code, typed);
    expect(text(kept.form)).toBe('Sudah saya tulis sendiri.');
    expect(kept.form).toContain('Ganti tulisan saya dengan contoh ini');
    const replaced = await start(code, typed, '?ganti=1');
    expect(text(replaced.form)).toContain('[penjelasannya]');
    expect(replaced.form).toMatch(/value="tidak_dapat"[^>]*checked/);
    // An untouched example gives way to another one.
    const next = await start(code, {
      contoh: 'jawaban-dikerjakan',
      text: text(replaced.form).replaceAll('&#39;', "'"),
    });
    expect(text(next.form)).toContain('[Pekerjaan apa]');
  });

  it('is the regency’s own once an administrator has edited it', async ({ expect }) => {
    const db = openDb(env.DB);
    const { data } = await readRow<PackAnswer>(db, 'answer', 'jawaban-dijelaskan');
    const edited = { ...data, text: 'Menurut {instansi}: [penjelasan singkat].' };
    await editRow(editor(), 'answer', data.id, edited);
    const { code } = await disposed();
    const { form } = await start(code, { contoh: 'jawaban-dijelaskan' });
    expect(text(form)).toMatch(/^Menurut Dinas [^{]*: \[penjelasan singkat\]\.$/);
  });
});
