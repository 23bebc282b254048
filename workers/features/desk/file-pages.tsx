/**
 * Files of a case. A picture on its page is reading; a file that is taken away, as every PDF is, is written down with a
 * reason first. By page and, at the end, by API.
 */
import { Hono } from 'hono';
import { serveUpload } from '../../cases/attachments/serve.ts';
import { AppError } from '../../platform/problem.ts';
import { type Errors, errorsOf } from '../../ui/components.tsx';
import { jsonBody, jsonLimit } from '../api.ts';
import type { AppContext, AppEnv } from '../http.ts';
import { codeOf, fileOf, viewOf } from './act.ts';
import { describeDownload, describeFile } from './describe.ts';
import { reasonOf, reasonSchema, writeDown } from './giving.ts';
import type { DeskCase } from './queries.ts';
import { DownloadPage } from './views/download.tsx';

export const filePages = new Hono<AppEnv>();

filePages.get('/:code/lampiran/:id', async (c) => {
  const view = await viewOf(c, codeOf(c));
  const { id, kind } = fileOf(view, c.req.param('id'));
  if (kind === 'pdf') return c.redirect(`/desk/kasus/${view.code}/lampiran/${id}/unduh`, 303);
  return serveUpload(c.env, c.var.db, id);
});

filePages.get('/:code/lampiran/:id/unduh', async (c) => {
  const view = await viewOf(c, codeOf(c));
  return show(c, view, '', {});
});

filePages.post('/:code/lampiran/:id/unduh', async (c) => {
  const view = await viewOf(c, codeOf(c));
  const form = await c.req.formData();
  try {
    return await give(c, view, reasonOf(form));
  } catch (error) {
    if (!(error instanceof AppError) || error.kind !== 'invalid') throw error;
    return show(c, view, String(form.get('reason') ?? ''), errorsOf(error.fields), 422);
  }
});

async function give(c: AppContext, view: DeskCase, reason: string): Promise<Response> {
  const { id } = fileOf(view, c.req.param('id'));
  await writeDown(c, { kind: 'download', subject: `case:${view.id}`, what: `attachment:${id}`, reason });
  return serveUpload(c.env, c.var.db, id, 'attachment');
}

function show(c: AppContext, view: DeskCase, typed: string, errors: Errors, status: 200 | 422 = 200) {
  const { regency, signedIn } = c.var;
  const file = fileOf(view, c.req.param('id'));
  const props = { regency, who: signedIn, view, file, typed, errors };
  return c.html(<DownloadPage {...props} />, status);
}

export const fileApi = new Hono<AppEnv>();

fileApi.get('/cases/:code/attachments/:id', describeFile, async (c) => {
  const { id, kind } = fileOf(await viewOf(c, codeOf(c)), c.req.param('id'));
  // A program looks at nothing: what it gets it has.
  if (kind === 'pdf' || !c.var.session) throw new AppError('forbidden', { detail: 'reason_needed' });
  return serveUpload(c.env, c.var.db, id);
});

fileApi.post('/cases/:code/attachments/:id', jsonLimit, describeDownload, jsonBody(reasonSchema), async (c) =>
  give(c, await viewOf(c, codeOf(c)), c.req.valid('json').reason),
);
