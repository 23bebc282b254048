/** A small xlsx file made by hand, for invented exports: packed like a real one, or not. */
import { crc32 } from '../../workers/platform/crc32.ts';

export type Cell = string | number | { date: number } | { formula: string; value: string };

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

export const columnName = (index: number): string =>
  (index >= 26 ? String.fromCharCode(64 + Math.floor(index / 26)) : '') +
  String.fromCharCode(65 + (index % 26));

function sheetOf(rows: readonly (readonly Cell[])[], texts: string[]): string {
  const known = new Map<string, number>();
  const cellOf = (cell: Cell, at: string): string => {
    if (cell === '') return '';
    if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`;
    if (typeof cell === 'string') {
      const index = known.get(cell) ?? texts.push(cell) - 1;
      known.set(cell, index);
      return `<c r="${at}" t="s"><v>${index}</v></c>`;
    }
    if ('date' in cell) return `<c r="${at}" s="1"><v>${cell.date}</v></c>`;
    return `<c r="${at}" t="str"><f>${escaped(cell.formula)}</f><v>${escaped(cell.value)}</v></c>`;
  };
  const body = rows.map(
    (row, y) =>
      `<row r="${y + 1}">${row.map((cell, x) => cellOf(cell, `${columnName(x)}${y + 1}`)).join('')}</row>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${body.join('')}</sheetData></worksheet>`;
}

const head = '<?xml version="1.0" encoding="UTF-8"?>';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** @param sheet XML instead of rows */
export async function xlsx(
  rows: readonly (readonly Cell[])[],
  sheet?: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const texts: string[] = [];
  const xml = sheet ?? sheetOf(rows, texts);
  const shared = texts.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join('');
  return zip({
    '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    'xl/workbook.xml': `${head}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="Laporan" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${relations}/styles" Target="styles.xml"/><Relationship Id="rId3" Type="${relations}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    'xl/styles.xml': `${head}<styleSheet xmlns="${main}"><cellStyleXfs count="1"><xf numFmtId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" xfId="0"/><xf numFmtId="22" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `${head}<sst xmlns="${main}" count="${texts.length}" uniqueCount="${texts.length}">${shared}</sst>`,
    'xl/worksheets/sheet1.xml': xml,
  });
}

/** @param encrypted marks every part so */
export async function zip(
  files: Record<string, string>,
  encrypted = false,
): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  const central: Uint8Array[] = [];
  let at = 0;
  for (const [path, text] of Object.entries(files)) {
    const name = new TextEncoder().encode(path);
    const plain = Uint8Array.from(new TextEncoder().encode(text));
    const packed = await deflate(plain);
    const header = (size: number, signature: number, from: number) => {
      const view = new DataView(new ArrayBuffer(size));
      view.setUint32(0, signature, true);
      view.setUint16(from, encrypted ? 1 : 0, true);
      view.setUint16(from + 2, 8, true);
      view.setUint32(from + 8, crc32(plain), true);
      view.setUint32(from + 12, packed.length, true);
      view.setUint32(from + 16, plain.length, true);
      view.setUint16(from + 20, name.length, true);
      return view;
    };
    const local = header(30, 0x04034b50, 6);
    const entry = header(46, 0x02014b50, 8);
    entry.setUint32(42, at, true);
    parts.push(new Uint8Array(local.buffer), name, packed);
    central.push(new Uint8Array(entry.buffer), name);
    at += 30 + name.length + packed.length;
  }
  const end = new DataView(new ArrayBuffer(22));
  const size = central.reduce((sum, part) => sum + part.length, 0);
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(8, central.length / 2, true);
  end.setUint16(10, central.length / 2, true);
  end.setUint32(12, size, true);
  end.setUint32(16, at, true);
  return joined([...parts, ...central, new Uint8Array(end.buffer)]);
}

async function deflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}
