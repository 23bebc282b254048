/**
 * A list of the inbox as CSV: what the list shows and nothing else. No identity; of accusations not even that they are
 * there, whoever asks; titles of anonim cases and of violence stay here unless a person has released them.
 */
import { kindNames, stateNames } from '../../../shared/lifecycle/states.ts';
import { isSecret } from '../../../shared/permissions/accusations.ts';
import type { Staff } from '../../../shared/permissions/people.ts';
import { isoOffset } from '../../../shared/text.ts';
import { NEVER } from '../../cases/sp4n.ts';
import { csvLine } from '../../platform/csv.ts';
import type { Db } from '../../platform/db.ts';
import type { Keys } from '../../privacy/keys.ts';
import { anyCategory } from '../../regency/named.ts';
import type { Regency } from '../../regency/snapshot.ts';
import type { Filters } from './filters.ts';
import { type InboxLine, type InboxPage, readInbox } from './inbox.ts';
import type { DeskList } from './lists.ts';
import { areaName, holderName, NOT_KNOWN, officeName } from './words.ts';

/** Lines of a file; a longer list is filtered first. */
export const MOST_EXPORTED = 5_000;
/** Lines of one read for it. */
const STEP = 250;

export interface Wanted {
  list: DeskList;
  filters: Filters;
}

/** @param now epoch ms */
export async function* exportLines(
  db: Db,
  keys: Keys,
  regency: Regency,
  person: Staff,
  wanted: Wanted,
  now: number,
): AsyncGenerator<string> {
  yield csvLine(HEAD);
  let left = MOST_EXPORTED;
  let cursor: string | undefined;
  do {
    const query = { ...wanted, cursor, size: STEP };
    const page: InboxPage = await readInbox(db, keys, regency, person, query, now);
    const lines = page.lines.filter(({ row }) => !isSecret(row)).slice(0, left);
    for (const line of lines) yield csvLine(cells(line, regency));
    left -= lines.length;
    cursor = page.next ?? undefined;
  } while (cursor !== undefined && left > 0);
}

const HEAD = [
  'Nomor',
  'Judul',
  'Jenis',
  'Kategori',
  'Wilayah',
  'Penanggung jawab',
  'Dipegang',
  'Keadaan',
  'Diterima',
  'Batas waktu berikutnya',
  'Dijawab',
  'Ditutup',
];

function cells({ code, title, row }: InboxLine, regency: Regency) {
  const time = (ms: number | null) => (ms === null ? null : isoOffset(ms, regency.about.timeZone));
  const kept = (row.anonymous && row.releasedAt === null) || row.danger === 'kekerasan';
  const due = row.importedAt !== null || row.nextDueAt >= NEVER ? NOT_KNOWN : time(row.nextDueAt);
  return [
    code,
    kept || title === null ? '(tidak disertakan)' : title,
    kindNames[row.kind].id,
    row.category === null ? null : (anyCategory(regency, row.category)?.name ?? row.category),
    areaName(regency, row.area),
    row.office === null ? null : officeName(regency, row.office),
    holderName(regency, row.holder),
    stateNames[row.state].desk,
    time(row.receivedAt),
    row.closedAt === null ? due : null,
    time(row.answeredAt),
    time(row.closedAt),
  ];
}
