/** The reporter's API: the status by code, everything else by code and PIN (contract.md). Relative to /api/v1. */
import { Hono } from 'hono';
import { normaliseCode, normalisePin } from '../../../shared/code.ts';
import { languageOf } from '../../../shared/i18n/index.ts';
import { serveUpload } from '../../cases/attachments/serve.ts';
import { checkPin } from '../../cases/pin.ts';
import { runVerb } from '../../cases/run.ts';
import { type ReporterVerb, reporterVerb } from '../../cases/verbs/index.ts';
import { now } from '../../platform/clock.ts';
import { AppError } from '../../platform/problem.ts';
import { jsonBody, jsonLimit, openCors, refused } from '../api.ts';
import { pdfAnswer } from '../files.ts';
import { type AppContext, type AppEnv, clientOf, ctxOf, originOf, requireKey } from '../http.ts';
import { describeAct, describeFile, describeProof, describeStatus, describeTimeline } from './describe.ts';
import { makeProof } from './proof.ts';
import { publicStatus, reporterMaySee, reporterView } from './queries.ts';
import { bodies, statusJson, timelineJson } from './schemas.ts';

export const trackingApi = new Hono<AppEnv>();

trackingApi.use('/complaints/:code/*', openCors);

trackingApi.get('/complaints/:code', describeStatus, async (c) => {
  const code = normaliseCode(c.req.param('code'), c.var.regency.about.codePrefix);
  // Counting misses makes trying codes out slow; a right one is never refused.
  if (code === null) throw await refused(c, 'LIMIT_READ', new AppError('not_found'));
  return answerStatus(c, code);
});

trackingApi.get('/complaints/:code/timeline', describeTimeline, async (c) => {
  const code = await requirePin(c);
  const { db, keys, regency } = c.var;
  const view = await reporterView(db, keys, regency, code, languageOf(c.req.header('accept-language')));
  if (!view) throw new AppError('not_found');
  const self = `${originOf(c)}/api/v1/complaints/${code}`;
  return c.json(timelineJson(view, regency.about.timeZone, self), 200, { 'cache-control': 'no-store' });
});

trackingApi.get('/complaints/:code/proof', describeProof, async (c) => {
  const code = await requirePin(c);
  const { db, keys, regency } = c.var;
  const view = await reporterView(db, keys, regency, code);
  if (!view) throw new AppError('not_found');
  return pdfAnswer(await makeProof(c.env, regency, view, now()), `bukti-${code}`);
});

trackingApi.get('/complaints/:code/attachments/:id', describeFile, async (c) => {
  const code = await requirePin(c);
  const id = c.req.param('id');
  if (!(await reporterMaySee(c.var.db, code, id))) throw new AppError('not_found');
  return serveUpload(c.env, c.var.db, id);
});

/** Verb, path, and what the document says. */
const acts: [ReporterVerb, keyof typeof bodies, string, string, string][] = [
  ['reply', 'replies', 'replyToComplaint', 'Menambah keterangan', 'Tidak mengulang tenggat apa pun.'],
  [
    'complete',
    'completion',
    'completeComplaint',
    'Melengkapi laporan',
    'Bila diminta; tenggat berjalan lagi.',
  ],
  ['confirm', 'confirmation', 'confirmAnswer', 'Menyatakan selesai', 'Setelah jawaban akhir.'],
  [
    'contest',
    'contest',
    'contestAnswer',
    'Mengajukan keberatan',
    'Setelah jawaban akhir, sampai batas waktunya.',
  ],
  ['rate', 'rating', 'rateHandling', 'Menilai penanganan', 'Satu pertanyaan, empat jawaban (SKM).'],
  [
    'withdraw',
    'withdrawal',
    'withdrawComplaint',
    'Mencabut laporan',
    'Laporan diarsipkan; riwayatnya tetap ada.',
  ],
  [
    'change_contact',
    'contact',
    'changeContact',
    'Mengubah atau menghapus kontak',
    'Kontak lama tidak disimpan.',
  ],
  [
    'request_erasure',
    'erasure',
    'requestErasure',
    'Meminta semua data laporan dihapus',
    'Diputuskan petugas pelindungan data dalam 3 × 24 jam; isi laporan yang belum selesai dihapus sesudah selesai.',
  ],
];

for (const [name, path, operationId, summary, description] of acts) {
  trackingApi.post(
    `/complaints/:code/${path}`,
    describeAct(operationId, summary, description),
    async (c, next) => {
      // Who has no PIN learns nothing, not even what the body should be.
      await requirePin(c);
      await next();
    },
    jsonLimit,
    jsonBody(bodies[path]),
    async (c) => {
      const verb = reporterVerb(name);
      const code = normaliseCode(c.req.param('code'), c.var.regency.about.codePrefix);
      if (!verb || code === null) throw new AppError('not_found');
      const body = c.req.valid('json');
      const given = c.req.header('idempotency-key');
      const key =
        given === undefined ? undefined : { key: requireKey(given), scope: `${name}:${code}`, body };
      await runVerb(await ctxOf(c, { actor: 'reporter', reporterOf: code, key }), verb, code, inputOf(body));
      return answerStatus(c, code);
    },
  );
}

/** The verbs call the reporter's files photos. */
function inputOf(body: object): object {
  if (!('attachments' in body)) return body;
  const { attachments, ...rest } = body;
  return { ...rest, photos: attachments };
}

async function answerStatus(c: AppContext, code: string): Promise<Response> {
  const { db, regency } = c.var;
  const status = await publicStatus(db, regency, code, languageOf(c.req.header('accept-language')));
  if (!status) throw await refused(c, 'LIMIT_READ', new AppError('not_found'));
  return c.json(statusJson(status, regency.about.timeZone), 200, { 'cache-control': 'no-store' });
}

/**
 * Proves the reporter by `Authorization: Pin 123456`; never in an address, where it would stay in logs.
 * @returns the case's code as it is written
 * @throws AppError unauthenticated without a PIN, not_found with a wrong one, too_many with the seconds to wait
 */
async function requirePin(c: AppContext): Promise<string> {
  const given = /^Pin\s+(.+)$/i.exec(c.req.header('authorization') ?? '')?.[1];
  if (given === undefined) {
    c.header('www-authenticate', 'Pin');
    throw new AppError('unauthenticated', { detail: 'pin_missing' });
  }
  const { db, keys, regency } = c.var;
  const code = normaliseCode(c.req.param('code') ?? '', regency.about.codePrefix);
  if (code === null) throw new AppError('not_found', { detail: 'wrong_pin' });
  await checkPin(db, keys, now(), code, normalisePin(given) ?? '', clientOf(c));
  return code;
}
