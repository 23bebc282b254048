/** Shapes of the reporter's calls: what they take, what they answer (contract.md). */
import * as z from 'zod';
import { contactSchema, limits } from '../../../shared/contract/complaint.ts';
import { apiStatuses, caseKinds } from '../../../shared/lifecycle/states.ts';
import { isoOffset } from '../../../shared/text.ts';
import type { TimeZone } from '../../../shared/working-time.ts';
import { reporterVerbs } from '../../cases/verbs/index.ts';
import { longText, optionalText, uploadIds } from '../../cases/verbs/input.ts';
import type { PublicStatus, ReporterView } from './queries.ts';

const withFiles = z
  .strictObject({
    text: longText,
    attachments: uploadIds.describe(`Paling banyak ${limits.attachments}.`),
  })
  .meta({ ref: 'Addition' });

/** Bodies by path. */
export const bodies = {
  replies: withFiles,
  completion: withFiles,
  confirmation: z.strictObject({}),
  contest: z.strictObject({ reason: longText }),
  rating: z.strictObject({
    score: z.number().int().min(1).max(4).describe('1 tidak baik, 2 kurang baik, 3 baik, 4 sangat baik.'),
    text: optionalText,
  }),
  withdrawal: z.strictObject({ reason: optionalText }),
  contact: z.strictObject({
    contact: contactSchema.nullable().describe('null menghapus nama dan semua kontak.'),
  }),
  erasure: z.strictObject({
    reason: optionalText,
    contactNow: z.boolean().default(false).describe('true = nama dan kontak langsung dihapus.'),
  }),
} as const;

const time = z.iso.datetime({ offset: true });

const statusFields = z.object({
  code: z.string(),
  status: z.enum(apiStatuses),
  statusLabel: z.string().describe('Istilah SP4N-LAPOR!; pada laporan gabungan, istilah laporan induknya.'),
  receivedAt: time,
  due: time
    .nullable()
    .describe(
      'Janji jawaban. Hanya bergeser selama pelapor diminta melengkapi. null = tidak tersedia: laporan ditangani di SP4N-LAPOR!.',
    ),
  receiver: z
    .string()
    .optional()
    .describe('Instansi luar yang menerima terusan; tidak disebut bila laporannya rahasia.'),
});
export const statusSchema = statusFields.meta({ ref: 'Status' });

const entrySchema = z.object({
  seq: z.number().int(),
  at: time,
  verb: z.string(),
  by: z.enum(['reporter', 'officer', 'system']),
  summary: z.string().describe('Apa yang terjadi, dalam bahasa yang diminta.'),
  words: z
    .object({
      title: z.string(),
      text: z.string(),
      place: z.string(),
      question: z.string(),
      reason: z.string(),
      nextStep: z.string(),
      budget: z.string(),
    })
    .partial(),
  outcome: z.string().nullable(),
  erased: z.boolean().describe('Yang tertulis di sini sudah dihapus.'),
  unreadable: z.boolean().describe('Yang tertulis di sini sedang tidak dapat dibuka.'),
  date: z.string().nullable().describe('Tanggal langkah berikutnya, atau tanggal yang dijadwalkan.'),
  attachments: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(['jpeg', 'png', 'webp', 'pdf']),
      bytes: z.number().int(),
      url: z.string().describe('Diambil dengan PIN yang sama.'),
    }),
  ),
});

export const timelineSchema = statusFields
  .extend({
    title: z.string(),
    kind: z.enum(caseKinds),
    anonymous: z.boolean(),
    confidential: z.boolean(),
    paused: z.boolean().describe('Menunggu kelengkapan dari pelapor; janji ikut menunggu.'),
    holder: z
      .object({ name: z.string(), since: time })
      .nullable()
      .describe('Siapa yang menanganinya sekarang, sejak kapan.'),
    next: z
      .object({ clock: z.string(), due: time })
      .nullable()
      .describe('Tenggat berikutnya: verify, first_answer, next_step, settle, atau forwarded.'),
    hops: z.number().int().describe('Berapa kali berpindah instansi.'),
    actions: z
      .array(z.enum(Object.keys(reporterVerbs) as [string, ...string[]]))
      .describe('Yang dapat dilakukan pelapor sekarang.'),
    rating: z.number().int().nullable(),
    entries: z.array(entrySchema),
    followed: z
      .object({ code: z.string(), entries: z.array(entrySchema) })
      .nullable()
      .describe('Laporan induk dari laporan yang digabung: perjalanannya dan jawaban instansi.'),
  })
  .meta({ ref: 'Timeline' });

/** The answer of `GET /complaints/{code}`. */
export function statusJson(status: PublicStatus, zone: TimeZone): z.infer<typeof statusSchema> {
  return {
    code: status.code,
    status: status.status,
    statusLabel: status.statusLabel,
    receivedAt: isoOffset(status.receivedAt, zone),
    due: status.due === null ? null : isoOffset(status.due, zone),
    ...(status.receiver === null ? {} : { receiver: status.receiver }),
  };
}

/** The answer of `GET …/timeline`. @param self absolute address of the complaint in the API */
export function timelineJson(
  view: ReporterView,
  zone: TimeZone,
  self: string,
): z.infer<typeof timelineSchema> {
  return {
    ...statusJson(view, zone),
    title: view.title,
    kind: view.kind,
    anonymous: view.anonymous,
    confidential: view.confidential,
    paused: view.paused,
    holder: view.holder && { name: view.holder.name, since: isoOffset(view.holder.since, zone) },
    next: view.next && { clock: view.next.clock, due: isoOffset(view.next.due, zone) },
    hops: view.hops,
    actions: view.actions,
    rating: view.rating,
    entries: entriesJson(view, zone, self),
    followed: view.followed && {
      code: view.followed.code,
      entries: entriesJson(view.followed, zone, self),
    },
  };
}

function entriesJson(of: Pick<ReporterView, 'entries' | 'attachments'>, zone: TimeZone, self: string) {
  return of.entries.map((entry) => ({
    ...entry,
    at: isoOffset(entry.at, zone),
    unreadable: entry.unreadable !== null,
    attachments: of.attachments
      .filter((file) => file.seq === entry.seq)
      .map(({ id, kind, bytes }) => ({ id, kind, bytes, url: `${self}/attachments/${id}` })),
  }));
}
