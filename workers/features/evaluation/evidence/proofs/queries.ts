/** What the proofs look at, read at once. What is read grows with quarters, offices and releases, never with cases. */
import { sql } from 'drizzle-orm';
import { type Counts, OVERSIGHT } from '../../../../../shared/figures/counts.ts';
import { type Period, periodBefore, periodWith } from '../../../../../shared/figures/periods.ts';
import { LEAST } from '../../../../../shared/small-counts.ts';
import type { Db } from '../../../../platform/db.ts';
import type { Regency } from '../../../../regency/snapshot.ts';
import { indexedUntil } from '../../../search/queries.ts';
import { readFigures, wholeOf } from '../../figures/queries.ts';

/** So many of the last entries are looked through for what no index knows. */
const LAST_ENTRIES = 2000;

export interface Release {
  /** Quarter, e.g. "2026-Q3". */
  period: string;
  /** Epoch ms. */
  at: number;
  tables: { name: string; csv: string; json: string }[];
}

interface Numbers {
  /** Files of ordinary cases, counted to `LEAST`. */
  attachments: number;
  /** Answers of ordinary cases, among the last entries of the history, that somebody else had proposed. */
  approvals: number;
  /** API keys in force, and those among them that read figures. */
  keys: number;
  figureKeys: number;
  /** Exports of SP4N-LAPOR! that were taken over. */
  imports: number;
  /** Of closed meetings, and those all of whose actions are done. */
  decisions: number;
  carriedOut: number;
  /** Of those quarters, published, and the day of the newest. */
  improvements: number;
  improvedOn: string | null;
}

export interface Facts extends Numbers {
  regency: Regency;
  /** Local ISO date. */
  today: string;
  /** The quarter of today and the three before it, oldest first. */
  quarters: { period: Period; counts: Counts }[];
  /** Ratings of each office over those quarters. */
  ratedByOffice: number[];
  /** Entry of the history up to which cases can be searched; 0 = none. */
  indexed: number;
  /** Newest first. */
  releases: Release[];
  /** Closed meetings of those quarters with minutes, newest first. */
  meetings: { period: string; startsAt: string }[];
}

/** @param to.now epoch ms */
export async function readFacts(
  env: Pick<Env, 'SEARCH'>,
  { db, regency, now }: { db: Db; regency: Regency; now: number },
): Promise<Facts> {
  const today = regency.calendar.localDate(now);
  const quarters = lastQuarters(today);
  // What is older proves nothing of the service as it is now.
  const since = quarters[0]?.from ?? today;
  const [figures, indexed, numbers, tables, meetings] = await Promise.all([
    readFigures(
      db,
      quarters.flatMap((period) => [
        { dimension: 'kind', basis: 'received', period } as const,
        { dimension: 'office', basis: 'received', period } as const,
      ]),
    ),
    indexedUntil(env),
    readNumbers(db, since),
    db.all<Omit<Release, 'tables'> & Release['tables'][number]>(sql`
      select r.period, r.published_at as at, t.name, t.csv_digest as csv, t.json_digest as json
      from (select period, published_at from releases order by period desc limit 4) r
      join released_tables t on t.period = r.period order by r.period desc, t.name`),
    db.all<Facts['meetings'][number]>(sql`
      select period, starts_at as startsAt from meetings
      where closed_at is not null and minutes is not null and cancelled_at is null and starts_at >= ${since}
      order by starts_at desc limit 4`),
  ]);
  const rated = new Map<string, number>();
  const counted = quarters.map((period, at) => {
    for (const [office, counts] of figures[2 * at + 1] ?? [])
      rated.set(office, (rated.get(office) ?? 0) + counts.rated);
    return { period, counts: wholeOf(figures[2 * at] ?? new Map(), OVERSIGHT) };
  });
  return {
    ...{ regency, today, indexed, meetings, ...numbers },
    ...{ quarters: counted, ratedByOffice: [...rated.values()], releases: releasesOf(tables) },
  };
}

/** Oldest first. */
export function lastQuarters(today: string): Period[] {
  const quarters = [periodWith('quarter', today)];
  for (let [last] = quarters; last && quarters.length < 4; [last] = quarters)
    quarters.unshift(periodBefore(last));
  return quarters;
}

function releasesOf(rows: readonly (Omit<Release, 'tables'> & Release['tables'][number])[]): Release[] {
  const releases = new Map<string, Release>();
  for (const { period, at, ...table } of rows) {
    const release = releases.get(period) ?? { period, at, tables: [] };
    release.tables.push(table);
    releases.set(period, release);
  }
  return [...releases.values()];
}

async function readNumbers(db: Db, since: string): Promise<Numbers> {
  const ordinary = sql`c.berkadar = 0 and c.state <> 'held'`;
  const improved = sql`from improvements where published_at is not null and done_on >= ${since}`;
  const decided = sql`from decisions d join meetings m on m.id = d.meeting_id where m.closed_at is not null`;
  const [numbers] = await db.all<Numbers>(sql`select
    (select count(*) from (select 1 from attachments a join cases c on c.id = a.case_id
      where ${ordinary} limit ${LEAST})) as attachments,
    (select count(*) from (select verb, case_id, seq from history order by id desc limit ${LAST_ENTRIES}) h
      join cases c on c.id = h.case_id
      join entries e on e.case_id = h.case_id and e.seq = h.seq
      where h.verb = 'answer' and e.facts ->> 'proposedBy' is not null and ${ordinary}) as approvals,
    (select count(*) from api_keys where revoked_at is null) as keys,
    (select count(*) from api_keys where revoked_at is null
      and exists (select 1 from json_each(scopes) where value = 'figures')) as figureKeys,
    (select count(*) from sp4n_imports where status = 'done') as imports,
    (select count(*) ${decided}) as decisions,
    (select count(*) ${decided}
      and exists (select 1 from actions a where a.decision_id = d.id and a.state = 'done')
      and not exists (select 1 from actions a where a.decision_id = d.id and a.state not in ('done', 'dropped')))
      as carriedOut,
    (select count(*) ${improved}) as improvements,
    (select max(done_on) ${improved}) as improvedOn`);
  if (!numbers) throw new Error('A query without a table gave no row');
  return numbers;
}
