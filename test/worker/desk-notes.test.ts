/** Notes that call a colleague, and the watermark over an anonim case. */
import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { beforeEach, describe, it } from 'vitest';
import type { Staff } from '../../shared/permissions/people.ts';
import { storeUpload } from '../../workers/cases/attachments/store.ts';
import { deliveries } from '../../workers/messaging/table.ts';
import { now } from '../../workers/platform/clock.ts';
import { openDb } from '../../workers/platform/db.ts';
import { staff } from '../../workers/regency/table.ts';
import { Desk, fillForm, openDesks } from '../support/desk.ts';
import { jpeg } from '../support/images.ts';
import { held } from '../support/journeys.ts';
import { act, addStaff, loadRegency, newCase } from '../support/worker.ts';

type Opened = Awaited<ReturnType<typeof openDesks>>;
let people: Opened['people'] & Record<'copied' | 'stranger' | 'gone' | 'leader', Staff>;
let desks: Opened['desks'];

beforeEach(async () => {
  await loadRegency();
  const opened = await openDesks();
  desks = opened.desks;
  people = {
    ...opened.people,
    copied: await addStaff(['liaison'], ['DLH'], 'Cici Tembusan'),
    stranger: await addStaff(['liaison'], ['DINKES'], 'Sari Lain'),
    gone: await addStaff(['admin'], [], 'Gita Nonaktif'),
    leader: await addStaff(['leader'], [], 'Bapak Pimpinan'),
  };
  await openDb(env.DB).update(staff).set({ active: false }).where(eq(staff.id, people.gone.id));
});

const sentTo = async (caseId: number) =>
  (await openDb(env.DB).select().from(deliveries).where(eq(deliveries.caseId, caseId)))
    .filter(({ template }) => template === 'staff-mentioned')
    .map(({ recipient }) => recipient)
    .toSorted();

async function disposed() {
  const made = await newCase();
  await act(people.admin, made.code, 'dispose', { office: 'PUPR', copies: ['DLH'] });
  return made;
}

describe('a mention', () => {
  it('is offered of those who work on the case, and tells them singly', async ({ expect }) => {
    const { code, caseId } = await disposed();
    const shown = (await (await desks.liaison.api(`/cases/${code}`)).json()) as {
      mentionable: { id: number }[];
    };
    expect(shown.mentionable.map(({ id }) => id)).toEqual([people.admin.id, people.copied.id]);
    const page = await desks.liaison.text(`/desk/kasus/${code}`);
    expect(page).toContain('Cici Tembusan');
    for (const name of ['Sari Lain', 'Gita Nonaktif', 'Bapak Pimpinan', 'Vera Verifikator'])
      expect(page).not.toContain(name);
    const sent = await fillForm(desks.liaison, code, 'note', {
      text: 'Mohon dibantu cek lokasi.',
      mentions: [String(people.admin.id), String(people.copied.id), String(people.copied.id)],
    });
    expect(sent.status).toBe(303);
    expect(await sentTo(caseId)).toEqual([`staff:${people.admin.id}`, `staff:${people.copied.id}`]);
    const after = await desks.admin.text(`/desk/kasus/${code}`);
    expect(after).toContain('Menyebut: Andi Admin dan Cici Tembusan');
    expect(after).toContain('Disebut rekan');
  });

  it('of anybody else is refused alike, by page and by API, and writes nothing', async ({ expect }) => {
    const { code, caseId } = await disposed();
    const answers = [];
    for (const id of [people.stranger.id, people.gone.id, people.leader.id, people.liaison.id, 99_999]) {
      const answer = await desks.liaison.api(`/cases/${code}/note`, {
        text: 'Tolong dibaca.',
        mentions: [id],
      });
      expect(answer.status).toBe(422);
      answers.push(await answer.text());
    }
    expect(new Set(answers).size).toBe(1);
    const typed = { text: 'Tolong dibaca.', mentions: [String(people.stranger.id)] };
    const refused = await fillForm(desks.liaison, code, 'note', typed);
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('Tolong dibaca.');
    expect(await sentTo(caseId)).toEqual([]);
  });

  it('in a secret case reaches its secret holders only, and never the accused', async ({ expect }) => {
    const other = await addStaff(['verifier'], ['PUPR'], 'Vina Verifikator');
    const third = await addStaff(['verifier'], ['DLH'], 'Vito Verifikator');
    const { code, caseId } = await disposed();
    await act(people.liaison, code, 'hold', { reason: 'Menuduh petugas.', accused: ['DLH'] });
    await held((await newCase({ aboutOfficial: true })).code);
    const shown = (await (await desks.verifier.api(`/cases/${code}`)).json()) as {
      mentionable: { id: number }[];
    };
    expect(shown.mentionable.map(({ id }) => id)).toEqual([other.id]);
    for (const { id } of [people.admin, third])
      expect(
        (await desks.verifier.api(`/cases/${code}/note`, { text: 'Mohon dicek.', mentions: [id] })).status,
      ).toBe(422);
    const told = await desks.verifier.api(`/cases/${code}/note`, {
      text: 'Mohon dicek.',
      mentions: [other.id],
    });
    expect(told.status).toBe(200);
    expect(await sentTo(caseId)).toEqual([`staff:${other.id}`]);
  });
});

describe('the watermark', () => {
  async function withPhoto(anonymous: boolean) {
    const bytes = jpeg({ width: 8, height: 8, pixel: () => [1, 2, 3] });
    const { id } = await storeUpload(env, openDb(env.DB), now(), bytes);
    const { code } = await newCase({ anonymous, attachments: [id] });
    return { code, path: `/desk/kasus/${code}/lampiran/${id}` };
  }
  const browse = (desk: Desk, path: string) => desk.send(path, { headers: { accept: 'text/html,*/*' } });

  it('names the viewer on the page and over the photo of an anonim case', async ({ expect }) => {
    const { code, path } = await withPhoto(true);
    const page = await desks.admin.text(`/desk/kasus/${code}`);
    expect(page).toMatch(/<svg class="mark"[\s\S]*?Andi Admin · \d/);
    const photo = await browse(desks.admin, path);
    expect(photo.headers.get('content-type')).toContain('text/html');
    const shown = await photo.text();
    expect(shown).toMatch(/<svg class="mark strong"[\s\S]*?Andi Admin · \d/);
    expect(shown).toContain(`<img src="${path}"`);
    const raw = await desks.admin.send(path, { headers: { accept: 'image/avif,image/webp,*/*;q=0.8' } });
    expect(raw.headers.get('content-type')).toBe('image/jpeg');
  });

  it('is not on an ordinary case, and no door to a photo that is not for them', async ({ expect }) => {
    const plain = await withPhoto(false);
    expect(await desks.admin.text(`/desk/kasus/${plain.code}`)).not.toContain('class="mark"');
    expect((await browse(desks.admin, plain.path)).headers.get('content-type')).toBe('image/jpeg');
    const { path } = await withPhoto(true);
    expect((await browse(desks.liaison, path)).status).toBe(404);
    expect((await browse(await Desk.of(people.leader), path)).status).toBe(404);
  });
});
