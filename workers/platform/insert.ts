/**
 * INSERTs of the rows that every change writes. Drizzle builds the SQL of a statement anew for each row and names every
 * column of the table, which takes a tenth of what a submission costs; here it is built once in each isolate.
 */
import { Column, getTableColumns, Placeholder, type SQL, sql } from 'drizzle-orm';
import { SQLiteSyncDialect, type SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Db, Statement } from './db.ts';

type Row = Record<string, unknown>;
type Columns = Record<string, Column>;

/** A parameter: what a field of a row becomes. */
interface Slot {
  row: number;
  field: string;
  /** Null where the value stands as it is. */
  encode: ((value: unknown) => unknown) | null;
}

interface Built {
  sql: string;
  slots: Slot[];
}

type Computed<Table extends SQLiteTable> = {
  [Field in keyof Table['$inferInsert']]?: (value: Placeholder) => SQL;
};

const dialect = new SQLiteSyncDialect();

/**
 * @param computed columns that SQL works out from the row's value
 * @returns makes the statement that inserts these rows; a column that none of them names gets its default
 */
export function insertInto<Table extends SQLiteTable>(table: Table, computed: Computed<Table> = {}) {
  const columns = getTableColumns(table);
  const known = new Map<string, Built>();
  return (db: Db, ...rows: [Table['$inferInsert'], ...Table['$inferInsert'][]]): Statement => {
    const fields = namedIn(columns, rows);
    const shape = `${rows.length} ${fields.join()}`;
    const built = known.get(shape) ?? build(table, columns, computed, fields, rows.length);
    known.set(shape, built);
    return statement(db, built, rows as Row[]);
  };
}

/** Fields that need a parameter: NULL is what a column without a default gets anyway. */
function namedIn(columns: Columns, rows: readonly Row[]): string[] {
  const named = (row: Row) =>
    Object.keys(row).filter(
      (field) => row[field] !== undefined && (row[field] !== null || columns[field]?.hasDefault),
    );
  return [...new Set(rows.flatMap(named))];
}

function build<Table extends SQLiteTable>(
  table: Table,
  columns: Columns,
  computed: Computed<Table>,
  fields: readonly string[],
  count: number,
): Built {
  const slots = new Map<string, Slot>();
  const parameter = (row: number, field: string): SQL => {
    const placeholder = sql.placeholder(`${row} ${field}`);
    slots.set(placeholder.name, { row, field, encode: encoderOf(columns[field]) });
    return computed[field as keyof Table['$inferInsert']]?.(placeholder) ?? sql`${placeholder}`;
  };
  const names = fields.map((field) => sql.identifier(columns[field]?.name ?? field));
  const rows = Array.from({ length: count }, (_, row) => list(fields.map((field) => parameter(row, field))));
  const query = dialect.sqlToQuery(
    sql`insert into ${table} ${list(names)} values ${sql.join(rows, sql`, `)}`,
  );
  return { sql: query.sql, slots: query.params.map((param) => slotOf(slots, param)) };
}

const list = (parts: Parameters<typeof sql.join>[0]) => sql`(${sql.join(parts, sql`, `)})`;

function slotOf(slots: Map<string, Slot>, param: unknown): Slot {
  const slot = param instanceof Placeholder ? slots.get(param.name) : undefined;
  if (!slot) throw new Error('A computed column may only use the value of its row');
  return slot;
}

function encoderOf(column: Column | undefined): Slot['encode'] {
  if (!column || column.mapToDriverValue === Column.prototype.mapToDriverValue) return null;
  return (value) => column.mapToDriverValue(value);
}

/** What Drizzle's batch asks of a statement. */
function statement(db: Db, built: Built, rows: readonly Row[]): Statement {
  const params = built.slots.map(({ row, field, encode }) => {
    const value = rows[row]?.[field] ?? null;
    return value === null || encode === null ? value : encode(value);
  });
  const prepared = {
    stmt: db.$client.prepare(built.sql),
    getQuery: () => ({ sql: built.sql, params }),
    mapResult: (result: unknown) => result,
  };
  return { _prepare: () => prepared } as unknown as Statement;
}
