/** The log of posts for programs, relative to /api/v1/desk/posts: all that the page can do. */
import { Hono } from 'hono';
import { logsPosts } from '../../../shared/permissions/rooms.ts';
import { isoOffset } from '../../../shared/text.ts';
import { now } from '../../platform/clock.ts';
import { AppError } from '../../platform/problem.ts';
import type { Regency } from '../../regency/snapshot.ts';
import { jsonBody, jsonLimit } from '../api.ts';
import type { AppContext, AppEnv } from '../http.ts';
import { requireStaff } from '../staff/session.ts';
import { describeEdit, describeList, describeLog, describeUndo, type PostJson } from './describe.ts';
import { postEditSchema, postSchema } from './input.ts';
import { filterOf, listPosts, type PostLine, postLine } from './list.ts';
import { editPost, logPost, undoPost } from './log.ts';
import { scribeOf } from './scribe.ts';

export const postsApi = new Hono<AppEnv>();

postsApi.use(requireStaff, async (c, next) => {
  if (!logsPosts(c.var.signedIn)) throw new AppError('forbidden');
  await next();
});

postsApi.get('/', describeList, async (c) => {
  const { db, keys, regency, signedIn } = c.var;
  const asked = {
    month: c.req.query('month'),
    platform: c.req.query('platform'),
    outcome: c.req.query('outcome'),
  };
  const filter = filterOf(asked, regency.calendar.localDate(now()));
  const { posts, next } = await listPosts(db, keys, signedIn, filter, c.req.query('cursor'));
  return c.json({ posts: posts.map((line) => postJson(line, regency)), next });
});

postsApi.post('/', jsonLimit, describeLog, jsonBody(postSchema), async (c) => {
  const { id, fresh } = await logPost(scribeOf(c), c.req.valid('json'));
  return c.json({ id, fresh }, fresh ? 201 : 200);
});

postsApi.post('/:id', jsonLimit, describeEdit, jsonBody(postEditSchema), async (c) => {
  const line = await lineOf(c);
  await editPost(scribeOf(c), line.id, c.req.valid('json'), line.outcome);
  return c.json(postJson(await lineOf(c), c.var.regency));
});

postsApi.delete('/:id', describeUndo, async (c) => {
  const { id } = await lineOf(c);
  if (!(await undoPost(scribeOf(c), id))) throw new AppError('conflict', { detail: 'undo_over' });
  return c.body(null, 204);
});

async function lineOf(c: AppContext): Promise<PostLine> {
  const id = Number(c.req.param('id'));
  const line = await postLine(c.var.db, c.var.keys, c.var.signedIn, Number.isSafeInteger(id) ? id : 0);
  if (!line) throw new AppError('not_found');
  return line;
}

function postJson(line: PostLine, regency: Regency): PostJson {
  const { id, link, note, platform, topic, area, outcome, screenshot, byName, seenOn, at } = line;
  return {
    ...{ id, link, note, platform, topic, area, outcome, screenshot, seenOn },
    by: byName,
    at: isoOffset(at, regency.about.timeZone),
  };
}
