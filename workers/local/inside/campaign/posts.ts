/** Invented posts and news of the program. */
import { articleById } from '../../../features/campaigns/posts/media/queries.ts';
import { addArticle, linkArticle } from '../../../features/campaigns/posts/media/save-article.ts';
import { addPartner } from '../../../features/campaigns/posts/media/save-partner.ts';
import { postById } from '../../../features/campaigns/posts/queries.ts';
import { createPosts, publishPost, setReach } from '../../../features/campaigns/posts/write.ts';
import { type CampaignStage, dayBefore, demoKey, doerAt } from './stage.ts';

/** @returns placements of the posts that stand somewhere */
export async function addPosts(stage: CampaignStage): Promise<number[]> {
  const { program } = stage;
  const text = 'Ada jalan rusak atau layanan yang macet? Laporkan, dan ikuti sampai selesai. Contoh.';
  const post = { text, program, target: null, picture: null, cost: 150_000 };
  const weeks = [
    { title: 'Kenalkan kanal aduan', daysAgo: 14, channels: ['instagram', 'facebook', 'whatsapp'] },
    { title: 'Apa yang terjadi setelah melapor', daysAgo: 0, channels: ['instagram', 'tiktok'] },
    { title: 'Cerita laporan yang selesai', daysAgo: -7, channels: ['facebook'] },
  ] as const;
  const standing: number[] = [];
  for (const [n, { title, daysAgo, channels }] of weeks.entries()) {
    const to = doerAt(stage, Math.max(daysAgo, 0) + 2);
    const plan = {
      ...post,
      title,
      plannedFor: `${dayBefore(stage, daysAgo)}T08:00`,
      channels: [...channels],
    };
    const { ids } = await createPosts(to, plan, demoKey(2000 + n));
    for (const id of daysAgo > 0 ? ids : []) standing.push(await publish(stage, id, daysAgo));
  }
  return standing;
}

async function publish(stage: CampaignStage, id: number, daysAgo: number): Promise<number> {
  const { db } = stage;
  const post = await postById(db, id);
  if (!post) throw new Error(`no post ${id}`);
  // A load that was cut off may have done it.
  if (post.publishedAt === null) {
    const { now } = doerAt(stage, daysAgo);
    await publishPost(db, post, post.version, { at: now, url: null });
    await setReach(db, id, post.version + 1, { reach: 400 + 170 * id, reachOn: dayBefore(stage, 1) });
  }
  return post.placementId;
}

/** @returns placement of its tracked link */
export async function addNews(stage: CampaignStage): Promise<number> {
  const { db, program } = stage;
  const to = doerAt(stage, 25);
  const partner = { name: 'Suara Contoh', kind: 'online', website: null, note: 'Media rekaan.' } as const;
  const partnerId = await addPartner(to, partner, null, demoKey(2500));
  const dates = { publishedOn: dayBefore(stage, 10), reachOn: dayBefore(stage, 3) };
  const id = await addArticle(
    doerAt(stage, 9),
    {
      ...{ partnerId, program, title: 'Warga kini melapor lewat kode di balai desa', ...dates },
      ...{ url: null, clipping: null, reach: 2_600, cost: 500_000 },
    },
    demoKey(2501),
  );
  const article = async () => {
    const found = await articleById(db, id);
    if (!found) throw new Error(`no article ${id}`);
    return found;
  };
  await linkArticle(doerAt(stage, 9), await article());
  return (await article()).placementId ?? 0;
}
