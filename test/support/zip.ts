/** Reads a ZIP archive of stored files as an unpacking program does: from its directory, with the checksum of each. */
import { crc32 } from '../../workers/platform/crc32.ts';

export interface Packed {
  name: string;
  bytes: Uint8Array;
  text: string;
}

/** @throws Error when it is no such archive */
export function readZip(archive: Uint8Array): Packed[] {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const end = archive.length - 22;
  if (view.getUint32(end, true) !== 0x06054b50) throw new Error('no end');
  const text = new TextDecoder();
  const files: Packed[] = [];
  let at = view.getUint32(end + 16, true);
  if (at + view.getUint32(end + 12, true) !== end) throw new Error('directory has another size');
  for (let i = 0; i < view.getUint16(end + 10, true); i++) {
    if (view.getUint32(at, true) !== 0x02014b50) throw new Error('no entry');
    const [crc, size] = [view.getUint32(at + 16, true), view.getUint32(at + 24, true)];
    const nameSize = view.getUint16(at + 28, true);
    const local = view.getUint32(at + 42, true);
    const name = text.decode(archive.subarray(at + 46, at + 46 + nameSize));
    if (view.getUint32(local, true) !== 0x04034b50) throw new Error(`${name}: no file there`);
    if (text.decode(archive.subarray(local + 30, local + 30 + nameSize)) !== name)
      throw new Error(`${name}: other name`);
    const bytes = archive.subarray(local + 30 + nameSize, local + 30 + nameSize + size);
    if (crc32(bytes) !== crc || view.getUint32(local + 14, true) !== crc) throw new Error(`${name}: damaged`);
    files.push({ name, bytes, text: text.decode(bytes) });
    at += 46 + nameSize;
  }
  return files;
}
