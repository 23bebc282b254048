/** A case as the desk's API tells it, and what acts answer: times as ISO 8601 with offset, names beside codes (contract.md). */
import * as z from 'zod';
import { apiStatuses, caseKinds, caseStates, stateNames } from '../../../shared/lifecycle/states.ts';
import { isoOffset } from '../../../shared/text.ts';
import type { Done } from '../../cases/change.ts';
import type { Regency } from '../../regency/snapshot.ts';
import { named, tags, tagsJson, time } from './list-json.ts';
import { noticeStatuses } from './notices.ts';
import type { DeskCase } from './queries.ts';
import { flags, holderName } from './words.ts';

const words = z.record(z.string(), z.string());

export const doneSchema = z.object({
  code: z.string(),
  state: z.enum(caseStates),
  version: z.number().int().describe('Untuk `If-Match` berikutnya.'),
});

export const revealedSchema = doneSchema.extend({
  identity: z.object({
    name: z.string().nullable(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
  }),
});

export const remindedSchema = doneSchema.extend({
  whatsapp: z.url().describe('Tautan wa.me dengan nomor dan pesan. Hanya untuk orang yang mengingatkan.'),
});

export const caseSchema = z.object({
  code: z.string(),
  version: z.number().int(),
  state: z.enum(caseStates),
  status: z.enum(apiStatuses),
  kind: z.enum(caseKinds),
  title: z.string().nullable(),
  toldTitle: z.string().nullable().describe('Judul dari pelapor, bila sudah diperbaiki.'),
  unreadable: z
    .boolean()
    .describe('Sebagian isinya tidak dapat dibuka karena kuncinya tidak ada; bagian itu null atau kosong.'),
  text: z
    .string()
    .nullable()
    .describe('null = laporan anonim yang belum dilepas, atau isinya sudah dihapus.'),
  erasedAt: time.nullable().describe('Kapan isinya dihapus.'),
  place: z.string().nullable(),
  position: z.string().nullable().describe('"lintang,bujur"'),
  occurredOn: z.iso.date().nullable(),
  area: named.nullable(),
  category: z.object({ id: z.string(), name: z.string() }).nullable(),
  wished: named.nullable().describe('Instansi yang disebut pelapor.'),
  channel: z.string(),
  flags: z.array(z.enum(flags)),
  tags,
  office: named.nullable(),
  holder: named,
  outside: named.nullable(),
  copies: z.array(named),
  accused: z.array(z.string()).describe('Hanya untuk pemegang pengaduan khusus.'),
  sp4n: z.string().nullable().describe('Nomor di SP4N-LAPOR!.'),
  sp4nLink: z.url().nullable().describe('Alamatnya di sana.'),
  imported: z
    .boolean()
    .describe('Berasal dari ekspor SP4N-LAPOR!: kecepatan dan batas waktunya tidak tersedia.'),
  receivedAt: time,
  due: time.nullable().describe('Janji kepada pelapor; null = tidak tersedia (laporan dari SP4N-LAPOR!).'),
  clocks: z.array(
    z.object({
      clock: z.string(),
      due: time,
      warn: time
        .nullable()
        .describe('Batas menurut hari kalender, bila undang-undang menghitungnya demikian.'),
      paused: z.boolean(),
      late: z.boolean(),
    }),
  ),
  custody: z.array(
    z.object({
      holder: named,
      since: time,
      until: time.nullable(),
      workingDays: z.number().int().describe('Lamanya, dalam hari kerja.'),
    }),
  ),
  workingDays: z
    .number()
    .int()
    .nullable()
    .describe('Sejak diterima sampai sekarang, atau sampai ditutup; null = tidak tersedia.'),
  hops: z.number().int(),
  entries: z.array(
    z.object({
      seq: z.number().int(),
      verb: z.string(),
      by: z.string(),
      to: z.string().nullable().describe('Yang diingatkan.'),
      mentions: z.array(z.string()).describe('Rekan yang disebut dalam catatan.'),
      at: time,
      visibility: z.enum(['reporter', 'desk']),
      facts: z.record(z.string(), z.unknown()),
      words,
      withheld: z.boolean(),
      erased: z.boolean().describe('Yang tertulis di sini sudah dihapus.'),
      unreadable: z.boolean().describe('Yang tertulis di sini tidak dapat dibuka: kuncinya tidak ada.'),
    }),
  ),
  notices: z
    .array(
      z.object({
        template: z.string(),
        name: z.string(),
        to: z.string().describe('Peran atau instansi, tidak pernah alamat.'),
        status: z.enum(noticeStatuses),
        at: time.describe('Saat terkirim, atau saat dibuat bila belum terkirim.'),
        next: time.nullable().describe('Percobaan berikutnya, bila masih menunggu.'),
        reason: z.string().nullable(),
      }),
    )
    .describe('Pemberitahuan tentang hal-hal yang boleh diketahui pemanggil.'),
  attachments: z.array(
    z.object({
      id: z.string(),
      seq: z.number().int(),
      kind: z.string(),
      bytes: z.number().int(),
      href: z.string(),
      released: z.boolean().describe('Laporan anonim: OPD boleh melihatnya.'),
      redacted: z
        .string()
        .nullable()
        .describe('Id gambar berkotak hitam yang dilihat OPD; hanya untuk admin.'),
    }),
  ),
  contact: z.union([
    z.enum(['anonymous', 'withheld', 'none']),
    z.object({ name: z.string().nullable(), email: z.string().nullable(), phone: z.string().nullable() }),
  ]),
  routing: z
    .object({
      outcome: z.string(),
      rule: z.string(),
      version: z.string(),
      matched: z.array(z.string()),
      candidates: z.array(z.object({ office: z.string(), score: z.number() })),
      confidence: z.number(),
    })
    .nullable(),
  actions: z.array(z.string()).describe('Tindakan yang mungkin sekarang.'),
  proposal: z
    .object({ seq: z.number().int(), by: z.string(), at: time, decides: z.boolean() })
    .nullable()
    .describe('Usulan jawaban yang menunggu persetujuan; `decides` = pemanggil dapat memutuskannya.'),
  parent: z
    .object({ code: z.string().nullable().describe('null = induk yang tidak boleh diketahui pemanggil.') })
    .nullable()
    .describe('Laporan induk dari laporan yang digabung.'),
  reports: z
    .object({ count: z.number().int(), codes: z.array(z.string()) })
    .describe('Laporan yang digabung ke laporan ini; nomor hanya yang boleh diketahui pemanggil.'),
  mentionable: z
    .array(z.object({ id: z.number().int(), name: z.string(), part: z.string() }))
    .describe('Rekan yang dapat disebut dalam `note`: nilai `id` untuk `mentions`.'),
  remindable: z
    .array(z.object({ id: z.string().describe('Nilai `target` untuk `remind`.'), name: z.string() }))
    .nullable()
    .describe('Pemegang laporan yang dapat diingatkan lewat WhatsApp; null = tidak berhak.'),
});

export function doneJson(done: Done): z.input<typeof doneSchema> {
  return { code: done.code, state: done.state, version: done.seq };
}

export function caseJson(view: DeskCase, regency: Regency): z.input<typeof caseSchema> {
  const at = (ms: number) => isoOffset(ms, regency.about.timeZone);
  const holder = (code: string) => ({ code, name: holderName(regency, code) });
  const maybe = (code: string | null) => (code === null ? null : holder(code));
  // What only pages need (standing, labels) stays behind.
  const { code, version, state, kind, title, text, place, position, occurredOn, area, category } = view;
  const { channel, accused, sp4n, hops, contact } = view;
  return {
    ...{ code, version, state, kind, title, text, place, position, occurredOn, area, category },
    ...{ channel, flags: view.flags, tags: tagsJson(view.tags, regency), accused, sp4n, hops, contact },
    ...(view.unreadable.title ? { title: null } : {}),
    ...(view.unreadable.words === null ? {} : { text: null }),
    unreadable: isUnreadable(view),
    toldTitle: view.toldTitle,
    erasedAt: view.erasedAt === null ? null : at(view.erasedAt),
    ...{ sp4nLink: view.sp4nLink, imported: view.imported },
    status: stateNames[state].api,
    wished: maybe(view.wished),
    office: maybe(view.office),
    holder: holder(view.holder),
    outside: maybe(view.outside),
    copies: view.copies.map(holder),
    receivedAt: at(view.receivedAt),
    due: view.dueAt === null ? null : at(view.dueAt),
    clocks: view.clocks.map(({ clock, dueAt, warnAt, paused, late }) => ({
      clock,
      due: at(dueAt),
      warn: warnAt === null ? null : at(warnAt),
      paused,
      late,
    })),
    custody: view.custody.map((held) => ({
      holder: holder(held.holder),
      since: at(held.since),
      until: held.until === null ? null : at(held.until),
      workingDays: held.days,
    })),
    workingDays: view.days,
    notices: view.notices.map((notice) => ({
      ...notice,
      at: at(notice.at),
      next: notice.next === null ? null : at(notice.next),
    })),
    entries: view.entries.map((entry) => ({
      ...entry,
      at: at(entry.at),
      unreadable: entry.unreadable !== null,
    })),
    attachments: view.attachments.map(({ id, seq, kind: type, bytes, released, redacted }) => ({
      id,
      seq,
      kind: type,
      bytes,
      href: `/api/v1/desk/cases/${code}/attachments/${id}`,
      released,
      redacted: redacted?.id ?? null,
    })),
    routing: view.why,
    actions: view.verbs,
    proposal: view.proposal?.waiting
      ? {
          seq: view.proposal.seq,
          by: view.proposal.by,
          at: at(view.proposal.at),
          decides: view.verbs.includes('approve_answer'),
        }
      : null,
    mentionable: view.colleagues,
    remindable: view.remindable,
    parent: view.merged && { code: view.merged.parent?.code ?? null },
    reports: { count: view.reports.count, codes: view.reports.known.map(({ code: one }) => one) },
  };
}

const isUnreadable = ({ unreadable, entries }: DeskCase): boolean =>
  unreadable.title || unreadable.words !== null || entries.some((entry) => entry.unreadable !== null);
