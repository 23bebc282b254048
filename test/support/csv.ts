/** Reads CSV as RFC 4180 writes it: quoted fields, doubled quotes, line breaks inside quotes. */

/** Text of a file below the project's root, in Node only; the types of the Worker know no files. */
export function readText(path: string): string {
  const { readFileSync } = process.getBuiltinModule('node:fs');
  return readFileSync(path, 'utf8');
}

/** Rows as objects by the names in the first line. */
export function parseCsv(text: string): Record<string, string>[] {
  const rows: string[][] = [[]];
  let field = '';
  let quoted = false;
  const endField = () => {
    rows.at(-1)?.push(field);
    field = '';
  };
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (quoted && char === '"' && text[at + 1] === '"') {
      field += '"';
      at += 1;
    } else if (char === '"') quoted = !quoted;
    else if (!quoted && char === ',') endField();
    else if (!quoted && char === '\n') {
      endField();
      rows.push([]);
    } else if (quoted || char !== '\r') field += char;
  }
  endField();
  const [head = [], ...body] = rows;
  return body
    .filter((row) => row.length === head.length)
    .map((row) => Object.fromEntries(head.map((name, column) => [name, row[column] ?? ''])));
}
