import { test } from 'vitest';
import { loadPack, packIds } from '../../shared/regencies/index.ts';
import laporTree from '../../shared/regencies/indonesia/lapor-categories.json' with { type: 'json' };
import type { Pack, PackArea } from '../../shared/regencies/types.ts';
import { checkTemplate } from '../../shared/templates.ts';
import { makeCalendar } from '../../shared/working-time.ts';

const pack = await loadPack('luwu-timur');
const tree: Record<string, string[]> = laporTree;

const levels = (rows: readonly PackArea[], level: string) => rows.filter((row) => row.level === level).length;
const doubles = (keys: string[]) => keys.filter((key, at) => keys.indexOf(key) !== at);
const byName = (name: string) => pack.areas.filter((row) => row.name === name);

test('Luwu Timur has 11 kecamatan, 125 desa and 3 kelurahan', ({ expect }) => {
  expect(levels(pack.areas, 'kecamatan')).toBe(11);
  expect(levels(pack.areas, 'desa')).toBe(125);
  expect(levels(pack.areas, 'kelurahan')).toBe(3);
  const kelurahan = pack.areas.filter((row) => row.level === 'kelurahan').map((row) => row.name);
  expect(kelurahan).toEqual(['Magani', 'Malili', 'Tomoni']);
});

test('names used twice stay apart by their kecamatan', ({ expect }) => {
  expect(byName('Baruga').map((row) => row.parent)).toEqual(['73.24.03', '73.24.04']);
  expect(byName('Kalaena').map((row) => row.level)).toEqual(['kecamatan', 'desa']);
});

test.for([
  ['Soroako', 'Sorowako'],
  ['Patengko', 'Pattengko'],
  ['Kertaraharjo', 'Kertoraharjo'],
  ['Nekkel', 'Nikkel'],
  ['Langkae Araya', 'Langkea Raya'],
  ['Lagosi', 'Lanosi'],
  ['Mulya Sari', 'Mulyasri'],
  ['Balobalo', 'Balo-Balo'],
  ['Bonepute', 'Bone Pute'],
])('%s is another spelling of %s', ([alias, name], { expect }) => {
  expect(pack.areas.find((row) => row.aliases.includes(alias ?? ''))?.name).toBe(name);
});

test('offices to be confirmed are marked, and street lights are DPKPP’s', ({ expect }) => {
  expect(pack.offices).toHaveLength(53);
  expect(pack.offices.find((row) => row.code === 'DLH')?.confirmed).toBe(true);
  expect(pack.offices.find((row) => row.code === 'DINKES')?.confirmed).toBe(false);
  expect(pack.categories.find((row) => row.id === 'lampu-jalan')?.office).toBe('DPKPP');
});

test('an unknown pack is named together with the known ones', async ({ expect }) => {
  await expect(loadPack('toString')).rejects.toThrow('luwu-timur');
});

test.for(packIds)('%s holds together', async (id, { expect }) => {
  const one: Pack = await loadPack(id);
  const areas = new Map(one.areas.map((row) => [row.code, row]));
  const offices = new Set(one.offices.map((row) => row.code));
  expect(one.id).toBe(id);
  expect(one.regency.codePrefix).toMatch(/^[A-Z]{2}$/);
  for (const keys of [
    one.areas.map((row) => row.code),
    one.offices.map((row) => row.code),
    one.categories.map((row) => row.id),
    one.clocks.map((row) => row.id),
    one.hours.map((row) => row.id),
    one.templates.map((row) => row.id),
    one.holidays.map((row) => `${row.date} ${row.name}`),
  ]) {
    expect(doubles(keys)).toEqual([]);
  }
  for (const row of one.areas) {
    expect(row.parent === null ? row.level === 'kabupaten' : areas.has(row.parent), row.code).toBe(true);
  }
  const { adminOffice, inspectorate, protectionOffice } = one.regency;
  const named = [adminOffice, inspectorate, protectionOffice, ...one.categories.map((row) => row.office)];
  expect(named.filter((code) => code !== null && !offices.has(code))).toEqual([]);
  const categories = new Set(one.categories.map((row) => `cat:${row.id}`));
  const routed = (one.routing.topics ?? []).map((topic) => topic.to).filter((to) => to !== 'kecamatan');
  expect(routed.filter((to) => !offices.has(to) && !categories.has(to))).toEqual([]);
  const kecamatan = one.offices.filter((row) => row.kind === 'kecamatan');
  expect(kecamatan).toHaveLength(levels(one.areas, 'kecamatan'));
  for (const row of kecamatan) expect(row.code).toBe(`KEC-${row.area}`);
});

test('every category has its place in the tree of SP4N-LAPOR!', ({ expect }) => {
  const missing = pack.categories.filter(({ lapor }) => {
    const [main = '', sub] = lapor.split(' > ');
    return sub === undefined ? !(main in tree) : !tree[main]?.includes(sub);
  });
  expect(missing).toEqual([]);
  const shown = pack.categories.filter((row) => row.public);
  expect(shown.length).toBeGreaterThanOrEqual(25);
  expect(shown.length).toBeLessThanOrEqual(30);
  for (const row of pack.categories) expect(row.id).toMatch(/^[a-z]+(-[a-z]+)*$/);
});

test('clocks are the ones of the guideline', ({ expect }) => {
  const days = (clock: string, appliesTo: string) =>
    pack.clocks.find((row) => row.clock === clock && row.appliesTo === appliesTo)?.days;
  expect([days('verify', 'any'), days('first_answer', 'any'), days('first_answer', 'mendesak')]).toEqual([
    3, 5, 1,
  ]);
  const settle = ['information', 'biasa', 'berkadar', 'aspiration'].map((kind) => days('settle', kind));
  expect(settle).toEqual([5, 14, 60, 14]);
  const others = ['return', 'forwarded', 'reporter', 'completeness'].map((clock) => days(clock, 'any'));
  expect(others).toEqual([1, 10, 10, 10]);
  const marked = (mark: 'local' | 'check') => pack.clocks.filter((row) => row[mark]).map((row) => row.id);
  expect(marked('local')).toEqual([
    'first-answer-mendesak',
    'settle-aspiration',
    'forwarded',
    'completeness',
  ]);
  expect(marked('check')).toEqual(['settle-berkadar']);
});

test('the dues of domain.md come out of the calendar', ({ expect }) => {
  const calendar = makeCalendar({ ...pack.regency, holidays: pack.holidays, hours: pack.hours });
  const due = (from: string, days: number) =>
    calendar.localDate(calendar.addWorkingDays(Date.parse(from), days));
  expect(due('2026-03-13T20:00:00+08:00', 3)).toBe('2026-03-25');
  expect(due('2026-03-17T09:00:00+08:00', 14)).toBe('2026-04-14');
});

test('calendar and emergency numbers say what is unsure', ({ expect }) => {
  expect(pack.holidays).toHaveLength(135);
  expect(pack.holidays.filter((row) => row.check).map((row) => row.date)).toEqual(['2027-12-26']);
  const unsure = pack.hours.filter((row) => row.check).map((row) => [row.validFrom, row.validTo]);
  expect(unsure).toEqual([
    ['2026-02-18', '2026-03-19'],
    ['2027-02-08', '2027-03-09'],
  ]);
  expect(pack.emergency.filter((row) => row.check).map((row) => row.number)).toEqual(['112', '129']);
});

test('notices pass the check that edits have to pass, and their ids say who gets them', ({ expect }) => {
  for (const row of pack.templates) {
    expect(checkTemplate(row), row.id).toEqual([]);
    expect(/^(staff|wa)-/.test(row.id), row.id).toBe(row.audience === 'staff');
    // A name on a locked screen tells who complained.
    expect(row.subject).not.toContain('{name}');
  }
});
