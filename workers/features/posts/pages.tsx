/** /desk/medsos: the log of posts on social media. One short form, Enter saves; one key makes a post a case. */
import { Hono } from 'hono';
import type * as z from 'zod';
import { logsPosts } from '../../../shared/permissions/rooms.ts';
import { serveUpload } from '../../cases/attachments/serve.ts';
import { storeUpload } from '../../cases/attachments/store.ts';
import { fieldProblems } from '../../cases/fields.ts';
import { now } from '../../platform/clock.ts';
import { AppError } from '../../platform/problem.ts';
import { type Errors, errorsOf } from '../../ui/components.tsx';
import { oneFile } from '../api.ts';
import { detailOf } from '../errors.tsx';
import { pickedFile } from '../files.ts';
import type { AppContext, AppEnv } from '../http.ts';
import { requireStaff } from '../staff/session.ts';
import { blankPost, readPost, type TypedPost } from './form.ts';
import { postEditSchema, postSchema } from './input.ts';
import { filterOf, listPosts, postLine } from './list.ts';
import { editPost, logPost, mayUndo, undoPost } from './log.ts';
import { isCaseAlready, postFor } from './queries.ts';
import { scribeOf } from './scribe.ts';
import { PostPage } from './views/post.tsx';
import { PostsPage, type Told } from './views/posts.tsx';

/** Relative to /desk/medsos. */
export const postPages = new Hono<AppEnv>();

postPages.use(requireStaff, async (c, next) => {
  if (!logsPosts(c.var.signedIn)) throw new AppError('forbidden');
  await next();
});

postPages.get('/', (c) => showList(c, blankPost()));

postPages.post('/', oneFile, async (c) => {
  const posted = await c.req.parseBody({ all: true });
  const typed = readPost(posted);
  try {
    const file = pickedFile(posted.screenshot);
    if (file) {
      const { id, kind, bytes } = await storeUpload(
        c.env,
        c.var.db,
        now(),
        new Uint8Array(await file.arrayBuffer()),
      );
      typed.stored = { id, kind, bytes };
    }
    const { stored, ...fields } = typed;
    const input = parse(postSchema, { ...fields, screenshot: stored?.id });
    const { id, fresh } = await logPost(scribeOf(c), input);
    const { db, keys, signedIn } = c.var;
    const goesOn = posted.lanjut === 'laporan' && (await postFor(db, keys, signedIn, id));
    if (goesOn && !(await isCaseAlready(db, signedIn, id))) {
      return c.redirect(`/desk/terima?kiriman=${id}`, 303);
    }
    return c.redirect(`/desk/medsos?${fresh ? 'tercatat' : 'sudah'}=${id}`, 303);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const errors = errorsOf(error.fields);
    if (errors.file) errors.screenshot = errors.file;
    delete errors.file;
    if (Object.keys(errors).length === 0) errors.link = detailOf(error, 'id');
    return showList(c, typed, errors, error.status);
  }
});

postPages.get('/:id', (c) => showPost(c));

postPages.post('/:id', async (c) => {
  const typed = readPost(await c.req.parseBody({ all: true }));
  const line = await lineOf(c);
  try {
    const { topic, area, outcome, code, note } = typed;
    await editPost(
      scribeOf(c),
      line.id,
      parse(postEditSchema, { topic, area, outcome, code, note }),
      line.outcome,
    );
    return c.redirect(
      `/desk/medsos?${new URLSearchParams({ bulan: line.seenOn.slice(0, 7), diubah: String(line.id) })}`,
      303,
    );
  } catch (error) {
    if (!(error instanceof AppError) || error.kind !== 'invalid') throw error;
    return showPost(c, typed, error);
  }
});

postPages.post('/:id/batal', async (c) => {
  const done = await undoPost(scribeOf(c), (await lineOf(c)).id);
  return c.redirect(`/desk/medsos?${done ? 'batal' : 'terlambat'}=1`, 303);
});

postPages.get('/:id/tangkapan', async (c) => {
  const post = await postFor(c.var.db, c.var.keys, c.var.signedIn, idOf(c));
  if (!post?.screenshot) throw new AppError('not_found');
  return serveUpload(c.env, c.var.db, post.screenshot.id);
});

function parse<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new AppError('invalid', { fields: fieldProblems(parsed.error) });
  return parsed.data;
}

const idOf = (c: AppContext) => {
  const id = Number(c.req.param('id'));
  return Number.isSafeInteger(id) ? id : 0;
};

async function lineOf(c: AppContext) {
  const line = await postLine(c.var.db, c.var.keys, c.var.signedIn, idOf(c));
  if (!line) throw new AppError('not_found');
  return line;
}

async function showList(
  c: AppContext,
  typed: TypedPost,
  errors: Errors = {},
  status: 200 | AppError['status'] = 200,
): Promise<Response> {
  const { db, keys, regency, signedIn } = c.var;
  const asked = {
    month: c.req.query('bulan'),
    platform: c.req.query('kanal'),
    outcome: c.req.query('hasil'),
  };
  const filter = filterOf(asked, regency.calendar.localDate(now()));
  const page = await listPosts(db, keys, signedIn, filter, c.req.query('dari'));
  const scribe = scribeOf(c);
  return c.html(
    <PostsPage
      regency={regency}
      who={signedIn}
      typed={typed}
      errors={errors}
      filter={filter}
      page={page}
      later={c.req.query('dari') !== undefined}
      mayUndo={(line) => mayUndo(scribe, line)}
      told={toldOf(c)}
    />,
    status,
  );
}

function toldOf(c: AppContext): Told | null {
  for (const what of ['tercatat', 'sudah', 'diubah', 'batal', 'terlambat'] as const) {
    const id = c.req.query(what);
    if (id !== undefined) return { what, id: Number(id) };
  }
  return null;
}

async function showPost(c: AppContext, typed?: TypedPost, problem?: AppError): Promise<Response> {
  const line = await lineOf(c);
  return c.html(
    <PostPage
      regency={c.var.regency}
      who={c.var.signedIn}
      line={line}
      typed={typed ?? { ...blankPost(), ...nullsAsEmpty(line) }}
      errors={errorsOf(problem?.fields ?? [])}
    />,
    problem?.status ?? 200,
  );
}

const nullsAsEmpty = (line: Awaited<ReturnType<typeof lineOf>>) => ({
  topic: line.topic ?? '',
  area: line.area ?? '',
  outcome: line.outcome ?? '',
  note: line.note ?? '',
});
