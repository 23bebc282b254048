/** An office that nobody answers for shows on the administrator's morning page, and only there. */
import { env } from 'cloudflare:workers';
import { beforeEach, describe, it } from 'vitest';
import { officesWithoutLiaison } from '../../workers/features/staff/queries.ts';
import { DAY, now } from '../../workers/platform/clock.ts';
import { openDb } from '../../workers/platform/db.ts';
import { deputies } from '../../workers/regency/table.ts';
import { Desk } from '../support/desk.ts';
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
    const missing = async () => officesWithoutLiaison(openDb(env.DB), regency, now());
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
    const missing = async () => officesWithoutLiaison(openDb(env.DB), regency, now());
    expect(await missing()).toContain('PUPR');
    const row = { staffId: lina.id, deputyId: hasan.id, createdBy: lina.id, createdAt: now() };
    await openDb(env.DB)
      .insert(deputies)
      .values({ ...row, fromAt: now() - DAY, toAt: now() + DAY });
    expect(await missing()).not.toContain('PUPR');
    setClock(MONDAY + 33 * DAY);
    expect(await missing()).toContain('PUPR');
  });
});
