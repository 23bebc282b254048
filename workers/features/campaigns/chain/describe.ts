/** Results as the API gives them, and what its document says about them. */
import { describeRoute, resolver } from 'hono-openapi';
import * as z from 'zod';
import { problems } from '../../api.ts';
import type { ChannelLine } from './channels.ts';
import { type ChainLink, chainLinks, groupings } from './pieces.ts';
import { type Line, singles } from './results.ts';
import { isExact, linkNames, shareIn, shareOfLink } from './told.ts';

export const byNames = ['all', ...groupings, ...singles, 'channel'] as const;

const between = z.object({ least: z.number(), most: z.number() });

const meanings = chainLinks.map((link) => `${link}: ${linkNames[link].toLowerCase()}`).join('; ');

const lineSchema = z
  .object({
    id: z
      .string()
      .describe(
        'Kode papan, bahan, kode wilayah, jenis tempat, nomor program, atau kanal; kosong untuk sisanya.',
      ),
    name: z.string(),
    reached: z.int().nullable().describe('Orang yang dijangkau, sejauh diisi; null = tidak diketahui.'),
    counts: z
      .partialRecord(z.enum(chainLinks), z.int().nonnegative().nullable())
      .describe(`null = disembunyikan; lihat \`ranges\`. Kanal tidak punya pindaian. ${meanings}`),
    ranges: z
      .partialRecord(z.enum(chainLinks), between)
      .describe('Untuk tiap angka yang disembunyikan: sedikitnya dan sebanyaknya.'),
    rates: z
      .partialRecord(z.enum(chainLinks), between.extend({ of: z.enum(['reached', ...chainLinks]) }))
      .describe(
        'Bagian dari tahap `of`, 0 sampai 1. Di bawah 100 orang: selang Wilson 95 %; selebihnya keduanya sama.',
      ),
    cost: z.int().nullable().describe('Rupiah yang diisi; null untuk kanal.'),
    unpriced: z.int().nullable().describe('Berapa bahan atau kegiatan yang biayanya belum diisi.'),
    costPerSettled: z
      .int()
      .nullable()
      .describe('Rupiah; null bila ada biaya yang belum diisi, atau kurang dari 5 laporan yang selesai.'),
  })
  .meta({ ref: 'ChainLine' });

/** @param links those that it has */
export function lineJson(
  line: ChannelLine & Partial<Line>,
  links: readonly ChainLink[] = chainLinks,
): z.infer<typeof lineSchema> {
  const hidden = links.filter((link) => !isExact(line.chain[link]));
  const shares = links.flatMap((link) => {
    const share = shareIn(line, link);
    return share
      ? [[link, { of: shareOfLink[link], least: rounded(share.least), most: rounded(share.most) }]]
      : [];
  });
  return {
    id: line.id,
    name: line.name,
    reached: line.reached,
    counts: Object.fromEntries(
      links.map((link) => [link, hidden.includes(link) ? null : line.chain[link].least]),
    ),
    ranges: Object.fromEntries(hidden.map((link) => [link, line.chain[link]])),
    rates: Object.fromEntries(shares),
    cost: line.cost ?? null,
    unpriced: line.unpriced ?? null,
    costPerSettled: line.perSettled ?? null,
  };
}

const rounded = (share: number) => Math.round(share * 10_000) / 10_000;

export const describeResults = describeRoute({
  operationId: 'listCampaignResults',
  summary: 'Hasil kampanye: dari jangkauan sampai laporan yang disetujui pelapor, dengan biayanya',
  description:
    'Untuk sesi petugas atau kunci "desk" dengan peran admin, humas, atau pimpinan, dan untuk kunci mitra "campaigns" ' +
    'atau "campaigns_write". Angka 1 sampai 4 disembunyikan, kecuali pada data contoh; jumlah yang ' +
    'dapat membukanya diberi sebagai rentang. `by=channel` memuat semua laporan menurut kanal masuknya, juga yang tidak lewat papan.',
  tags: ['Kampanye'],
  security: [{ apiKey: [] }, { staffSession: [] }],
  parameters: [
    {
      in: 'query',
      name: 'by',
      required: false,
      description: 'Menurut apa; tanpa ini jumlah seluruhnya.',
      schema: { type: 'string', enum: [...byNames] },
    },
  ],
  responses: {
    200: {
      description: 'Satu baris untuk tiap bahan, kecamatan, program, papan, unggahan, dan seterusnya.',
      content: { 'application/json': { schema: resolver(z.array(lineSchema)) } },
    },
    ...problems('unauthenticated', 'forbidden', 'invalid', 'unavailable'),
  },
});
