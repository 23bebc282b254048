/** For the printer's own designer: each code as a picture, and a table for mail merge. */
import { csvLine } from '../../../platform/csv.ts';
import { type ZipFile, zipStream } from '../../../platform/zip.ts';
import type { Drawn } from './make-part.ts';
import { codeSvg } from './qr.ts';

const encoder = new TextEncoder();

/** @param at epoch ms, the date of its files */
export async function makeZip(places: readonly Drawn[], at: number): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await new Response(zipStream(filesOf(places), at)).arrayBuffer());
}

async function* filesOf(places: readonly Drawn[]): AsyncGenerator<ZipFile> {
  const lines = places.map(({ row, name, district, address }) =>
    csvLine([name, district, row.code, address, `${row.code}.svg`]),
  );
  const head = csvLine(['Tempat', 'Kode kecamatan', 'Kode', 'Alamat pendek', 'Berkas']);
  yield { name: 'data.csv', bytes: encoder.encode(`\ufeff${head}${lines.join('')}`) };
  for (const { row, address, drawing } of places)
    yield { name: `${row.code}.svg`, bytes: encoder.encode(codeSvg(drawing, address)) };
}
