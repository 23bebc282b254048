/** The desk's main road from verification to the answer, refused forms and photos; by page and by API. */
import { Hono } from 'hono';
import { generateSpecs } from 'hono-openapi';
import { beforeEach, describe, it } from 'vitest';
import { deskVerbs } from '../../workers/cases/verbs/index.ts';
import { deskApi } from '../../workers/features/desk/api.ts';
import type { AppEnv } from '../../workers/features/http.ts';
import { type Desk, fillForm, hidden, openDesks } from '../support/desk.ts';
import { jpeg } from '../support/images.ts';
import { bodyOf, verbJourneys } from '../support/journeys.ts';
import { act, caseRow, loadRegency, newCase } from '../support/worker.ts';

type Opened = Awaited<ReturnType<typeof openDesks>>;
let people: Opened['people'];
let desks: Opened['desks'];

beforeEach(async () => {
  await loadRegency();
  ({ people, desks } = await openDesks());
});

describe('the main road', () => {
  it('goes from verification to the answer by page', async ({ expect }) => {
    const { code } = await newCase({ contact: { name: 'Siti Aminah', email: 'siti@example.id' } });
    const inbox = await desks.admin.text('/desk');
    expect(inbox).toContain(code);
    expect(await desks.liaison.text('/desk')).not.toContain(code);
    const steps = [
      await fillForm(desks.admin, code, 'verify', { title: 'Jalan berlubang di pasar', category: '' }),
      await fillForm(desks.admin, code, 'dispose', { office: 'lain', other: 'PUPR', copies: ['DLH'] }),
      await fillForm(desks.liaison, code, 'follow_up', {
        text: 'Sudah kami tinjau.',
        nextStep: 'Menambal lubang',
        date: '2099-01-05',
      }),
      await fillForm(desks.liaison, code, 'answer', {
        outcome: 'dijelaskan',
        text: 'Baris satu.\r\nBaris dua.',
      }),
    ];
    for (const [index, step] of steps.entries()) {
      const text = step.status === 303 ? '' : await step.text();
      expect(step.status, `${index} ${/class="wrong".*?<\/p>/s.exec(text)?.[0]}`).toBe(303);
    }
    expect(await caseRow(code)).toMatchObject({ state: 'answered', office: 'PUPR', version: 5 });
    const after = await desks.liaison.text(steps[3]?.headers.get('location') ?? '');
    expect(after).toContain('Jawaban akhir terkirim');
    expect(after).toContain('Baris satu.\nBaris dua.');
    expect(after).toContain('Lina Penghubung');
    expect(after).toContain('S••••');
    expect(after).not.toContain('Aminah');
    expect(after).not.toContain('siti@');
  });

  it('goes the same way by API', async ({ expect }) => {
    const { code } = await newCase();
    const steps: [Desk, string, unknown][] = [
      [desks.admin, 'verify', { title: 'Jalan berlubang' }],
      [desks.admin, 'dispose', { office: 'PUPR' }],
      [desks.liaison, 'answer', { outcome: 'dijelaskan', text: 'Sudah dijelaskan.', acceptWarnings: true }],
    ];
    for (const [desk, verb, body] of steps) {
      const response = await desk.api(`/cases/${code}/${verb}`, body);
      expect(response.status, verb).toBe(200);
    }
    const read = await desks.liaison.api(`/cases/${code}`);
    expect(read.headers.get('etag')).toBe('"4"');
    expect(await read.json()).toMatchObject({
      state: 'answered',
      office: { code: 'PUPR' },
      actions: expect.any(Array),
    });
    const list = await desks.liaison.api('/cases');
    expect(await list.json()).toMatchObject({ cases: [{ code, state: 'answered' }], next: null });
  });

  it('does every verb of the desk by page and by API', async ({ expect }) => {
    for (const { verb, who, input, arrange } of verbJourneys) {
      if (who === 'reporter') continue;
      const byApi = await arrange(people);
      const response = await desks[who].api(`/cases/${byApi}/${verb}`, bodyOf(verb, input));
      expect(response.status, `${verb} by API`).toBe(200);
      const byPage = await arrange(people);
      const fields = Object.fromEntries(
        // A number of SP4N-LAPOR! belongs to one case only.
        Object.entries(input).map(([name, value]) => [
          name,
          name === 'number' ? [...String(value)].reverse().join('') : (value as string | string[]),
        ]),
      );
      const answer = await fillForm(desks[who], byPage, verb, fields);
      expect([200, 303], `${verb} by page`).toContain(answer.status);
      expect((await caseRow(byPage)).state, verb).toBe((await caseRow(byApi)).state);
      expect((await caseRow(byPage)).version, verb).toBe((await caseRow(byApi)).version);
    }
  });

  it('repeats an answer instead of the deed', async ({ expect }) => {
    const { code } = await newCase();
    const key = crypto.randomUUID();
    const body = { text: 'Sudah ditelepon.' };
    const first = await desks.admin.api(`/cases/${code}/note`, body, { 'idempotency-key': key });
    const again = await desks.admin.api(`/cases/${code}/note`, body, { 'idempotency-key': key });
    expect([first.status, again.status]).toEqual([200, 200]);
    expect(await again.json()).toEqual(await first.json());
    expect((await caseRow(code)).version).toBe(2);
    const other = await desks.admin.api(
      `/cases/${code}/note`,
      { text: 'Lain lagi.' },
      { 'idempotency-key': key },
    );
    expect(other.status).toBe(422);
  });
});

describe('the document', () => {
  it('describes a call for each verb with its input', async ({ expect }) => {
    const { paths } = await generateSpecs(new Hono<AppEnv>().route('/api/v1/desk', deskApi));
    for (const verb of Object.keys(deskVerbs)) {
      const call = paths[`/api/v1/desk/cases/{code}/${verb}`]?.post;
      expect(call?.requestBody, verb).toMatchObject({
        content: { 'application/json': { schema: { type: 'object' } } },
      });
    }
    expect(JSON.stringify(paths['/api/v1/desk/cases/{code}/answer'])).toContain('dijadwalkan');
  });
});

describe('a refused form', () => {
  it('tells what changed meanwhile and keeps the words', async ({ expect }) => {
    const { code } = await newCase();
    const page = await desks.admin.text(`/desk/kasus/${code}`);
    await act(people.admin, code, 'note', { text: 'Warga sudah ditelepon kemarin.' });
    const fields = { ...hidden(page, 'ask'), question: 'Di sebelah mana pasar tepatnya?' };
    const refused = await desks.admin.post(`/desk/kasus/${code}/ask`, fields);
    expect(refused.status).toBe(409);
    const text = await refused.text();
    expect(text).toContain('Yang berubah sejak Anda membukanya');
    expect(text).toContain('Warga sudah ditelepon kemarin.');
    expect(text).toContain('Di sebelah mana pasar tepatnya?');
    const again = await desks.admin.post(`/desk/kasus/${code}/ask`, { ...fields, ...hidden(text, 'ask') });
    expect(again.status).toBe(303);
    const stale = await desks.admin.api(
      `/cases/${code}/note`,
      { text: 'Catatan lama.' },
      { 'if-match': '"1"' },
    );
    expect(stale.status).toBe(409);
  });

  it('keeps the words also when the form is gone', async ({ expect }) => {
    const { code } = await newCase();
    const page = await desks.admin.text(`/desk/kasus/${code}`);
    await act(people.admin, code, 'dispose', { office: 'PUPR' });
    const refused = await desks.admin.post(`/desk/kasus/${code}/archive`, {
      ...hidden(page, 'archive'),
      sure: '1',
      category: 'lainnya',
      reason: 'Sudah beres menurut lurah.',
    });
    expect(refused.status).toBe(409);
    const text = await refused.text();
    expect(text).toContain('Tulisan Anda yang belum terkirim');
    expect(text).toContain('Sudah beres menurut lurah.');
  });

  it('marks the fields and asks for the tick', async ({ expect }) => {
    const { code } = await newCase();
    await act(people.admin, code, 'dispose', { office: 'PUPR' });
    const page = await desks.liaison.text(`/desk/kasus/${code}`);
    const unsure = await desks.liaison.post(`/desk/kasus/${code}/answer`, {
      ...hidden(page, 'answer'),
      outcome: 'dijadwalkan',
      text: 'Dijadwalkan tahun depan.',
    });
    expect(unsure.status).toBe(422);
    expect(await unsure.text()).toContain('href="#answer-sure"');
    const bare = await fillForm(desks.liaison, code, 'answer', {
      outcome: 'dijadwalkan',
      text: 'Tahun depan, ya.',
    });
    const text = await bare.text();
    expect(bare.status).toBe(422);
    expect(text).toContain('href="#answer-date"');
    expect(text).toContain('href="#answer-budget"');
    expect(text).toContain('Tahun depan, ya.');
  });
});

describe('the choice of an office', () => {
  it('is not guessed when two were chosen', async ({ expect }) => {
    const { code } = await newCase({ office: 'DLH' });
    const two = await fillForm(desks.admin, code, 'dispose', {
      office: 'DLH',
      other: 'PUPR',
      note: 'Mohon dicek.',
    });
    expect(two.status).toBe(422);
    const text = await two.text();
    expect(text).toContain('Pilih salah satu saja');
    expect(text).toContain('Mohon dicek.');
    expect((await fillForm(desks.admin, code, 'dispose', { office: 'lain', other: 'PUPR' })).status).toBe(
      303,
    );
  });
});

describe('photos of an answer', () => {
  it('are added one at a time without JavaScript', async ({ expect }) => {
    const { code } = await newCase();
    await act(people.admin, code, 'dispose', { office: 'PUPR' });
    const page = await desks.liaison.text(`/desk/kasus/${code}`);
    const photo = jpeg({ width: 16, height: 16, pixel: () => [90, 90, 90] });
    const added = await desks.liaison.post(`/desk/kasus/${code}/lampiran`, {
      ...hidden(page, 'answer'),
      outcome: 'dikerjakan',
      physical: '1',
      text: 'Lubang sudah ditambal.',
      file: new File([new Uint8Array(photo)], 'IMG_20260101_Siti.jpg'),
    });
    expect(added.status).toBe(200);
    const form = await added.text();
    expect(form).toContain('Lubang sudah ditambal.');
    const stored = /name="stored" value="([^"]+)"/.exec(form)?.[1] ?? '';
    const sent = await desks.liaison.post(`/desk/kasus/${code}/answer`, {
      ...hidden(form, 'answer'),
      sure: '1',
      outcome: 'dikerjakan',
      physical: '1',
      text: 'Lubang sudah ditambal kemarin.',
      stored,
    });
    expect(sent.status).toBe(303);
    const id = stored.split('.')[0];
    const file = await desks.liaison.send(`/desk/kasus/${code}/lampiran/${id}`);
    expect(file.status).toBe(200);
    expect(file.headers.get('content-type')).toBe('image/jpeg');
    await file.arrayBuffer();
  });

  it('that are no photos are refused with a reason, the words stay', async ({ expect }) => {
    const { code } = await newCase();
    await act(people.admin, code, 'dispose', { office: 'PUPR' });
    const refused = await fillForm(desks.liaison, code, 'answer', {
      outcome: 'dijelaskan',
      text: 'Penjelasan panjang.',
      file: new File(['<script>'], 'a.png'),
    });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('Penjelasan panjang.');
    expect((await caseRow(code)).state).toBe('disposed');
  });
});
