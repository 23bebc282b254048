/** /bagikan: the page that shares a program, and the pictures beside shared links. For everybody. */
import { Hono } from 'hono';
import { type AppContext, type AppEnv, originOf } from '../../../http.ts';
import { cardFile, cardWords } from './card-file.ts';
import { type SharedProgram, sharedProgram } from './queries.ts';
import { SharePage } from './views/share.tsx';

export const sharePages = new Hono<AppEnv>();

sharePages.get('/kartu.png', (c) => answerCard(c, null));

sharePages.get('/:code/kartu.png', async (c) => {
  const program = await sharedProgram(c.var.db, c.req.param('code').toUpperCase());
  return program ? answerCard(c, program) : c.redirect('/bagikan/kartu.png');
});

/** Whoever follows a link that leads nowhere any more still comes to the form. */
sharePages.get('/:code', async (c) => {
  const program = await sharedProgram(c.var.db, c.req.param('code').toUpperCase());
  if (!program) return c.redirect('/');
  c.header('cache-control', 'no-cache');
  return c.html(<SharePage regency={c.var.regency} origin={originOf(c)} program={program} />);
});

async function answerCard(c: AppContext, program: SharedProgram | null): Promise<Response> {
  const { regency } = c.var;
  return c.body(await cardFile(c.env, regency, cardWords(regency, originOf(c), program)), 200, {
    'content-type': 'image/png',
    'x-content-type-options': 'nosniff',
    'cache-control': 'public, max-age=86400',
  });
}
