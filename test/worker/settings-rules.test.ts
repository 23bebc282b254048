/** What each kind of setting takes and refuses, from when it counts, and what it moves. */
import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { beforeEach, describe, it } from 'vitest';
import type { PackClock } from '../../shared/regencies/types.ts';
import { cases } from '../../workers/cases/table.ts';
import { clocks } from '../../workers/clocks/table.ts';
import { DAY, now } from '../../workers/platform/clock.ts';
import { openDb } from '../../workers/platform/db.ts';
import { regencyAt } from '../../workers/regency/snapshot.ts';
import { staff } from '../../workers/regency/table.ts';
import { rowNow, Settler } from '../support/settings.ts';
import { addStaff, loadRegency, newCase } from '../support/worker.ts';

const db = () => openDb(env.DB);
const regency = () => regencyAt(db(), now());
const at = (path: string, id?: string) =>
  `/desk/pengaturan/${path}${id === undefined ? '' : `/${encodeURIComponent(id)}`}`;
const received = async () => (await newCase({}, { at: now() })).caseId;
/** A local date so many days from today. */
const inDays = async (days: number) => (await regency()).calendar.localDate(now() + days * DAY);

let admin: Settler;

beforeEach(async () => {
  await loadRegency();
  admin = await Settler.of();
});

const law = 'Peraturan rekaan 1/2026';
const week = Object.fromEntries([0, 1, 2, 3, 4].map((day) => [`week.${day}`, '08.00-15.00']));
const clock = { clock: 'settle', appliesTo: 'biasa', days: '10', legalBasis: law, validFrom: '2030-01-07' };
const step = {
  ...{ label: 'Lewat dua hari', clocks: ['settle'], when: 'late', amount: '2', to: 'admin' },
  ...{ secretTo: '', way: 'digest', legalBasis: law, validFrom: '2030-01-07' },
};
const category = { name: 'Kolam ikan', lapor: 'Topik Lainnya', office: 'DISKAN', public: '1' };
const team = { number: '100/2026', date: '2026-01-05', members: 'Ani; Ketua; ani@contoh.example' };
const ramadan = {
  label: 'Ramadan 1449 H',
  validFrom: '2028-01-28',
  validTo: '2028-02-26',
  ...week,
  legalBasis: law,
};

type Fields = Parameters<Settler['post']>[1];
/** Path, what is sent, and the sentence that refuses it; no sentence = it is taken. */
const rules: [string, NonNullable<Fields>, RegExp?][] = [
  ['batas-waktu/baru', clock],
  ['batas-waktu/baru', { ...clock, days: '0' }, /Paling kecil 1/],
  ['batas-waktu/baru', { ...clock, days: 'dua' }, /Tulis dengan angka/],
  ['batas-waktu/baru', { ...clock, legalBasis: '' }, /Wajib diisi|Terlalu pendek/],
  ['batas-waktu/baru', { ...clock, validFrom: '2026-01-05' }, /Paling awal hari ini/],
  ['batas-waktu/baru', { ...clock, clock: 'reporter', reminders: '5\n10' }, /sebelum batas waktunya habis/],
  ['pengingat/baru', step],
  ['pengingat/baru', { ...step, clocks: [] }, /Pilih paling sedikit satu/],
  ['pengingat/baru', { ...step, when: 'share', amount: '120' }, /persen dari 1 sampai 99/],
  ['pengingat/baru', { ...step, secretTo: 'admin' }, /Pilih salah satu/],
  ['ringkasan/baru', { id: 'daily', at: '07:45', legalBasis: law, validFrom: '2030-01-07' }],
  [
    'ringkasan/baru',
    { id: 'daily', at: '22:00', legalBasis: law, validFrom: '2030-01-07' },
    /di luar jam kerja/,
  ],
  ['kategori/baru', category],
  [
    'kategori/baru',
    { ...category, name: 'Lampu hias', lapor: 'Perhubungan > Lampu Jalan' },
    /Yang mirip: Perhubungan &gt; Lampu/,
  ],
  ['kategori/baru', { ...category, name: 'sampah' }, /Sudah ada kategori/],
  ['kategori/baru', { ...category, name: 'Lampu taman', office: 'TIDAK-ADA' }, /sudah tidak berlaku/],
  ['jam-kerja/baru', ramadan],
  ['jam-kerja/baru', { ...ramadan, 'week.0': 'pagi' }, /07\.30-16\.00/],
  ['jam-kerja/baru', { ...ramadan, validTo: '2028-01-01' }, /tidak boleh sebelum/],
  [
    'jam-kerja/baru',
    { ...ramadan, validTo: '', ...Object.fromEntries(Object.keys(week).map((day) => [day, ''])) },
    /tanpa tanggal akhir/,
  ],
  ['sk-tim/baru', team],
  [
    'sk-tim/baru',
    { ...team, members: 'Ani, Ketua' },
    /nama; kedudukan; e-mail|Tulis setiap baris|Terlalu pendek|Bentuknya/i,
  ],
  ['sk-tim/baru', { ...team, members: `${team.members}\n${team.members}` }, /tertulis dua kali/],
  ['sk-tim/baru', { ...team, date: '2099-01-01' }, /belum tiba/],
  ['pelindungan-data/baru', { name: 'Unit Pelindungan Data', email: 'data@contoh.example' }],
  ['pelindungan-data/baru', { name: 'Unit Pelindungan Data' }, /paling sedikit satu/],
  [
    'hari-libur/baru',
    { date: '2026-01-01', name: 'Tahun Baru lagi', kind: 'libur_nasional' },
    /Sudah ada hari libur/,
  ],
  ['label/baru', { label: 'Ramai sekali' }],
  ['label/baru', { label: 'ramai sekali' }, /Sudah ada label/],
  ['masa-simpan/contact', { months: '6', legalBasis: law }],
  ['masa-simpan/contact', { months: '0', legalBasis: law }, /Paling kecil 1/],
];

describe('a kind of setting', () => {
  it('takes what is sound, and refuses the rest in words, with what was typed', async ({ expect }) => {
    for (const [path, fields, words] of rules) {
      const answer = await (words
        ? admin.post(at(path), { seen: '', ...fields })
        : admin.send(at(path), fields));
      const name = `${path} ${JSON.stringify(fields)}`;
      expect(answer.status, name).toBe(words ? 422 : 303);
      if (words) expect(answer.text, name).toMatch(words);
      const typed = fields.label ?? fields.name ?? fields.number ?? '';
      if (words) expect(answer.text, name).toContain(String(typed));
    }
  });

  it('keeps for itself what its parts name', async ({ expect }) => {
    for (const [path, fields, words] of rules) if (!words) await admin.send(at(path), fields);
    const { steps, clocks: rows, categories, dataOfficer } = await regency();
    expect(steps.at(-1)).toMatchObject({
      id: 'lewat-dua-hari',
      when: { at: 'late', days: 2 },
      secretTo: null,
    });
    expect(rows.at(-1)).toMatchObject({ id: 'settle-biasa:2030-01-07', days: 10 });
    expect(categories.get('kolam-ikan')).toMatchObject({ office: 'DISKAN', public: true });
    expect(dataOfficer).toEqual({
      name: 'Unit Pelindungan Data',
      email: 'data@contoh.example',
      phone: null,
      address: null,
    });
  });

  it('never loses what everything rests on', async ({ expect }) => {
    const stays: [string, string, RegExp][] = [
      ['jam-kerja', 'biasa', /Harus ada satu jam kerja/],
      ['batas-waktu', 'settle-biasa', /sudah berlaku dan tidak dapat diakhiri/],
      ['pengingat', 'late:2023-01-01', /sudah berlaku/],
      ['kategori', 'kekerasan', /Kanal sendiri memakai/],
      ['kategori', 'jalan-jembatan', /aturan penyaluran menuju kategori ini/],
    ];
    for (const [path, id, words] of stays) {
      const { text } = await admin.get(`${at(path, id)}/akhiri`);
      expect(text, path).toMatch(words);
      expect((await admin.post(`${at(path, id)}/akhiri`, {})).status).toBe(422);
    }
    const { about } = await regency();
    const same = { ...about, capital: 'Malili', inspectorate: about.adminOffice };
    const refused = await admin.post(at('daerah', about.code), { ...same, seen: '', demo: '' } as never);
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('tidak boleh instansi yang sama');
  });
});

describe('a time limit from a day on', () => {
  it('leaves what runs as it is, also the promise, and counts for what comes in from then on', async ({
    expect,
  }) => {
    const before = await received();
    const runs = () => db().select().from(clocks).where(eq(clocks.subjectId, before));
    const [kept, promised] = [await runs(), await promiseOf(before)];
    const today = await inDays(0);
    const settle = { clock: 'settle', appliesTo: 'biasa', days: '4', legalBasis: law, validFrom: today };
    const added = await admin.send(`${at('batas-waktu')}/baru?dari=settle-biasa`, settle);
    expect(added.status).toBe(303);
    const after = await received();
    expect(await runs()).toEqual(kept);
    expect(await promiseOf(before)).toBe(promised);
    const { calendar } = await regency();
    expect(calendar.workingDaysBetween(now(), await promiseOf(before))).toBe(17);
    expect(calendar.workingDaysBetween(now(), await promiseOf(after))).toBe(3 + 4);
    // The old one stays, as it was.
    expect((await rowNow('clock', 'settle-biasa'))?.data).toMatchObject({
      days: 14,
    } satisfies Partial<PackClock>);
  });

  it('waits for its day, and is not changed once it is there', async ({ expect }) => {
    const tomorrow = await inDays(1);
    await admin.send(at('batas-waktu/baru'), { ...clock, validFrom: tomorrow });
    const id = `settle-biasa:${tomorrow}`;
    const caseId = await received();
    expect((await regency()).calendar.workingDaysBetween(now(), await promiseOf(caseId))).toBe(17);
    await admin.send(at('batas-waktu', id), { days: '99', legalBasis: 'Peraturan rekaan 2/2026' });
    expect((await rowNow('clock', id))?.data).toMatchObject({
      days: 10,
      legalBasis: 'Peraturan rekaan 2/2026',
    });
    expect((await admin.send(`${at('batas-waktu', id)}/akhiri`, {})).status).toBe(303);
  });

  it('of the reporter counts from tomorrow: who was answered today was told until when', async ({
    expect,
  }) => {
    const reporter = { ...clock, clock: 'reporter', appliesTo: 'any', validFrom: await inDays(0) };
    expect((await admin.post(at('batas-waktu/baru'), reporter)).text).toContain('Paling awal besok');
  });
});

const promiseOf = async (id: number) => {
  const [row] = await db().select({ due: cases.dueAt }).from(cases).where(eq(cases.id, id));
  return Number(row?.due);
};

it('SK Tim stands beside the accounts: who has none, whose is asleep, and who is not named', async ({
  expect,
}) => {
  const person = (name: string, roles: Parameters<typeof addStaff>[0]) =>
    addStaff(roles, [], name, { email: `${name.toLowerCase()}@contoh.example` });
  const [asleep] = [
    await person('Budi', ['liaison']),
    await person('Citra', ['head']),
    await person('Dewi', ['campaigner']),
  ];
  await db().update(staff).set({ active: false }).where(eq(staff.id, asleep.id));
  await admin.send(at('sk-tim/baru'), {
    ...team,
    members: `${team.members}\nBudi; Anggota; budi@contoh.example`,
  });
  const { text } = await admin.get(at('sk-tim', `${team.date}:${team.number}`));
  expect(text).toContain('Anggota tanpa akun: Ani.');
  expect(text).toContain('dinonaktifkan: Budi.');
  expect(text).toMatch(/Akun aktif di luar SK: .*Citra \(Kepala/);
  expect(text).not.toContain('Dewi');
});

it('whom to ask about personal data stands on the form', async ({ expect }) => {
  await admin.send(at('pelindungan-data/baru'), { name: 'Unit Pelindungan Data', phone: '0474 123 456' });
  expect((await admin.get('/')).text).toContain('Unit Pelindungan Data, 0474 123 456');
});

describe('an example of an answer', () => {
  const NEW = '/desk/contoh-jawaban/baru';
  const example = {
    verb: 'answer',
    outcome: 'dikerjakan',
    label: 'Pipa diganti',
    category: 'air-ledeng',
    nextStep: '',
  };

  it('is added, offered to officers, ended and brought back', async ({ expect }) => {
    const refused = await admin.post(NEW, { ...example, text: 'Pipa sudah diganti.' });
    expect(refused.status).toBe(422);
    for (const part of ['Sisakan paling sedikit satu bagian', 'Pipa sudah diganti.', 'value="Pipa diganti"'])
      expect(refused.text).toContain(part);
    const added = await admin.post(NEW, { ...example, text: 'Pipa di [tempat] sudah diganti.' });
    expect(added.status).toBe(303);
    const id = /contoh-jawaban\/([\w-]+)/.exec(added.to)?.[1] ?? '';
    const offered = async () => (await regency()).answers.find((answer) => answer.id === id);
    expect(await offered()).toMatchObject({ verb: 'answer', outcome: 'dikerjakan', category: 'air-ledeng' });
    expect((await admin.send(`${at('contoh-jawaban', id)}/akhiri`, {})).status).toBe(303);
    expect(await offered()).toBeUndefined();
    expect((await admin.get(`${at('contoh-jawaban')}?tampil=berakhir`)).text).toContain('Pipa diganti');
    expect((await admin.get(`/desk/contoh-jawaban/${id}`)).to).toBe(at('contoh-jawaban', id));
    expect((await admin.get(at('contoh-jawaban', id))).text).toContain('Berlakukan lagi');
    expect((await admin.post(`${at('contoh-jawaban', id)}/aktifkan`)).status).toBe(303);
    expect(await offered()).toBeDefined();
  });
});
