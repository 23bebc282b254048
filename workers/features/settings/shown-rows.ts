/** Which rows of a kind a list shows. */
import { type EditedRow, readRows } from '../../regency/rows.ts';
import { isUnconfirmed } from './kinds/kind.ts';
import type { Place } from './place.ts';

export interface Asked {
  search: string;
  /** "" = in force, "pastikan" = waiting to be confirmed, "berakhir" = ended. */
  show: string;
}

export async function shownRows({ kind, ctx }: Place, asked: Asked): Promise<EditedRow<object>[]> {
  const rows = asked.show === 'berakhir' ? await readRows<object>(ctx.db, kind.kind, 'ended') : ctx.rows;
  const words = asked.search.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter(({ id, data }) => {
    if (asked.show === 'pastikan' && !isUnconfirmed(data)) return false;
    const columns = kind.columns.map((column) => column.of(data, ctx.regency));
    const text = [id, kind.label(data, ctx.regency), ...columns, kind.search?.(data) ?? '']
      .join(' ')
      .toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
