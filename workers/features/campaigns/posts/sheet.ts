/** Posts and articles as tables to take away, with small numbers hidden as on the pages. */
import { partnerKindNames, postChannelNames } from '../../../../shared/i18n/campaign-messages.ts';
import { HIDDEN, shownCount } from '../../../../shared/small-counts.ts';
import { now } from '../../../platform/clock.ts';
import type { AppContext } from '../../http.ts';
import { localTimeOf } from '../../local-time.ts';
import type { Sheet } from '../../sheets.ts';
import { chainNames } from '../chain/words.tsx';
import { type Link, links } from '../queries.ts';
import { allArticles } from './media/queries.ts';
import { monthOf } from './months.ts';
import { postsOfMonth } from './queries.ts';
import { stateNames, stateOf } from './state.ts';

const linkHead = links.map((link) => (link === 'scanned' ? 'Tautan dibuka' : chainNames[link]));

const linkCells = (chain: Record<Link, number>, invented: boolean) =>
  links.map((link) => shownCount(chain[link], invented) ?? HIDDEN);

/** The posts of the month that the address names. */
export async function postsSheet(c: AppContext): Promise<Sheet> {
  const { about, switches } = c.var.regency;
  const nowLocal = localTimeOf(now(), about.timeZone);
  const month = monthOf(c.req.query('bulan'), nowLocal);
  const posts = await postsOfMonth(c.var.db, { month });
  return {
    name: `unggahan-${month}`,
    head: [
      ...['Waktu', 'Kanal', 'Judul', 'Teks', 'Program', 'Keadaan', 'Alamat', 'Kode'],
      ...['Terjangkau', 'Tanggal angka', 'Biaya (Rp)', ...linkHead],
    ],
    rows: posts.map((post) => [
      { at: post.plannedFor },
      ...[postChannelNames[post.channel], post.title, post.text, post.program],
      ...[stateNames[stateOf(post, nowLocal)], post.url, post.code, post.reach],
      post.reachOn === null ? null : { at: post.reachOn },
      ...[post.cost, ...linkCells(post.chain, switches.demo)],
    ]),
  };
}

/** All articles. */
export async function articlesSheet(c: AppContext): Promise<Sheet> {
  const { switches } = c.var.regency;
  const articles = await allArticles(c.var.db);
  return {
    name: 'berita-media',
    head: [
      ...['Tanggal', 'Mitra', 'Jenis', 'Judul', 'Alamat', 'Program', 'Kode'],
      ...['Terjangkau', 'Tanggal angka', 'Biaya (Rp)', ...linkHead],
    ],
    rows: articles.map((article) => [
      { at: article.publishedOn },
      ...[article.partner, partnerKindNames[article.kind], article.title, article.url],
      ...[article.program, article.code, article.reach],
      article.reachOn === null ? null : { at: article.reachOn },
      article.cost,
      ...(article.code === null ? links.map(() => null) : linkCells(article.chain, switches.demo)),
    ]),
  };
}
