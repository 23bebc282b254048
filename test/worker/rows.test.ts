import { env } from 'cloudflare:workers';
import { describe, it } from 'vitest';
import { requestKey } from '../../workers/cases/run.ts';
import { submit } from '../../workers/cases/submit.ts';
import { routeCases } from '../../workers/features/routing/jobs.ts';
import { openDb } from '../../workers/platform/db.ts';
import { seal } from '../../workers/privacy/seal.ts';
import { counting, countingEnv, fillCases, type Rows } from '../support/rows.ts';
import { complaint, loadRegency, testCtx } from '../support/worker.ts';

const body = complaint({
  title: 'Jalan rusak di depan pasar',
  text: 'Jalan kabupaten di depan pasar berlubang besar, aspalnya rusak parah.',
  area: '73.24.04.1003',
  contact: { name: 'Sitti', email: 'sitti@example.id', phone: '081200000001' },
});

/** Rows of each operation at the table's present size. */
async function measure(): Promise<Record<string, Rows>> {
  const { keys } = await testCtx();
  const submitting = counting(env.DB);
  const ctx = await testCtx({
    db: openDb(submitting.d1),
    request: await requestKey(keys, crypto.randomUUID(), 'submit', body),
  });
  const receipt = await submit(ctx, { complaint: body, challenge: crypto.randomUUID(), unproven: false });
  // The first job of an isolate also reads the rules; what each case costs is what counts.
  await routeCases(env, []);
  const routing = countingEnv();
  await routeCases(routing.env, [receipt.caseId]);
  return { submit: submitting.rows, route: routing.rows };
}

describe('rows read and written', () => {
  it('are the same at 1,000 and at 100,000 cases', { timeout: 120_000 }, async ({ expect }) => {
    await loadRegency();
    const { keys } = await testCtx();
    const title = (await seal(keys, { table: 'cases', column: 'title', row: 1 }, 'x')) ?? '';
    await fillCases(1_000, title);
    const small = await measure();
    await env.DB.batch(
      ['cases', 'clocks', 'entries', 'contacts', 'idempotency_keys'].map((table) =>
        env.DB.prepare(`DELETE FROM ${table}`),
      ),
    );
    await env.DB.prepare('DROP TRIGGER history_is_append_only_delete').run();
    await env.DB.prepare('DELETE FROM history').run();
    await fillCases(100_000, title);
    const large = await measure();
    console.log(JSON.stringify({ small, large }));
    for (const [name, rows] of Object.entries(large)) {
      expect(rows.read, `${name} read`).toBeLessThanOrEqual(Math.ceil((small[name]?.read ?? 0) * 1.1));
      expect(rows.written, `${name} written`).toBeLessThanOrEqual(
        Math.ceil((small[name]?.written ?? 0) * 1.1),
      );
    }
    expect(large.submit).toMatchObject({ trips: 1 });
    expect(large.submit?.written).toBeLessThanOrEqual(16);
  });
});
