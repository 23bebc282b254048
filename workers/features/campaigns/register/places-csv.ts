/** A list of places as text, one a line: as a spreadsheet leaves it on the clipboard or in a file. */
import type * as z from 'zod';
import { freeKinds } from '../../../../shared/campaign.ts';
import { placeKindNames } from '../../../../shared/i18n/campaign-messages.ts';
import { say } from '../../../../shared/i18n/index.ts';
import { fieldProblems } from '../../../cases/fields.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import { MOST_PLACES } from './add-places.ts';
import { placeOnlySchema } from './input.ts';
import { pieceLabels } from './views/piece-fields.tsx';

export type PlaceOnly = z.output<typeof placeOnlySchema>;

export interface ReadPlaces {
  places: PlaceOnly[];
  /** By line of the text, from 1. */
  problems: { line: number; text: string }[];
}

/** What a line has, in this order. */
export const csvColumns = ['Nama tempat', 'Jenis tempat', 'Desa atau kecamatan', 'Posisi'];

/** Every line that is wrong is told, with what is wrong; a first line of headings is left out. */
export async function readPlaces(text: string, regency: Regency): Promise<ReadPlaces> {
  const { default: papa } = await import('papaparse/papaparse.min.js');
  const { data } = papa.parse<string[]>(text.replace(/^\uFEFF/, ''), {
    delimiter: separatorOf(text),
    skipEmptyLines: false,
    preview: 2 * MOST_PLACES,
  });
  const lines = data
    .map((cells, index) => ({ cells: cells.map((cell) => cell.trim()), line: index + 1 }))
    .filter(({ cells, line }) => cells.some(Boolean) && !(line === 1 && isHeading(cells)));
  const found: ReadPlaces = { places: [], problems: [] };
  if (lines.length === 0) found.problems.push({ line: 1, text: 'Belum ada tempat yang ditulis.' });
  if (lines.length > MOST_PLACES)
    return {
      places: [],
      problems: [{ line: MOST_PLACES + 1, text: `Paling banyak ${MOST_PLACES} tempat sekali tambah.` }],
    };
  const areas = areasByName(regency);
  for (const { cells, line } of lines) {
    const [name = '', kind = '', area = '', ...position] = cells;
    const parsed = placeOnlySchema.safeParse({
      name,
      kind: kindOf(kind),
      area: regency.areas.has(area) ? area : (areas.get(plain(area)) ?? (area && '?')),
      position: position.filter(Boolean).join(' '),
    });
    if (!parsed.success) found.problems.push({ line, text: sentenceOf(parsed.error) });
    else if (parsed.data.area === '?')
      found.problems.push({
        line,
        text: 'Wilayah: tidak dikenali, atau ada beberapa yang senama. Tulis "Desa, Kecamatan" atau kodenya.',
      });
    else found.places.push(parsed.data);
  }
  return found;
}

/** Names of areas have commas, so that a comma separates only where nothing else does. */
const separatorOf = (text: string): string => ['\t', ';'].find((sign) => text.includes(sign)) ?? ',';

const isHeading = (cells: readonly string[]): boolean => /^nama\b/i.test(cells[0] ?? '');

const kindOf = (text: string): string =>
  freeKinds.find((kind) => plain(placeKindNames[kind]) === plain(text)) ?? text.toLowerCase();

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/\b(desa|kelurahan|kecamatan|kec)\b\.?/g, '')
    .replace(/[\s,]+/g, ' ')
    .trim();

/** "maleku mangkutana", "mangkutana", and "maleku" where only one is called so. */
function areasByName(regency: Regency): Map<string, string> {
  const all = [...regency.areas.values()].filter(({ level }) => level !== 'kabupaten');
  const names = new Map<string, string>();
  const twice = new Set<string>();
  for (const area of all) {
    const own = plain(area.name);
    if (names.has(own)) twice.add(own);
    names.set(own, area.code);
    const district = regency.areas.get(area.parent ?? '');
    if (district && area.level !== 'kecamatan') names.set(plain(`${area.name} ${district.name}`), area.code);
  }
  for (const name of twice) names.delete(name);
  return names;
}

function sentenceOf(error: z.ZodError): string {
  return fieldProblems(error)
    .map(({ pointer, message, values }) => {
      const label = pieceLabels[pointer.slice(1) as keyof typeof pieceLabels] ?? '';
      return `${label}: ${say('id', message, values)}`;
    })
    .join(' ');
}
