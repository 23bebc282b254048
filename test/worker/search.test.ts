import { env } from 'cloudflare:workers';
import { beforeEach, describe, it } from 'vitest';
import { DAY } from '../../workers/platform/clock.ts';
import { openDb } from '../../workers/platform/db.ts';
import { deputies } from '../../workers/regency/table.ts';
import { Desk } from '../support/desk.ts';
import { codesFound } from '../support/search.ts';
import { act, addStaff, loadRegency, MONDAY, newCase, setClock } from '../support/worker.ts';

const AREA = '73.24.04.1003';
const report = {
  title: 'Lampu padam sejak Senin',
  text: 'Tiang nomor tujuh tidak menyala dan trotoarnya berlubang.',
  place: 'Seberang masjid Nurul Iman',
  area: AREA,
};

beforeEach(async () => {
  setClock(MONDAY);
  await loadRegency();
});

const admins = async () => {
  const admin = await addStaff(['admin'], ['DISKOMINFO']);
  return { admin, desk: await Desk.of(admin) };
};

describe('search', () => {
  it('finds by title, text, place, area and number, whole words in any form', async ({ expect }) => {
    const { admin, desk } = await admins();
    const { code } = await newCase(report);
    const other = await newCase({ text: 'Air PDAM keruh di rumah kami sejak kemarin.' });
    await act(admin, code, 'record_sp4n', { number: '8812345' });
    const texts = ['padam', 'LUBANG', 'trotoar berlubang', 'nurul masjid', 'di lampu yang padam'];
    const numbers = [code, code.toLowerCase().replaceAll('-', ''), code.slice(-4), '8812345'];
    for (const text of [...texts, ...numbers, `lampu ${code.slice(-4)}`])
      expect(await codesFound(desk, text), text).toEqual([code]);
    expect(await codesFound(desk, 'keruh')).toEqual([other.code]);
    for (const text of ['lub', 'lampu keruh', 'yang di', '%', '"', 'scope : x', 'padam OR keruh'])
      expect(await codesFound(desk, text), text).toEqual([]);
  });

  it('follows what is written later: title, answer, reply', async ({ expect }) => {
    const { admin, desk } = await admins();
    const liaison = await addStaff(['liaison'], ['PUPR']);
    const { code } = await newCase(report);
    expect(await codesFound(desk, 'gardu')).toEqual([]);
    await act(admin, code, 'verify', { title: 'Gardu rusak' });
    await act(admin, code, 'dispose', { office: 'PUPR' });
    await act(admin, code, 'note', { text: 'Catatan dalam: segera.' });
    await act('reporter', code, 'reply', { text: 'Kemarin juga korslet.', photos: [] });
    await act(liaison, code, 'answer', { outcome: 'dijelaskan', text: 'Travo sudah dipesan.' });
    for (const text of ['gardu', 'korslet', 'travo'])
      expect(await codesFound(desk, text), text).toEqual([code]);
    expect(await codesFound(desk, 'catatan'), 'notes of the desk').toEqual([]);
    expect(await codesFound(await Desk.of(liaison), 'travo gardu')).toEqual([code]);
    const stranger = await Desk.of(await addStaff(['liaison'], ['DINKES']));
    for (const text of ['gardu', code]) expect(await codesFound(stranger, text), text).toEqual([]);
    const leader = await Desk.of(await addStaff(['leader']));
    expect(await codesFound(leader, 'gardu')).toEqual([code]);
  });

  it('finds for Inspektorat the words of ordinary cases in its draw, as long as they wait there', async ({
    expect,
  }) => {
    const { admin } = await admins();
    const inspector = await addStaff(['inspector'], ['INSPEKTORAT']);
    const desk = await Desk.of(inspector);
    const liaison = await addStaff(['liaison'], ['PUPR']);
    const close = async (text: string, anonymous = false) => {
      const { code } = await newCase({ ...report, text, anonymous });
      if (anonymous) await act(admin, code, 'release', { title: 'Lampu', text: 'Lampu mati.', photos: [] });
      await act(admin, code, 'dispose', { office: 'PUPR' });
      await act(liaison, code, 'answer', { outcome: 'dijelaskan', text: 'Sudah kami jelaskan.' });
      await act('reporter', code, 'confirm', {});
      return code;
    };
    const [drawn, other, hidden] = [
      await close('Trafo berdengung.'),
      await close('Trafo berdengung juga.'),
      await close('Trafo berdengung di rumah Rosmini.', true),
    ];
    expect(await codesFound(desk, 'trafo')).toEqual([]);
    const draw = (code: string) =>
      env.DB.prepare(
        'INSERT INTO audited_cases (draw_id, case_id) SELECT 1, id FROM cases WHERE code = ?',
      ).bind(code);
    await env.DB.batch([
      env.DB.prepare("INSERT INTO audit_draws (id, by, at, from_at, to_at) VALUES (1, 'staff:1', 1, 0, 1)"),
      draw(drawn),
      draw(hidden),
    ]);
    // Of an anonim case only what was released, as on its page.
    expect(await codesFound(desk, 'trafo')).toEqual([drawn]);
    expect(await codesFound(desk, 'lampu mati')).toEqual([hidden]);
    expect(await codesFound(await Desk.of(await addStaff(['liaison'], ['DINKES'])), 'trafo')).toEqual([]);
    await act(inspector, drawn, 'audit', { answered: true, proof: true, timely: true, confirmed: true });
    expect(await codesFound(desk, 'trafo')).toEqual([]);
    expect(other).not.toBe(drawn);
  });

  it('tells nobody else of an accusation, and the accused nothing', async ({ expect }) => {
    const { admin, desk } = await admins();
    const verifier = await Desk.of(await addStaff(['verifier']));
    const accused = await addStaff(['liaison'], ['PUPR']);
    const { code } = await newCase(report);
    await act(admin, code, 'dispose', { office: 'PUPR', copies: ['DLH'] });
    expect(await codesFound(await Desk.of(accused), 'padam')).toEqual([code]);
    await act(admin, code, 'hold', { reason: 'Menuduh petugas.', accused: ['PUPR'] });
    expect(await codesFound(verifier, 'padam')).toEqual([code]);
    const copied = await addStaff(['liaison'], ['DLH']);
    for (const one of [
      desk,
      await Desk.of(accused),
      await Desk.of(copied),
      await Desk.of(await addStaff(['leader'])),
    ])
      for (const text of ['padam', code]) expect(await codesFound(one, text), text).toEqual([]);
    const both = await Desk.of(await addStaff(['verifier', 'head'], ['PUPR']));
    expect(await codesFound(both, 'padam')).toEqual([]);
  });

  it('lets an office find of an anonim case only what was released', async ({ expect }) => {
    const { admin, desk } = await admins();
    const liaison = await Desk.of(await addStaff(['liaison'], ['PUPR']));
    const leader = await Desk.of(await addStaff(['leader']));
    const { code } = await newCase({
      ...report,
      text: `${report.text} Rumah saya milik Daeng Rosmini.`,
      anonymous: true,
    });
    expect(await codesFound(desk, 'rosmini')).toEqual([code]);
    expect(await codesFound(leader, 'padam'), 'not released').toEqual([]);
    await act(admin, code, 'release', {
      title: 'Penerangan jalan',
      text: 'Tiang tidak menyala.',
      photos: [],
    });
    await act(admin, code, 'dispose', { office: 'PUPR' });
    await act('reporter', code, 'reply', { text: 'Saya tetangga warung Bambalu.', photos: [] });
    for (const one of [liaison, leader]) {
      expect(await codesFound(one, 'penerangan tiang')).toEqual([code]);
      for (const text of ['rosmini', 'nurul', 'bambalu', 'padam'])
        expect(await codesFound(one, text), text).toEqual([]);
    }
    for (const text of ['rosmini', 'bambalu', 'penerangan rosmini'])
      expect(await codesFound(desk, text), text).toEqual([code]);
  });

  it('follows who acts for whom', async ({ expect }) => {
    const { admin } = await admins();
    const absent = await addStaff(['liaison'], ['PUPR']);
    const deputy = await addStaff(['liaison'], ['DINKES']);
    const desk = await Desk.of(deputy);
    const { code } = await newCase(report);
    await act(admin, code, 'dispose', { office: 'PUPR' });
    expect(await codesFound(desk, 'padam')).toEqual([]);
    await openDb(env.DB)
      .insert(deputies)
      .values({
        staffId: absent.id,
        deputyId: deputy.id,
        fromAt: MONDAY - DAY,
        toAt: MONDAY + DAY,
        createdBy: admin.id,
        createdAt: MONDAY,
      });
    expect(await codesFound(desk, 'padam')).toEqual([code]);
  });

  it('opens the one case whose number was typed, and searches everything else', async ({ expect }) => {
    const { admin, desk } = await admins();
    const { code } = await newCase(report);
    const earlier = await newCase(report, { at: MONDAY - 100 * DAY });
    await act(admin, code, 'record_sp4n', { number: '8812345' });
    await codesFound(desk, 'padam');
    const send = (fields: Record<string, string>) =>
      desk.send('/desk/cari', { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });
    for (const kata of [code.toLowerCase(), '8812345']) {
      const opened = await send({ kata });
      expect([opened.status, opened.headers.get('location')], kata).toEqual([303, `/desk/kasus/${code}`]);
    }
    const found = async (fields: Record<string, string>, who = desk) => {
      const sent = await send(fields);
      expect([sent.status, sent.headers.get('location')]).toEqual([303, '/desk/cari']);
      const kept = sent.headers.get('set-cookie')?.split(';')[0] ?? '';
      expect(decodeURIComponent(kept)).not.toContain(fields.kata);
      return (await who.send('/desk/cari', { headers: { cookie: `${who.cookie}; ${kept}` } })).text();
    };
    const all = await found({ kata: 'padam' });
    expect(all).toContain('2 laporan ditemukan');
    expect(all.indexOf(code)).toBeLessThan(all.indexOf(earlier.code));
    expect(await found({ kata: 'padam', masa: '90' })).not.toContain(earlier.code);
    expect(await found({ kata: 'padam', keadaan: 'closed' })).toContain('Tidak ada laporan yang cocok');
    expect(await found({ kata: 'yang' })).toContain('satu kata yang berarti');
    const other = await found({ kata: 'padam' }, await Desk.of(await addStaff(['admin'])));
    expect(other, 'of another person').not.toContain('ditemukan');
    expect(await desk.text('/desk/cari')).toContain('Kata dicari utuh');
    expect(await desk.text('/desk')).toContain('action="/desk/cari"');
    expect((await desk.api('/search', { text: ' ' })).status).toBe(422);
    expect(
      (await (await Desk.of(await addStaff(['campaigner']))).api('/search', { text: 'padam' })).status,
    ).toBe(403);
  });

  it('gives the newest forty, and says that there are more', async ({ expect }) => {
    const { desk } = await admins();
    for (let n = 0; n < 42; n++) await newCase(report, { at: MONDAY - n * 60_000 });
    expect(await codesFound(desk, 'padam')).toHaveLength(40);
    const sent = await desk.send('/desk/cari', {
      method: 'POST',
      body: new URLSearchParams({ kata: 'padam' }),
      redirect: 'manual',
    });
    const kept = sent.headers.get('set-cookie')?.split(';')[0] ?? '';
    const page = await desk.send('/desk/cari', { headers: { cookie: `${desk.cookie}; ${kept}` } });
    expect(await page.text()).toContain('Masih ada lagi');
  });
});
