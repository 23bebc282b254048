/** The cases behind a figure, as far as one person may read them. */

import { NONE } from '../../../../../shared/figures/counts.ts';
import { definitionOf, type FigureId, isFigureId } from '../../../../../shared/figures/definitions.ts';
import { plusDays, until } from '../../../../../shared/figures/periods.ts';
import { standing } from '../../../../../shared/permissions/index.ts';
import { identitiesOf, type Role, type Staff } from '../../../../../shared/permissions/people.ts';
import { type CaseFile, type CaseRow, factsOf, loadCases } from '../../../../cases/load.ts';
import { openTitle } from '../../../../cases/timeline.ts';
import { isHidden } from '../../../../cases/view.ts';
import type { Db } from '../../../../platform/db.ts';
import { AppError } from '../../../../platform/problem.ts';
import type { Keys } from '../../../../privacy/keys.ts';
import type { Regency } from '../../../../regency/snapshot.ts';
import { programsByCode } from '../../../campaigns/queries.ts';
import type { AskedFor } from '../asked.ts';
import { type By, districtOf } from '../by.ts';
import { LOOK, lookBehind, type Position, type Wanted } from './queries.ts';

export const PAGE = 25;

/** Cases that are read at once. */
const TOGETHER = 2 * PAGE;

const readers: readonly Role[] = ['admin', 'leader', 'head', 'liaison'];

/** May this person be shown cases here? Which of them, `standing` says. */
export const listsCases = (person: Staff): boolean =>
  identitiesOf(person).some(({ roles }) => roles.some((role) => readers.includes(role)));

/** Reads ordinary cases of every office. */
export const readsAll = (person: Staff): boolean =>
  identitiesOf(person).some(({ roles }) => roles.includes('admin') || roles.includes('leader'));

export interface Behind {
  cases: { row: CaseRow; title: string | null }[];
  /** The page is full, or the look has ended before it was; null = there are no more. */
  next: Position | null;
}

/**
 * @param value of the dimension asked for, or null for all
 * @throws AppError not_found for a figure whose cases are listed to nobody
 */
export async function readBehind(
  ctx: { db: Db; keys: Keys; regency: Regency; person: Staff },
  figure: FigureId,
  asked: AskedFor,
  value: string | null,
  after: Position | null,
  today: string,
): Promise<Behind> {
  const { basis, behind } = definitionOf(figure);
  if (behind.length === 0) throw new AppError('not_found');
  const period = basis === 'due' ? until(asked.period, plusDays(today, -1)) : asked.period;
  if (period === null) return { cases: [], next: null };
  const of = asked.by && value !== null ? await valuesOf(ctx, asked.by, value) : null;
  const looked = await lookBehind(ctx.db, { basis, period, of, counts: behind, after });
  return shown(ctx, looked);
}

/** Every value of the dimension that the group is made of. */
async function valuesOf(
  { db, regency }: { db: Db; regency: Regency },
  by: By,
  value: string,
): Promise<Wanted['of']> {
  if (by.dimension === 'platform') return null;
  const { dimension } = by;
  if (by.id === 'kecamatan' && value !== NONE) {
    const areas = [...regency.areas.keys(), ...regency.past.areas.keys()];
    return { dimension, values: [value, ...areas.filter((code) => districtOf(regency, code) === value)] };
  }
  if (by.id === 'kampanye' && value !== NONE) {
    const programs = await programsByCode(db);
    return {
      dimension,
      values: [...programs].flatMap(([code, { id }]) => (`${id}` === value ? [code] : [])),
    };
  }
  return { dimension, values: [value] };
}

async function shown(
  { db, keys, person }: { db: Db; keys: Keys; person: Staff },
  looked: (Position & { hit: boolean })[],
): Promise<Behind> {
  const ids = [...new Set(looked.flatMap(({ hit, caseId }) => (hit ? [caseId] : [])))];
  const files = new Map<number, CaseFile>();
  const cases: Behind['cases'] = [];
  let read = 0;
  let at: Position | null = null;
  for (const { hit, ...position } of looked) {
    if (cases.length === PAGE) return { cases, next: at };
    at = position;
    // Most of them are shown: only as many are read as a page needs.
    if (hit && position.caseId === ids[read]) {
      const some = await loadCases(db, ids.slice(read, read + TOGETHER));
      for (const file of some) files.set(file.row.id, file);
      read += TOGETHER;
    }
    const file = hit ? files.get(position.caseId) : undefined;
    // A case may stand behind a figure more than once.
    files.delete(hit ? position.caseId : 0);
    const stands = file ? standing(person, factsOf(file)) : null;
    if (!file || stands === null) continue;
    const hidden = isHidden(stands, file.row) && file.row.releasedAt === null;
    cases.push({ row: file.row, title: hidden ? null : await openTitle(keys, file.row) });
  }
  return { cases, next: looked.length < LOOK ? null : at };
}

export const positionText = ({ day, caseId, n }: Position): string => `${day}.${caseId}.${n}`;

/** @returns null for a text that is no position */
export function readPosition(text: string | undefined): Position | null {
  const [, day, id, n] = /^(\d{4}-\d\d-\d\d)\.(\d{1,12})\.(\d{1,6})$/.exec(text ?? '') ?? [];
  return day && id && n ? { day, caseId: Number(id), n: Number(n) } : null;
}

/** @throws AppError not_found for what is no figure */
export function readFigure(text: string | undefined): FigureId {
  if (!text || !isFigureId(text)) throw new AppError('not_found');
  return text;
}
