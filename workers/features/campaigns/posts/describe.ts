/** What the API document says about posts, media partners and articles. */
import { type DescribeRouteOptions, describeRoute, resolver } from 'hono-openapi';
import * as z from 'zod';
import { idempotencyHeader, problems } from '../../api.ts';
import { articleJson, partnerJson, postJson } from './json.ts';

const json = (schema: z.ZodType) => ({ 'application/json': { schema: resolver(schema) } });
const security: Record<string, string[]>[] = [{ apiKey: [] }, { staffSession: [] }];
const common = { tags: ['Kampanye'], security };
const WRITERS = 'Untuk admin dan humas, dan kunci mitra "campaigns_write".';

const refusals = problems('unauthenticated', 'forbidden', 'unavailable');
const written = problems('invalid', 'too_large');

const query = (name: string, description: string, pattern?: string) => ({
  in: 'query' as const,
  name,
  schema: { type: 'string' as const, ...(pattern ? { pattern } : {}) },
  description,
});

function reads(operationId: string, summary: string, answer: z.ZodType, more: DescribeRouteOptions = {}) {
  return describeRoute({
    ...common,
    operationId,
    summary,
    responses: { 200: { description: summary, content: json(answer) }, ...refusals },
    ...more,
  });
}

function makes(operationId: string, summary: string, answer: z.ZodType) {
  return describeRoute({
    ...common,
    operationId,
    summary,
    description: WRITERS,
    parameters: [idempotencyHeader(true)],
    responses: { 201: { description: 'Tersimpan.', content: json(answer) }, ...refusals, ...written },
  });
}

function changes(operationId: string, summary: string, answer: z.ZodType) {
  return describeRoute({
    ...common,
    operationId,
    summary,
    description: `${WRITERS} \`version\` dari yang terakhir dibaca; yang sudah berubah dijawab 409.`,
    responses: {
      200: { description: 'Seperti tersimpan sekarang.', content: json(answer) },
      ...refusals,
      ...written,
      ...problems('not_found', 'conflict'),
    },
  });
}

export const describePosts = reads('listCampaignPosts', 'Unggahan sebulan', z.array(postJson), {
  parameters: [
    query('month', 'Misalnya `2026-11`; tanpa ini bulan berjalan.', '^20\\d\\d-(0[1-9]|1[0-2])$'),
    query('channel', 'Kanal.'),
  ],
});
export const describeAddPosts = makes(
  'addCampaignPosts',
  'Rencanakan unggahan, satu untuk tiap kanal',
  z.array(postJson),
);
export const describeEditPost = changes('editCampaignPost', 'Ubah unggahan', postJson);
export const describePublish = changes('publishCampaignPost', 'Catat bahwa unggahan sudah tayang', postJson);
export const describeReach = changes('setCampaignPostReach', 'Isi jangkauan unggahan', postJson);
export const describeCancel = changes('cancelCampaignPost', 'Batalkan unggahan', postJson);

export const describePartners = reads(
  'listMediaPartners',
  'Mitra media; narahubungnya tidak diberikan',
  z.array(partnerJson),
);
export const describeAddPartner = makes('addMediaPartner', 'Catat mitra media', z.object({ id: z.int() }));

const articlePage = z.object({ articles: z.array(articleJson), next: z.string().nullable() });
export const describeArticles = reads('listMediaArticles', 'Berita dan siaran', articlePage, {
  description: 'Yang terbaru dulu, 50 sehalaman.',
  parameters: [query('cursor', 'Nilai `next` halaman sebelumnya.')],
});
export const describeAddArticle = makes('addMediaArticle', 'Catat berita', articleJson);
export const describeEditArticle = changes('editMediaArticle', 'Ubah berita', articleJson);
export const describeLinkArticle = describeRoute({
  ...common,
  operationId: 'linkMediaArticle',
  summary: 'Buat tautan untuk berita',
  description: `${WRITERS} Diulang tidak mengubah apa pun.`,
  responses: {
    200: { description: 'Beritanya dengan tautan.', content: json(articleJson) },
    ...refusals,
    ...problems('not_found'),
  },
});
