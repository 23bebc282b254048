import { env } from 'cloudflare:workers';
import { beforeEach, describe, it } from 'vitest';
import type { Staff } from '../../shared/permissions/people.ts';
import { assistedForm, BRIBE, codeIn, newestCase, pinIn, route, sendForm } from '../support/assisted.ts';
import { Desk, openDesks } from '../support/desk.ts';
import { abortOn } from '../support/faulty.ts';
import { LINK, list, log, photo } from '../support/posts.ts';
import { addStaff, caseRow, loadRegency, MONDAY, newCase, setClock } from '../support/worker.ts';

type Opened = Awaited<ReturnType<typeof openDesks>>;
let people: Opened['people'];
let desks: Opened['desks'];
let humas: Desk;
let hana: Staff;

beforeEach(async () => {
  setClock(MONDAY);
  await loadRegency();
  ({ people, desks } = await openDesks());
  hana = await addStaff(['campaigner'], [], 'Hana Humas');
  humas = await Desk.of(hana);
});

describe('a post that becomes a case', () => {
  const begin = async (more: Record<string, string | File> = {}) => {
    const saved = await log(desks.liaison, {
      note: 'Lampu jalan mati di simpang.',
      lanjut: 'laporan',
      ...more,
    });
    return saved.headers.get('location') ?? '';
  };

  const formOf = (page: string) => {
    const value = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? '';
    return { key: value('key'), post: value('post'), stored: value('stored') };
  };

  it('begins the form with note, channel, screenshot and place, and is linked in one batch', async ({
    expect,
  }) => {
    const area = [...(await areas())][0] ?? '';
    const address = await begin({ screenshot: photo(), area });
    expect(address).toBe('/desk/terima?kiriman=1');
    const page = await desks.liaison.text(address);
    for (const words of [
      'Lampu jalan mati di simpang.',
      'value="facebook" selected',
      `value="${area}" selected`,
      'Foto 1',
    ])
      expect(page).toContain(words);
    expect(page).not.toContain('desa.baru');
    const fields = {
      ...assistedForm({ channel: 'facebook', text: 'Lampu jalan mati di simpang tiga.' }),
      ...formOf(page),
    };
    const receipt = await (await sendForm(desks.liaison, fields)).text();
    const code = codeIn(receipt);
    await route();
    const row = await caseRow(code);
    expect(row.channel).toBe('facebook');
    const { results } = await env.DB.prepare('SELECT outcome, case_id FROM social_posts').all();
    expect(results).toEqual([{ outcome: 'made_case', case_id: row.id }]);
    expect(await list(desks.liaison)).toMatchObject([{ outcome: 'made_case' }]);
    // The desk finds the post beside the case; the reporter is not told of it.
    expect(await desks.admin.text(`/desk/kasus/${code}`)).toContain('desa.baru/posts/98765');
    const told = await (
      await desks.admin.send(`/api/v1/complaints/${code}/timeline`, {
        headers: { authorization: `Pin ${pinIn(receipt)}` },
      })
    ).text();
    expect(told).not.toContain('desa.baru');
    // Its outcome is the case's now: neither editing nor undoing changes it.
    await desks.liaison.post('/desk/medsos/1', { outcome: 'ignored', note: 'x' });
    await desks.liaison.post('/desk/medsos/1/batal', {});
    expect(await list(desks.liaison)).toMatchObject([{ outcome: 'made_case', note: 'x' }]);
  });

  it('is written with its case or not at all', async ({ expect }) => {
    await log(desks.liaison);
    const mend = await abortOn('social_posts');
    const form = assistedForm({ channel: 'facebook', post: '1' });
    expect((await sendForm(desks.liaison, form)).status).toBe(503);
    expect(await newestCase()).toBeNull();
    await mend();
    expect((await sendForm(desks.liaison, form)).status).toBe(201);
    const row = await newestCase();
    const { results } = await env.DB.prepare('SELECT outcome, case_id FROM social_posts').all();
    expect(results).toEqual([{ outcome: 'made_case', case_id: row?.id }]);
  });

  it('tells nobody that it became an accusation', async ({ expect }) => {
    await begin();
    const form = assistedForm({ channel: 'facebook', text: BRIBE, insisted: '1', post: '1' });
    const made = await sendForm(desks.liaison, form);
    expect(made.status).toBe(201);
    // Before the router has read it, and after.
    for (const step of [async () => {}, route]) {
      await step();
      for (const desk of [desks.liaison, desks.admin, humas]) {
        expect(await list(desk)).toMatchObject([{ outcome: null }]);
        expect(await list(desk, '?outcome=made_case')).toEqual([]);
        expect(await list(desk, '?outcome=open')).toHaveLength(1);
      }
    }
    const row = await newestCase();
    expect(row?.state).toBe('held');
    // Whoever decides again does not undo what he may not know of.
    await desks.admin.post('/desk/medsos/1', { outcome: 'ignored', note: '' });
    const { results } = await env.DB.prepare('SELECT outcome, case_id FROM social_posts').all();
    expect(results).toEqual([{ outcome: 'made_case', case_id: row?.id }]);
  });

  it('tells those who are accused nothing, also after a verifier freed the case', async ({ expect }) => {
    const { code, caseId } = await newCase();
    await humas.api('/posts', { link: LINK, outcome: 'already_case', code });
    expect(await list(desks.admin)).toMatchObject([{ outcome: 'already_case' }]);
    await env.DB.prepare('INSERT INTO case_accused (case_id, subject) VALUES (?, ?)')
      .bind(caseId, `staff:${people.admin.id}`)
      .run();
    expect(await list(desks.admin)).toMatchObject([{ outcome: null }]);
    expect(await list(humas)).toMatchObject([{ outcome: 'already_case' }]);
  });

  it('becomes one only once, and its first case is never taken from it', async ({ expect }) => {
    await begin();
    const plain = { channel: 'facebook', text: 'Lampu jalan mati di simpang tiga.', post: '1' };
    const form = assistedForm(plain);
    expect((await sendForm(desks.liaison, form)).status).toBe(201);
    await route();
    const first = await newestCase();
    // The same form once more is the same receipt; another one is refused, to everybody who sees what the post became.
    expect((await sendForm(desks.liaison, form)).status).toBe(201);
    for (const desk of [desks.liaison, desks.admin]) {
      const again = await sendForm(desk, assistedForm(plain));
      expect(again.status).toBe(422);
      expect(await again.text()).toContain('Kiriman ini sudah menjadi laporan.');
    }
    expect((await begin({ lanjut: 'laporan' })).includes('/desk/medsos?sudah=1')).toBe(true);
    expect((await newestCase())?.id).toBe(first?.id);
  });

  it('is an accusation only once for who wrote it, and a refusal tells nobody else of it', async ({
    expect,
  }) => {
    await begin();
    const accusing = { channel: 'facebook', text: BRIBE, insisted: '1', post: '1' };
    expect((await sendForm(desks.liaison, assistedForm(accusing))).status).toBe(201);
    await route();
    const first = await newestCase();
    expect(first?.state).toBe('held');
    expect((await sendForm(desks.liaison, assistedForm(accusing))).status).toBe(422);
    // Whoever may know nothing of it meets no refusal; what they send goes its own way, and the post stays with the first.
    expect((await sendForm(desks.admin, assistedForm(accusing))).status).toBe(201);
    await route();
    const { results } = await env.DB.prepare('SELECT case_id FROM social_posts').all();
    expect(results).toEqual([{ case_id: first?.id }]);
  });

  it('cannot be begun by who may not see the post, nor by humas', async ({ expect }) => {
    await log(humas);
    expect((await desks.liaison.send('/desk/terima?kiriman=1')).status).toBe(404);
    expect((await desks.admin.send('/desk/terima?kiriman=1')).status).toBe(200);
    expect((await humas.send('/desk/terima?kiriman=1')).status).toBe(403);
    const form = assistedForm({ channel: 'facebook', post: '1' });
    expect((await sendForm(desks.liaison, form)).status).toBe(422);
  });

  const areas = async () => {
    const { results } = await env.DB.prepare(
      "SELECT id FROM regency_rows WHERE kind = 'area' AND json_extract(data, '$.level') = 'desa' LIMIT 1",
    ).all<{ id: string }>();
    return results.map(({ id }) => id);
  };
});
