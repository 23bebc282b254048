/** Evidence of an item, relative to /desk/evaluasi/rencana-aksi. */
import { Hono } from 'hono';
import * as z from 'zod';
import { AppError } from '../../../platform/problem.ts';
import { errorsOf } from '../../../ui/components.tsx';
import { oneFile } from '../../api.ts';
import { doerOf, idIn, parse, textsOf } from '../../doer.ts';
import { requiredFile, requiredLine } from '../../fields.ts';
import { pickedFile } from '../../files.ts';
import type { AppEnv } from '../../http.ts';
import { requireReporter } from './doors.ts';
import { addFile, dropFile, serveFile } from './files.ts';
import { PLAN } from './filter.ts';
import { showAction } from './show.tsx';

export const filePages = new Hono<AppEnv>();

const fileSchema = z.object({ file: requiredFile, title: requiredLine(150) });

filePages.post('/:id{[0-9]+}/bukti', requireReporter, oneFile, async (c) => {
  const form = await c.req.formData();
  const typed = textsOf(form, ['title']);
  try {
    const { file, title } = parse(fileSchema, { ...typed, file: pickedFile(form.get('file')) });
    await addFile(c.env, doerOf(c), idIn(c), { title, bytes: new Uint8Array(await file.arrayBuffer()) });
    return c.redirect(`${PLAN}/${idIn(c)}?ok=berkas#bukti`, 303);
  } catch (error) {
    if (!(error instanceof AppError) || error.kind !== 'invalid') throw error;
    return showAction(c, { form: 'file', errors: errorsOf(error.fields), title: typed.title }, error.status);
  }
});

filePages.get('/:id{[0-9]+}/bukti/:file{[0-9a-f]+}', (c) =>
  serveFile(c.env, doerOf(c), idIn(c), c.req.param('file')),
);

filePages.post('/:id{[0-9]+}/bukti/:file{[0-9a-f]+}/hapus', requireReporter, async (c) => {
  await dropFile(c.env, c.var.db, idIn(c), c.req.param('file'));
  return c.redirect(`${PLAN}/${idIn(c)}?ok=hapus#bukti`, 303);
});
