/**
 * The parts of an xlsx file that are read, unpacked within a bound and put together as a zip file without packing: the
 * reader of spreadsheets unpacks large parts in threads that workerd does not have, and never asks how large they get.
 */
import { inflateRaw } from '../../../cases/attachments/clean/zlib/index.ts';
import { ExportProblem } from './problem.ts';

/** Bytes of all parts together: a file of 5 MB with 20,000 reports has some 25 million. */
const MOST = 40_000_000;
/** Parts of a spreadsheet; real exports have some ten. */
const MOST_PARTS = 200;

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;

interface Part {
  name: Uint8Array;
  bytes: Uint8Array;
}

/** What the reader wants: rows, texts and formats of cells, and where they are. */
const isWanted = (name: string) =>
  /^(xl\/workbook\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/styles\.xml|xl\/sharedStrings\.xml|xl\/worksheets\/[^/]+\.xml|\[Content_Types\]\.xml)$/i.test(
    name,
  );

/**
 * @returns a zip file that holds the same parts as they are
 * @throws ExportProblem not_a_sheet, encrypted, too_large
 */
export function unpackSheet(packed: Uint8Array<ArrayBuffer>): ArrayBuffer {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  let room = MOST;
  const parts: Part[] = [];
  try {
    for (const entry of entriesOf(view, packed)) {
      if (entry.encrypted) throw new ExportProblem('encrypted');
      if (!isWanted(entry.path)) continue;
      const bytes = unpack(packed.subarray(entry.from, entry.to), entry.method, room);
      room -= bytes.length;
      if (/^xl\/worksheets\//i.test(entry.path)) refuseVast(bytes);
      parts.push({ name: entry.name, bytes });
    }
  } catch (error) {
    if (error instanceof ExportProblem) throw error;
    const reason = (error as { reason?: unknown }).reason;
    throw new ExportProblem(reason === 'too_complex' ? 'too_large' : 'not_a_sheet');
  }
  return store(parts);
}

function* entriesOf(view: DataView, packed: Uint8Array) {
  let end = packed.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== END) end--;
  if (end < 0) throw new ExportProblem('not_a_sheet');
  const count = view.getUint16(end + 10, true);
  if (count > MOST_PARTS) throw new ExportProblem('too_large');
  let at = view.getUint32(end + 16, true);
  for (let i = 0; i < count; i++) {
    if (view.getUint32(at, true) !== CENTRAL) throw new ExportProblem('not_a_sheet');
    const length = view.getUint16(at + 28, true);
    const name = packed.subarray(at + 46, at + 46 + length);
    const header = view.getUint32(at + 42, true);
    const from = header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
    yield {
      name,
      path: new TextDecoder().decode(name),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      from,
      to: from + view.getUint32(at + 20, true),
    };
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
}

function unpack(packed: Uint8Array, method: number, limit: number): Uint8Array {
  if (method === 0) {
    if (packed.length > limit) throw new ExportProblem('too_large');
    return packed;
  }
  if (method !== 8) throw new ExportProblem('not_a_sheet');
  const pieces: Uint8Array[] = [];
  let size = 0;
  inflateRaw(packed, limit, (piece) => {
    pieces.push(piece.slice());
    size += piece.length;
  });
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

/** One cell far away would make the reader fill everything between with empty ones. */
const LAST_ROW = 21_000;
const FAR = /\sr="(?:[A-Z]{3,}\d+|[C-Z][A-Z]\d+|[A-Z]*(\d{5,}))"/g;

function refuseVast(sheet: Uint8Array): void {
  for (const [, row] of new TextDecoder().decode(sheet).matchAll(FAR))
    if (row === undefined || Number(row) > LAST_ROW) throw new ExportProblem('too_large');
}

function store(parts: readonly Part[]): ArrayBuffer {
  const names = parts.reduce((sum, { name }) => sum + name.length, 0);
  const data = parts.reduce((sum, { bytes }) => sum + bytes.length, 0);
  const out = new Uint8Array(data + 2 * names + parts.length * (30 + 46) + 22);
  const view = new DataView(out.buffer);
  let at = 0;
  const starts: number[] = [];
  for (const { name, bytes } of parts) {
    starts.push(at);
    view.setUint32(at, LOCAL, true);
    sizes(view, at + 18, bytes.length, name.length);
    out.set(name, at + 30);
    out.set(bytes, at + 30 + name.length);
    at += 30 + name.length + bytes.length;
  }
  const central = at;
  for (const [index, { name, bytes }] of parts.entries()) {
    view.setUint32(at, CENTRAL, true);
    sizes(view, at + 20, bytes.length, name.length);
    view.setUint32(at + 42, starts[index] ?? 0, true);
    out.set(name, at + 46);
    at += 46 + name.length;
  }
  view.setUint32(at, END, true);
  view.setUint16(at + 8, parts.length, true);
  view.setUint16(at + 10, parts.length, true);
  view.setUint32(at + 12, at - central, true);
  view.setUint32(at + 16, central, true);
  return out.buffer;
}

/** Packed size, size and length of the name stand together in both headers. */
function sizes(view: DataView, at: number, size: number, name: number): void {
  view.setUint32(at, size, true);
  view.setUint32(at + 4, size, true);
  view.setUint16(at + 8, name, true);
}
