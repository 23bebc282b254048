/** What an office gets of an anonim case: the words and pictures that somebody released, never what they were made from. */
import { env } from 'cloudflare:workers';
import { beforeEach, describe, it } from 'vitest';
import { BLACK } from '../../shared/blackout.ts';
import { storeUpload } from '../../workers/cases/attachments/store.ts';
import { sweep } from '../../workers/features/sweep.ts';
import { DAY, now } from '../../workers/platform/clock.ts';
import { openDb } from '../../workers/platform/db.ts';
import { type Desk, fillForm, openDesks } from '../support/desk.ts';
import { jpeg } from '../support/images.ts';
import { act, loadRegency, newCase, setClock } from '../support/worker.ts';

type Opened = Awaited<ReturnType<typeof openDesks>>;
let people: Opened['people'];
let desks: Opened['desks'];

beforeEach(async () => {
  await loadRegency();
  ({ people, desks } = await openDesks());
});

const picture = (shade: number) => jpeg({ width: 16, height: 16, pixel: () => [shade, shade, shade] });
const upload = async (shade: number) => (await storeUpload(env, openDb(env.DB), now(), picture(shade))).id;

async function anonym() {
  const [face, place] = [await upload(200), await upload(100)];
  const { code } = await newCase({
    title: 'Pungutan di loket',
    text: 'Saya Rosmini, telepon 0812-3456-7890. Loket meminta uang lagi.',
    anonymous: true,
    attachments: [face, place],
    contact: { name: 'Daeng Rosmini', phone: '081234567890' },
  });
  return { code, face, place };
}

/** Sends a picture with boxes as the page does. */
function box(desk: Desk, code: string, photo: string): Promise<Response> {
  const body = new FormData();
  body.append('file', new File([new Uint8Array(picture(0))], 'foto.jpg'));
  return desk.send(`/desk/kasus/${code}/hitamkan/${photo}`, { method: 'POST', body });
}

const WORDS = { title: 'Pungutan', text: 'Loket meminta uang lagi.' };
const doors = (code: string, id: string) => [
  `/desk/kasus/${code}/lampiran/${id}`,
  `/api/v1/desk/cases/${code}/attachments/${id}`,
];

async function statuses(desk: Desk, code: string, id: string): Promise<number[]> {
  return Promise.all(
    doors(code, id).map(async (path) => {
      const response = await desk.send(path);
      await response.arrayBuffer();
      return response.status;
    }),
  );
}

describe('a photo with boxes', () => {
  it('is all that the office gets; the one it was made from answers 404', async ({ expect }) => {
    const { code, face, place } = await anonym();
    const sent = await box(desks.admin, code, face);
    expect(sent.status).toBe(201);
    const { id } = (await sent.json()) as { id: string };
    const done = await fillForm(desks.admin, code, 'release', {
      ...WORDS,
      photos: [place],
      redactions: ['', `${face}:${id}`],
    });
    expect(done.status).toBe(303);
    await act(people.admin, code, 'dispose', { office: 'PUPR' });
    expect(await statuses(desks.liaison, code, face)).toEqual([404, 404]);
    expect(await statuses(desks.liaison, code, id)).toEqual([200, 200]);
    expect(await statuses(desks.liaison, code, place)).toEqual([200, 200]);
    for (const path of [`/desk/kasus/${code}`, `/api/v1/desk/cases/${code}`])
      expect(await desks.liaison.text(path)).not.toContain(face);
    const read = await (await desks.liaison.api(`/cases/${code}`)).json();
    expect(read).toMatchObject({ attachments: [{ id, redacted: null }, { id: place }] });
    // The administrator keeps both.
    for (const one of [face, id, place]) expect(await statuses(desks.admin, code, one)).toEqual([200, 200]);
    expect(await (await desks.admin.api(`/cases/${code}`)).json()).toMatchObject({
      attachments: [
        { id: face, redacted: id },
        { id: place, redacted: null },
      ],
    });
  });

  it('is replaced by a later release, and taken back with it', async ({ expect }) => {
    const { code, face, place } = await anonym();
    const ids = async () => ((await (await box(desks.admin, code, face)).json()) as { id: string }).id;
    const release = (redactions: object[], photos: string[] = []) =>
      act(people.admin, code, 'release', { ...WORDS, photos, redactions });
    const [first, second] = [await ids(), await ids()];
    await release([{ photo: face, file: first }], [face, place]);
    await act(people.admin, code, 'dispose', { office: 'PUPR' });
    // Ticked whole as well: the boxes win.
    expect(await statuses(desks.liaison, code, face)).toEqual([404, 404]);
    await release([{ photo: face, file: second }]);
    expect(await statuses(desks.liaison, code, first)).toEqual([404, 404]);
    expect(await statuses(desks.liaison, code, second)).toEqual([200, 200]);
    expect(await statuses(desks.liaison, code, place)).toEqual([404, 404]);
    await release([]);
    for (const id of [face, first, second, place])
      expect(await statuses(desks.liaison, code, id)).toEqual([404, 404]);
  });

  it('leaves the photos of an answer alone', async ({ expect }) => {
    const { code } = await anonym();
    await act(people.admin, code, 'release', { ...WORDS, photos: [] });
    await act(people.admin, code, 'dispose', { office: 'PUPR' });
    const work = await upload(50);
    await act(people.liaison, code, 'answer', {
      outcome: 'dikerjakan',
      text: 'Loket sudah ditertibkan.',
      photos: [work],
    });
    await act(people.admin, code, 'release', { ...WORDS, photos: [] });
    expect(await statuses(desks.liaison, code, work)).toEqual([200, 200]);
  });

  it('is taken only from who may release, of a photo of this case, once', async ({ expect }) => {
    const { code, face } = await anonym();
    const other = await anonym();
    await act(people.admin, code, 'release', { ...WORDS, photos: [face] });
    await act(people.admin, code, 'dispose', { office: 'PUPR' });
    expect((await box(desks.liaison, code, face)).status).toBe(404);
    expect((await box(desks.inspector, code, face)).status).toBe(404);
    expect((await box(desks.admin, code, other.face)).status).toBe(404);
    const { id } = (await (await box(desks.admin, code, face)).json()) as { id: string };
    const tries = [
      [{ photo: other.face, file: id }],
      [{ photo: face, file: 'f'.repeat(32) }],
      [{ photo: face, file: other.face }],
      [
        { photo: face, file: id },
        { photo: face, file: id },
      ],
    ];
    for (const redactions of tries) {
      const response = await desks.admin.api(`/cases/${code}/release`, { ...WORDS, redactions });
      expect(response.status).toBe(422);
    }
    expect(await statuses(desks.liaison, code, face)).toEqual([200, 200]);
  });

  it('is no orphan: the sweep keeps it, and what was sent for nothing goes', async ({ expect }) => {
    const { code, face } = await anonym();
    const kept = ((await (await box(desks.admin, code, face)).json()) as { id: string }).id;
    const idle = ((await (await box(desks.admin, code, face)).json()) as { id: string }).id;
    await act(people.admin, code, 'release', { ...WORDS, redactions: [{ photo: face, file: kept }] });
    await act(people.admin, code, 'dispose', { office: 'PUPR' });
    setClock(now() + 4 * DAY);
    await sweep(env, now());
    const { desks: later } = await openDesks();
    expect(await statuses(later.liaison, code, kept)).toEqual([200, 200]);
    const rows = await env.DB.prepare('SELECT id FROM uploads WHERE id IN (?, ?)').bind(kept, idle).all();
    expect(rows.results).toEqual([{ id: kept }]);
  });
});

describe('the form', () => {
  it('suggests what to black out, beside what was written', async ({ expect }) => {
    const { code } = await anonym();
    const page = await desks.admin.text(`/desk/kasus/${code}`);
    expect(page).toContain(`Saya ${BLACK}, telepon ${BLACK}. Loket meminta uang lagi.`);
    expect(page).toContain('Yang ditulis pelapor');
    expect(page).toContain('hanya dapat dilepas utuh, atau tidak sama sekali');
    expect(page).not.toContain('Daeng');
    await act(people.admin, code, 'release', { ...WORDS, photos: [] });
    await act(people.admin, code, 'dispose', { office: 'PUPR' });
    const office = await desks.liaison.text(`/desk/kasus/${code}`);
    expect(office).toContain(WORDS.text);
    for (const secret of ['Rosmini', '0812', 'Yang ditulis pelapor']) expect(office).not.toContain(secret);
    // The next release starts from what the office reads now.
    expect(await desks.admin.text(`/desk/kasus/${code}`)).toContain(`>${WORDS.text}</textarea>`);
  });
});
