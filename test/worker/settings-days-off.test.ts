/** Days off: what they would move is said first, and a whole year of them is pasted at once. */
import { env } from 'cloudflare:workers';
import { isNotNull } from 'drizzle-orm';
import { beforeEach, describe, it } from 'vitest';
import { clocks } from '../../workers/clocks/table.ts';
import { now } from '../../workers/platform/clock.ts';
import { openDb } from '../../workers/platform/db.ts';
import { regencyAt } from '../../workers/regency/snapshot.ts';
import { historyOf, Settler, seenIn } from '../support/settings.ts';
import { loadRegency, newCase } from '../support/worker.ts';

const db = () => openDb(env.DB);
const regency = () => regencyAt(db(), now());
const at = (path: string, id?: string) =>
  `/desk/pengaturan/${path}${id === undefined ? '' : `/${encodeURIComponent(id)}`}`;

let admin: Settler;

beforeEach(async () => {
  await loadRegency();
  admin = await Settler.of();
});

describe('days off', () => {
  /** A working day that nothing has made free, in a week or so. */
  const workday = async () => {
    const { calendar } = await regency();
    return calendar.localDate(calendar.addWorkingDays(now(), 2));
  };

  it('say how many limits move before they are saved, and are saved when asked again', async ({ expect }) => {
    await newCase({}, { at: now() });
    const counted = await db().select().from(clocks).where(isNotNull(clocks.days));
    const day = { date: await workday(), name: 'Hari jadi rekaan', kind: 'daerah' };
    const asked = await admin.post(at('hari-libur/baru'), day);
    expect(asked.status).toBe(200);
    expect(asked.text).toContain(`${counted.length} batas waktu yang sedang berjalan bergeser`);
    expect((await regency()).holidays.some(({ name }) => name === day.name)).toBe(false);
    const ditinjau = /name="ditinjau" value="(\w+)"/.exec(asked.text)?.[1] ?? '';
    // Something else than what was told about is told about first.
    expect(
      (await admin.post(at('hari-libur/baru'), { ...day, name: 'Lain sama sekali', ditinjau })).status,
    ).toBe(200);
    const told = await admin.post(at('hari-libur/baru'), { ...day, ditinjau });
    expect(told.status).toBe(303);
    expect((await regency()).calendar.isWorkingDay(day.date)).toBe(false);
    const row = at('hari-libur', `${day.date}:daerah:${day.name}`);
    const seen = seenIn((await admin.get(row)).text);
    const { text } = await admin.post(`${row}/akhiri`, { seen });
    expect(text).toContain(`${counted.length} batas waktu yang sedang berjalan bergeser`);
    const sunday = await admin.post(at('hari-libur/baru'), { ...day, date: '2027-10-03' });
    expect(sunday.text).toContain('Tidak ada batas waktu yang bergeser');
  });

  const year = '2030-01-01 Tahun Baru libur_nasional\n2030-02-04\tHari Rekaan\tdaerah';
  const paste = at('hari-libur/tempel');

  it('are pasted for a year: checked, shown, then all taken at once', async ({ expect }) => {
    const shown = await admin.post(paste, { text: year });
    for (const part of ['2 hari akan ditambahkan', 'Hari Rekaan', 'Ya, tambahkan semua'])
      expect(shown.text).toContain(part);
    expect((await regency()).holidays.some(({ date }) => date === '2030-02-04')).toBe(false);
    expect((await admin.post(paste, { text: year, sure: '1' })).status).toBe(303);
    expect((await regency()).holidays.filter(({ date }) => date.startsWith('2030'))).toHaveLength(2);
    expect(await historyOf('holiday', '2030-02-04:daerah:Hari Rekaan')).toHaveLength(1);
    const again = await admin.post(paste, { text: year, sure: '1' });
    expect(again.text).toContain('Semua hari itu sudah ada');
  });

  it('with a line that cannot be read are not taken, and keep what was typed', async ({ expect }) => {
    const text = `${year}\n<b>besok</b> libur`;
    const refused = await admin.post(paste, { text, sure: '1' });
    expect(refused.status).toBe(422);
    for (const part of [
      'Baris 3',
      'tanggal di awal baris',
      '2030-02-04\tHari Rekaan',
      '&lt;b&gt;besok&lt;/b&gt; libur',
    ])
      expect(refused.text).toContain(part);
    expect((await regency()).holidays.some(({ date }) => date.startsWith('2030'))).toBe(false);
    expect((await admin.post(paste, { text: '', sure: '1' })).text).toContain(
      'Tulis paling sedikit satu hari',
    );
  });
});
