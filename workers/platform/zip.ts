/** A ZIP archive of files that are small or compressed already (photos, PDF): stored as they are, one after the other. */
import { crc32 } from './crc32.ts';

export interface ZipFile {
  /** Path in the archive, in ASCII. */
  name: string;
  bytes: Uint8Array;
}

/** What the end of the archive tells of a file. */
interface Listed {
  name: Uint8Array;
  size: number;
  crc: number;
  offset: number;
}

const encoder = new TextEncoder();

/**
 * The archive as a stream: one file at a time is held in memory.
 * @param at epoch ms, the date of every file
 */
export function zipStream(files: AsyncIterable<ZipFile>, at: number): ReadableStream<Uint8Array> {
  const parts = zipParts(files, at);
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await parts.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await parts.return(undefined);
    },
  });
}

async function* zipParts(files: AsyncIterable<ZipFile>, at: number): AsyncGenerator<Uint8Array> {
  const when = dosTime(at);
  const listed: Listed[] = [];
  let offset = 0;
  for await (const { name, bytes } of files) {
    const file = { name: encoder.encode(name), size: bytes.length, crc: crc32(bytes), offset };
    const head = record(0x04034b50, [20, 0, 0, ...when], file, []);
    yield head;
    yield bytes;
    listed.push(file);
    offset += head.length + bytes.length;
  }
  let size = 0;
  for (const file of listed) {
    // Made by, needed; then comment, disk, attributes (16, 16, 16, 32 bits) and where the file begins.
    const entry = record(0x02014b50, [20, 20, 0, 0, ...when], file, [0, 0, 0, 0, 0, file.offset]);
    yield entry;
    size += entry.length;
  }
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(8, listed.length, true);
  end.setUint16(10, listed.length, true);
  end.setUint32(12, size, true);
  end.setUint32(16, offset, true);
  yield new Uint8Array(end.buffer);
}

/**
 * A local header (no `tail`) or an entry of the directory.
 * @param head 16-bit fields after the signature
 * @param tail fields after the lengths of name and extra: four of 16 bits, then two of 32
 */
function record(signature: number, head: number[], file: Listed, tail: number[]): Uint8Array {
  const [comment = 0, disk = 0, inner = 0, , outer = 0, offset = 0] = tail;
  const fixed = 4 + 2 * head.length + 12 + 4 + (tail.length > 0 ? 14 : 0);
  const bytes = new Uint8Array(fixed + file.name.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, signature, true);
  let at = 4;
  for (const value of head) {
    view.setUint16(at, value, true);
    at += 2;
  }
  for (const value of [file.crc, file.size, file.size]) {
    view.setUint32(at, value, true);
    at += 4;
  }
  view.setUint16(at, file.name.length, true);
  at += 4;
  if (tail.length > 0) {
    for (const value of [comment, disk, inner]) {
      view.setUint16(at, value, true);
      at += 2;
    }
    view.setUint32(at, outer, true);
    view.setUint32(at + 4, offset, true);
    at += 8;
  }
  bytes.set(file.name, at);
  return bytes;
}

/** Time and date as MS-DOS kept them: two seconds, and years since 1980. */
function dosTime(at: number): [number, number] {
  const date = new Date(at);
  return [
    (date.getUTCHours() << 11) | (date.getUTCMinutes() << 5) | (date.getUTCSeconds() >> 1),
    ((date.getUTCFullYear() - 1980) << 9) | ((date.getUTCMonth() + 1) << 5) | date.getUTCDate(),
  ];
}
