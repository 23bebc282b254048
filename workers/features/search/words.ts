/** What of a case is indexed, and for whom: the same lines that `cases/view.ts` draws when it is read. */
import { isSecret } from '../../../shared/permissions/accusations.ts';
import { formsOf, numberForms } from '../../../shared/search.ts';
import type { Words } from '../../cases/change.ts';
import type { CaseRow } from '../../cases/load.ts';
import { anyArea } from '../../regency/named.ts';
import type { Regency } from '../../regency/snapshot.ts';
import type { digester, readWriting } from './digest.ts';

/** A case as it is now. */
export interface Told {
  row: CaseRow;
  /** Opened. */
  title: string;
  copies: string[];
  /** In order; without what only the desk reads, except releases. */
  entries: { seq: number; verb: string; actor: string; words: Words }[];
}

/** A row of `case_words`: digests with spaces between. */
export interface IndexRow {
  id: number;
  scope: string;
  words: string;
  inner: string;
}

interface Tools {
  digest: ReturnType<typeof digester>;
  writing: Awaited<ReturnType<typeof readWriting>>;
  regency: Regency;
}

/** Digests of one case: far more than the longest report with all its replies has. */
const MOST = 20_000;

export async function indexRow(told: Told, { digest, writing, regency }: Tools): Promise<IndexRow> {
  const { open, inner } = textsOf(told);
  const area = areaWords(told.row.area, regency);
  const forms = (texts: string[]) => new Set(texts.flatMap((text) => [...formsOf(text, writing)]));
  const known = forms([...open, area]);
  const numbers = [told.row.code, told.row.sp4n ?? ''].flatMap(numberForms);
  const list = async (...parts: Promise<string[]>[]) =>
    (await Promise.all(parts)).flat().slice(0, MOST).join(' ');
  return {
    id: told.row.id,
    scope: await list(digest('scope', scopesOf(told.row, told.copies))),
    words: await list(digest('number', numbers), digest('word', known)),
    inner: await list(
      digest(
        'word',
        [...forms(inner)].filter((form) => !known.has(form)),
      ),
    ),
  };
}

/**
 * Who may find it. Only a first sieve: every row that was found is judged by `standing()` before it is shown, which also
 * keeps it from those whom it accuses.
 */
function scopesOf(row: CaseRow, copies: readonly string[]): string[] {
  const scopes = [row.closedAt === null ? 'open' : 'closed'];
  const district = districtOf(row.area);
  if (district) scopes.push(`area:${district}`);
  if (isSecret(row)) return [...scopes, `holder:${row.holder}`];
  const offices = row.office === null ? copies : [row.office, ...copies];
  // An office knows an anonim case only once a person has released it.
  const known = row.anonymous && row.releasedAt === null ? [] : offices;
  return [...scopes, 'plain', ...known.map((office) => `office:${office}`)];
}

/** "73.24.04" of "73.24.04.1003"; null where no kecamatan is known. */
export function districtOf(area: string | null): string | null {
  return /^\d\d\.\d\d\.\d\d/.exec(area ?? '')?.[0] ?? null;
}

/** `open`: for everybody in its scope; `inner`: only for those who read an anonim case as it was written. */
function textsOf({ row, title, entries }: Told): { open: string[]; inner: string[] } {
  const said = entries.map((entry) => ({ ...entry, text: spoken(entry.words) }));
  if (!row.anonymous) return { open: [title, ...said.map(({ text }) => text)], inner: [] };
  const released = said.find(({ verb }) => verb === 'release')?.seq ?? Number.POSITIVE_INFINITY;
  const shown = said.findLast(({ verb }) => verb === 'release');
  const after = said.filter(
    ({ seq, verb, actor }) =>
      seq > released && actor !== 'reporter' && verb !== 'submit' && verb !== 'release',
  );
  return {
    open: row.releasedAt === null ? [] : [title, shown?.text ?? '', ...after.map(({ text }) => text)],
    inner: [title, ...said.map(({ text }) => text)],
  };
}

/** Where it lies on the map is no word. */
function spoken({ position: _position, ...words }: Words): string {
  return Object.values(words).filter(Boolean).join('\n');
}

function areaWords(code: string | null, regency: Regency): string {
  const area = anyArea(regency, code);
  const parent = anyArea(regency, area?.parent);
  return [area?.name, parent?.name].filter(Boolean).join('\n');
}
