/** What a line of the list offers before anything is sent: examples, the preview, and the way to the photos. */
import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { beforeEach, describe, it } from 'vitest';
import type { Staff } from '../../shared/permissions/people.ts';
import { cases } from '../../workers/cases/table.ts';
import { openDb } from '../../workers/platform/db.ts';
import { Desk, type Fields, hidden } from '../support/desk.ts';
import { workPhoto } from '../support/journeys.ts';
import { act, addStaff, caseRow, loadRegency, newCase } from '../support/worker.ts';

let admin: Staff;
let desk: Desk;

beforeEach(async () => {
  await loadRegency();
  admin = await addStaff(['admin']);
  desk = await Desk.of(await addStaff(['liaison'], ['PUPR']));
});

async function disposed(category?: string): Promise<string> {
  const { code } = await newCase({ category });
  await act(admin, code, 'dispose', { office: 'PUPR' });
  return code;
}

const opened = (code: string) => desk.text(`/desk?daftar=tugas&jawab=${code}`);
const inForm = (page: string, verb: string) => {
  const form = page.slice(page.indexOf(`id="isian-${verb}"`));
  return form.slice(0, form.indexOf('</form>'));
};
const text = (form: string) => /<textarea[^>]*name="text"[^>]*>([^<]*)<\/textarea>/.exec(form)?.[1] ?? '';
const place = { tampilan: 'daftar=tugas&jenis=complaint' };

describe('a line of the list', () => {
  it('begins from an example and stays in its list', async ({ expect }) => {
    const code = await disposed('lampu-jalan');
    const page = await opened(code);
    expect(inForm(page, 'answer')).toContain('Lampu jalan sudah menyala');
    const begin = (fields: Fields, query = '') =>
      desk.post(`/desk/jawab/${code}/answer/contoh${query}`, {
        ...hidden(page, 'answer'),
        ...place,
        ...fields,
      });
    const begun = await begin({ contoh: 'jawaban-lampu', budget: 'APBD 2027' });
    expect(begun.status).toBe(200);
    const list = await begun.text();
    expect(list).toContain('<h1>Kotak masuk</h1>');
    const form = inForm(list, 'answer');
    expect(text(form)).toContain('Lampu jalan di [tempatnya]');
    expect(form).toContain('value="APBD 2027"');
    expect(form).toContain('daftar=tugas&amp;jenis=complaint');
    // Words of one's own are asked about, as on the page of the case.
    const own = { contoh: 'jawaban-lampu', text: 'Sudah saya tulis sendiri.' };
    expect(text(inForm(await (await begin(own)).text(), 'answer'))).toBe(own.text);
    expect(text(inForm(await (await begin(own, '?ganti=1')).text(), 'answer'))).toContain('[tempatnya]');
  });

  it('shows what the reporter will read, word for word as the page of the case does, and writes nothing', async ({
    expect,
  }) => {
    const code = await disposed();
    const page = await opened(code);
    const { version } = await caseRow(code);
    const fields = {
      ...hidden(page, 'answer'),
      ...{ outcome: 'dijelaskan', text: 'Bukan jalan kabupaten.', nextStep: 'Hubungi kantor desa' },
    };
    const look = async (door: string, more: Fields = {}) => {
      const response = await desk.post(`/desk/${door}/${code}/answer/pratinjau`, { ...fields, ...more });
      const form = inForm(await response.text(), 'answer');
      const preview = form.slice(form.indexOf('aria-label="Pratinjau"'), form.indexOf('</section>'));
      return { status: response.status, form, preview: preview.replace(/<time[^>]*>[^<]*<\/time>/g, '') };
    };
    const inList = await look('jawab', place);
    expect(inList.status).toBe(200);
    expect(inList.preview).toContain('Hubungi kantor desa');
    expect(inList.preview).toBe((await look('kasus')).preview);
    expect(inList.form).toContain('tidak menyebut tanggal');
    expect(inList.form).toContain(`action="/desk/jawab/${code}/answer"`);
    const wrong = await look('jawab', { outcome: 'dijadwalkan' });
    expect(wrong.status).toBe(422);
    expect((await caseRow(code)).version).toBe(version);
    const stranger = await Desk.of(await addStaff(['liaison'], ['DLH']));
    for (const what of ['pratinjau', 'contoh'])
      expect((await stranger.post(`/desk/jawab/${code}/answer/${what}`, fields)).status).toBe(404);
  });

  it('asks for a photo of physical work, and the page of the case goes on with what was typed', async ({
    expect,
  }) => {
    const code = await disposed('lampu-jalan');
    const page = await opened(code);
    const form = inForm(page, 'answer');
    expect(form).toMatch(/name="physical"[^>]*checked/);
    expect(inForm(await opened(await disposed()), 'answer')).not.toMatch(/name="physical"[^>]*checked/);
    expect(form).not.toContain('type="file"');
    const done = { outcome: 'dikerjakan', text: 'Lubang ditambal kemarin.', physical: '1', sure: '1' };
    const fields = { ...hidden(page, 'answer'), ...place, ...done };
    const refused = await desk.post(`/desk/jawab/${code}/answer`, fields);
    expect(refused.status).toBe(422);
    const again = await refused.text();
    expect(again).toContain('id="answer-photos"');
    const way = /formaction="([^"#]*lampiran\?untuk=answer)#isian-answer"/.exec(again)?.[1] ?? '';
    const goesOn = await desk.post(way, fields);
    expect(goesOn.status).toBe(200);
    const whole = inForm(await goesOn.text(), 'answer');
    expect(text(whole)).toBe('Lubang ditambal kemarin.');
    expect(whole).toContain('type="file"');
    const photo = await workPhoto();
    const sent = await desk.post(`/desk/kasus/${code}/answer`, { ...fields, stored: `${photo}.jpeg.100` });
    expect(sent.status).toBe(303);
  });

  it('keeps its words on the device under the page of the case, and nothing of violence', async ({
    expect,
  }) => {
    const plain = await disposed();
    expect(await opened(plain)).toMatch(/id="isian-answer"[^>]*data-keep="draft"/);
    const code = await disposed();
    await openDb(env.DB).update(cases).set({ danger: 'kekerasan' }).where(eq(cases.code, code));
    expect(await opened(code)).toContain('id="isian-answer"');
    expect(await opened(code)).not.toContain('data-keep=');
    // What waits on a device is its writer's, at this door too.
    const fields = {
      ...hidden(await opened(plain), 'follow_up'),
      text: 'Kami tinjau.',
      nextStep: 'Meninjau',
    };
    const response = await desk.send(`/desk/jawab/${plain}/follow_up`, {
      method: 'POST',
      body: new URLSearchParams({ ...fields, date: '2099-01-05' }),
      headers: { 'x-kanal-petugas': '9999' },
    });
    expect(response.status).toBe(401);
  });
});
