/** Between the data of a row and the controls of its form, and in words for its history. */
import { formatNumber, joinList } from '../../../../shared/text.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import type { Option } from '../../../ui/components.tsx';
import type { FieldOf, Kind, Raw, Referred } from './kind.ts';

export type Field = FieldOf<object>;
type Data = Record<string, unknown>;

/** What the control shows. */
export function rawOf(field: Field, data: object): Raw {
  if (field.get) return field.get(data);
  const value = (data as Data)[field.name];
  if (field.input === 'choices') return Array.isArray(value) ? value.map(String) : [];
  if (value === undefined || value === null || Number.isNaN(value)) return '';
  if (field.input === 'lines') return (value as string[]).join('\n');
  if (field.input === 'checkbox') return value ? '1' : '';
  if (field.input === 'time') return clock(value as number);
  return String(value);
}

/** Puts what was typed into the data; a number that is none becomes NaN, which no schema takes. */
export function put(field: Field, data: object, raw: Raw): void {
  if (field.set) {
    field.set(data, raw);
    return;
  }
  const value = meantBy(field, raw);
  const target = data as Data;
  if (value !== '' || !field.empty) target[field.name] = value;
  else if (field.empty === 'null') target[field.name] = null;
  else delete target[field.name];
}

function meantBy(field: Field, raw: Raw): unknown {
  if (field.input === 'choices') return [raw].flat().filter(Boolean);
  const text = typeof raw === 'string' ? raw.trim() : '';
  if (field.input === 'checkbox') return text !== '';
  if (field.input === 'lines') return linesOf(text);
  if (field.input === 'number') return text === '' ? '' : numberOf(text);
  if (field.input === 'time') return text === '' ? '' : minutes(text);
  return text;
}

export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** "1.234" and "1234" are the same; NaN for what is no number. */
export function numberOf(text: string): number {
  const plain = /^\d{1,3}(\.\d{3})+$/.test(text) ? text.replaceAll('.', '') : text.replace(',', '.');
  return plain === '' ? Number.NaN : Number(plain);
}

const two = (n: number) => String(n).padStart(2, '0');

/** Minutes since midnight as "07:30". */
export const clock = (at: number): string => `${two(Math.floor(at / 60))}:${two(at % 60)}`;

/** "07:30" or "7.30" as minutes since midnight; NaN for what is no time. */
export function minutes(text: string): number {
  const [, hours, mins] = /^(\d{1,2})[.:](\d{2})$/.exec(text) ?? [];
  if (!hours || !mins || Number(hours) > 24 || Number(mins) > 59) return Number.NaN;
  return Number(hours) * 60 + Number(mins);
}

/** What a field may be chosen from; null where anything may be typed. */
export function optionsOf(field: Field, regency: Regency): Option[] | null {
  if (field.input === 'choice' || field.input === 'choices')
    return typeof field.options === 'function' ? field.options(regency) : field.options;
  if (field.input !== 'reference') return null;
  return [...rowsOf(regency, field.to)]
    .filter(([, row]) => field.only?.(row) ?? true)
    .map(([value, row]) => ({ value, label: labelOf(regency, field.to, row) }));
}

const rowsOf = (regency: Regency, to: Referred): Map<string, { name: string }> =>
  ({ office: regency.offices, area: regency.areas, category: regency.categories })[to];

/** Is there such a row in force? */
export const refersWell = (regency: Regency, to: Referred, id: string): boolean =>
  rowsOf(regency, to).has(id);

/** Villages of one name lie in several districts. */
function labelOf(regency: Regency, to: Referred, row: { name: string; parent?: string | null }): string {
  const parent = to === 'area' && row.parent ? regency.areas.get(row.parent) : undefined;
  return parent?.parent ? `${row.name} (${parent.name})` : row.name;
}

/** The value as a sentence tells it; "–" where there is none. */
export function wordsOf(field: Field, data: object, regency: Regency): string {
  if (field.words) return field.words(data, regency) || '–';
  const raw = rawOf(field, data);
  if (field.input === 'checkbox') return raw ? 'ya' : 'tidak';
  const options = optionsOf(field, regency);
  const named = (value: string) =>
    options?.find((option) => option.value === value)?.label ?? pastName(field, regency, value) ?? value;
  if (Array.isArray(raw)) return joinList(raw.map(named)) || '–';
  if (field.input === 'lines') return raw.split('\n').join('; ') || '–';
  if (field.input === 'number' && /^\d{5,}$/.test(raw)) return formatNumber(Number(raw));
  return (options ? named(raw) : raw) || '–';
}

/** What a row points at may have ended since. */
const pastName = (field: Field, { past }: Regency, id: string): string | undefined =>
  field.input === 'reference'
    ? { office: past.offices, area: past.areas, category: past.categories }[field.to].get(id)?.name
    : undefined;

export interface Difference {
  label: string;
  from: string;
  to: string;
}

/** Fields that differ, in words; a side that is null has none of them. */
export function differences(
  kind: Kind,
  before: object | null,
  after: object | null,
  regency: Regency,
): Difference[] {
  const fields = [...kind.fields, ...(kind.ending?.fields ?? []), ...marks];
  return fields.flatMap((field) => {
    const [from, to] = [before, after].map((data) =>
      data && (field.show?.(data) ?? true) ? wordsOf(field, data, regency) : '–',
    );
    return from === undefined || to === undefined || from === to ? [] : [{ label: field.label, from, to }];
  });
}

const mark = (data: object): string =>
  'check' in data
    ? data.check
      ? 'belum'
      : 'ya'
    : 'confirmed' in data
      ? data.confirmed
        ? 'ya'
        : 'belum'
      : '';

const marks: Field[] = [{ name: 'check', label: 'Sudah dipastikan', input: 'text', words: mark }];
