/** "Ingatkan lewat WhatsApp": who may, whom, what the text says, and that the number stands nowhere but in the link. */
import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, it, vi } from 'vitest';
import type { Role, Staff } from '../../shared/permissions/people.ts';
import { caseAccused, entries, history } from '../../workers/cases/table.ts';
import { DAY, shiftClock } from '../../workers/platform/clock.ts';
import { openDb } from '../../workers/platform/db.ts';
import { loadKeys } from '../../workers/privacy/keys.ts';
import { sealPhone } from '../../workers/regency/staff-phone.ts';
import { staff } from '../../workers/regency/table.ts';
import { Desk } from '../support/desk.ts';
import { giveNumber, held } from '../support/journeys.ts';
import { act, addStaff, caseRow, loadRegency, newCase } from '../support/worker.ts';

const db = () => openDb(env.DB);

async function withPhone(roles: Role[], offices: string[], name: string, phone: string): Promise<Staff> {
  const person = await addStaff(roles, offices, name);
  await db()
    .update(staff)
    .set({ phone: await sealPhone(await loadKeys(env), person.id, phone) })
    .where(eq(staff.id, person.id));
  return person;
}

let admin: Staff;
let liaison: Staff;
let head: Staff;
let leader: Staff;

beforeEach(async () => {
  await loadRegency();
  admin = await withPhone(['admin'], ['DISKOMINFOSP'], 'Andi Admin', '0812-0000-0201');
  liaison = await withPhone(['liaison'], ['PUPR'], 'Lina Penghubung', '0812-0000-0202');
  head = await withPhone(['head'], ['PUPR'], 'Karim Kepala', '+62 812 0000 0203');
  leader = await addStaff(['leader'], [], 'Hasan Pimpinan');
});
afterEach(() => vi.restoreAllMocks());

async function disposed(body: Parameters<typeof newCase>[0] = {}): Promise<string> {
  const { code } = await newCase(body);
  await act(admin, code, 'dispose', { office: 'PUPR' });
  return code;
}

const remind = async (who: Staff, code: string, target: string, key: string = crypto.randomUUID()) =>
  (await Desk.of(who)).api(`/cases/${code}/remind`, { target }, { 'idempotency-key': key });

interface Reminded {
  version: number;
  whatsapp: string;
}
const reminded = async (...args: Parameters<typeof remind>) => (await remind(...args)).json<Reminded>();

/** Buttons of the page, by target. */
async function offered(who: Staff, code: string): Promise<string[]> {
  const page = await (await Desk.of(who)).text(`/desk/kasus/${code}`);
  return [...page.matchAll(/name="target" value="([^"]+)"/g)].map((match) => match[1] ?? '');
}

const entriesOf = async (code: string) => {
  const { id } = await caseRow(code);
  const links = await db().select().from(history).where(eq(history.caseId, id));
  const said = await db().select().from(entries).where(eq(entries.caseId, id));
  return { verbs: links.map(({ verb }) => verb), said };
};

const accuse = async (code: string, subject: string) =>
  db()
    .insert(caseAccused)
    .values({ caseId: (await caseRow(code)).id, subject });

describe('who is offered', () => {
  it('is the office that holds it and its people, when they have a number', async ({ expect }) => {
    await addStaff(['liaison'], ['PUPR'], 'Tanpa Nomor');
    await withPhone(['liaison'], ['DLH'], 'Dinas Lain', '0812-0000-0204');
    const gone = await withPhone(['head'], ['PUPR'], 'Sudah Pindah', '0812-0000-0205');
    await db().update(staff).set({ active: false }).where(eq(staff.id, gone.id));
    const code = await disposed();
    const people = [`staff:${head.id}`, `staff:${liaison.id}`];
    expect(await offered(admin, code)).toEqual(people);
    await giveNumber('PUPR', '0811-0000-0300');
    expect(await offered(leader, code)).toEqual(['office:PUPR', ...people]);
    // Nobody reminds themselves.
    expect(await offered(liaison, code)).toEqual(['office:PUPR', `staff:${head.id}`]);
  });

  it('are the administrators while they hold it', async ({ expect }) => {
    await giveNumber('DISKOMINFOSP', '0811-0000-0301');
    const { code } = await newCase();
    expect(await offered(leader, code)).toEqual(['office:DISKOMINFOSP', `staff:${admin.id}`]);
    expect((await remind(leader, code, `staff:${liaison.id}`)).status).toBe(422);
  });

  it('is never somebody accused, by page or API', async ({ expect }) => {
    await giveNumber('PUPR', '0811-0000-0300');
    const code = await disposed();
    await accuse(code, `staff:${head.id}`);
    expect(await offered(admin, code)).toEqual(['office:PUPR', `staff:${liaison.id}`]);
    expect((await remind(admin, code, `staff:${head.id}`)).status).toBe(422);
    await accuse(code, 'office:PUPR');
    expect(await offered(admin, code)).toEqual([]);
    for (const target of ['office:PUPR', `staff:${liaison.id}`])
      expect((await remind(admin, code, target)).status, target).toBe(422);
    expect((await entriesOf(code)).verbs).not.toContain('remind');
  });

  it('is nobody of an accusation, whoever asks', async ({ expect }) => {
    const verifier = await withPhone(['verifier'], [], 'Vera', '0812-0000-0206');
    const inspector = await withPhone(['inspector'], ['INSPEKTORAT'], 'Iwan', '0812-0000-0207');
    await giveNumber('INSPEKTORAT', '0811-0000-0302');
    const code = await held();
    const targets = [
      'office:INSPEKTORAT',
      `staff:${verifier.id}`,
      `staff:${inspector.id}`,
      `staff:${admin.id}`,
    ];
    for (const target of targets) {
      expect((await remind(verifier, code, target)).status).toBe(403);
      for (const who of [admin, liaison, leader]) expect((await remind(who, code, target)).status).toBe(404);
    }
    expect(await offered(verifier, code)).toEqual([]);
    await act(verifier, code, 'pass_to_inspectorate', {});
    for (const target of targets) expect((await remind(inspector, code, target)).status).toBe(403);
    expect((await entriesOf(code)).verbs).not.toContain('remind');
  });

  it('is nobody of a case that is closed', async ({ expect }) => {
    const { code } = await newCase();
    await act(admin, code, 'archive', { category: 'spam', reason: 'Iklan, bukan laporan.' });
    expect(await offered(leader, code)).toEqual([]);
    expect((await remind(leader, code, `staff:${admin.id}`)).status).toBe(409);
  });
});

describe('the reminder', () => {
  it('is written once, without name or number, and answered by the link', async ({ expect }) => {
    const code = await disposed({
      title: 'Jalan Rahasia',
      contact: { name: 'Sitti', phone: '081299998888' },
    });
    const key = crypto.randomUUID();
    const target = `staff:${head.id}`;
    const first = await reminded(leader, code, target, key);
    const again = await reminded(leader, code, target, key);
    expect(again).toEqual(first);
    const { verbs, said } = await entriesOf(code);
    expect(verbs).toEqual(['submit', 'dispose', 'remind']);
    expect(said.at(-1)).toMatchObject({
      visibility: 'desk',
      facts: JSON.stringify({ target, way: 'whatsapp' }),
      words: null,
    });
    expect((await caseRow(code)).state).toBe('disposed');
    const link = new URL(first.whatsapp);
    expect(link.origin + link.pathname).toBe('https://wa.me/6281200000203');
    expect([...link.searchParams.keys()]).toEqual(['text']);
    const text = link.searchParams.get('text') ?? '';
    expect(text).toContain(`Yth. Bapak/Ibu, laporan ${code} pada Dinas Pekerjaan Umum`);
    expect(text).toMatch(/Batas waktu Tanggapan pertama: \w+, \d+ \w+ \d{4} \(\d+ hari kerja lagi\)\./);
    expect(text).toContain(`/desk/kasus/${code}`);
    expect(text).not.toMatch(/[{}]|Rahasia|berlubang|Sitti|9999|Karim|0203/);
  });

  it('goes from the page straight to WhatsApp, and shows in the history by name', async ({ expect }) => {
    await giveNumber('PUPR', '0811-0000-0300');
    const code = await disposed();
    const desk = await Desk.of(admin);
    const page = await desk.text(`/desk/kasus/${code}`);
    expect(page).not.toMatch(/0000.?0(20[1-3]|300)/);
    const key = /\/remind"><input type="hidden" name="key" value="([^"]+)"/.exec(page)?.[1] ?? '';
    const form = { key, target: 'office:PUPR' };
    const [one, two] = [
      await desk.post(`/desk/kasus/${code}/remind`, form),
      await desk.post(`/desk/kasus/${code}/remind`, form),
    ];
    expect([one.status, two.status]).toEqual([303, 303]);
    expect(one.headers.get('location')).toMatch(/^https:\/\/wa\.me\/6281100000300\?text=/);
    expect(two.headers.get('location')).toBe(one.headers.get('location'));
    await act(admin, code, 'remind', { target: `staff:${liaison.id}` });
    const after = await desk.text(`/desk/kasus/${code}`);
    expect(after.match(/Diingatkan lewat WhatsApp/g)).toHaveLength(2);
    expect(after).toContain('Kepada: Lina Penghubung');
    expect(after).toContain('Kepada: Dinas Pekerjaan Umum');
    expect(after).not.toMatch(/0000.?0(20[1-3]|300)/);
    const json = await (await desk.api(`/cases/${code}`)).text();
    expect(json).toContain('"to":"Lina Penghubung"');
    expect(json).not.toMatch(/0000.?0(20[1-3]|300)/);
  });

  it('names the clock that is due first, and how late it is', async ({ expect }) => {
    const code = await disposed();
    shiftClock(60 * DAY);
    const { whatsapp } = await reminded(admin, code, `staff:${head.id}`);
    expect(new URL(whatsapp).searchParams.get('text')).toMatch(
      /Tanggapan pertama: .*terlambat \d+ hari kerja/,
    );
  });

  it('gives no link when the case changed hands before the repeat', async ({ expect }) => {
    const code = await disposed();
    const key = crypto.randomUUID();
    await reminded(liaison, code, `staff:${head.id}`, key);
    await act(liaison, code, 'return', { reason: 'Bukan urusan kami.', suggestion: 'DPKPP' });
    await act(admin, code, 'decide_return', { office: 'DPKPP' });
    const late = await remind(liaison, code, `staff:${head.id}`, key);
    expect(late.status).toBe(404);
    expect(await late.text()).not.toContain('wa.me');
  });

  it('is for those who move or watch the case, not for who reads along', async ({ expect }) => {
    const { code } = await newCase();
    await act(admin, code, 'dispose', { office: 'PUPR', copies: ['DLH'] });
    const copy = await addStaff(['liaison'], ['DLH']);
    expect((await remind(copy, code, `staff:${head.id}`)).status).toBe(403);
    expect(await offered(copy, code)).toEqual([]);
  });

  it('leaves the number in no row, log or refused answer', async ({ expect }) => {
    const logged: string[] = [];
    for (const level of ['log', 'info', 'warn', 'error'] as const)
      vi.spyOn(console, level).mockImplementation((...args) => void logged.push(args.map(String).join(' ')));
    const code = await disposed();
    await reminded(admin, code, `staff:${head.id}`);
    await remind(admin, code, `staff:${leader.id}`);
    const tables = await env.DB.prepare(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\'",
    ).all<{ name: string }>();
    let rows = '';
    for (const { name } of tables.results)
      rows += JSON.stringify((await env.DB.prepare(`SELECT * FROM "${name}"`).all()).results);
    for (const text of [rows, logged.join('\n')]) expect(text).not.toMatch(/0000.?020[1-3]/);
  });
});
