/** The register of disclosures: who may read what of it, how far it is read, and how it is taken away. */
import { env } from 'cloudflare:workers';
import { beforeEach, describe, it } from 'vitest';
import { readRegister } from '../../workers/features/desk/register.ts';
import { session } from '../../workers/features/staff/table.ts';
import { MINUTE, now } from '../../workers/platform/clock.ts';
import { csvLine } from '../../workers/platform/csv.ts';
import { openDb } from '../../workers/platform/db.ts';
import { disclose } from '../../workers/privacy/disclosures.ts';
import { loadKeys } from '../../workers/privacy/keys.ts';
import { seal } from '../../workers/privacy/seal.ts';
import { Desk, fillForm, openDesks } from '../support/desk.ts';
import { counting } from '../support/rows.ts';
import { act, addStaff, caseRow, loadRegency, MONDAY, newCase, setClock } from '../support/worker.ts';

type Opened = Awaited<ReturnType<typeof openDesks>>;
let people: Opened['people'];
let desks: Opened['desks'];

const CONTACT = { name: 'Siti Aminah', email: 'siti@example.id' };
const PAGE = '/desk/catatan-akses';

beforeEach(async () => {
  setClock(MONDAY);
  await loadRegency();
  ({ people, desks } = await openDesks());
});

async function revealed(reason: string): Promise<string> {
  const { code } = await newCase({ contact: CONTACT });
  await act(people.admin, code, 'dispose', { office: 'PUPR' });
  await fillForm(desks.liaison, code, 'reveal', { reason });
  return code;
}

/** An accusation, whose verifier opened who sent it. */
async function revealedInSecret(): Promise<{ code: string; id: number }> {
  const { code } = await newCase({
    contact: CONTACT,
    text: 'Petugas loket minta uang.',
    aboutOfficial: true,
  });
  await act(people.admin, code, 'hold', { reason: 'Menuduh petugas.' });
  await fillForm(desks.verifier, code, 'reveal', { reason: 'Menanyakan siapa yang memungut.' });
  return { code, id: (await caseRow(code)).id };
}

describe('the register', () => {
  it('is for administrators and Inspektorat, newest first, with reasons', async ({ expect }) => {
    const first = await revealed('Menanyakan letak lubang.');
    const second = await revealed('Menanyakan nomor jalan.');
    const page = await desks.admin.text(PAGE);
    expect(page.indexOf(second)).toBeLessThan(page.indexOf(first));
    for (const words of ['Lina Penghubung', 'Identitas pelapor', 'Menanyakan letak lubang.'])
      expect(page).toContain(words);
    // Inspektorat reads no ordinary case, but why somebody opened it.
    const theirs = await desks.inspector.text(PAGE);
    expect(theirs).toContain('Menanyakan letak lubang.');
    expect(theirs).toContain('laporan yang tidak dapat Anda baca');
    expect(theirs).not.toContain(first);
    for (const desk of [desks.liaison, desks.verifier]) {
      expect((await desk.send(PAGE)).status).toBe(403);
      expect((await desk.api('/disclosures')).status).toBe(403);
    }
  });

  it('tells of an accusation neither code nor reason, and to the accused nothing', async ({ expect }) => {
    const { code, id } = await revealedInSecret();
    const page = await desks.admin.text(PAGE);
    expect(page).toContain('Vera Verifikator');
    expect(page).toContain('laporan yang tidak dapat Anda baca');
    expect(page).not.toContain('memungut');
    expect(page).not.toContain(code);
    const { disclosures } = await (await desks.admin.api('/disclosures')).json<Answer>();
    expect(disclosures).toMatchObject([{ kind: 'reveal', code: null, reason: null }]);
    await env.DB.prepare('INSERT INTO case_accused (case_id, subject) VALUES (?, ?)')
      .bind(id, `staff:${people.admin.id}`)
      .run();
    expect(await desks.admin.text(PAGE)).not.toContain('laporan yang tidak dapat Anda baca');
    expect((await (await desks.admin.api('/disclosures')).json<Answer>()).disclosures).toEqual([]);
  });

  it('is filtered by kind and person, page by page', async ({ expect }) => {
    await fill(120, 'print', 2);
    await fill(1, 'download', 1);
    await fill(120, 'print', 2);
    const page = await desks.admin.text(`${PAGE}?jenis=download`);
    expect(page.match(/<th scope="row">/g)).toHaveLength(1);
    let seen = 0;
    let cursor: string | null = '';
    for (let turns = 0; cursor !== null && turns < 9; turns++) {
      const answer = await desks.admin.api(`/disclosures?actor=staff:2&cursor=${cursor}`);
      const part: Answer = await answer.json();
      seen += part.disclosures.length;
      cursor = part.next;
    }
    expect([seen, cursor]).toEqual([240, null]);
    for (const wrong of ['jenis=lain', 'petugas=x', 'dari=x'])
      expect((await desks.admin.send(`${PAGE}?${wrong}`)).status, wrong).toBe(404);
  });

  it('is read by the data-protection officer, by period, without case or text', async ({ expect }) => {
    await fill(620, 'print', 2);
    const code = await revealed('Menanyakan letak lubang.');
    const { code: secret } = await revealedInSecret();
    const dpo = await Desk.of(await addStaff(['dpo'], [], 'Dewi Pelindung'));
    const page = await dpo.text(`${PAGE}?mulai=2026-07-20&akhir=2026-07-20`);
    for (const words of ['Lina Penghubung', 'Menanyakan letak lubang.', 'Vera Verifikator'])
      expect(page).toContain(words);
    for (const words of [code, secret, 'memungut', 'berlubang']) expect(page).not.toContain(words);
    expect(page.match(/<th scope="row">/g)).toHaveLength(2);
    const older = await dpo.text(`${PAGE}?akhir=2026-07-19`);
    expect(older).not.toContain('Menanyakan');
    expect(older).toContain('Lama.');
    expect((await dpo.api('/disclosures?from=2026-07-20')).status).toBe(200);
    expect((await dpo.send(`${PAGE}?mulai=kemarin`)).status).toBe(404);
    const file = await dpo.post(PAGE, { reason: 'Laporan tahunan.', mulai: '2026-07-20', akhir: '' });
    expect((await file.text()).trim().split('\r\n')).toHaveLength(4);
  });

  it('reads no more rows as it grows, also where a filter finds nothing', async ({ expect }) => {
    const spent = async () => {
      const { d1, rows } = counting(env.DB);
      const keys = await loadKeys(env);
      const page = await readRegister(openDb(d1), keys, people.admin, null, { actor: 'staff:99' });
      expect(page.lines).toEqual([]);
      return { read: rows.read, next: page.next };
    };
    await fill(600, 'print', 2);
    const small = await spent();
    await fill(3_000, 'print', 2);
    const large = await spent();
    expect(large.read).toBe(small.read);
    expect(large.next).not.toBeNull();
  });
});

interface Answer {
  disclosures: { kind: string; code: string | null; reason: string | null }[];
  next: string | null;
}

/** Rows as they would be after years. */
async function fill(count: number, kind: string, staffId: number): Promise<void> {
  const actor = `staff:${staffId}`;
  const place = { table: 'disclosures', column: 'reason', row: `${actor}:register:1` };
  const reason = await seal(await loadKeys(env), place, 'Lama.');
  await env.DB.prepare(
    `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${count})
     INSERT INTO disclosures (actor, kind, subject, what, reason, at)
     SELECT ?, ?, 'register', 'register', ?, 1 FROM n`,
  )
    .bind(actor, kind, reason)
    .run();
}

describe('the register as a file', () => {
  it('asks why and who it is, writes that down first, and does nothing in a spreadsheet', async ({
    expect,
  }) => {
    const code = await revealed('=HYPERLINK("http://example.com")');
    expect((await desks.admin.post(PAGE, { reason: 'x' })).status).toBe(422);
    await openDb(env.DB)
      .update(session)
      .set({ createdAt: new Date(now() - 11 * MINUTE) });
    const asked = await desks.admin.post(PAGE, { reason: 'Laporan ke Ombudsman.', jenis: 'reveal' });
    expect(asked.status).toBe(403);
    const carried = await asked.text();
    expect(carried).toContain('value="Laporan ke Ombudsman."');
    expect(carried).toContain('name="jenis" value="reveal"');
    await openDb(env.DB)
      .update(session)
      .set({ createdAt: new Date(now()) });
    const answer = await desks.admin.post(PAGE, { reason: 'Laporan ke Ombudsman.' });
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const lines = (await answer.text()).split('\r\n');
    expect(lines).toHaveLength(4);
    expect(lines[1]).toContain('export,Catatan akses (CSV),,Laporan ke Ombudsman.');
    expect(lines[2]).toContain(`${code},"'=HYPERLINK(""http://example.com"")"`);
    // A program with a key has no password to give.
    expect((await desks.inspector.post(PAGE, { reason: 'Pemeriksaan rutin.' })).status).toBe(200);
  });

  it('is read in bounded steps, and ends at five thousand lines', async ({ expect }) => {
    await fill(5_200, 'print', 2);
    await disclose(openDb(env.DB), await loadKeys(env), {
      ...{ actor: 'staff:1', kind: 'print', subject: 'register', what: 'register', at: now() },
      reason: 'Yang terbaru.',
    });
    const answer = await desks.admin.post(PAGE, { reason: 'Arsip tahunan.' });
    const lines = (await answer.text()).trim().split('\r\n');
    expect(lines).toHaveLength(5_001);
    expect(lines[2]).toContain('Yang terbaru.');
  });

  it('writes cells as text', ({ expect }) => {
    expect(csvLine(['a', 1, null, 'b,"c"', '-5', ' @x', '＝1', 'baris\nbaru'])).toBe(
      `a,1,,"b,""c""",'-5,' @x,'＝1,"baris\nbaru"\r\n`,
    );
  });
});
