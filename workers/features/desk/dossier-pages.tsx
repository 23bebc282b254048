/** /desk/kasus/CODE/berkas: asks why, then gives out the dossier; and the same as an API call. */
import { Hono } from 'hono';
import { describeRoute } from 'hono-openapi';
import * as z from 'zod';
import { fieldProblems } from '../../cases/fields.ts';
import { readContact } from '../../cases/view.ts';
import { now } from '../../platform/clock.ts';
import { AppError } from '../../platform/problem.ts';
import { disclose } from '../../privacy/disclosures.ts';
import { type Errors, errorsOf } from '../../ui/components.tsx';
import { jsonBody, jsonLimit, problems } from '../api.ts';
import { detailOf } from '../errors.tsx';
import { pdfAnswer } from '../files.ts';
import type { AppContext, AppEnv } from '../http.ts';
import { askAgain, requireRecent } from '../staff/recent.tsx';
import { codeOf, perform, viewOf } from './act.ts';
import { refusals, staffOnly } from './describe.ts';
import { makeDossier } from './dossier.ts';
import type { DeskCase } from './queries.ts';
import { DossierPage } from './views/dossier.tsx';

const input = z.strictObject({
  reason: z.string().trim().min(5).max(500),
  /** With name and contact of the reporter; a reveal in itself. */
  identity: z.boolean().optional(),
});

export const dossierPages = new Hono<AppEnv>();

dossierPages.get('/:code/berkas', async (c) => show(c, await viewOf(c, codeOf(c)), {}, {}));

dossierPages.post('/:code/berkas', async (c) => {
  const view = await viewOf(c, codeOf(c));
  const form = await c.req.formData();
  const typed = { reason: String(form.get('reason') ?? ''), identity: form.get('identity') === '1' };
  try {
    const parsed = input.safeParse(typed);
    if (!parsed.success) throw new AppError('invalid', { fields: fieldProblems(parsed.error) });
    if (parsed.data.identity) {
      const again = await askAgain(c, form);
      if (again) return again;
    }
    return await give(c, view, parsed.data);
  } catch (error) {
    if (!(error instanceof AppError) || error.kind === 'not_found') throw error;
    const errors = errorsOf(error.fields);
    if (Object.keys(errors).length === 0) errors.reason = detailOf(error, 'id');
    return show(c, view, typed, errors, error.status);
  }
});

export const dossierApi = new Hono<AppEnv>();

dossierApi.post(
  '/cases/:code/dossier',
  jsonLimit,
  describeRoute({
    ...staffOnly,
    operationId: 'makeDossier',
    summary: 'Berkas laporan sebagai PDF',
    description:
      'Isinya menurut hak pemanggil. Alasannya masuk catatan akses; dengan `identity` pembukaannya masuk riwayat juga.',
    responses: {
      200: { description: 'PDF.', content: { 'application/pdf': {} } },
      ...refusals,
      ...problems('conflict', 'invalid', 'too_large'),
    },
  }),
  jsonBody(input),
  async (c) => {
    const view = await viewOf(c, codeOf(c));
    const wanted = c.req.valid('json');
    if (wanted.identity && view.verbs.includes('reveal')) await requireRecent(c);
    return give(c, view, wanted);
  },
);

/** Writes down who takes what and why, then makes it. @throws AppError forbidden for an identity they may not see */
async function give(c: AppContext, view: DeskCase, wanted: z.output<typeof input>): Promise<Response> {
  const { db, keys, regency, signedIn, actor } = c.var;
  const { reason } = wanted;
  const revealed = wanted.identity === true;
  if (revealed && !view.verbs.includes('reveal')) throw new AppError('forbidden');
  // A reveal like every other: in the history of the case, before anything is shown.
  if (revealed) await perform(c, 'reveal', view.code, { reason }, undefined, null);
  const at = now();
  const what = revealed ? 'dossier_identity' : 'dossier';
  await disclose(db, keys, { actor, kind: 'export', subject: `case:${view.id}`, what, reason, at });
  const fresh = await viewOf(c, view.code);
  const identity = revealed ? await readContact(db, keys, view.id) : null;
  const dossier = { env: c.env, db, regency, view: fresh, identity, viewer: signedIn.name, now: at };
  return pdfAnswer(await makeDossier(dossier), `berkas-${view.code}`);
}

function show(
  c: AppContext,
  view: DeskCase,
  typed: { reason?: string; identity?: boolean },
  errors: Errors,
  status: AppError['status'] | 200 = 200,
): Response | Promise<Response> {
  const { regency, signedIn } = c.var;
  return c.html(
    <DossierPage view={view} regency={regency} who={signedIn} typed={typed} errors={errors} />,
    status,
  );
}
