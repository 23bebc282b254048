/** Files of an event, relative to /desk/kampanye/acara. */
import { Hono } from 'hono';
import * as z from 'zod';
import { limits } from '../../../../shared/contract/complaint.ts';
import { runsCampaigns } from '../../../../shared/permissions/rooms.ts';
import { AppError } from '../../../platform/problem.ts';
import { errorsOf } from '../../../ui/components.tsx';
import { atMost } from '../../api.ts';
import { doerOf, idIn, parse, textsOf } from '../../doer.ts';
import { pickedFile } from '../../files.ts';
import type { AppEnv } from '../../http.ts';
import { requireRunner } from '../doors.ts';
import { addFile, dropFile, fileKinds, serveFile } from './files.ts';
import { eventPath } from './form.ts';
import { showEvent } from './show.tsx';

export const filePages = new Hono<AppEnv>();

const fileSchema = z.object({
  what: z.enum(fileKinds),
  title: z.string().min(1, { error: 'field.required' }).max(150),
});

const upload = atMost(limits.attachmentBytes + 64 * 1024);

filePages.post('/:id{[0-9]+}/berkas', requireRunner, upload, async (c) => {
  const form = await c.req.formData();
  const typed = textsOf(form, ['what', 'title']);
  try {
    const file = pickedFile(form.get('file'));
    if (!file) throw new AppError('invalid', { fields: [{ pointer: '/file', message: 'field.required' }] });
    const bytes = new Uint8Array(await file.arrayBuffer());
    await addFile(c.env, doerOf(c), idIn(c), { ...parse(fileSchema, typed), bytes });
    return c.redirect(eventPath(c, '?ok=berkas#berkas'), 303);
  } catch (error) {
    if (!(error instanceof AppError) || error.kind !== 'invalid') throw error;
    const { fields, status } = error;
    return showEvent(c, { form: 'file', errors: errorsOf(fields), title: typed.title }, status);
  }
});

filePages.get('/:id{[0-9]+}/berkas/:file{[0-9a-f]+}', (c) =>
  serveFile(c.env, doerOf(c), idIn(c), c.req.param('file'), runsCampaigns(c.var.signedIn)),
);

filePages.post('/:id{[0-9]+}/berkas/:file{[0-9a-f]+}/hapus', requireRunner, async (c) => {
  await dropFile(c.env, c.var.db, idIn(c), c.req.param('file'));
  return c.redirect(eventPath(c, '?ok=hapus#berkas'), 303);
});
