/** /desk/kampanye/unggahan: the calendar of posts, and one post from its plan to its reach. */
import { Hono } from 'hono';
import { postChannels } from '../../../../shared/campaign.ts';
import { DAY, now } from '../../../platform/clock.ts';
import { newKey } from '../../../platform/ids.ts';
import { oneFile } from '../../api.ts';
import { doerOf, keyIn, parse, textsOf, versionIn } from '../../doer.ts';
import { type AppContext, type AppEnv, originOf } from '../../http.ts';
import { localTimeOf } from '../../local-time.ts';
import { offerSheet } from '../../sheets.ts';
import { requireRunner } from '../doors.ts';
import { openPrograms } from '../queries.ts';
import { listPrograms } from '../register/queries.ts';
import { numberText, refusal, takePicture } from './form.ts';
import { newPostsSchema, postSchema } from './input.ts';
import { monthOf, nextMorning } from './months.ts';
import { servePicture } from './picture.ts';
import { postActs, postOf } from './post-acts.tsx';
import { type CampaignPost, postsOfMonth, waitingPosts } from './queries.ts';
import { reachPages } from './reach/pages.tsx';
import { cardPages } from './share/desk-pages.tsx';
import { postsSheet } from './sheet.ts';
import { PostForm, type PostFormProps, postFields, type TypedPost } from './views/form.tsx';
import { PostsPage } from './views/posts.tsx';
import { createPosts, editPost } from './write.ts';

/** Relative to /desk/kampanye/unggahan; who comes here has been asked. */
export const postPages = new Hono<AppEnv>();

const PATH = '/desk/kampanye/unggahan';

const doneWords: Record<string, string> = {
  sudah: 'Kiriman ini sudah tersimpan sebelumnya. Untuk mengubahnya, buka unggahannya.',
};

postPages.get('/', async (c) => {
  const { db, regency, signedIn } = c.var;
  const { calendar } = regency;
  const at = now();
  const channel = postChannels.find((one) => one === c.req.query('kanal')) ?? null;
  const filter = {
    month: monthOf(c.req.query('bulan'), calendar.localDate(at)),
    channel,
    campaignId: Number(c.req.query('program')) || null,
  };
  const made = Number(c.req.query('dibuat'));
  return c.html(
    <PostsPage
      regency={regency}
      who={signedIn}
      filter={filter}
      asList={c.req.query('tampil') === 'daftar'}
      posts={await postsOfMonth(db, filter)}
      waiting={await waitingPosts(db, calendar.localDate(at + DAY))}
      programs={await openPrograms(db)}
      nowLocal={localTimeOf(at, regency.about.timeZone)}
      done={made > 0 ? `${made} unggahan direncanakan.` : doneWords[c.req.query('ok') ?? '']}
    />,
  );
});

offerSheet(postPages, '/unggahan', postsSheet);
postPages.route('/kartu', cardPages);
postPages.route('/jangkauan', reachPages);

postPages.get('/gambar/:name', (c) => servePicture(c.env, c.req.param('name')));

postPages.get('/baru', requireRunner, async (c) => {
  const coming = nextMorning(localTimeOf(now(), c.var.regency.about.timeZone));
  const month = monthOf(c.req.query('bulan'), coming);
  const plannedFor = month > coming ? `${month}-01T08:00` : coming;
  const typed = { ...textsOf(new FormData(), postFields), plannedFor };
  typed.program = c.req.query('program') ?? '';
  return showForm(c, { typed, fresh: { channels: [], key: newKey() } });
});

postPages.post('/baru', requireRunner, oneFile, async (c) => {
  const form = await c.req.formData();
  const typed = textsOf(form, postFields);
  const channels = form.getAll('channels').filter((one) => typeof one === 'string');
  const key = keyIn(form);
  try {
    await takePicture(c, form, typed);
    const input = parse(newPostsSchema(originOf(c)), { ...typed, channels });
    const { ids, fresh } = await createPosts(doerOf(c), input, key);
    const [only] = ids;
    if (ids.length === 1 && fresh) return c.redirect(`${PATH}/${only}?ok=dibuat`, 303);
    const query = `bulan=${input.plannedFor.slice(0, 7)}&${fresh ? `dibuat=${ids.length}` : 'ok=sudah'}`;
    return c.redirect(`${PATH}?${query}`, 303);
  } catch (error) {
    return showForm(c, { typed, fresh: { channels, key: key || newKey() }, refused: refusal(error) });
  }
});

postPages.get('/:id{\\d+}/ubah', requireRunner, async (c) => {
  const post = await postOf(c);
  return showForm(c, { typed: typedFrom(post), post });
});

postPages.post('/:id{\\d+}/ubah', requireRunner, oneFile, async (c) => {
  const form = await c.req.formData();
  const typed = textsOf(form, postFields);
  const post = await postOf(c);
  try {
    await takePicture(c, form, typed);
    const input = parse(postSchema(originOf(c)), typed);
    await editPost(c.var.db, post, versionIn(form), input);
    return c.redirect(`${PATH}/${post.id}?ok=diubah`, 303);
  } catch (error) {
    return showForm(c, { typed, post: await postOf(c), refused: refusal(error) });
  }
});

postPages.route('/', postActs);

async function showForm(c: AppContext, form: Omit<PostFormProps, 'regency' | 'who' | 'programs'>) {
  const { db, regency, signedIn } = c.var;
  const programs = await listPrograms(db);
  return c.html(
    <PostForm regency={regency} who={signedIn} programs={programs} {...form} />,
    form.refused?.status ?? 200,
  );
}

const typedFrom = (post: CampaignPost): TypedPost => ({
  title: post.title,
  text: post.text,
  program: numberText(post.campaignId),
  plannedFor: post.plannedFor,
  target: post.target ?? '',
  picture: post.picture ?? '',
  cost: numberText(post.cost),
});
