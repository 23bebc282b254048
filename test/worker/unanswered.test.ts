/** An office that nobody answers for shows on the administrator's morning page, and only there. */
import { env } from 'cloudflare:workers';
import { beforeEach, describe, it } from 'vitest';
import { officesWithoutLiaison } from '../../workers/features/staff/queries.ts';
import { DAY, now } from '../../workers/platform/clock.ts';
import { openDb } from '../../workers/platform/db.ts';
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
  });
});
