/** What lies in the ZIP files of a binder, and in which of them. */
import type { ZipFile } from '../../../../platform/zip.ts';
import type { PackContext } from '../../packs/steps.ts';
import { readDocument } from '../documents.ts';
import type { Artefact, DocumentRow, IndicatorLine } from '../queries.ts';

/** Bytes of documents in one file: with its sealed copy, a fraction of a Worker's memory. */
const MOST_TOGETHER = 12_000_000;

/** Documents by the ZIP file that holds them; there is always a first one. */
export function sharesOf({ criteria }: IndicatorLine): DocumentRow[][] {
  const shares: DocumentRow[][] = [[]];
  let bytes = 0;
  for (const row of criteria.flatMap(({ documents }) => documents)) {
    if (bytes > 0 && bytes + row.bytes > MOST_TOGETHER) {
      shares.push([]);
      bytes = 0;
    }
    shares.at(-1)?.push(row);
    bytes += row.bytes;
  }
  return shares;
}

/** The first holds the PDF, the artefacts, and the hashes of everything, as `sha256sum -c` reads them. */
export async function* zipFiles(
  { env, keys }: Pick<PackContext, 'env' | 'keys'>,
  line: IndicatorLine,
  share: number,
  paper: () => Promise<ZipFile>,
): AsyncGenerator<ZipFile> {
  if (share === 0) {
    const artefacts = line.criteria.flatMap((one) => one.artefacts);
    const documents = line.criteria.flatMap((one) => one.documents);
    yield await paper();
    yield { name: 'sha256.txt', bytes: encode(hashesOf(artefacts, documents)) };
    for (const one of artefacts) yield { name: artefactName(one), bytes: encode(one.found) };
  }
  for (const row of sharesOf(line)[share] ?? [])
    yield { name: documentName(row), bytes: await readDocument(env, { keys }, row) };
}

const encode = (text: string) => new TextEncoder().encode(text);

const hashesOf = (artefacts: readonly Artefact[], documents: readonly DocumentRow[]): string =>
  [
    ...artefacts.map((one) => `${one.digest}  ${artefactName(one)}\n`),
    ...documents.map((row) => `${row.digest}  ${documentName(row)}\n`),
  ].join('');

const artefactName = ({ criterion, proof }: Artefact): string =>
  `bukti-kanal/${criterion}-${proof.replaceAll('_', '-')}.json`;

export const documentName = ({ criterion, id, kind }: DocumentRow): string =>
  `dokumen/${criterion}-${id.slice(0, 8)}.${kind === 'jpeg' ? 'jpg' : kind}`;
