/** An office that nobody answers for shows on the administrator's morning page, and only there. */
import { env } from 'cloudflare:workers';
import { beforeEach, describe, it } from 'vitest';
import { officeGaps } from '../../workers/features/staff/queries.ts';
import { DAY, now } from '../../workers/platform/clock.ts';
import { openDb } from '../../workers/platform/db.ts';
import { deputies } from '../../workers/regency/table.ts';
import { Desk } from '../support/desk.ts';
import { wantApproval } from '../support/office-settings.ts';
import { addStaff, loadRegency, MONDAY, setClock, testCtx } from '../support/worker.ts';

beforeEach(async () => {
  setClock(MONDAY);
  await loadRegency();
});

describe('an office without an active liaison', () => {
  it('is told to the administrator until one is there, and again when they stay away', async ({ expect }) => {
    const admin = await Desk.of(await addStaff(['admin'], ['DISKOMINFO'], 'Andi'));
    const head = await Desk.of(await addStaff(['head'], ['PUPR'], 'Kepala'));
    const { regency } = await testCtx();
    const missing = async () =>
      (await officeGaps(openDb(env.DB), regency, now())).flatMap(({ office, missing }) =>
        missing === 'liaison' ? [office] : [],
      );
    const own = [...regency.offices.values()].filter(({ kind }) => kind !== 'luar').length;
    expect(await missing()).toHaveLength(own);
    expect(await admin.text('/desk')).toContain(`${own} instansi tanpa pejabat penghubung yang aktif`);
    expect(await head.text('/desk')).not.toContain('tanpa pejabat penghubung');
    // Only invited is not there yet.
    const lina = await addStaff(['liaison'], ['PUPR'], 'Lina');
    expect(await missing()).toContain('PUPR');
    await Desk.of(lina);
    expect(await missing()).not.toContain('PUPR');
    setClock(MONDAY + 31 * DAY);
    expect(await missing()).toContain('PUPR');
    await Desk.of(lina);
    expect(await missing()).not.toContain('PUPR');
    await env.DB.prepare('UPDATE staff SET active = 0 WHERE id = ?').bind(lina.id).run();
    expect(await missing()).toContain('PUPR');
    // The session is over after a month.
    const later = await Desk.of(await addStaff(['admin'], [], 'Budi'));
    const page = await later.text('/desk');
    const link = '/desk/pengguna/baru?instansi=PUPR';
    expect(page).toContain(`href="${link}"`);
    const form = await later.text(link);
    for (const ticked of ['value="liaison"', 'value="PUPR"'])
      expect(form).toMatch(new RegExp(`<input[^>]*${ticked}[^>]*checked`));
  });

  it('is not told while somebody acts for the one who is away', async ({ expect }) => {
    const lina = await addStaff(['liaison'], ['PUPR'], 'Lina');
    await Desk.of(lina);
    setClock(MONDAY + 31 * DAY);
    const hasan = await addStaff(['liaison'], ['DLH'], 'Hasan');
    await Desk.of(hasan);
    const { regency } = await testCtx();
    const missing = async () =>
      (await officeGaps(openDb(env.DB), regency, now())).flatMap(({ office, missing }) =>
        missing === 'liaison' ? [office] : [],
      );
    expect(await missing()).toContain('PUPR');
    const row = { staffId: lina.id, deputyId: hasan.id, createdBy: lina.id, createdAt: now() };
    await openDb(env.DB)
      .insert(deputies)
      .values({ ...row, fromAt: now() - DAY, toAt: now() + DAY });
    expect(await missing()).not.toContain('PUPR');
    setClock(MONDAY + 33 * DAY);
    expect(await missing()).toContain('PUPR');
  });

  it('is told apart: no account, an account never used, an account left', async ({ expect }) => {
    const { regency } = await testCtx();
    const last = async () =>
      Object.fromEntries(
        (await officeGaps(openDb(env.DB), regency, now())).map(({ office, last }) => [office, last]),
      );
    const [lina, hasan] = [await addStaff(['liaison'], ['PUPR']), await addStaff(['liaison'], ['DLH'])];
    await Desk.of(lina);
    await Desk.of(hasan);
    await env.DB.prepare('UPDATE staff SET last_seen_at = NULL WHERE id = ?').bind(hasan.id).run();
    setClock(MONDAY + 31 * DAY);
    expect(await last()).toMatchObject({ PUPR: expect.any(Number), DLH: 'unused', DINKES: 'none' });
    const page = await (await Desk.of(await addStaff(['admin']))).text('/desk');
    const said = (code: string) => new RegExp(`instansi=${code}"[^/]*</a>:([^<]*)`).exec(page)?.[1]?.trim();
    expect(said('PUPR')).toBe('akun ada, tidak masuk sejak Senin, 20 Juli 2026');
    expect(said('DLH')).toBe('akun ada, belum pernah masuk');
    expect(said('DINKES')).toBe('belum ada akun');
  });
});

describe('an office whose answers need approval', () => {
  it('shows when nobody is there to give it', async ({ expect }) => {
    const gap = async () => {
      const { regency } = await testCtx();
      const gaps = await officeGaps(openDb(env.DB), regency, now());
      return gaps.find(({ office }) => office === 'PUPR');
    };
    await Desk.of(await addStaff(['liaison'], ['PUPR'], 'Lina'));
    expect(await gap()).toBeUndefined();
    await wantApproval('PUPR', 'colleague');
    expect(await gap()).toEqual({ office: 'PUPR', missing: 'colleague', last: 'none' });
    await wantApproval('PUPR', 'head');
    expect(await gap()).toEqual({ office: 'PUPR', missing: 'head', last: 'none' });
    const admin = await Desk.of(await addStaff(['admin']));
    expect(await admin.text('/desk')).toMatch(
      /1 instansi tanpa penyetuju jawaban yang aktif[\s\S]*instansi=PUPR"[^/]*<\/a>: *kepala belum ada akun/,
    );
    // Only invited is not there yet.
    const head = await addStaff(['head'], ['PUPR'], 'Kepala');
    expect(await gap()).toMatchObject({ missing: 'head', last: 'none' });
    await Desk.of(head);
    expect(await gap()).toBeUndefined();
    await wantApproval('PUPR', 'colleague');
    expect(await gap()).toBeUndefined();
  });
});
