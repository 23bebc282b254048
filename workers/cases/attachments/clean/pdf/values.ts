/** PDF objects as values (ISO 32000-1, 7.3), and how they are written. */

/**
 * A string is a number, keyword, name ("/Name", escapes normalised) or string ("(…)", "<…>") as PDF writes it, one
 * character a byte. A dictionary's keys are names with their slash.
 */
export type Value = string | Ref | Value[] | Dict;
export type Dict = Map<string, Value>;

export interface Ref {
  ref: number;
}

export const isDict = (value: Value | undefined): value is Dict => value instanceof Map;

export const isRef = (value: Value | undefined): value is Ref =>
  typeof value === 'object' && !Array.isArray(value) && !(value instanceof Map);

/** The text of a value; `number` gives the object number a reference is written with, or null where nothing is. */
export function writeValue(value: Value, number: (ref: number) => number | null): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return `[${value.map((item) => writeValue(item, number)).join(' ')}]`;
  if (isDict(value)) {
    let text = '<<';
    for (const [key, item] of value) {
      const written = writeValue(item, number);
      // An entry that is null is the same as none (7.3.7).
      if (written !== 'null') text += `${key} ${written}\n`;
    }
    return `${text}>>`;
  }
  const target = number(value.ref);
  return target === null ? 'null' : `${target} 0 R`;
}
