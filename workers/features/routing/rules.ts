/** The router's rules of this regency, from their rows, kept in the isolate as long as the settings do not change. */
import { asc, sql } from 'drizzle-orm';
import type { PackCategory, PackOffice } from '../../../shared/regencies/types.ts';
import { routingDataOf, type Spelling } from '../../../shared/routing/rows.ts';
import type { RouterContext, Topic } from '../../../shared/routing/types.ts';
import type { Db } from '../../platform/db.ts';
import type { Regency } from '../../regency/snapshot.ts';
import { regencyRows } from '../../regency/table.ts';

/** A row of the router's own kinds that is in force. */
interface RuleRow {
  kind: string;
  id: string;
  data: unknown;
  /** Staff changed it, or made it. */
  edited: boolean;
}

/**
 * A row as it would be. Kinds: `topic`, `spelling`, `routing` (a part of `RoutingData`, e.g. `dispose`), `category`,
 * `office`, and `switch` (`demandPerson`); other kinds change nothing the rules look at.
 */
export interface RuleChange {
  kind: string;
  id: string;
  /** Content in the pack's shape; null = no longer in force. */
  data: unknown;
}

interface Rules {
  rows: RuleRow[];
  context: RouterContext;
}

/** By the content of the snapshot, which is another object once the settings changed. */
const known = new WeakMap<Regency['offices'], Rules>();

export async function rulesOf(db: Db, regency: Regency): Promise<RouterContext> {
  return (await current(db, regency)).context;
}

/** The rules in force, and those that would be if one row were another. Nothing is kept. */
export async function rulesWith(
  db: Db,
  regency: Regency,
  change: RuleChange,
): Promise<{ before: RouterContext; after: RouterContext }> {
  const { rows, context } = await current(db, regency);
  return { before: context, after: contextOf(withChange(rows, change), changedRegency(regency, change)) };
}

async function current(db: Db, regency: Regency): Promise<Rules> {
  const kept = known.get(regency.offices);
  if (kept) return kept;
  const rows = await readRules(db);
  const rules = { rows, context: contextOf(rows, regency) };
  known.set(regency.offices, rules);
  return rules;
}

async function readRules(db: Db): Promise<RuleRow[]> {
  const rows = await db
    .select()
    .from(regencyRows)
    .where(sql`${regencyRows.kind} in ('routing', 'topic', 'spelling') and ${regencyRows.validTo} is null`)
    .orderBy(asc(regencyRows.kind), asc(regencyRows.position), asc(regencyRows.id));
  // Topics were once one row. It ends with the load that brings them one by one, and counts until that load is through.
  const old = rows.find(({ kind, id }) => kind === 'routing' && id === 'topics');
  const loading = old !== undefined && old.conflictHash === null;
  return rows
    .filter((row) => row !== old && !(loading && row.kind === 'topic'))
    .map(({ kind, id, data, dataHash, packHash }) => ({
      ...{ kind, id, data: JSON.parse(data) as unknown },
      edited: dataHash !== packHash,
    }))
    .concat(loading ? topicRows(JSON.parse(old.data) as Topic[]) : []);
}

const topicRows = (topics: readonly Topic[]): RuleRow[] =>
  topics.map((data, index) => ({ kind: 'topic', id: String(index), data, edited: false }));

function withChange(rows: readonly RuleRow[], { kind, id, data }: RuleChange): RuleRow[] {
  if (kind !== 'topic' && kind !== 'spelling' && kind !== 'routing') return [...rows];
  const is = (row: RuleRow) => row.kind === kind && row.id === id;
  if (data === null) return rows.filter((row) => !is(row));
  const changed = { kind, id, data, edited: true };
  return rows.some(is) ? rows.map((row) => (is(row) ? changed : row)) : [...rows, changed];
}

/** What the rules take from the snapshot. */
type Around = Pick<Regency, 'version' | 'offices' | 'categories' | 'areas' | 'switches'>;

function changedRegency(regency: Regency, { kind, id, data }: RuleChange): Around {
  const changed = <T>(map: ReadonlyMap<string, T>) => {
    const copy = new Map(map);
    if (data === null) copy.delete(id);
    else copy.set(id, data as T);
    return copy;
  };
  if (kind === 'category') return { ...regency, categories: changed<PackCategory>(regency.categories) };
  if (kind === 'office') return { ...regency, offices: changed<PackOffice>(regency.offices) };
  if (kind === 'switch' && id === 'demandPerson') {
    const demandPerson = data !== null && (data as { on: boolean }).on;
    return { ...regency, switches: { ...regency.switches, demandPerson } };
  }
  return regency;
}

function contextOf(rows: readonly RuleRow[], regency: Around): RouterContext {
  const of = <T>(kind: string) => rows.filter((row) => row.kind === kind).map(({ data }) => data as T);
  const parts = rows.filter(({ kind }) => kind === 'routing').map(({ id, data }) => [id, data]);
  const data = routingDataOf({
    parts: Object.fromEntries(parts),
    topics: of<Topic>('topic'),
    spellings: of<Spelling>('spelling'),
  });
  return {
    // A decision names what decided it: the pack's version, and the regency's where staff changed something.
    data: rows.some(({ edited }) => edited)
      ? { ...data, version: `${data.version}+${regency.version}` }
      : data,
    offices: [...regency.offices.values()],
    categories: [...regency.categories.values()],
    areas: [...regency.areas.values()],
    demandPerson: regency.switches.demandPerson,
  };
}
