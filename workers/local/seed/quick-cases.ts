/**
 * `loadCase` and `runVerb` for hundreds of thousands of steps: the same file, the same plan, the same batch, but the rows
 * are read by statements that were prepared once. A test holds that both ways write the same.
 */
import type { DatabaseSync } from 'node:sqlite';
import { type Column, getTableColumns } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { CaseFile } from '../../cases/load.ts';
import { planOn } from '../../cases/run.ts';
import { cases } from '../../cases/table.ts';
import { clocks } from '../../clocks/table.ts';
import { commit } from '../../platform/db.ts';
import type { Stage } from '../lives/play.ts';

type Row = Record<string, unknown>;

const caseRow = rowsOf(cases);
const clockRow = rowsOf(clocks);

export function quickCases(sqlite: DatabaseSync): Pick<Stage, 'load' | 'run'> {
  const of = (table: string, more = '') => sqlite.prepare(`SELECT * FROM ${table} WHERE case_id = ? ${more}`);
  const byCode = sqlite.prepare('SELECT * FROM cases WHERE code = ?');
  const running = sqlite.prepare(
    "SELECT * FROM clocks WHERE subject = 'case' AND subject_id = ? AND stopped_at IS NULL",
  );
  const accused = of('case_accused');
  const copies = of('case_copies');
  const tags = of('case_tags');
  const contact = of('contacts');
  const load = async (_db: unknown, code: string): Promise<CaseFile | null> => {
    const found = byCode.get(code);
    if (!found) return null;
    const row = caseRow(found);
    return {
      row,
      accused: accused.all(row.id).map(({ subject }) => String(subject)),
      copies: copies.all(row.id).map(({ office }) => String(office)),
      tags: tags.all(row.id).map(({ tag }) => String(tag)),
      running: running.all(row.id).map(clockRow),
      hasEmail: contact.get(row.id)?.email_index != null,
      drawn: false,
    };
  };
  return {
    load,
    async run(ctx, verb, code, input) {
      const file = await load(ctx.db, code);
      if (!file) throw new Error('No such case');
      const plan = await planOn(ctx, verb, file, input);
      const [outcome] = await commit(ctx.db, [plan]);
      if (!outcome?.ok) throw outcome?.error ?? new Error('Nothing was written');
      return plan.result;
    },
  };
}

/** @returns what makes a row of SQLite one of the table's own */
function rowsOf<Table extends SQLiteTable>(table: Table): (row: Row) => Table['$inferSelect'] {
  const columns: [string, Column][] = Object.entries(getTableColumns(table));
  return (row) =>
    Object.fromEntries(
      columns.map(([field, column]) => {
        const value = row[column.name];
        return [field, value === null ? null : column.mapFromDriverValue(value)];
      }),
    );
}
