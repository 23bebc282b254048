/** The routes of /demo. Only workers/local/inside/worker.ts mounts them, so no deployed Worker has them. */
import { Hono } from 'hono';
import { pinOf } from '../../../cases/pin.ts';
import { type AppContext, type AppEnv, prepare } from '../../../features/http.ts';
import { requireOwnPages } from '../../../features/staff/session.ts';
import { errorName, log } from '../../../platform/log.ts';
import {
  answerAndConfirm,
  headsMail,
  passTime,
  postReport,
  report,
  waitForOffice,
  whatsapp,
} from './acts.ts';
import { type Caller, call, signIn } from './callers.ts';
import { DemoPage, styles } from './page.tsx';
import { accusationOf, beginStory, readStory, type Story, writeStory } from './story.ts';

export const demoRoutes = new Hono<AppEnv>();

demoRoutes.use(async (c, next) => {
  await prepare(c);
  requireOwnPages(c);
  await next();
  // A page of Kanal that is handed on brings its own policy.
  if (!c.res.headers.has('content-security-policy')) {
    c.header('content-security-policy', "default-src 'self'; base-uri 'none'; frame-ancestors 'none'");
  }
  c.header('cache-control', 'no-store');
  c.header('x-content-type-options', 'nosniff');
});

demoRoutes.get('/demo/gaya.css', (c) => c.body(styles, 200, { 'content-type': 'text/css; charset=utf-8' }));

demoRoutes.get('/demo', async (c) => show(c, await storyOf(c)));

demoRoutes.post('/demo/langkah/:step', async (c) => {
  const story = await storyOf(c);
  const step = Number(c.req.param('step'));
  // A second press, or a page that was left open: shown as it stands.
  if (step !== story.step + 1) return c.redirect('/demo', 303);
  try {
    await take(callerOf(c), story, step);
  } catch (error) {
    log('error', { event: 'demo_failed', kind: `step ${step}`, error: errorName(error) });
    const trouble = 'Langkah ini belum berhasil: antreannya masih bekerja. Tunggu sebentar, lalu tekan lagi.';
    return show(c, story, trouble, 503);
  }
  await writeStory(c.var.db, { ...story, step });
  return c.redirect('/demo', 303);
});

demoRoutes.post('/demo/mata/:who', async (c) => {
  const who = c.req.param('who');
  const story = await storyOf(c);
  if (who === 'pupr' || who === 'inspektorat') await writeStory(c.var.db, { ...story, eyes: who });
  return c.redirect('/demo', 303);
});

demoRoutes.post('/demo/ulang', async (c) => {
  await beginStory(c.var.db, c.var.regency);
  return c.redirect('/demo', 303);
});

/** What the phone shows: a redirect to the real page, with the reporter's session where it needs one. */
demoRoutes.get('/demo/hp', async (c) => {
  const story = await storyOf(c);
  const caller = callerOf(c);
  if (story.step === 0) return c.redirect('/');
  if (story.step === 1) {
    if (story.scanned) return c.redirect('/');
    await writeStory(c.var.db, { ...story, scanned: true });
    return c.redirect(`/${story.banner}`);
  }
  if (story.step === 2 || !story.code) return postReport(caller, story);
  const body = new FormData();
  body.set('kode', story.code);
  body.set('pin', await pinOf(c.var.keys, story.code, 1));
  const opened = await call(caller, '/lacak', { method: 'POST', body });
  for (const cookie of opened.headers.getSetCookie()) c.header('set-cookie', cookie, { append: true });
  return c.redirect('/lacak/laporan');
});

/** What the desk shows, signed in as whoever the step is about. */
demoRoutes.get('/demo/meja', async (c) => {
  const story = await storyOf(c);
  const { who, path } = await deskOf(c, story);
  c.header('set-cookie', await signIn(callerOf(c), who), { append: true });
  return c.redirect(path);
});

async function deskOf(c: AppContext, story: Story): Promise<{ who: string; path: string }> {
  if (story.eyes !== 'story') {
    const code = (await accusationOf(c.var.db)) ?? '';
    return story.eyes === 'pupr'
      ? { who: 'pupr', path: `/desk/cari?kode=${code}` }
      : { who: 'inspektorat', path: `/desk/kasus/${code}` };
  }
  if (story.step === 2) return { who: 'admin', path: '/desk?daftar=semua' };
  if (story.step === 3) return { who: 'admin', path: `/desk/kasus/${story.code}#mengapa` };
  // Before the story the banner itself, after it what became of it.
  const part = story.step === 5 ? '#rantai' : '';
  return { who: 'humas', path: `/desk/kampanye/${story.banner}${part}` };
}

async function take(caller: Caller, story: Story, step: number): Promise<void> {
  if (step === 2) story.code = await report(caller, story);
  const code = story.code ?? '';
  if (step === 3) await waitForOffice(caller, code);
  if (step === 4) await passTime(caller, code);
  if (step === 5) await answerAndConfirm(caller, story, code);
}

const storyOf = (c: AppContext): Promise<Story> => readStory(c.var.db, c.var.regency);

function callerOf(c: AppContext): Caller {
  // Hono's context is the runtime's own, under another type.
  const context = c.executionCtx as unknown as ExecutionContext;
  return { env: c.env, context, origin: new URL(c.req.url).origin };
}

async function show(
  c: AppContext,
  story: Story,
  trouble?: string,
  status: 200 | 503 = 200,
): Promise<Response> {
  const caller = callerOf(c);
  const outreach = story.step === 4 && story.code !== null;
  return c.html(
    <DemoPage
      regency={c.var.regency}
      story={story}
      letter={outreach ? await headsMail(caller, story.code ?? '') : null}
      whatsapp={outreach ? await whatsapp(caller, story, story.code ?? '') : null}
      accusation={story.step === 5 ? await accusationOf(c.var.db) : null}
      trouble={trouble}
    />,
    status,
  );
}
