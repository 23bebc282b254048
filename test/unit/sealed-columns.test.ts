/// <reference types="vite/types/importMeta.d.ts" />
/** Every column whose description says "sealed" is in the list of what gets a new key (features/care/keys-columns.ts). */
import { describe, it } from 'vitest';
import { columnName, sealedColumns } from '../../workers/features/care/keys-columns.ts';

const sources = import.meta.glob<string>('../../workers/**/table.ts', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** "cases.title" for each column that stands right below a comment that begins with "sealed". */
function describedAsSealed(text: string): string[] {
  const found: string[] = [];
  let table = '';
  let comment = '';
  for (const line of text.split('\n')) {
    table = /^\s*(?:export const \w+ = sqliteTable\()?'(\w+)',?/.exec(line)?.[1] ?? table;
    table = /sqliteTable\('(\w+)'/.exec(line)?.[1] ?? table;
    const told = /^\s*(?:\/\*\*|\*)\s?(.*?)(?:\*\/)?$/.exec(line)?.[1];
    const column = /^\s*\w+: (?:text|blob)\('(\w+)'/.exec(line)?.[1];
    if (told !== undefined) comment = `${comment} ${told}`;
    else {
      if (column && /^\s*sealed\b/.test(comment)) found.push(`${table}.${column}`);
      if (line.trim() !== '') comment = '';
    }
  }
  return found;
}

describe('sealed columns', () => {
  it('are read from their descriptions', ({ expect }) => {
    const example =
      "export const notes = sqliteTable('notes', {\n  id: integer('id'),\n  /** sealed; why */\n  why: text('why'),\n  /** open */\n  open: text('open'),\n});";
    expect(describedAsSealed(example)).toEqual(['notes.why']);
  });

  it('are all in the list', ({ expect }) => {
    const told = Object.values(sources).flatMap(describedAsSealed);
    expect(told.length).toBeGreaterThan(8);
    const listed = sealedColumns.map(columnName);
    expect(told.filter((name) => !listed.includes(name))).toEqual([]);
    // The contact is described as a whole.
    const rest = listed.filter((name) => !told.includes(name));
    expect(rest).toEqual(['contacts.name', 'contacts.email', 'contacts.phone']);
  });
});
