import { env } from 'cloudflare:workers';
import { and, eq, isNotNull, ne } from 'drizzle-orm';
import { beforeEach, describe, it } from 'vitest';
import { loadPack } from '../../shared/regencies/index.ts';
import type { Pack } from '../../shared/regencies/types.ts';
import { requestKey, runVerb } from '../../workers/cases/run.ts';
import { submit } from '../../workers/cases/submit.ts';
import { cases, history } from '../../workers/cases/table.ts';
import { deskVerb } from '../../workers/cases/verbs/index.ts';
import { routeCases } from '../../workers/features/routing/jobs.ts';
import { openDb } from '../../workers/platform/db.ts';
import { loadPackIfNew, loadRows, setRow } from '../../workers/regency/load.ts';
import { rowsOf } from '../../workers/regency/pack-rows.ts';
import { regencyAt } from '../../workers/regency/snapshot.ts';
import { regencyRows, settingsVersion } from '../../workers/regency/table.ts';
import { addStaff, caseRow, complaint, loadRegency, MONDAY, newCase, testCtx } from '../support/worker.ts';

const db = () => openDb(env.DB);
const whole = await loadPack('luwu-timur');
const office = whole.offices[0];
if (!office) throw new Error('the pack has no office');
const key = `office/${office.code}`;

/** The pack with its first office under another name, or without it. */
const renamed = (name: string): Pack => ({
  ...whole,
  offices: whole.offices.map((one) => (one === office ? { ...one, name } : one)),
});
const without: Pack = { ...whole, offices: whole.offices.filter((one) => one !== office) };

const load = (pack: Pack, at = MONDAY) => loadRows(db(), rowsOf(pack), at);
const edit = (name: string) => setRow(db(), 'office', office.code, { ...office, name }, MONDAY);

async function version(): Promise<number> {
  const [row] = await db().select().from(settingsVersion);
  return row?.version ?? 0;
}

async function row() {
  const [found] = await db()
    .select()
    .from(regencyRows)
    .where(and(eq(regencyRows.kind, 'office'), eq(regencyRows.id, office?.code ?? '')));
  if (!found) throw new Error('no such row');
  return { ...found, name: (JSON.parse(found.data) as { name: string }).name };
}

const inForce = async () => (await regencyAt(db(), MONDAY)).offices.get(office.code)?.name;

describe('loading the pack', () => {
  beforeEach(() => loadRegency());

  it('again changes nothing', async ({ expect }) => {
    const before = await version();
    expect(await loadPackIfNew(db(), 'luwu-timur', MONDAY + 1)).toBeNull();
    const report = await load(whole, MONDAY + 1);
    expect(report).toMatchObject({ added: 0, updated: 0, ended: 0, conflicts: [] });
    expect(report.unchanged).toBe(rowsOf(whole).length);
    expect(await version()).toBe(before);
    expect(await db().select().from(regencyRows).where(ne(regencyRows.updatedAt, MONDAY))).toEqual([]);
  });

  it('takes what the pack changed, at once and with a new version', async ({ expect }) => {
    expect(await inForce()).toBe(office.name);
    const before = await version();
    expect(await load(renamed('Dinas Baru'))).toMatchObject({ added: 0, updated: 1, conflicts: [] });
    expect(await inForce()).toBe('Dinas Baru');
    expect(await version()).toBeGreaterThan(before);
  });

  it('keeps what staff edited, and marks what the pack has meanwhile', async ({ expect }) => {
    await edit('Dinas Kami');
    expect(await load(whole)).toMatchObject({ updated: 0, conflicts: [] });
    expect(await load(renamed('Dinas Baru'))).toMatchObject({ updated: 0, conflicts: [key] });
    const marked = await row();
    expect(marked).toMatchObject({ name: 'Dinas Kami', validTo: null });
    expect(marked.conflictHash).toMatch(/^[0-9a-f]{64}$/);
    const before = await version();
    expect((await load(renamed('Dinas Baru'))).conflicts).toEqual([key]);
    expect(await version()).toBe(before);
    await load(whole);
    expect(await row()).toMatchObject({ name: 'Dinas Kami', conflictHash: null });
  });

  it('is at peace when the pack comes to what staff wrote', async ({ expect }) => {
    await edit('Dinas Kami');
    await load(renamed('Dinas Lain'));
    expect(await load(renamed('Dinas Kami'))).toMatchObject({ updated: 1, conflicts: [] });
    expect(await row()).toMatchObject({ name: 'Dinas Kami', conflictHash: null });
    expect((await load(renamed('Dinas Baru'))).conflicts).toEqual([]);
    expect(await inForce()).toBe('Dinas Baru');
  });

  it('ends what the pack dropped, deletes nothing, and takes it back', async ({ expect }) => {
    expect(await load(without, MONDAY + 5)).toMatchObject({ ended: 1, conflicts: [] });
    expect(await row()).toMatchObject({ validTo: MONDAY + 5 });
    expect(await inForce()).toBeUndefined();
    expect((await load(without, MONDAY + 6)).ended).toBe(0);
    expect(await row()).toMatchObject({ validTo: MONDAY + 5 });
    await load(whole, MONDAY + 7);
    expect(await row()).toMatchObject({ validTo: null, name: office.name });
    expect(await inForce()).toBe(office.name);
  });

  it('ends nothing that staff edited or made', async ({ expect }) => {
    await edit('Dinas Kami');
    await setRow(db(), 'office', 'KAMI', { ...office, code: 'KAMI' }, MONDAY);
    expect(await load(without)).toMatchObject({ ended: 0, conflicts: [key] });
    expect(await row()).toMatchObject({ validTo: null, conflictHash: '' });
    expect(await inForce()).toBe('Dinas Kami');
    expect((await regencyAt(db(), MONDAY)).offices.has('KAMI')).toBe(true);
    expect(await db().select().from(regencyRows).where(isNotNull(regencyRows.validTo))).toEqual([]);
  });

  it('goes on where a load was cut off, and nobody takes the half for the whole', async ({ expect }) => {
    await env.DB.batch([env.DB.prepare('DELETE FROM regency_rows'), env.DB.prepare('DELETE FROM meta')]);
    const before = await version();
    const routing = "BEFORE INSERT ON regency_rows WHEN NEW.kind = 'routing'";
    await env.DB.prepare(
      `CREATE TRIGGER cut ${routing} BEGIN SELECT RAISE(ABORT, 'made to fail'); END`,
    ).run();
    await expect(loadPackIfNew(db(), 'luwu-timur', MONDAY)).rejects.toThrow();
    const half = await version();
    expect(half).toBeGreaterThan(before);
    await env.DB.prepare('DROP TRIGGER cut').run();
    const report = await loadPackIfNew(db(), 'luwu-timur', MONDAY);
    expect(report).toMatchObject({ updated: 0, ended: 0, conflicts: [] });
    expect((report?.added ?? 0) + (report?.unchanged ?? 0)).toBe(rowsOf(whole).length);
    expect(report?.unchanged).toBeGreaterThan(0);
    expect(await version()).toBeGreaterThan(half);
    expect(await inForce()).toBe(office.name);
  });
});

describe('settings that change while somebody works', () => {
  beforeEach(() => loadRegency());
  const change = () => setRow(db(), 'switch', 'sesuatu', { id: 'sesuatu', on: true }, MONDAY);

  it('cost a citizen nothing, and the case keeps the version that decided', async ({ expect }) => {
    const ctx = await testCtx({ at: MONDAY });
    await change();
    const receipt = await submit(ctx, { complaint: complaint(), challenge: null, unproven: false });
    expect((await caseRow(receipt.code)).settings).toBe(await version());
    expect(await db().select().from(cases)).toHaveLength(1);
    expect(await db().select().from(history)).toHaveLength(1);
    expect(ctx.hints).toHaveLength(1);
  });

  it('make a verb plan again, once, with those of now', async ({ expect }) => {
    const admin = await addStaff(['admin'], []);
    const { code, caseId } = await newCase();
    const verb = deskVerb('dispose');
    if (!verb) throw new Error('no verb');
    const plain = await testCtx();
    const request = await requestKey(plain.keys, crypto.randomUUID(), `dispose:${code}`, { office: 'PUPR' });
    const ctx = await testCtx({ staff: admin, request });
    await change();
    const done = await runVerb(ctx, verb, code, { office: 'PUPR' });
    expect(await caseRow(code)).toMatchObject({ office: 'PUPR', version: 2, settings: await version() });
    const written = await db().select().from(history).where(eq(history.caseId, caseId));
    expect(written.map((link) => link.verb)).toEqual(['submit', 'dispose']);
    expect(await runVerb(ctx, verb, code, { office: 'PUPR' })).toMatchObject({ seq: done.seq });
  });

  it('leave a case with the router until it has read them', async ({ expect }) => {
    const { code, caseId } = await newCase({ text: 'Lampu jalan di lorong kami mati.' }, { unrouted: true });
    await regencyAt(db(), Date.now());
    await env.DB.prepare('UPDATE settings_version SET version = version + 1').run();
    await routeCases(env, [caseId]);
    expect((await caseRow(code)).version).toBe(1);
    await routeCases(env, [caseId]);
    expect(await caseRow(code)).toMatchObject({ version: 2, settings: await version() });
  });

  it('ask to try again when they change without end', async ({ expect }) => {
    const ctx = await testCtx({ at: MONDAY });
    const settings = 'UPDATE settings_version SET version = version + 1';
    await env.DB.prepare(`CREATE TRIGGER restless AFTER INSERT ON history BEGIN ${settings}; END`).run();
    await expect(
      submit(ctx, { complaint: complaint(), challenge: null, unproven: false }),
    ).rejects.toMatchObject({ kind: 'unavailable' });
    await env.DB.prepare('DROP TRIGGER restless').run();
    expect(await db().select().from(cases)).toEqual([]);
  });
});
