/** From an uploaded file to shapes by area: read, matched, looked at, saved. What is there stays until it is saved. */
import type { Regency } from '../../../../regency/snapshot.ts';
import type { AreaShape } from './draw.ts';
import { BoundaryProblem, readFeatures } from './geojson.ts';
import type { BoundaryEditor } from './history.ts';
import { areaOf, type Column, codeBook, columnsOf, titleOf } from './match.ts';
import { type BoundaryLevel, boundaryLevels, levelOf } from './sources.ts';
import { type Draft, dropDraft, keepDraft, MOST_NAMED, saveBoundaries } from './store.ts';

/**
 * Reads a file and keeps it, made light, to be looked at. Shapes outside the regency only lose their place.
 * @throws BoundaryProblem
 */
export async function takeFile(
  files: R2Bucket,
  regency: Regency,
  bytes: Uint8Array,
  source: string,
): Promise<void> {
  const features = readFeatures(bytes);
  const book = codeBook(regency.areas.values());
  const columns = columnsOf(
    features.map(({ properties }) => properties),
    book,
  );
  const [best] = columns;
  if (!best) throw new BoundaryProblem('no_match');
  const { ours = [], others = [] } = Object.groupBy(features, ({ properties }) =>
    columns.some(({ name }) => areaOf(book, properties, name)) ? 'ours' : 'others',
  );
  const unknown = others.map(({ properties }) => titleOf(properties, best.name));
  const { lighten } = await import('./simplify.ts');
  await keepDraft(files, {
    source,
    light: lighten(ours),
    unknown: unknown.slice(0, MOST_NAMED),
    unknownCount: unknown.length,
  });
}

export interface Preview {
  draft: Draft;
  columns: Column[];
  /** The column that is used. */
  column: string;
  shapes: AreaShape[];
  /** Of each level that the file has: area codes without a shape. */
  missing: Partial<Record<BoundaryLevel, string[]>>;
  /** Shapes of the file that are no area by this column. */
  unknown: string[];
  unknownCount: number;
}

/** @param asked a column of the file; another one or none takes the one that names most areas */
export async function previewOf(draft: Draft, regency: Regency, asked: string | undefined): Promise<Preview> {
  const { mergeShapes, shapesOf } = await import('./simplify.ts');
  const book = codeBook(regency.areas.values());
  const all = shapesOf(draft.light);
  const columns = columnsOf(
    all.map(({ properties = {} }) => properties),
    book,
  );
  const column = columns.find(({ name }) => name === asked)?.name ?? columns[0]?.name ?? '';
  const byArea = Map.groupBy(all, ({ properties = {} }) => areaOf(book, properties, column));
  const shapes = [...byArea].flatMap(([area, group]) =>
    area === null ? [] : [{ area, shape: mergeShapes(draft.light, group) }],
  );
  const lost = (byArea.get(null) ?? []).map(({ properties = {} }) => titleOf(properties, column));
  const levels = boundaryLevels.filter((level) => shapes.some(({ area }) => levelOf(area) === level));
  return {
    draft,
    columns,
    column,
    shapes,
    missing: Object.fromEntries(
      levels.map((level) => [
        level,
        [...book.values()].filter((code) => levelOf(code) === level && !byArea.has(code)),
      ]),
    ),
    unknown: [...lost, ...draft.unknown].slice(0, MOST_NAMED),
    unknownCount: lost.length + draft.unknownCount,
  };
}

export async function savePreview(
  editor: BoundaryEditor,
  files: R2Bucket,
  { draft, shapes }: Preview,
): Promise<void> {
  await saveBoundaries(editor, shapes, { source: draft.source, file: draft.id });
  await dropDraft(files);
}
