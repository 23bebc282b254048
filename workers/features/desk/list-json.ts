/** Lists of the desk as JSON, and the parts that a case shares with them. */
import * as z from 'zod';
import { apiStatuses, caseKinds, caseStates, stateNames } from '../../../shared/lifecycle/states.ts';
import { isoOffset } from '../../../shared/text.ts';
import type { Regency } from '../../regency/snapshot.ts';
import type { InboxLine, InboxPage } from './inbox.ts';
import type { Found } from './searching.ts';
import { areaName, flags, flagsOf, holderName, tagName } from './words.ts';

export const time = z.iso.datetime({ offset: true });
export const named = z.object({ code: z.string(), name: z.string() });
/** Words of the regency's list; the reporter sees none of them. */
export const tags = z.array(z.object({ id: z.string(), label: z.string() }));

const lineSchema = z.object({
  code: z.string(),
  title: z.string().nullable().describe('null = laporan anonim yang belum dilepas, atau `unreadable`.'),
  unreadable: z.boolean().describe('Judulnya tidak dapat dibuka: kuncinya tidak ada.'),
  kind: z.enum(caseKinds),
  state: z.enum(caseStates),
  status: z.enum(apiStatuses),
  area: named.nullable(),
  holder: named,
  due: time.nullable().describe('Batas waktu terdekat; null = tidak tersedia.'),
  flags: z.array(z.enum(flags)),
  tags,
});

export const inboxSchema = z.object({
  cases: z.array(lineSchema),
  next: z.string().nullable().describe('Nilai `cursor` halaman berikutnya.'),
});

export const foundSchema = z.object({
  cases: z.array(lineSchema),
  more: z.boolean().describe('true = ada, atau mungkin ada, lebih banyak.'),
});

export function inboxJson(page: InboxPage, regency: Regency): z.input<typeof inboxSchema> {
  return { cases: page.lines.map((line) => lineJson(line, regency)), next: page.next };
}

export function foundJson({ lines, more }: Found, regency: Regency): z.input<typeof foundSchema> {
  return { cases: lines.map((line) => lineJson(line, regency)), more };
}

function lineJson({ code, title, unreadable, row }: InboxLine, regency: Regency): z.input<typeof lineSchema> {
  return {
    code,
    title: unreadable ? null : title,
    unreadable,
    kind: row.kind,
    state: row.state,
    status: stateNames[row.state].api,
    area: areaJson(row.area, regency),
    holder: { code: row.holder, name: holderName(regency, row.holder) },
    due: row.importedAt === null ? isoOffset(row.nextDueAt, regency.about.timeZone) : null,
    flags: flagsOf(row),
    tags: tagsJson(JSON.parse(row.tags) as string[], regency),
  };
}

export const tagsJson = (ids: readonly string[], regency: Regency) =>
  ids.map((id) => ({ id, label: tagName(regency, id) }));

export function areaJson(code: string | null, regency: Regency) {
  const name = areaName(regency, code);
  return code !== null && name !== null ? { code, name } : null;
}
