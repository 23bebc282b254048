/** Filters of a list, from an address or a call of the API; evaluated over a bounded look (inbox.ts). */
import { and, eq, type SQL, sql } from 'drizzle-orm';
import { type CaseKind, type Channel, caseKinds, channels } from '../../../shared/lifecycle/states.ts';
import { cases, caseTags } from '../../cases/table.ts';
import type { FieldProblem } from '../../platform/problem.ts';
import { anyArea, anyCategory, anyOffice } from '../../regency/named.ts';
import type { Regency } from '../../regency/snapshot.ts';

export interface Filters {
  /** Code of an area; one of a kecamatan includes its villages. */
  area?: string;
  category?: string;
  kind?: CaseKind;
  channel?: Channel;
  office?: string;
  /** `id` of a label. */
  tag?: string;
}

export const filterNames = ['area', 'category', 'kind', 'channel', 'office', 'tag'] as const;
export type FilterName = (typeof filterNames)[number];

/** What the pages call them in their addresses. */
export const filterParams: Record<FilterName, string> = {
  area: 'wilayah',
  category: 'bidang',
  kind: 'jenis',
  channel: 'kanal',
  office: 'instansi',
  tag: 'label',
};

/**
 * @param given value of a filter as it was sent, if it was
 * @param names what the caller calls them, for the problems' pointers
 * @returns the filters that are known, and a problem for each that is not
 */
export function readFilters(
  given: (name: FilterName) => string | undefined,
  regency: Regency,
  names: (name: FilterName) => string = (name) => name,
): { filters: Filters; problems: FieldProblem[] } {
  const known: Record<FilterName, (value: string) => boolean> = {
    area: (value) => anyArea(regency, value) !== undefined,
    category: (value) => anyCategory(regency, value) !== undefined,
    kind: (value) => (caseKinds as readonly string[]).includes(value),
    channel: (value) => (channels as readonly string[]).includes(value),
    office: (value) => anyOffice(regency, value) !== undefined,
    tag: (value) => regency.tags.has(value),
  };
  const sent = filterNames.flatMap((name) => {
    const value = given(name);
    return value ? [{ name, value }] : [];
  });
  const good = sent.filter(({ name, value }) => known[name](value));
  return {
    filters: Object.fromEntries(good.map(({ name, value }) => [name, value])),
    problems: sent
      .filter(({ name, value }) => !known[name](value))
      .map(({ name }) => ({ pointer: `/${names(name)}`, message: 'field.invalid' as const })),
  };
}

/** As a condition on a row of `cases`; undefined without filters. */
export function filterCondition({ area, category, kind, channel, office, tag }: Filters): SQL | undefined {
  return and(
    // Codes of the Ministry: those of the villages begin with their kecamatan's and a dot.
    area === undefined
      ? undefined
      : sql`(${cases.area} = ${area} or substr(${cases.area}, 1, ${area.length + 1}) = ${`${area}.`})`,
    category === undefined ? undefined : eq(cases.category, category),
    kind === undefined ? undefined : eq(cases.kind, kind),
    channel === undefined ? undefined : eq(cases.channel, channel),
    office === undefined ? undefined : eq(cases.office, office),
    tag === undefined
      ? undefined
      : sql`exists (select 1 from ${caseTags} where ${caseTags.tag} = ${tag} and ${caseTags.caseId} = ${cases.id})`,
  );
}
