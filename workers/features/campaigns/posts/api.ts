/** Posts by API, relative to /api/v1/campaigns/posts. Their pictures are added on the pages. */
import { Hono } from 'hono';
import * as z from 'zod';
import { postChannels } from '../../../../shared/campaign.ts';
import { AppError } from '../../../platform/problem.ts';
import { jsonBody, jsonLimit } from '../../api.ts';
import { doerOf, idIn } from '../../doer.ts';
import { type AppContext, type AppEnv, originOf } from '../../http.ts';
import { instantOf } from '../../local-time.ts';
import { requireReader, requireWriter } from '../doors.ts';
import {
  describeAddPosts,
  describeCancel,
  describeEditPost,
  describePosts,
  describePublish,
  describeReach,
} from './describe.ts';
import { newPostsSchema, postSchema, publicationSchema, reachSchema } from './input.ts';
import { jsonOfPost } from './json.ts';
import { monthOf } from './months.ts';
import { type CampaignPost, postById, postsOfMonth } from './queries.ts';
import { cancelPost, createPosts, editPost, publishPost, setReach } from './write.ts';

export const postsApi = new Hono<AppEnv>();

/** Programs name pages of Kanal by their path. */
const added = newPostsSchema(null).omit({ picture: true });
const seen = { version: z.int().positive().describe('Versi yang dibaca.') };
const edited = postSchema(null).omit({ picture: true }).extend(seen);
const published = publicationSchema.extend(seen);
const reached = reachSchema.extend(seen);
const cancelled = z.strictObject(seen);

postsApi.get('/', requireReader, describePosts, async (c) => {
  const { db, regency } = c.var;
  const month = monthOf(c.req.query('month'), regency.calendar.localDate(doerOf(c).now));
  const channel = postChannels.find((one) => one === c.req.query('channel')) ?? null;
  const posts = await postsOfMonth(db, { month, channel });
  return c.json(posts.map((post) => shown(c, post)));
});

postsApi.post('/', requireWriter, jsonLimit, describeAddPosts, jsonBody(added), async (c) => {
  const wanted = { ...c.req.valid('json'), picture: null };
  const { ids } = await createPosts(doerOf(c), wanted, c.req.header('idempotency-key'));
  const posts = await Promise.all(ids.map((id) => postById(c.var.db, id)));
  return c.json(
    posts.flatMap((post) => (post ? [shown(c, post)] : [])),
    201,
  );
});

postsApi.put('/:id', requireWriter, jsonLimit, describeEditPost, jsonBody(edited), async (c) => {
  const post = await postOf(c);
  const { version, ...input } = c.req.valid('json');
  await editPost(c.var.db, post, version, { ...input, picture: post.picture });
  return c.json(shown(c, await postOf(c)));
});

postsApi.post(
  '/:id/publication',
  requireWriter,
  jsonLimit,
  describePublish,
  jsonBody(published),
  async (c) => {
    const { version, at, url } = c.req.valid('json');
    const said = { at: instantOf(at, c.var.regency.about.timeZone), url };
    await publishPost(c.var.db, await postOf(c), version, said);
    return c.json(shown(c, await postOf(c)));
  },
);

postsApi.post('/:id/reach', requireWriter, jsonLimit, describeReach, jsonBody(reached), async (c) => {
  const { version, ...reach } = c.req.valid('json');
  await setReach(c.var.db, (await postOf(c)).id, version, reach);
  return c.json(shown(c, await postOf(c)));
});

postsApi.post(
  '/:id/cancellation',
  requireWriter,
  jsonLimit,
  describeCancel,
  jsonBody(cancelled),
  async (c) => {
    await cancelPost(c.var.db, (await postOf(c)).id, c.req.valid('json').version, doerOf(c).now);
    return c.json(shown(c, await postOf(c)));
  },
);

const shown = (c: AppContext, post: CampaignPost) =>
  jsonOfPost(post, { regency: c.var.regency, origin: originOf(c) });

/** @throws AppError not_found */
async function postOf(c: AppContext): Promise<CampaignPost> {
  const post = await postById(c.var.db, idIn(c));
  if (!post) throw new AppError('not_found');
  return post;
}
