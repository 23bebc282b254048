/** Posts, partners and articles as the API gives them. */
import * as z from 'zod';
import { partnerKinds, postChannels } from '../../../../shared/campaign.ts';
import { shownCount } from '../../../../shared/small-counts.ts';
import { isoOffset } from '../../../../shared/text.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import { type Link, links } from '../queries.ts';
import type { Article, PartnerLine } from './media/queries.ts';
import type { CampaignPost } from './queries.ts';

const count = (what: string) => z.int().nullable().describe(what);

const linkJson = z.object({
  code: z.string(),
  shortUrl: z.url(),
  scanned: count('Tautan dibuka oleh orang.'),
  visitors: count('Orang, masing-masing sekali sehari.'),
  opened: count('Formulir dibuka lewatnya.'),
  submitted: count('Laporan yang masuk dan sudah diperiksa.'),
  accepted: count('Di antaranya sudah diterima untuk ditangani.'),
  settled: count('Di antaranya selesai.'),
  settledOnTime: count('Di antaranya selesai tepat waktu.'),
  confirmed: count('Di antaranya disetujui pelapor.'),
  hidden: z.array(z.enum(links)).describe('Angka yang disembunyikan (null) karena kurang dari 5.'),
});

const reached = {
  program: z.string().nullable().describe('Nama program.'),
  programId: z.int().nullable(),
  reach: z.int().nullable().describe('Orang yang terjangkau; null = belum diisi.'),
  reachOn: z.iso.date().nullable().describe('Tanggal angka itu.'),
  cost: z.int().nullable().describe('Rupiah; null = belum diisi.'),
  version: z.int(),
};

export const postJson = z
  .object({
    id: z.int(),
    channel: z.enum(postChannels),
    title: z.string(),
    text: z.string(),
    plannedFor: z.string().describe('Waktu setempat, misalnya "2026-11-27T08:00".'),
    publishedAt: z.iso.datetime({ offset: true }).nullable().describe('null = belum tayang.'),
    url: z.url().nullable().describe('Alamat unggahannya.'),
    target: z.string().nullable().describe('Tujuan tautan; null = formulir laporan.'),
    cancelled: z.boolean(),
    ...reached,
    link: linkJson,
  })
  .meta({ ref: 'CampaignPost' });

export const partnerJson = z
  .object({
    id: z.int(),
    name: z.string(),
    kind: z.enum(partnerKinds),
    website: z.url().nullable(),
    articles: z.int(),
    archived: z.boolean(),
    version: z.int(),
  })
  .meta({ ref: 'MediaPartner' });

export const articleJson = z
  .object({
    id: z.int(),
    partnerId: z.int(),
    partner: z.string(),
    title: z.string(),
    publishedOn: z.iso.date(),
    url: z.url().nullable(),
    clipping: z.boolean(),
    ...reached,
    link: linkJson.nullable().describe('null = belum punya tautan sendiri.'),
  })
  .meta({ ref: 'MediaArticle' });

interface Shown {
  regency: Regency;
  origin: string;
}

function linkOf(code: string, chain: Record<Link, number>, { regency, origin }: Shown) {
  const shown = Object.fromEntries(
    links.map((link) => [link, shownCount(chain[link], regency.switches.demo)]),
  ) as Record<Link, number | null>;
  const hidden = links.filter((link) => shown[link] === null);
  return { code, shortUrl: `${origin}/${code}`, ...shown, hidden };
}

export function jsonOfPost(post: CampaignPost, to: Shown): z.infer<typeof postJson> {
  const { id, channel, title, text, plannedFor, publishedAt, url, target, program, reach, reachOn } = post;
  return {
    ...{ id, channel, title, text, plannedFor, url, target, program, reach, reachOn },
    publishedAt: publishedAt === null ? null : isoOffset(publishedAt, to.regency.about.timeZone),
    cancelled: post.cancelledAt !== null,
    programId: post.campaignId,
    cost: post.cost,
    version: post.version,
    link: linkOf(post.code, post.chain, to),
  };
}

export function jsonOfPartner(partner: PartnerLine): z.infer<typeof partnerJson> {
  const { id, name, kind, website, articles, archivedAt, version } = partner;
  return { id, name, kind, website, articles, archived: archivedAt !== null, version };
}

export function jsonOfArticle(article: Article, to: Shown): z.infer<typeof articleJson> {
  const { id, partnerId, partner, title, publishedOn, url, program, reach, reachOn, cost, version } = article;
  return {
    ...{ id, partnerId, partner, title, publishedOn, url, program, reach, reachOn, cost, version },
    clipping: article.clipping !== null,
    programId: article.campaignId,
    link: article.code === null ? null : linkOf(article.code, article.chain, to),
  };
}
