/** A reporter asks that everything is erased; the officer decides in three days, without reading the report. */
import { env } from 'cloudflare:workers';
import { beforeEach, describe, it } from 'vitest';
import { contacts } from '../../workers/cases/table.ts';
import { DAY, HOUR, MINUTE } from '../../workers/platform/clock.ts';
import { openDb } from '../../workers/platform/db.ts';
import { erasureRequests, erasures } from '../../workers/privacy/table.ts';
import { Desk } from '../support/desk.ts';
import { castOf, fullCase, wholeChain } from '../support/erasing.ts';
import { Machine } from '../support/machine.ts';
import { Browser, textOf } from '../support/reporter.ts';
import { act, addStaff, caseRow, loadRegency, MONDAY, newCase, setClock } from '../support/worker.ts';

const WORD = 'kenariuji';
const PAGE = '/desk/data-pribadi/permintaan';
const db = () => openDb(env.DB);
const requests = () => db().select().from(erasureRequests);
const log = () => db().select().from(erasures);

beforeEach(async () => {
  setClock(MONDAY);
  await loadRegency();
});

async function ask(code: string, pin: string, fields: { reason?: string; contactNow?: string } = {}) {
  const phone = new Browser();
  const page = await phone.open(code, pin);
  return {
    phone,
    sent: await phone.send(page, '/lacak/laporan/hapus-data', { contactNow: undefined, ...fields }),
  };
}
const officer = async () => Desk.of(await addStaff(['dpo'], [], 'Dewi Petugas', { email: 'dpo@example.id' }));
const plain = async (phone: Browser) => textOf((await phone.get('/lacak/laporan')).html);

describe('asking', () => {
  it('erases the contact at once where that is wished, and tells the officer nothing of the report', async ({
    expect,
  }) => {
    const desk = await officer();
    const { code, pin } = await newCase({ text: `Laporan ${WORD}.`, contact: { email: 'warga@example.id' } });
    const { phone, sent } = await ask(code, pin, { reason: 'Saya takut dikenali.', contactNow: '1' });
    expect(sent.to).toBe('/lacak/laporan?selesai=hapus-data#kabar');
    expect(await db().select().from(contacts)).toEqual([]);
    expect(await log()).toMatchObject([{ scope: 'contact', why: 'reporter' }]);
    const [row] = await requests();
    expect(row?.dueAt).toBe((row?.askedAt ?? 0) + 3 * DAY);
    expect(row?.reason).not.toContain('dikenali');
    const own = await plain(phone);
    expect(own).toContain('menunggu keputusan, paling lambat 23 Juli 2026 pukul 09.00 WITA');
    expect((await phone.get('/lacak/laporan')).html).not.toContain('/lacak/laporan/hapus-data');

    const machine = new Machine();
    await machine.run(MONDAY + MINUTE);
    const [mail] = machine.to('dpo@example.id');
    expect(mail?.text).toContain(`https://kanal.test${PAGE}`);
    const seen = await desk.text(PAGE);
    expect(textOf(seen)).toContain('Saya takut dikenali.');
    expect(textOf(seen)).toContain('masih ditangani');
    for (const text of [seen, mail?.text ?? '', mail?.subject ?? '']) {
      expect(text).not.toContain(WORD);
      expect(text).not.toContain(code);
    }
    expect((await desk.send(`/desk/kasus/${code}`)).status).toBe(404);
  });

  it('twice is refused, also by the API, until the first was answered', async ({ expect }) => {
    const { code } = await newCase({});
    await act('reporter', code, 'request_erasure', {});
    await expect(act('reporter', code, 'request_erasure', {})).rejects.toMatchObject({
      detail: 'asked_already',
    });
    await db().update(erasureRequests).set({ decision: 'refused', decidedAt: MONDAY, doneAt: MONDAY });
    await act('reporter', code, 'request_erasure', {});
    expect(await requests()).toHaveLength(2);
  });
});

describe('the answer', () => {
  it('erases a closed report at once', async ({ expect }) => {
    const desk = await officer();
    const { code, pin } = await fullCase(await castOf(), WORD);
    const { phone } = await ask(code, pin);
    const [{ id } = { id: 0 }] = await requests();
    expect((await desk.post(`${PAGE}/${id}`, { keputusan: 'kabul' })).status).toBe(303);
    expect((await caseRow(code)).erasedAt).not.toBeNull();
    expect(await requests()).toMatchObject(
      [{ decision: 'granted', decidedBy: /^staff:\d+$/, reason: null }].map((row) => ({
        ...row,
        decidedBy: expect.stringMatching(/^staff:\d+$/),
      })),
    );
    expect((await requests())[0]?.doneAt).not.toBeNull();
    expect(await plain(phone)).toContain('dikabulkan dan dihapus pada Senin, 20 Juli 2026');
    expect(await wholeChain(code)).toBeNull();
    // Told once more it is over.
    expect(
      (await desk.post(`${PAGE}/${id}`, { keputusan: 'tolak', reason: 'Berubah pikiran.' })).status,
    ).toBe(409);
  });

  it('waits for the end of a report that is open, and says so', async ({ expect }) => {
    const desk = await officer();
    const { code, pin } = await newCase({ text: `Laporan ${WORD}.`, contact: { email: 'warga@example.id' } });
    const { phone } = await ask(code, pin);
    const [{ id } = { id: 0 }] = await requests();
    await desk.post(`${PAGE}/${id}`, { keputusan: 'kabul' });
    expect((await caseRow(code)).erasedAt).toBeNull();
    expect(await plain(phone)).toContain('Isi laporan dihapus setelah laporan ini selesai.');
    expect(textOf(await desk.text(PAGE))).toContain('menunggu laporan selesai');
    const machine = new Machine();
    await machine.run(MONDAY + MINUTE);
    expect(machine.to('warga@example.id').map(({ subject }) => subject)).toContain(
      `Laporan ${code}: permintaan Anda sudah diputuskan`,
    );
    expect((await caseRow(code)).erasedAt).toBeNull();
    await act('reporter', code, 'withdraw', {});
    await machine.run(MONDAY + 2 * MINUTE);
    expect((await caseRow(code)).erasedAt).not.toBeNull();
    const [row] = await requests();
    expect(await log()).toMatchObject([{ scope: 'content', why: 'request', by: row?.decidedBy }]);
    expect(await wholeChain(code)).toBeNull();
  });

  it('refuses only with a reason, which the reporter reads', async ({ expect }) => {
    const desk = await officer();
    const { code, pin } = await newCase({});
    const { phone } = await ask(code, pin);
    const [{ id } = { id: 0 }] = await requests();
    const bare = await desk.post(`${PAGE}/${id}`, { keputusan: 'tolak', reason: 'x' });
    expect(bare.status).toBe(422);
    expect(await bare.text()).toContain('Tulis alasannya');
    const reason = 'Masih diperlukan untuk pemeriksaan.';
    expect((await desk.post(`${PAGE}/${id}`, { keputusan: 'tolak', reason })).status).toBe(303);
    expect(await plain(phone)).toContain(`belum dapat dipenuhi. ${reason}`);
    expect(await log()).toEqual([]);
    expect(await wholeChain(code)).toBeNull();
  });

  it('is given once when two give it at once', async ({ expect }) => {
    const [one, two] = [await officer(), await Desk.of(await addStaff(['dpo']))];
    const { code } = await fullCase(await castOf(), WORD);
    await act('reporter', code, 'request_erasure', {});
    const [{ id } = { id: 0 }] = await requests();
    const answers = await Promise.all([
      one.post(`${PAGE}/${id}`, { keputusan: 'kabul' }),
      two.post(`${PAGE}/${id}`, { keputusan: 'tolak', reason: 'Masih diperlukan.' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    const [row] = await requests();
    expect(row?.decision === 'granted').toBe((await caseRow(code)).erasedAt !== null);
    expect(await wholeChain(code)).toBeNull();
  });

  it('is the officer’s; an administrator’s only where there is none', async ({ expect }) => {
    const admin = await Desk.of(await addStaff(['admin']));
    const liaison = await Desk.of(await addStaff(['liaison'], ['PUPR']));
    const { code } = await newCase({});
    await act('reporter', code, 'request_erasure', {});
    const [{ id } = { id: 0 }] = await requests();
    expect((await liaison.send(PAGE)).status).toBe(403);
    expect(await admin.text(PAGE)).toContain('value="kabul"');
    await officer();
    expect(await admin.text(PAGE)).not.toContain('value="kabul"');
    expect((await admin.post(`${PAGE}/${id}`, { keputusan: 'kabul' })).status).toBe(404);
    expect((await requests())[0]?.decidedAt).toBeNull();
  });
});

describe('a request that nobody answers', () => {
  it('is brought to mind once, a day before it is due', async ({ expect }) => {
    await officer();
    await addStaff(['admin'], [], 'Andi', { email: 'andi@example.id' });
    const { code } = await newCase({});
    await act('reporter', code, 'request_erasure', {});
    const machine = new Machine();
    await machine.run(MONDAY + DAY);
    expect(machine.to('andi@example.id')).toEqual([]);
    for (const after of [2 * DAY + HOUR, 2 * DAY + 2 * HOUR, 3 * DAY]) await machine.run(MONDAY + after);
    expect(machine.to('andi@example.id')).toHaveLength(1);
    expect(machine.to('dpo@example.id').map(({ subject }) => subject)).toEqual([
      'Ada permintaan penghapusan data pribadi',
      'Permintaan penghapusan data menunggu keputusan',
    ]);
  });
});
