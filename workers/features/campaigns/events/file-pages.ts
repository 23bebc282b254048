/** Files of an event, relative to /desk/kampanye/acara. */
import { Hono } from 'hono';
import * as z from 'zod';
import { runsCampaigns } from '../../../../shared/permissions/rooms.ts';
import { AppError } from '../../../platform/problem.ts';
import { errorsOf } from '../../../ui/components.tsx';
import { oneFile } from '../../api.ts';
import { doerOf, idIn, parse, textsOf } from '../../doer.ts';
import { requiredFile, requiredLine } from '../../fields.ts';
import { pickedFile } from '../../files.ts';
import type { AppEnv } from '../../http.ts';
import { requireRunner } from '../doors.ts';
import { addFile, dropFile, fileKinds, serveFile } from './files.ts';
import { eventPath } from './form.ts';
import { showEvent } from './show.tsx';

export const filePages = new Hono<AppEnv>();

const fileSchema = z.object({
  file: requiredFile,
  what: z.enum(fileKinds),
  title: requiredLine(150),
});

filePages.post('/:id{[0-9]+}/berkas', requireRunner, oneFile, async (c) => {
  const form = await c.req.formData();
  const typed = textsOf(form, ['what', 'title']);
  try {
    const { file, ...told } = parse(fileSchema, { ...typed, file: pickedFile(form.get('file')) });
    await addFile(c.env, doerOf(c), idIn(c), { ...told, bytes: new Uint8Array(await file.arrayBuffer()) });
    return c.redirect(eventPath(c, '?ok=berkas#berkas'), 303);
  } catch (error) {
    if (!(error instanceof AppError) || error.kind !== 'invalid') throw error;
    const { fields, status } = error;
    return showEvent(c, { form: 'file', errors: errorsOf(fields), typed }, status);
  }
});

filePages.get('/:id{[0-9]+}/berkas/:file{[0-9a-f]+}', (c) =>
  serveFile(c.env, doerOf(c), idIn(c), c.req.param('file'), runsCampaigns(c.var.signedIn)),
);

filePages.post('/:id{[0-9]+}/berkas/:file{[0-9a-f]+}/hapus', requireRunner, async (c) => {
  await dropFile(c.env, c.var.db, idIn(c), c.req.param('file'));
  return c.redirect(eventPath(c, '?ok=hapus#berkas'), 303);
});
