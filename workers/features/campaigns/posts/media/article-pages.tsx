/** Articles: new ones, one of them, and what is done with it; relative to /desk/kampanye/media/berita. */
import { Hono } from 'hono';
import { newKey } from '../../../../platform/ids.ts';
import { AppError } from '../../../../platform/problem.ts';
import { oneFile } from '../../../api.ts';
import { doerOf, idIn, keyIn, parse, textsOf, versionIn } from '../../../doer.ts';
import { type AppContext, type AppEnv, originOf } from '../../../http.ts';
import { requireRunner } from '../../doors.ts';
import { listPrograms } from '../../register/queries.ts';
import { numberText, refusal, takePicture } from '../form.ts';
import { servePicture } from '../picture.ts';
import { articleSchema } from './input.ts';
import { type Article, articleById, openPartners } from './queries.ts';
import { addArticle, editArticle, linkArticle, removeArticle } from './save-article.ts';
import { ArticlePage } from './views/article.tsx';
import {
  ArticleForm,
  type ArticleFormProps,
  articleFields,
  type TypedArticle,
} from './views/article-form.tsx';

export const articlePages = new Hono<AppEnv>();

const PATH = '/desk/kampanye/media/berita';

const KINDS = ['jpeg', 'png', 'webp', 'pdf'] as const;

articlePages.get('/kliping/:name', (c) => servePicture(c.env, c.req.param('name')));

articlePages.get('/baru', requireRunner, (c) => {
  const { calendar } = c.var.regency;
  const publishedOn = calendar.localDate(doerOf(c).now);
  const typed = {
    ...textsOf(new FormData(), articleFields),
    publishedOn,
    partnerId: c.req.query('mitra') ?? '',
  };
  return showForm(c, { typed, key: newKey() });
});

articlePages.post('/baru', requireRunner, oneFile, async (c) => {
  const form = await c.req.formData();
  const typed = textsOf(form, articleFields);
  const key = keyIn(form);
  try {
    await takePicture(c, form, typed, KINDS);
    const id = await addArticle(doerOf(c), inputOf(typed), key);
    return c.redirect(`${PATH}/${id}?ok=simpan`, 303);
  } catch (error) {
    return showForm(c, { typed, key: key || newKey(), refused: refusal(error) });
  }
});

articlePages.get('/:id{\\d+}', async (c) => {
  const { regency, signedIn } = c.var;
  const page = { regency, who: signedIn, article: await articleOf(c), origin: originOf(c) };
  return c.html(<ArticlePage {...page} done={c.req.query('ok') !== undefined} />);
});

articlePages.get('/:id{\\d+}/ubah', requireRunner, async (c) => {
  const article = await articleOf(c);
  return showForm(c, { typed: typedFrom(article), article });
});

articlePages.post('/:id{\\d+}/ubah', requireRunner, oneFile, async (c) => {
  const form = await c.req.formData();
  const typed = textsOf(form, articleFields);
  const article = await articleOf(c);
  try {
    await takePicture(c, form, typed, KINDS);
    await editArticle(doerOf(c), article, versionIn(form), inputOf(typed));
    return c.redirect(`${PATH}/${article.id}?ok=simpan`, 303);
  } catch (error) {
    return showForm(c, { typed, article: await articleOf(c), refused: refusal(error) });
  }
});

articlePages.post('/:id{\\d+}/tautan', requireRunner, async (c) => {
  const article = await articleOf(c);
  await linkArticle(doerOf(c), article);
  return c.redirect(`${PATH}/${article.id}?ok=tautan`, 303);
});

articlePages.post('/:id{\\d+}/hapus', requireRunner, async (c) => {
  const version = versionIn(await c.req.formData());
  const { id } = await articleOf(c);
  await removeArticle(doerOf(c), id, version);
  return c.redirect('/desk/kampanye/media?ok=hapus', 303);
});

const inputOf = ({ picture: clipping, ...typed }: TypedArticle) =>
  parse(articleSchema, { ...typed, clipping });

async function articleOf(c: AppContext): Promise<Article> {
  const article = await articleById(c.var.db, idIn(c));
  if (!article) throw new AppError('not_found');
  return article;
}

async function showForm(
  c: AppContext,
  form: Omit<ArticleFormProps, 'regency' | 'who' | 'programs' | 'partners'>,
) {
  const { db, regency, signedIn } = c.var;
  const { article } = form;
  const partners = await openPartners(db);
  // One that was put aside stays where it was chosen.
  if (article && !partners.some(({ id }) => id === article.partnerId))
    partners.push({ id: article.partnerId, name: article.partner });
  const programs = await listPrograms(db);
  return c.html(
    <ArticleForm regency={regency} who={signedIn} partners={partners} programs={programs} {...form} />,
    form.refused?.status ?? 200,
  );
}

const typedFrom = (article: Article): TypedArticle => ({
  partnerId: String(article.partnerId),
  title: article.title,
  publishedOn: article.publishedOn,
  url: article.url ?? '',
  picture: article.clipping ?? '',
  program: numberText(article.campaignId),
  reach: numberText(article.reach),
  reachOn: article.reachOn ?? '',
  cost: numberText(article.cost),
});
