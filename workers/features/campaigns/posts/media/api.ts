/** Media partners and articles by API, relative to /api/v1/campaigns. Who is spoken to at a partner is in no answer. */
import { Hono } from 'hono';
import * as z from 'zod';
import { AppError } from '../../../../platform/problem.ts';
import { jsonBody, jsonLimit } from '../../../api.ts';
import { doerOf, idIn } from '../../../doer.ts';
import { type AppContext, type AppEnv, originOf } from '../../../http.ts';
import { requireReader, requireWriter } from '../../doors.ts';
import {
  describeAddArticle,
  describeAddPartner,
  describeArticles,
  describeEditArticle,
  describeLinkArticle,
  describePartners,
} from '../describe.ts';
import { jsonOfArticle, jsonOfPartner } from '../json.ts';
import { articleSchema, partnerSchema } from './input.ts';
import { type Article, articleById, listArticles, listPartners } from './queries.ts';
import { addArticle, editArticle, linkArticle } from './save-article.ts';
import { addPartner } from './save-partner.ts';

export const mediaApi = new Hono<AppEnv>();

/** Clippings are added on the pages. */
const added = articleSchema.omit({ clipping: true });
const edited = added.extend({ version: z.int().positive().describe('Versi yang dibaca.') });

mediaApi.get('/partners', requireReader, describePartners, async (c) =>
  c.json((await listPartners(c.var.db)).map(jsonOfPartner)),
);

mediaApi.post(
  '/partners',
  requireWriter,
  jsonLimit,
  describeAddPartner,
  jsonBody(partnerSchema),
  async (c) => {
    const key = c.req.header('idempotency-key');
    return c.json({ id: await addPartner(doerOf(c), c.req.valid('json'), null, key) }, 201);
  },
);

mediaApi.get('/articles', requireReader, describeArticles, async (c) => {
  const { articles, next } = await listArticles(c.var.db, { cursor: c.req.query('cursor') });
  return c.json({ articles: articles.map((article) => shown(c, article)), next });
});

mediaApi.post('/articles', requireWriter, jsonLimit, describeAddArticle, jsonBody(added), async (c) => {
  const input = { ...c.req.valid('json'), clipping: null };
  const id = await addArticle(doerOf(c), input, c.req.header('idempotency-key'));
  return c.json(shown(c, await articleOf(c, id)), 201);
});

mediaApi.put('/articles/:id', requireWriter, jsonLimit, describeEditArticle, jsonBody(edited), async (c) => {
  const article = await articleOf(c, idIn(c));
  const { version, ...input } = c.req.valid('json');
  await editArticle(doerOf(c), article, version, { ...input, clipping: article.clipping });
  return c.json(shown(c, await articleOf(c, article.id)));
});

mediaApi.post('/articles/:id/link', requireWriter, describeLinkArticle, async (c) => {
  const article = await articleOf(c, idIn(c));
  await linkArticle(doerOf(c), article);
  return c.json(shown(c, await articleOf(c, article.id)));
});

const shown = (c: AppContext, article: Article) =>
  jsonOfArticle(article, { regency: c.var.regency, origin: originOf(c) });

/** @throws AppError not_found */
async function articleOf(c: AppContext, id: number): Promise<Article> {
  const article = await articleById(c.var.db, id);
  if (!article) throw new AppError('not_found');
  return article;
}
