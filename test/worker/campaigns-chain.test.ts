/** The chain of a case at its placement: taken back when the case changes, and never of an accusation. */
import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { beforeEach, describe, it } from 'vitest';
import { cases, history } from '../../workers/cases/table.ts';
import { placementCases } from '../../workers/features/campaigns/table.ts';
import { routeCases } from '../../workers/features/routing/jobs.ts';
import { DAY, now } from '../../workers/platform/clock.ts';
import { openDb } from '../../workers/platform/db.ts';
import { foldMarks } from '../../workers/platform/table.ts';
import {
  count,
  countsOf,
  HINT,
  openCampaign,
  type Placed,
  placedAt,
  watchedEnv,
} from '../support/campaign.ts';
import { type Cast, held } from '../support/journeys.ts';
import { act, addStaff, caseRow, newCase, testCtx } from '../support/worker.ts';

let village: Placed;
let cast: Cast;

beforeEach(async () => {
  await openCampaign();
  village = await placedAt('area:73.24.01.2001');
  cast = {
    admin: await addStaff(['admin'], ['DISKOMINFOSP']),
    liaison: await addStaff(['liaison'], ['PUPR']),
    verifier: await addStaff(['verifier'], ['SETDA']),
    inspector: await addStaff(['inspector'], ['INSPEKTORAT']),
  };
});

const db = () => openDb(env.DB);
const placed = (more = {}) => newCase({ placement: village.code, ...more });
const fold = () => count([HINT]);
const _marks = () => db().select().from(foldMarks);

async function answered(at?: number): Promise<string> {
  const { code } = await placed();
  await act(cast.admin, code, 'dispose', { office: 'PUPR' });
  await act(cast.liaison, code, 'answer', { outcome: 'dijelaskan', text: 'Sudah ditambal.' }, at);
  return code;
}

describe('a case from a banner', () => {
  it('is submitted, settled on time and confirmed, on the day it was received', async ({ expect }) => {
    const code = await answered();
    await fold();
    expect(await countsOf(village)).toEqual({ submitted: 1, accepted: 1 });
    await act('reporter', code, 'confirm', {});
    await fold();
    const chain = { submitted: 1, accepted: 1, settled: 1, settledOnTime: 1, confirmed: 1 };
    expect(await countsOf(village)).toEqual(chain);
    const { calendar } = (await testCtx()).regency;
    expect(await countsOf(village, calendar.localDate((await caseRow(code)).receivedAt))).toEqual(chain);
  });

  it('is settled late when the answer came after the promise, and not confirmed by time', async ({
    expect,
  }) => {
    const code = await answered();
    const { id, dueAt } = await caseRow(code);
    await db()
      .update(cases)
      .set({ answeredAt: dueAt + 1, state: 'resolved' })
      .where(eq(cases.id, id));
    await note(id, 'settle');
    await fold();
    expect(await countsOf(village)).toEqual({ submitted: 1, accepted: 1, settled: 1 });
    await db().update(cases).set({ answeredAt: dueAt }).where(eq(cases.id, id));
    await note(id, 'note');
    await fold();
    expect(await countsOf(village)).toEqual({ submitted: 1, accepted: 1, settled: 1, settledOnTime: 1 });
  });

  it('takes back what it gave when it is opened again, and gives it again', async ({ expect }) => {
    const code = await answered();
    await act('reporter', code, 'confirm', {});
    await fold();
    await act('reporter', code, 'contest', { reason: 'Masih berlubang.' });
    await fold();
    expect(await countsOf(village)).toEqual({ submitted: 1, accepted: 1 });
    await act(cast.admin, code, 'verify', {});
    await act(cast.admin, code, 'dispose', { office: 'PUPR' });
    await act(cast.liaison, code, 'answer', { outcome: 'dijelaskan', text: 'Sudah ditambal lagi.' });
    await act('reporter', code, 'confirm', {});
    await fold();
    expect(await countsOf(village)).toEqual({
      submitted: 1,
      accepted: 1,
      settled: 1,
      settledOnTime: 1,
      confirmed: 1,
    });
  });

  it('that was forwarded is settled by what the outside institution did', async ({ expect }) => {
    const { code } = await placed();
    await act(cast.admin, code, 'forward', { office: 'LUAR-PLN', text: 'Ditangani PLN.' });
    await act(cast.admin, code, 'close_forwarded', { result: 'pelapor_diarahkan', text: 'Sudah diarahkan.' });
    await fold();
    expect(await countsOf(village)).toEqual({ submitted: 1, accepted: 1, settled: 1, settledOnTime: 1 });
  });

  it('counts in lower case, and nowhere with a code that nobody has', async ({ expect }) => {
    const { caseId } = await placed();
    await db().update(cases).set({ placement: village.code.toLowerCase() }).where(eq(cases.id, caseId));
    await newCase({ placement: 'ZZZZZ9' });
    await newCase();
    await fold();
    expect(await countsOf(village)).toEqual({ submitted: 1 });
    expect(await db().select().from(placementCases)).toHaveLength(1);
  });

  it('counts once a person or the router has looked at it, and never as spam', async ({ expect }) => {
    const { caseId } = await newCase({ placement: village.code }, { unrouted: true });
    await fold();
    expect(await countsOf(village)).toEqual({});
    await routeCases(watchedEnv().env, [caseId]);
    await fold();
    expect(await countsOf(village)).toEqual({ submitted: 1, accepted: 1 });
    const { code } = await placed();
    await fold();
    expect(await countsOf(village)).toEqual({ submitted: 2, accepted: 1 });
    await act(cast.admin, code, 'archive', { category: 'spam', reason: 'Iklan.' });
    await fold();
    expect(await countsOf(village)).toEqual({ submitted: 1, accepted: 1 });
  });
});

describe('an accusation', () => {
  it('adds nothing at any time, whatever becomes of it', async ({ expect }) => {
    const { code } = await placed({ aboutOfficial: true });
    await fold();
    expect(await countsOf(village)).toEqual({});
    await held(code);
    await fold();
    await act(cast.verifier, code, 'pass_to_inspectorate', { accused: ['PUPR'] });
    await fold();
    await act(cast.inspector, code, 'answer', { outcome: 'dijelaskan', text: 'Sudah diperiksa.' });
    await act('reporter', code, 'confirm', {});
    await fold();
    expect(await countsOf(village)).toEqual({});
    expect(await db().select().from(placementCases)).toEqual([]);
  });

  it('takes back what was counted before anybody saw that it is one', async ({ expect }) => {
    const code = await answered();
    await fold();
    expect(await countsOf(village)).toEqual({ submitted: 1, accepted: 1 });
    await act(cast.admin, code, 'hold', { reason: 'Menuduh petugas.', accused: ['PUPR'] });
    await fold();
    expect(await countsOf(village)).toEqual({});
    expect(await db().select().from(placementCases)).toEqual([]);
  });

  it('counts as an ordinary case once a verifier has freed it', async ({ expect }) => {
    const { code } = await placed({ aboutOfficial: true });
    await held(code);
    await act(cast.verifier, code, 'free', { reason: 'Tidak menuduh siapa pun.' });
    await fold();
    expect(await countsOf(village)).toEqual({ submitted: 1 });
  });

  it('that its reporter takes back unread leaves no trace', async ({ expect }) => {
    const { code } = await newCase({ placement: village.code, aboutOfficial: true }, { unrouted: true });
    await act('reporter', code, 'withdraw', {});
    await fold();
    expect(await countsOf(village)).toEqual({});
  });
});

/** An entry without its verb's checks, as another job of the Worker would write it. */
async function note(caseId: number, verb: string): Promise<void> {
  const [row] = await db().select().from(cases).where(eq(cases.id, caseId));
  const seq = (row?.version ?? 0) + 1;
  await db().batch([
    db()
      .insert(history)
      .values({
        caseId,
        seq,
        verb,
        actor: 'job:clock',
        at: now() + DAY,
        payloadDigest: 'x',
        prevHash: 'x',
        hash: 'x',
      }),
    db().update(cases).set({ version: seq }).where(eq(cases.id, caseId)),
  ]);
}
