/** /desk/templat: the wording of every notice. Nothing that could not be sent is saved; a preview saves nothing. */
import { Hono } from 'hono';
import type { PackTemplate } from '../../../shared/regencies/types.ts';
import { checkTemplate, type TemplateProblem } from '../../../shared/templates.ts';
import { now } from '../../platform/clock.ts';
import { AppError } from '../../platform/problem.ts';
import { editRow, restoreRow } from '../../regency/edit.ts';
import { readRow } from '../../regency/rows.ts';
import { atMost } from '../api.ts';
import { detailOf } from '../errors.tsx';
import { type AppContext, type AppEnv, originOf } from '../http.ts';
import { doneWords as commonWords } from './done.ts';
import { editorOf } from './editor.ts';
import { namedRows, withNames } from './queries.ts';
import { sampleValues } from './sample.ts';
import { problemWords } from './template-words.ts';
import { TemplatePage, type TemplatePageProps, type TypedTemplate } from './views/template.tsx';
import { TemplatesPage } from './views/templates.tsx';

export const templatePages = new Hono<AppEnv>();

const KIND = 'template';

templatePages.get('/', async (c) => {
  const rows = await namedRows<PackTemplate>(c.var.db, KIND);
  return c.html(<TemplatesPage regency={c.var.regency} who={c.var.signedIn} rows={rows} />);
});

templatePages.get('/:id', (c) => {
  const done = c.req.query('selesai');
  return show(c, { done: done === undefined ? undefined : (doneWords[done] ?? doneWords.simpan) });
});

const doneWords: Record<string, string> = {
  ...commonWords,
  simpan: 'Tersimpan. Pesan berikutnya memakai naskah ini.',
  awal: 'Naskah awal berlaku lagi.',
};

templatePages.post('/:id', atMost(64 * 1024), async (c) => {
  const { id, row, typed, problems } = await readTyped(c);
  if (problems.length > 0) return show(c, { typed, problems }, 422);
  try {
    const { subject, body, seen } = typed;
    await editRow(editorOf(c), KIND, id, { ...row.data, subject, body }, seen);
  } catch (error) {
    if (!(error instanceof AppError) || error.kind !== 'conflict') throw error;
    return show(c, { typed, trouble: detailOf(error, 'id') }, error.status);
  }
  return c.redirect(`/desk/templat/${id}?selesai=simpan`, 303);
});

templatePages.post('/:id/contoh', atMost(64 * 1024), async (c) => {
  const { typed, problems } = await readTyped(c);
  return show(c, { typed, problems, preview: true });
});

templatePages.post('/:id/awal', async (c) => {
  const id = c.req.param('id');
  await restoreRow(editorOf(c), KIND, id);
  return c.redirect(`/desk/templat/${id}?selesai=awal`, 303);
});

/** What stands in the form, and what is wrong with it. */
async function readTyped(c: AppContext) {
  const id = c.req.param('id') ?? '';
  const row = await readRow<PackTemplate>(c.var.db, KIND, id);
  const form = await c.req.formData();
  const text = (name: string) => {
    const value = form.get(name);
    // Browsers send line breaks as CRLF.
    return typeof value === 'string' ? value.replaceAll('\r\n', '\n').trim() : '';
  };
  const typed: TypedTemplate = { subject: text('subject'), body: text('body'), seen: text('seen') };
  const { subject, body } = typed;
  return { id, row, typed, problems: checkTemplate({ ...row.data, subject, body }, row.data) };
}

interface Shown extends Pick<TemplatePageProps, 'done' | 'trouble'> {
  typed?: TypedTemplate;
  problems?: TemplateProblem[];
  preview?: boolean;
}

async function show(c: AppContext, shown: Shown, status: AppError['status'] | 200 = 200): Promise<Response> {
  const { db, regency, signedIn } = c.var;
  const [row] = await withNames(db, [await readRow<PackTemplate>(db, KIND, c.req.param('id') ?? '')]);
  if (!row) throw new AppError('not_found');
  const { done, trouble, typed } = shown;
  // After a conflict the next try is made against what is in force now, which stands beside it.
  const form = typed && !trouble ? typed : { ...(typed ?? row.data), seen: row.dataHash };
  return c.html(
    <TemplatePage
      regency={regency}
      who={signedIn}
      row={row}
      typed={form}
      errors={problemWords(shown.problems ?? [])}
      sample={shown.preview ? sampleValues(row.data, regency, originOf(c), now()) : null}
      from={c.env.MAIL_FROM}
      {...{ done, trouble }}
    />,
    status,
  );
}
