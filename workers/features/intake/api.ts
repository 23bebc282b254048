/** The public calls that lead to a complaint: facts, challenge, attachments, complaints (contract.md). */
import { Hono } from 'hono';
import { etag, RETAINED_304_HEADERS } from 'hono/etag';
import { limits } from '../../../shared/contract/complaint.ts';
import { storeUpload } from '../../cases/attachments/store.ts';
import { findRequest } from '../../cases/run.ts';
import { submit } from '../../cases/submit.ts';
import { now } from '../../platform/clock.ts';
import { constraintOf } from '../../platform/db.ts';
import { AppError } from '../../platform/problem.ts';
import { atMost, jsonBody, jsonLimit, openCors, openCorsAsked, refused } from '../api.ts';
import { type AppContext, type AppEnv, ctxOf, originOf, requireKey } from '../http.ts';
import { makeChallenge } from './challenge.ts';
import { checkComplaint } from './check.ts';
import {
  complaintBody,
  describeChallenge,
  describeFacts,
  describeSubmit,
  describeUpload,
} from './describe.ts';
import { areaFact, areaFacts, categoryFact, categoryFacts, officeFact, officeFacts } from './facts.ts';
import { proofOf, quotaUsedUp, requireQuota, takeQuota } from './proof.ts';
import { receiptOf } from './receipt.ts';

/** Paths are relative to /api/v1. */
export const intakeApi = new Hono<AppEnv>();

const facts = [
  ['/areas', describeFacts('listAreas', 'Wilayah', areaFact), areaFacts],
  ['/categories', describeFacts('listCategories', 'Kategori laporan', categoryFact), categoryFacts],
  ['/offices', describeFacts('listOffices', 'Instansi', officeFact), officeFacts],
] as const;
const tagged = etag({ retainedHeaders: [...RETAINED_304_HEADERS, 'access-control-allow-origin'] });

for (const [path, describe, list] of facts) {
  intakeApi.use(path, openCors);
  intakeApi.get(path, tagged, describe, (c) =>
    c.json(list(c.var.regency), 200, { 'cache-control': 'public, max-age=300' }),
  );
}

for (const path of ['/challenge', '/attachments', '/complaints']) intakeApi.use(path, openCorsAsked);

intakeApi.get('/challenge', describeChallenge, async (c) =>
  c.json(await makeChallenge(c.var.keys, now()), 200, { 'cache-control': 'no-store' }),
);

// The frame around the file takes some hundred bytes.
intakeApi.post('/attachments', describeUpload, atMost(limits.attachmentBytes + 16_384), async (c) => {
  const { db } = c.var;
  const proof = await proofOf(c).catch(asRefusal);
  if (proof instanceof AppError) throw await refused(c, 'LIMIT_WRITE', proof);
  const { challenge } = proof;
  if (challenge !== null) await requireQuota(db, challenge);
  const at = now();
  const quota = challenge === null ? [] : [takeQuota(db, challenge, at)];
  try {
    const upload = await storeUpload(c.env, db, at, await fileOf(c), quota);
    return c.json(upload, 201, { 'cache-control': 'no-store' });
  } catch (error) {
    throw constraintOf(error) === 'counters.count' ? quotaUsedUp() : error;
  }
});

intakeApi.post('/complaints', describeSubmit, jsonLimit, jsonBody(complaintBody), async (c) => {
  const complaint = c.req.valid('json');
  const key = { key: requireKey(c.req.header('idempotency-key')), scope: 'submit', body: complaint };
  const proof = await proofOf(c).catch(asRefusal);
  const unproven = proof instanceof AppError;
  const ctx = await ctxOf(c, { actor: unproven ? 'public' : proof.actor, key });
  const fields = checkComplaint(ctx.regency, ctx.now, complaint);
  const refusal = unproven ? proof : fields.length > 0 ? new AppError('invalid', { fields }) : null;
  // A repeated request gets its receipt, though its proof has expired or the settings have changed meanwhile.
  if (refusal && !(ctx.request && (await findRequest(ctx, ctx.request)))) {
    throw unproven ? await refused(c, 'LIMIT_WRITE', refusal) : refusal;
  }
  const submitted = await submit(ctx, {
    complaint: { ...complaint, channel: complaint.channel ?? 'mobile' },
    challenge: unproven ? null : proof.challenge,
    unproven: false,
  });
  const receipt = receiptOf(ctx.regency, originOf(c), submitted);
  return c.json(receipt, 201, { location: receipt.links.self, 'cache-control': 'no-store' });
});

function asRefusal(error: unknown): AppError {
  if (error instanceof AppError) return error;
  throw error;
}

/** @throws AppError invalid at /file, or too_large */
async function fileOf(c: AppContext): Promise<Uint8Array> {
  const { file } = await c.req.parseBody().catch(() => ({ file: null }));
  if (!(file instanceof File)) {
    throw new AppError('invalid', { fields: [{ pointer: '/file', message: 'upload.none' }] });
  }
  if (file.size > limits.attachmentBytes) throw new AppError('too_large');
  return new Uint8Array(await file.arrayBuffer());
}
