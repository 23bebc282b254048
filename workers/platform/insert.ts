/**
 * INSERTs of the rows that every change writes. Drizzle builds the SQL of a statement anew for each row, which takes a
 * fifth of what a submission costs outside the database; here it is built once in each isolate.
 */
import { type Column, getTableColumns, is, Param, Placeholder, type SQL, sql } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Db, Statement } from './db.ts';

type Row = Record<string, unknown>;

/** A parameter that differs: the value of a field. */
interface Slot {
  row: number;
  field: string;
  column: Column;
}

interface Built {
  sql: string;
  /** A column's default stands as it is. */
  params: (Slot | { constant: unknown })[];
}

type Computed<Table extends SQLiteTable> = {
  [Field in keyof Table['$inferInsert']]?: (value: Placeholder) => SQL;
};

/**
 * @param computed columns that SQL works out from the row's value
 * @returns makes the statement that inserts these rows; what they leave out gets its default
 */
export function insertInto<Table extends SQLiteTable>(table: Table, computed: Computed<Table> = {}) {
  const columns = getTableColumns(table);
  const known = new Map<string, Built>();
  return (db: Db, ...rows: [Table['$inferInsert'], ...Table['$inferInsert'][]]): Statement => {
    const fields = rows.map((row) => fieldsOf(columns, row));
    const shape = fields.join(';');
    const built = known.get(shape) ?? build(db, table, computed, fields);
    known.set(shape, built);
    return statement(db, built, rows as Row[]);
  };
}

/** Those that need a parameter: NULL is what a column without a default gets anyway. */
const fieldsOf = (columns: Record<string, Column>, row: Row): string[] =>
  Object.keys(row).filter(
    (field) => row[field] !== undefined && (row[field] !== null || columns[field]?.hasDefault),
  );

function build<Table extends SQLiteTable>(
  db: Db,
  table: Table,
  computed: Computed<Table>,
  fields: readonly (readonly string[])[],
): Built {
  const columns = getTableColumns(table);
  const slots = new Map<string, Slot>();
  const rows = fields.map((some, row) => {
    const values: Row = {};
    for (const field of some) {
      const placeholder = sql.placeholder(`${row} ${field}`);
      slots.set(placeholder.name, { row, field, column: columns[field] as Column });
      values[field] = computed[field as keyof Table['$inferInsert']]?.(placeholder) ?? placeholder;
    }
    return values as Table['$inferInsert'];
  });
  const query = db.insert(table).values(rows).toSQL();
  return {
    sql: query.sql,
    params: query.params.map((param) => slots.get(nameOf(param)) ?? { constant: param }),
  };
}

function nameOf(param: unknown): string {
  const placeholder = is(param, Param) ? param.value : param;
  return is(placeholder, Placeholder) ? placeholder.name : '';
}

/** What Drizzle's batch asks of a statement. */
function statement(db: Db, built: Built, rows: readonly Row[]): Statement {
  const params = built.params.map((param) => {
    if ('constant' in param) return param.constant;
    const value = rows[param.row]?.[param.field];
    return value === null || value === undefined ? null : param.column.mapToDriverValue(value);
  });
  const prepared = {
    stmt: db.$client.prepare(built.sql),
    getQuery: () => ({ sql: built.sql, params }),
    mapResult: (result: unknown) => result,
  };
  return { _prepare: () => prepared } as unknown as Statement;
}
