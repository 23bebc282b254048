import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { describe, it } from 'vitest';
import type { Staff } from '../../shared/permissions/people.ts';
import { app } from '../../workers/app.tsx';
import { requestKey, runVerb } from '../../workers/cases/run.ts';
import { submit } from '../../workers/cases/submit.ts';
import { deskVerb, reporterVerb } from '../../workers/cases/verbs/index.ts';
import { routeCases } from '../../workers/features/routing/jobs.ts';
import { sweep } from '../../workers/features/sweep.ts';
import { DAY, HOUR, now } from '../../workers/platform/clock.ts';
import { openDb } from '../../workers/platform/db.ts';
import { Desk } from '../support/desk.ts';
import { counting, countingEnv, emptyCases, fillCases, type Rows, tell } from '../support/rows.ts';
import { act, addStaff, caseRow, complaint, loadRegency, testCtx } from '../support/worker.ts';

const body = complaint({
  title: 'Jalan rusak di depan pasar',
  text: 'Jalan kabupaten di depan pasar berlubang besar, aspalnya rusak parah.',
  area: '73.24.04.1003',
  contact: { name: 'Sitti', email: 'sitti@example.id', phone: '081200000001' },
});

/** Rows of each operation at the table's present size. */
async function measure(people: { liaison: Staff; admin: Staff }): Promise<Record<string, Rows>> {
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
  if ((await caseRow(receipt.code)).office !== 'PUPR')
    await act(people.admin, receipt.code, 'dispose', { office: 'PUPR' });
  const cookie = (await Desk.of(people.liaison)).cookie;
  const adminCookie = (await Desk.of(people.admin)).cookie;
  const answer = await verbRows(receipt.code, { staff: people.liaison }, deskVerb('answer'), {
    outcome: 'dijelaskan',
    text: 'Lubang sudah ditambal.',
  });
  const confirm = await verbRows(
    receipt.code,
    { actor: 'reporter', reporterOf: receipt.code },
    reporterVerb('confirm'),
    {},
  );
  const sweeping = countingEnv();
  await sweep(sweeping.env, now());
  return {
    submit: submitting.rows,
    route: routing.rows,
    answer,
    confirm,
    sweep: sweeping.rows,
    status: await rowsOf(`/api/v1/complaints/${receipt.code}`),
    track: await rowsOf(`/api/v1/complaints/${receipt.code}/timeline`, {
      authorization: `Pin ${receipt.pin}`,
    }),
    inbox: await rowsOf('/desk', { cookie }),
    'inbox of the admin': await rowsOf('/desk', { cookie: adminCookie }),
    'case page': await rowsOf(`/desk/kasus/${receipt.code}`, { cookie }),
  };
}

/** Rows of a step in a case. */
async function verbRows(
  code: string,
  who: Parameters<typeof testCtx>[0],
  verb: ReturnType<typeof deskVerb> | ReturnType<typeof reporterVerb>,
  input: unknown,
): Promise<Rows> {
  const counted = counting(env.DB);
  const ctx = await testCtx({ ...who, db: openDb(counted.d1) });
  if (!verb) throw new Error('no verb');
  await runVerb(ctx, verb, code, input);
  return counted.rows;
}

/** Rows of a whole request, as a person's browser or client makes it. */
async function rowsOf(path: string, headers: Record<string, string> = {}): Promise<Rows> {
  const counted = countingEnv();
  const ctx = createExecutionContext();
  const response = await app.fetch(new Request(`http://localhost${path}`, { headers }), counted.env, ctx);
  await response.text();
  await waitOnExecutionContext(ctx);
  if (response.status !== 200) throw new Error(`${path}: ${response.status}`);
  return counted.rows;
}

/** As a regency that has been running: everything before these cases is folded. */
async function fill(count: number): Promise<void> {
  await emptyCases('fold_marks', 'contacts', 'deliveries', 'idempotency_keys', 'case_accused');
  await fillCases(count);
  await env.DB.prepare(
    `INSERT INTO fold_marks (fold, from_id, to_id)
       SELECT value, 0, (SELECT max(id) FROM history) FROM json_each('["placements", "channels", "figures"]')`,
  ).run();
  await env.SEARCH.batch([
    env.SEARCH.prepare('DELETE FROM search_marks'),
    env.SEARCH.prepare('INSERT INTO search_marks (from_id, to_id) VALUES (0, ?)').bind(await lastEntry()),
  ]);
}

const lastEntry = () => env.DB.prepare('SELECT max(id) AS id FROM history').first<number>('id');

/** An inbox counts each of its lists up to 99 (desk/look.ts), and 1,000 cases do not bring every list there. */
const counted: Record<string, number> = { inbox: 1_300, 'inbox of the admin': 1_700 };

describe('rows read and written', () => {
  it('are the same at 1,000 and at 100,000 cases', { timeout: 120_000 }, async ({ expect }) => {
    await loadRegency();
    const people = {
      liaison: await addStaff(['liaison'], ['PUPR']),
      admin: await addStaff(['admin'], ['DISKOMINFOSP']),
    };
    // The first calls of an isolate also read the settings.
    await measure(people);
    await fill(1_000);
    const small = await measure(people);
    await fill(100_000);
    const large = await measure(people);
    for (const [name, rows] of Object.entries(large)) {
      const few = small[name];
      tell(name, rows, few);
      const most = Math.max(Math.ceil((few?.read ?? 0) * 1.1), counted[name] ?? 0);
      expect(rows.read, `${name} read`).toBeLessThanOrEqual(most);
      expect(rows.written, `${name} written`).toBeLessThanOrEqual(Math.ceil((few?.written ?? 0) * 1.1));
    }
    expect(large.submit).toMatchObject({ trips: 1 });
    expect(large.submit?.written).toBeLessThanOrEqual(16);
  });

  it('of a sweep that removes files are those of what it removes', async ({ expect }) => {
    await loadRegency();
    await sweep(env, now());
    const costs = [];
    for (const taken of [500, 3_000]) {
      await addFiles(`taken-${taken}`, taken, now() - 90 * DAY);
      await env.DB.prepare('INSERT INTO attachments SELECT id, 1, 1, 1, 0, NULL FROM uploads').run();
      await addFiles('idle', 5, now() - 3 * DAY);
      await env.DB.prepare("UPDATE meta SET value = ? WHERE key = 'forgot_at'")
        .bind(String(now() - 2 * HOUR))
        .run();
      const { env: bindings, rows } = countingEnv();
      await sweep(bindings, now());
      costs.push(rows.read);
      expect(await env.DB.prepare('SELECT count(*) AS n FROM uploads').first('n')).toBe(taken);
      await env.DB.batch(['attachments', 'uploads'].map((table) => env.DB.prepare(`DELETE FROM ${table}`)));
    }
    const [few = 0, many = 0] = costs;
    expect(many - few).toBeLessThan(50);
  });
});

/** Uploads as they stand in the database, without their objects. @param at epoch ms */
const addFiles = (name: string, count: number, at: number) =>
  env.DB.prepare(
    `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?2)
     INSERT INTO uploads (id, object_key, kind, bytes, at) SELECT ?1 || i, ?1 || i, 'jpeg', 1, ?3 FROM n`,
  )
    .bind(name, count, at)
    .run();
