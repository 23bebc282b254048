/** The life of a placement as it is shown to staff. */
import { desc, eq, sql } from 'drizzle-orm';
import type { Life } from '../../../../shared/campaign.ts';
import type { Db } from '../../../platform/db.ts';
import type { Keys } from '../../../privacy/keys.ts';
import { openShown } from '../../../privacy/seal.ts';
import { anyArea } from '../../../regency/named.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import { staffNames } from '../../staff/queries.ts';
import { hangLinks, placementEvents, placements } from '../table.ts';

export type Entry = typeof placementEvents.$inferSelect;

export interface ShownEntry extends Entry {
  /** Who did it, in words. */
  who: string;
  /** Where it was before; the same life without a photo means that only facts were changed. */
  before: Life;
}

/** Entries in one look: a life has a dozen. */
const MOST = 200;

/** Newest first, with plain remarks. */
export async function historyOf(db: Db, keys: Keys, regency: Regency, id: number): Promise<ShownEntry[]> {
  const rows = await db
    .select()
    .from(placementEvents)
    .where(eq(placementEvents.placementId, id))
    .orderBy(desc(placementEvents.seq))
    .limit(MOST);
  const who = await namesOfActors(
    db,
    regency,
    rows.map(({ by }) => by),
  );
  return Promise.all(
    rows.map(async (row, index) => ({
      ...row,
      remark: await openShown(keys, remarkPlace(row), row.remark),
      who: who(row.by),
      before: rows[index + 1]?.life ?? 'idle',
    })),
  );
}

const remarkPlace = ({ placementId, seq }: Entry) => ({
  table: 'placement_events',
  column: 'remark',
  row: `${placementId}:${seq}`,
});

async function namesOfActors(db: Db, regency: Regency, actors: readonly string[]) {
  const ids = (kind: string) => [
    ...new Set(
      actors.flatMap((by) => (by.startsWith(`${kind}:`) ? [Number(by.slice(kind.length + 1))] : [])),
    ),
  ];
  const [people, links] = await Promise.all([staffNames(db, ids('staff')), districtsOf(db, ids('link'))]);
  return (by: string): string => {
    const [kind, id = ''] = by.split(':');
    if (kind === 'staff') return people.get(Number(id)) ?? 'Petugas';
    if (kind === 'link')
      return `Tautan Kecamatan ${anyArea(regency, links.get(Number(id)))?.name ?? ''}`.trim();
    if (kind === 'pack') return `Paket cetak ${id}`;
    return kind === 'key' ? 'Aplikasi mitra' : 'Kanal';
  };
}

async function districtsOf(db: Db, ids: number[]): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: hangLinks.id, district: hangLinks.district })
    .from(hangLinks)
    .where(sql`${hangLinks.id} in (select value from json_each(${JSON.stringify(ids)}))`);
  return new Map(rows.map(({ id, district }) => [id, district]));
}

/** Code of the one that took its place. */
export async function successorOf(db: Db, replacedBy: number | null): Promise<string | null> {
  if (replacedBy === null) return null;
  const [row] = await db
    .select({ code: placements.code })
    .from(placements)
    .where(eq(placements.id, replacedBy));
  return row?.code ?? null;
}
