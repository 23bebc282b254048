/**
 * Another regency, made by one command in a copy of the project: whatever it shows, sends or prints, to anybody, is its
 * own. Nowhere stands the name, the code or the prefix of the one that Kanal was first made for.
 */
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { getVillages } from 'idn-area-data';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { readMail } from '../../workers/local/mail-text.ts';
import { statusBecomes, within } from './people.ts';
import { type Running, run, start, stop } from './process.ts';
import { copyProject } from './regency-copy.ts';
import { freePort } from './support.ts';
import { formsOf, type Visit, type Visitor, visitor } from './visitor.ts';

/** A key of random hexadecimal digits may hold 73-24, but never at its beginning. */
const FOREIGN = /luwu[ _-]?timur|\b73[.-]24|\bLT-|malili|lutim/i;
const OWN = 'Kabupaten Luwu Utara';
const REPORTER = 'warga.utara@example.id';

/** What a stranger may read, and from where everything else is found. */
const doors = [
  '/',
  '/lacak',
  '/lacak/pin',
  '/lacak/LU-XXXX-XXXX',
  '/masuk',
  '/masuk/kode',
  '/masuk/lupa',
  '/masuk/undangan/tidak-ada',
  '/api',
  '/api/v1/openapi.json',
  '/api/v1/areas',
  '/api/v1/categories',
  '/api/v1/offices',
  '/api/v1/challenge',
  '/sw.js',
  '/tidak-ada',
];
const desk = ['/desk', '/api/v1/desk/cases', '/api/v1/desk/dead-letters'];

const copy = copyProject();
const folder = join(copy, 'data');
const port = await freePort();
const origin = `http://localhost:${port}`;
const env = { PORT: String(port), KANAL_DATA: folder, KANAL_REGENCY: 'luwu-utara' };
const printed: string[] = [];
let running: Running;
let clients = 0;

beforeAll(async () => {
  printed.push((await run('new-regency', ['73.22'], {}, copy)).output);
  running = await start(env, copy);
  printed.push(running.output());
});

afterAll(async () => {
  await stop(running);
  rmSync(copy, { recursive: true, force: true });
});

/** Passages of the other regency among what was read. */
function foreign(visits: readonly Visit[]): string[] {
  return visits.flatMap(({ path, text }) => {
    const found = FOREIGN.exec(text);
    return found ? [`${path}: …${text.slice(Math.max(0, found.index - 60), found.index + 60)}…`] : [];
  });
}

async function signedIn(mailbox: string): Promise<Visitor> {
  const person = visitor(origin, ++clients);
  const password = 'contoh-kanal-lapor';
  const inbox = await person.post('/masuk', { ke: '/desk', email: `${mailbox}@contoh.example`, password });
  if (!inbox.text.includes('Keluar')) throw new Error(`${mailbox} could not sign in: ${inbox.status}`);
  return person;
}

/** Every kind of form once, with nothing but what the page has filled in; no account, key or setting is ended. */
async function sendEmpty(person: Visitor, visits: readonly Visit[]): Promise<Visit[]> {
  const forms = visits.flatMap(formsOf).filter(({ action }) => !/\/(nonaktif|cabut|akhiri)$/.test(action));
  const kinds = new Map(forms.map((form) => [form.action.replaceAll(/LU-\w{4}-\w{4}|\d+/g, '#'), form]));
  const answers: Visit[] = [];
  for (const { action, hidden } of kinds.values()) answers.push(await person.post(action, hidden));
  return answers;
}

const mails = () =>
  readdirSync(join(folder, 'mailbox')).map((name) => readMail(readFileSync(join(folder, 'mailbox', name))));

/** Subjects of notices that wait for the office to open: this test runs at any hour. */
async function waiting(admin: Visitor): Promise<string[]> {
  const subjects: string[] = [];
  let next: string | null = '';
  while (next !== null) {
    const query: string = `list=waiting&cursor=${encodeURIComponent(next)}`;
    const page = JSON.parse((await admin.get(`/api/v1/desk/deliveries?${query}`)).text) as {
      deliveries: { notice: string; reason: string | null }[];
      next: string | null;
    };
    const closed = page.deliveries.filter(({ reason }) => reason === 'Menunggu jam kerja');
    subjects.push(...closed.map(({ notice }) => notice));
    next = page.next;
  }
  return subjects;
}

/** Submits as a browser without JavaScript does. */
async function report(person: Visitor, text: string): Promise<{ code: string; pin: string; visit: Visit }> {
  const fields = { key: randomUUID(), kind: 'complaint', text, 'contact.email': REPORTER };
  const visit = await person.post('/', fields);
  const slot = (name: string) => new RegExp(`data-slot="${name}">([^<]+)<`).exec(visit.text)?.[1] ?? '';
  return { code: slot('code'), pin: slot('pin'), visit };
}

describe('a second regency', () => {
  test('is what the commands say', ({ expect }) => {
    expect(printed[0]).toContain('15 kecamatan, 173 desa dan kelurahan');
    expect(printed[1]).toContain(`Kanal for ${OWN} is running`);
    expect(printed.filter((output) => FOREIGN.test(output))).toEqual([]);
  });

  test('has the areas of its own code, all of them', async ({ expect }) => {
    const answer = await fetch(`${origin}/api/v1/areas`);
    const areas = (await answer.json()) as { code: string }[];
    const villages = (await getVillages()).filter((village) => village.code.startsWith('73.22.'));
    const codes = new Set(areas.map((area) => area.code));
    expect(villages.filter((village) => !codes.has(village.code))).toEqual([]);
    expect([...codes].filter((code) => !/^73\.22(\.|$)/.test(code))).toEqual([]);
    expect(codes.size).toBe(1 + 15 + villages.length);
  });

  test('shows a stranger nothing of another', async ({ expect }) => {
    const stranger = visitor(origin, ++clients);
    const visits = await stranger.crawl([...doors, ...desk]);
    expect(visits.length).toBeGreaterThan(doors.length);
    expect(foreign([...visits, ...(await sendEmpty(stranger, visits))])).toEqual([]);
    const pages = visits.filter(({ text }) => text.startsWith('<html') || text.startsWith('<!'));
    expect(pages.length).toBeGreaterThan(9);
    expect(pages.filter(({ text }) => !text.includes(OWN)).map(({ path }) => path)).toEqual([]);
    const spoken = visits.filter(({ text }) => text.includes('LU-')).map(({ path }) => path);
    expect(spoken).toEqual(expect.arrayContaining(['/lacak', '/api/v1/openapi.json']));
  });

  test.for([
    ['admin', 60],
    ['verifikator', 18],
    ['pupr', 25],
    ['kepala-pupr', 25],
    ['inspektorat', 18],
    ['pimpinan', 30],
    ['humas', 15],
    ['kim', 15],
    ['dpo', 8],
  ] as const)('shows %s nothing of another', async ([mailbox, atLeast], { expect }) => {
    const person = await signedIn(mailbox);
    const visits = await person.crawl([...desk, ...doors]);
    expect(visits.length).toBeGreaterThanOrEqual(atLeast);
    expect(visits.filter(({ status }) => status === 429 || status >= 500)).toEqual([]);
    expect(foreign([...visits, ...(await sendEmpty(person, visits))])).toEqual([]);
  });

  test('gives receipts, answers and mails of its own', async ({ expect }) => {
    const citizen = visitor(origin, ++clients);
    const receipt = await report(
      citizen,
      'Jalan kabupaten di depan pasar berlubang besar, aspalnya rusak parah.',
    );
    expect(receipt.code).toMatch(/^LU-\w{4}-\w{4}$/);
    await statusBecomes(origin, receipt.code, 'assigned');
    const office = await signedIn('pupr');
    const at = `/desk/kasus/${receipt.code}`;
    const visits = [receipt.visit, await office.get(at)];
    const form = formsOf(visits[1] ?? receipt.visit).find(({ action }) => action === `${at}/answer`);
    if (!form) throw new Error('no form to answer');
    const answer = {
      outcome: 'dijelaskan',
      text: 'Penambalan mulai pekan depan.',
      sure: '1',
      acceptWarnings: '1',
    };
    visits.push(await office.post(form.action, { ...form.hidden, ...answer }));
    await statusBecomes(origin, receipt.code, 'answered');
    visits.push(await citizen.post('/lacak', { kode: receipt.code, pin: receipt.pin }));
    const own = await citizen.crawl(['/lacak/laporan', `/lacak/${receipt.code}`]);
    visits.push(...own);
    expect(visits.map(({ text }) => text).join()).toContain('Penambalan mulai pekan depan.');
    await citizen.post('/lacak/pin', { kode: receipt.code, email: REPORTER });
    await citizen.post('/masuk/lupa', { email: 'pimpinan@contoh.example' });
    const subjects = [/sudah kami terima/, /diteruskan ke/, /sudah dijawab/, /PIN baru/, /kata sandi/i];
    const admin = await signedIn('admin');
    await within(async () => {
      const known = [...mails().map(({ subject }) => subject), ...(await waiting(admin))];
      const missing = subjects.filter((subject) => !known.some((one) => subject.test(one)));
      if (missing.length > 0) throw new Error(`no mail for ${missing.join(', ')}`);
    });
    const letters = mails().map(({ subject, text }) => ({ path: subject, status: 0, text: subject + text }));
    const link = /http:\/\/localhost:\d+(\/lacak\/pin\/\S+)/.exec(letters.map(({ text }) => text).join('\n'));
    visits.push(await citizen.get(link?.[1] ?? ''));
    // At last, because an empty form erases the contact.
    visits.push(...(await sendEmpty(citizen, own)));
    expect(foreign([...visits, ...letters])).toEqual([]);
    expect(letters.filter(({ text }) => !text.includes(OWN)).map(({ path }) => path)).toEqual([]);
  });

  test('refuses with examples of its own', async ({ expect }) => {
    const { key } = JSON.parse(readFileSync(join(folder, 'api-key.json'), 'utf8')) as { key: string };
    const refused = async (body: object) => {
      const answer = await fetch(`${origin}/api/v1/complaints`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${key}`,
          'idempotency-key': randomUUID(),
          'content-type': 'application/json',
        },
        body: JSON.stringify({ kind: 'complaint', text: 'Lampu jalan di dusun kami padam.', ...body }),
      });
      return { path: JSON.stringify(body), status: answer.status, text: await answer.text() };
    };
    const answers = await Promise.all([
      refused({ area: 'Masamba Timur' }),
      refused({ area: '73.24.01' }),
      refused({ category: 'tidak-ada' }),
      refused({ office: 'TIDAK-ADA' }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([422, 422, 422, 422]);
    expect(answers[0]?.text).toContain('Masamba');
    expect(foreign(answers)).toEqual([]);
  });

  test('keeps and documents nothing of another', async ({ expect }) => {
    const backup = join(copy, 'backup');
    for (const [command, ...args] of [['backup', backup], ['verify-history']] as const) {
      const { code, output } = await run(command, args, env, copy);
      expect(code, output).toBe(0);
      printed.push(output);
    }
    expect(printed.filter((output) => FOREIGN.test(output))).toEqual([]);
    const db = new DatabaseSync(join(backup, 'db.sqlite'), { readOnly: true });
    const settings = db.prepare('select kind, id, data from regency_rows').all() as Record<string, string>[];
    expect(settings.length).toBeGreaterThan(300);
    expect(settings.flatMap((row) => FOREIGN.exec(Object.values(row).join(' '))?.[0] ?? [])).toEqual([]);
    const codes = db.prepare('select code, area from cases').all() as { code: string; area: string | null }[];
    expect(codes.length).toBeGreaterThan(30);
    expect(codes.filter(({ code }) => !code.startsWith('LU-'))).toEqual([]);
    expect(codes.filter(({ area }) => area !== null && !area.startsWith('73.22'))).toEqual([]);
    db.close();
    expect(readFileSync(join(backup, 'db.sqlite')).toString('latin1')).not.toMatch(/luwu[ -]timur|73\.24\./i);
  });
});
