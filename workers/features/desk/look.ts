/**
 * The SQL of a list. Groups are merged in SQLite itself: a recursive query keeps the next row of each group in its queue,
 * takes the first of them by key and puts that group's next one in its place. What is read is the rows asked for and
 * one row for each group, however many cases there are and whatever lies between.
 */
import { type SQL, sql } from 'drizzle-orm';
import { indexes, type Source } from './sources.ts';

/** Where a page ended: the key and the id of the last row looked at. */
export interface Position {
  key: number;
  id: number;
}

/** A count looks at so many rows at most: up to 99 it is exact. */
export const COUNT_LIMIT = 100;

const raw = sql.raw;

/** The table as `n`, read by the index and by nothing else. */
function through({ index }: Source): SQL {
  const { table, name } = indexes[index];
  return raw(name === null ? `${table} n` : `${table} n indexed by ${name}`);
}

/** What a row of the index needs to be in this group. @param group SQL of a JSON array of values */
function matches({ index }: Source, group: SQL): SQL {
  const { group: columns, terms } = indexes[index];
  const parts = columns.map(
    (column, at) => sql`n.${raw(column)} = json_extract(${group}, ${raw(`'$[${at}]'`)})`,
  );
  if (terms !== null) parts.push(raw(terms));
  return parts.length > 0 ? sql.join(parts, raw(' and ')) : raw('1');
}

function within({ index, from, to }: Source): SQL {
  const key = raw(`n.${indexes[index].key}`);
  const parts = [
    ...(from === undefined ? [] : [sql` and ${key} >= ${from}`]),
    ...(to === undefined ? [] : [sql` and ${key} < ${to}`]),
  ];
  return sql.join(parts);
}

/** Id of a group's first row, or of the next one after a position; null at its end. */
function idAfter(source: Source, group: SQL, after: { key: SQL; id: SQL } | null): SQL {
  const { id, key } = indexes[source.index];
  const way = source.newestFirst ? 'desc' : 'asc';
  const beyond = raw(source.newestFirst ? '<' : '>');
  const search = (position: SQL) =>
    sql`(select n.${raw(id)} from ${through(source)} where ${matches(source, group)}${within(source)}${position}
      order by ${raw(`n.${key} ${way}, n.${id} ${way}`)} limit 1)`;
  if (after === null) return search(sql``);
  const later = search(sql` and ${raw(`n.${key}`)} ${beyond} ${after.key}`);
  if ((key as string) === id) return later;
  // Many cases share a due, the end of a day: the rest of one key is a search of its own.
  const same = search(
    sql` and ${raw(`n.${key}`)} = ${after.key} and ${raw(`n.${id}`)} ${beyond} ${after.id}`,
  );
  return sql`coalesce(${same}, ${later})`;
}

/**
 * The rows of a source in order, as a subquery with columns `k` and `id`.
 * @param after the last row of the page before
 * @param limit how many rows are looked at
 */
export function positions(source: Source, after: Position | null, limit: number): SQL {
  const { table, key } = indexes[source.index];
  const way = raw(source.newestFirst ? 'desc' : 'asc');
  const value = raw(`c.${table === 'cases' ? key : 'id'}`);
  const from = after && { key: sql`${after.key}`, id: sql`${after.id}` };
  const first = idAfter(source, sql`j.value`, from);
  const next = idAfter(source, sql`q.g`, { key: sql`q.k`, id: sql`q.id` });
  return sql`(with recursive q(g, k, id) as (
    select j.value, ${value}, c.id from json_each(${JSON.stringify(source.groups)}) j cross join cases c where c.id = ${first}
    union all
    select q.g, ${value}, c.id from q cross join cases c where c.id = ${next}
    order by 2 ${way}, 3 ${way} limit ${limit}
  ) select k, id from q)`;
}

/** The first rows of a source, as far as a count goes, as a subquery named `cases` with all of its columns. */
export function firstRows(source: Source): SQL {
  const { table, id } = indexes[source.index];
  const own = table === 'cases';
  return sql`(select ${raw(own ? 'n' : 'c')}.*
    from json_each(${JSON.stringify(source.groups)}) j cross join ${through(source)}
    ${raw(own ? '' : `cross join cases c on c.id = n.${id}`)}
    where ${matches(source, sql`j.value`)}${within(source)} limit ${COUNT_LIMIT}) as cases`;
}
