/** The page of one post and what is done there, relative to /desk/kampanye/unggahan. */
import { Hono } from 'hono';
import { now } from '../../../platform/clock.ts';
import { AppError } from '../../../platform/problem.ts';
import { idIn, parse, textsOf } from '../../doer.ts';
import { type AppContext, type AppEnv, originOf } from '../../http.ts';
import { instantOf, localTimeOf } from '../../local-time.ts';
import { requireRunner } from '../doors.ts';
import { type Refusal, refusal } from './form.ts';
import { publicationSchema, reachSchema } from './input.ts';
import { type CampaignPost, postById } from './queries.ts';
import { actionFields, type TypedAction } from './views/actions.tsx';
import { PostPage } from './views/post.tsx';
import { cancelPost, publishPost, setReach } from './write.ts';

export const postActs = new Hono<AppEnv>();

const doneWords: Record<string, string> = {
  dibuat: 'Unggahan direncanakan. Salin teks dan tautannya di bawah.',
  diubah: 'Perubahan tersimpan.',
  tayang: 'Tercatat: unggahan sudah tayang.',
  'belum-tayang': 'Tercatat: unggahan belum tayang.',
  jangkauan: 'Jangkauan tersimpan.',
  batal: 'Unggahan dibatalkan.',
  'pakai-lagi': 'Unggahan dipakai lagi.',
};

type Act = (c: AppContext, post: CampaignPost, version: number, typed: TypedAction) => Promise<void>;

const acts: Record<string, Act> = {
  tayang: async ({ var: { db, regency } }, post, version, { at, url }) => {
    const said = parse(publicationSchema, { at, url });
    await publishPost(db, post, version, { at: instantOf(said.at, regency.about.timeZone), url: said.url });
  },
  'belum-tayang': ({ var: { db } }, post, version) => publishPost(db, post, version, null),
  jangkauan: ({ var: { db } }, post, version, { reach, reachOn }) =>
    setReach(db, post.id, version, parse(reachSchema, { reach, reachOn })),
  batal: ({ var: { db } }, post, version) => cancelPost(db, post.id, version, now()),
  'pakai-lagi': ({ var: { db } }, post, version) => cancelPost(db, post.id, version, null),
};

postActs.get('/:id{\\d+}', (c) => show(c));

postActs.post('/:id{\\d+}/:act', requireRunner, async (c) => {
  const name = c.req.param('act');
  const act = Object.hasOwn(acts, name) ? acts[name] : undefined;
  if (!act) throw new AppError('not_found');
  const typed = textsOf(await c.req.formData(), actionFields);
  const post = await postOf(c);
  try {
    await act(c, post, Number(typed.version), typed);
  } catch (error) {
    return show(c, typed, refusal(error));
  }
  return c.redirect(`/desk/kampanye/unggahan/${post.id}?ok=${c.req.param('act')}`, 303);
});

/** @throws AppError not_found */
export async function postOf(c: AppContext): Promise<CampaignPost> {
  const post = await postById(c.var.db, idIn(c));
  if (!post) throw new AppError('not_found');
  return post;
}

async function show(c: AppContext, typed: TypedAction | null = null, refused: Refusal | null = null) {
  const { regency, signedIn } = c.var;
  const page = { regency, who: signedIn, post: await postOf(c), origin: originOf(c), typed, refused };
  const nowLocal = localTimeOf(now(), regency.about.timeZone);
  return c.html(
    <PostPage {...page} nowLocal={nowLocal} done={doneWords[c.req.query('ok') ?? '']} />,
    refused?.status ?? 200,
  );
}
