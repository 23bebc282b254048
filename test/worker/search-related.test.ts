/** Similar cases, and other ones of the same contact, on the page of a case. */
import { env } from 'cloudflare:workers';
import { beforeEach, describe, it } from 'vitest';
import { foldIndex } from '../../workers/features/search/queries.ts';
import { DAY, HOUR } from '../../workers/platform/clock.ts';
import { Desk } from '../support/desk.ts';
import { counting } from '../support/rows.ts';
import { act, addStaff, loadRegency, MONDAY, newCase, setClock } from '../support/worker.ts';

const AREA = '73.24.04.1003';
const text = 'Tiang lampu penerangan roboh menimpa trotoar depan puskesmas.';
const contact = { name: 'Sitti Aminah', email: 'sitti@example.id', phone: '081200000001' };

beforeEach(async () => {
  setClock(MONDAY);
  await loadRegency();
});

/** The part of the page with similar and related cases. */
async function related(desk: Desk, code: string): Promise<string> {
  while (await foldIndex(env, 10));
  const page = await desk.text(`/desk/kasus/${code}`);
  if (!page.includes(code)) throw new Error('no such page');
  const start = page.indexOf('Laporan serupa dan terkait');
  return start < 0 ? '' : page.slice(start, page.indexOf('Pemberitahuan', start));
}

describe('similar cases', () => {
  it('are near in place and time and share words', async ({ expect }) => {
    const admin = await addStaff(['admin']);
    const desk = await Desk.of(admin);
    await addStaff(['verifier']);
    const { code } = await newCase({ title: 'Tiang roboh', text, area: AREA });
    const near = await newCase(
      { title: 'Lampu jatuh', text: 'Tiang penerangan roboh di trotoar.', area: '73.24.04.2005' },
      { at: MONDAY - 50 * DAY },
    );
    const far = await newCase({ title: 'Jauh', text, area: '73.24.01.2001' });
    const old = await newCase({ title: 'Lama', text, area: AREA }, { at: MONDAY - 70 * DAY });
    const other = await newCase({
      title: 'Air',
      text: 'Air keruh sejak kemarin, trotoar basah.',
      area: AREA,
    });
    const part = await related(desk, code);
    expect(part).toContain(near.code);
    expect(part).toContain('Lampu jatuh');
    expect(part).toContain('5 kata sama');
    expect(part).toContain(`?gabung=${near.code}#aksi-merge`);
    for (const one of [far, old, other]) expect(part).not.toContain(one.code);
    await act(admin, code, 'dispose', { office: 'PUPR' });
    const office = await Desk.of(await addStaff(['liaison'], ['PUPR']));
    expect(await related(office, code), 'not theirs').toBe('');
    await act(admin, near.code, 'dispose', { office: 'PUPR' });
    const theirs = await related(office, code);
    expect(theirs).toContain(near.code);
    expect(theirs).not.toContain('gabung');
    await act(admin, near.code, 'hold', { reason: 'Menuduh petugas.', accused: [] });
    for (const one of [office, desk]) expect(await related(one, code), 'held').not.toContain(near.code);
  });

  it('are five at most', async ({ expect }) => {
    const desk = await Desk.of(await addStaff(['admin']));
    const { code } = await newCase({ text, area: AREA });
    for (let n = 1; n < 8; n++) await newCase({ text, area: AREA }, { at: MONDAY - n * HOUR });
    expect((await related(desk, code)).match(/<li>/g)).toHaveLength(5);
  });

  it('leave the page as it is when the index does not answer', async ({ expect }) => {
    const desk = await Desk.of(await addStaff(['admin']));
    const { code } = await newCase({ text, area: AREA, contact });
    const broken = new Proxy(env, {
      get: (target, name) =>
        name === 'SEARCH'
          ? {
              prepare: () => {
                throw new Error('gone');
              },
            }
          : Reflect.get(target, name),
    });
    const page = await desk.send(`/desk/kasus/${code}`, {}, broken);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('roboh');
  });
});

describe('other cases of the same contact', () => {
  it('are told to who works the case, as far as they read them, and not whose they are', async ({
    expect,
  }) => {
    const admin = await addStaff(['admin']);
    const desk = await Desk.of(admin);
    const verifier = await Desk.of(await addStaff(['verifier']));
    const office = await Desk.of(await addStaff(['liaison'], ['PUPR']));
    const leader = await Desk.of(await addStaff(['leader']));
    const copied = await Desk.of(await addStaff(['liaison'], ['DLH']));
    const { code } = await newCase({ title: 'Yang sekarang', text: 'Saluran mampet total.', contact });
    const earlier = await newCase(
      { title: 'Yang dahulu', text: 'Jembatan goyang.', contact: { phone: '+62 812-0000-0001' } },
      { at: MONDAY - 90 * DAY },
    );
    const anonim = await newCase({ text: 'Sampah menumpuk.', contact, anonymous: true });
    const secret = await newCase({ text: 'Ada yang memungut uang.', contact });
    await act(admin, secret.code, 'hold', { reason: 'Menuduh petugas.', accused: [] });
    await act(admin, code, 'dispose', { office: 'PUPR', copies: ['DLH'] });
    const part = await related(desk, code);
    expect(part).toContain(earlier.code);
    expect(part).toContain('mengirim 1 laporan lain');
    for (const none of [anonim.code, secret.code, 'Sitti', 'sitti@', '0812'])
      expect(part).not.toContain(none);
    expect(await related(office, code)).toBe('');
    await act(admin, earlier.code, 'dispose', { office: 'PUPR' });
    expect(await related(office, code)).toContain(earlier.code);
    for (const one of [leader, copied]) expect(await related(one, code)).toBe('');
    expect(await related(desk, anonim.code)).toBe('');
    expect(await related(verifier, secret.code)).toBe('');
    const both = await Desk.of(await addStaff(['verifier', 'admin']));
    expect(await related(both, secret.code)).toContain(earlier.code);
  });

  it('costs the same with many of them', async ({ expect }) => {
    const desk = await Desk.of(await addStaff(['admin']));
    const { code } = await newCase({ text: 'Saluran mampet.', contact });
    const rows = async () => {
      const counted = counting(env.DB);
      const bindings = new Proxy(env, {
        get: (target, name) => (name === 'DB' ? counted.d1 : Reflect.get(target, name)),
      });
      const page = await (await desk.send(`/desk/kasus/${code}`, {}, bindings)).text();
      return { read: counted.rows.read, listed: page.match(/mengirim [^.:]*/)?.[0] };
    };
    for (let n = 1; n <= 120; n++)
      await newCase({ text: 'Lain lagi.', contact: { phone: contact.phone } }, { at: MONDAY - n * HOUR });
    const some = await rows();
    expect(some.listed).toContain('lebih dari 5');
    for (let n = 121; n <= 180; n++)
      await newCase({ text: 'Lain lagi.', contact: { phone: contact.phone } }, { at: MONDAY - n * HOUR });
    expect((await rows()).read).toBeLessThanOrEqual(some.read + 5);
  });
});
