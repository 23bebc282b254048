/** Posts on social media that the desk has seen and that became no report. */
import { DAY_MS } from '../../working-time.ts';
import type { Run } from './life.ts';
import { randomOf } from './random.ts';
import type { SeenPost } from './types.ts';

/** @param count how many between `from` and the end of the run */
export function seenPosts({ world, seed, until, numbers }: Run, count: number, from: number): SeenPost[] {
  const random = randomOf(seed, 'posts');
  const posts = Array.from({ length: count }, (_, index): SeenPost => {
    const host = random.weighted([
      ['facebook.com', 6],
      ['instagram.com', 3],
      ['tiktok.com', 2],
      ['x.com', 1],
    ]);
    return {
      link: `https://${host}/contoh/kiriman-${numbers + index}`,
      at: world.calendar.nextOfficeTime(Math.round(random.between(from, until - 4 * DAY_MS))),
      topic: random.pick(world.own),
      area: random.chance(0.7) ? random.weighted(world.villages).code : null,
      outcome: random.weighted([
        ['answered', 5],
        ['ignored', 3],
        [null, 2],
      ]),
    };
  });
  return posts.sort((a, b) => a.at - b.at);
}
