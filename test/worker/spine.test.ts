import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { beforeEach, describe, it } from 'vitest';
import { firstBreak } from '../../workers/cases/chain.ts';
import { cases, history } from '../../workers/cases/table.ts';
import { routeCases } from '../../workers/features/routing/jobs.ts';
import { openDb } from '../../workers/platform/db.ts';
import {
  act,
  addStaff,
  caseRow,
  loadRegency,
  MONDAY,
  newCase as routedCase,
  testCtx,
} from '../support/worker.ts';

const newCase = (body: Parameters<typeof routedCase>[0], options = {}) =>
  routedCase(body, { unrouted: true, ...options });

const pothole = {
  text: 'Jalan kabupaten di depan pasar berlubang besar, aspalnya rusak parah.',
  area: '73.24.04.1003',
};

describe('a complaint reaches the responsible office', () => {
  beforeEach(() => loadRegency());

  it('is submitted, routed, answered and settled, and its chain holds', async ({ expect }) => {
    const liaison = await addStaff(['liaison'], ['PUPR']);
    const receipt = await newCase(pothole);
    expect(receipt.code).toMatch(/^LT-[A-Z0-9]{4}-[A-Z0-9]{4}$/);
    expect(receipt.pin).toMatch(/^\d{6}$/);
    await routeCases(env, [receipt.caseId]);
    const routed = await caseRow(receipt.code);
    expect(routed).toMatchObject({ state: 'disposed', office: 'PUPR', holder: 'PUPR', version: 2 });
    await act(liaison, receipt.code, 'answer', {
      outcome: 'dijelaskan',
      text: 'Lubang akan ditambal pekan depan.',
    });
    await act('reporter', receipt.code, 'confirm', {});
    await act('reporter', receipt.code, 'rate', { score: 4 });
    const row = await caseRow(receipt.code);
    expect(row).toMatchObject({ state: 'resolved', rating: 4, version: 5 });
    const chain = await openDb(env.DB)
      .select()
      .from(history)
      .where(eq(history.caseId, row.id))
      .orderBy(history.seq);
    expect(chain.map((link) => link.verb)).toEqual(['submit', 'route', 'answer', 'confirm', 'rate']);
    expect(await firstBreak(chain)).toBeNull();
    expect(
      await firstBreak(chain.map((link) => (link.seq === 3 ? { ...link, actor: 'staff:99' } : link))),
    ).toBe(3);
  });

  it('holds an accusation for the verifier, away from every office', async ({ expect }) => {
    await addStaff(['verifier'], []);
    const receipt = await newCase({
      text: 'Kepala desa kami minta uang 500 ribu untuk tiap surat keterangan, tanpa kuitansi.',
    });
    await routeCases(env, [receipt.caseId]);
    expect(await caseRow(receipt.code)).toMatchObject({ state: 'held', holder: '@verifier', office: null });
  });

  it('lets somebody else than the answerer judge a contested secret case, or the next one up', async ({
    expect,
  }) => {
    const verifier = await addStaff(['verifier'], []);
    const inspector = await addStaff(['inspector'], ['INSPEKTORAT']);
    const leader = await addStaff(['leader'], []);
    const receipt = await newCase({ aboutOfficial: true });
    await routeCases(env, [receipt.caseId]);
    await act(verifier, receipt.code, 'pass_to_inspectorate', { accused: ['PUPR'] });
    const answer = { outcome: 'dijelaskan', text: 'Sudah kami periksa.' };
    await act(inspector, receipt.code, 'answer', answer);
    await act('reporter', receipt.code, 'contest', { reason: 'Belum diperiksa sama sekali.' });
    expect(await caseRow(receipt.code)).toMatchObject({
      state: 'reopened',
      holder: '@leader',
      berkadar: true,
    });
    await expect(act(inspector, receipt.code, 'answer', answer)).rejects.toMatchObject({ kind: 'not_found' });
    await act(leader, receipt.code, 'answer', answer);
    expect((await caseRow(receipt.code)).state).toBe('answered');
  });

  it('sends an ordinary contested case through the administrator, not back to the answerer', async ({
    expect,
  }) => {
    const liaison = await addStaff(['liaison'], ['PUPR']);
    const admin = await addStaff(['admin'], []);
    const receipt = await routedCase(pothole);
    await act(admin, receipt.code, 'dispose', { office: 'PUPR' });
    const answer = { outcome: 'dijelaskan', text: 'Sudah kami jelaskan.' };
    await act(liaison, receipt.code, 'answer', answer);
    await act('reporter', receipt.code, 'contest', { reason: 'Jalannya masih berlubang.' });
    await expect(act(liaison, receipt.code, 'answer', answer)).rejects.toMatchObject({ kind: 'forbidden' });
    await act(admin, receipt.code, 'dispose', { office: 'DPKPP' });
    expect(await caseRow(receipt.code)).toMatchObject({ state: 'disposed', office: 'DPKPP', hops: 1 });
  });

  it.for([
    ['complaint', 17],
    ['aspiration', 17],
    ['information', 8],
  ] as const)('promises verify + settle: %s', async ([kind, days], { expect }) => {
    const at = MONDAY;
    const receipt = await newCase({ kind, text: 'Mohon jembatan kayu di dusun kami diganti.' }, { at });
    const { calendar } = (await testCtx({ at })).regency;
    expect(receipt.due).toBe(calendar.addWorkingDays(at, days));
  });

  it('leaves history to nobody to change', async ({ expect }) => {
    const receipt = await newCase(pothole);
    const db = openDb(env.DB);
    await expect(
      db.update(history).set({ verb: 'x' }).where(eq(history.caseId, receipt.caseId)),
    ).rejects.toThrow();
    await expect(db.delete(history).where(eq(history.caseId, receipt.caseId))).rejects.toThrow();
    expect(await db.select().from(cases)).toHaveLength(1);
  });
});
