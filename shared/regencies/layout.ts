/** Data files as people read them and the linter keeps them. */

/** Columns of a line, as in biome.json. */
const width = 110;

/** @returns JSON text of rows, ending in a newline: what fits stands on one line, the outermost value never does */
export function toJson(value: object): string {
  return `${open(value, '')}\n`;
}

/** @param taken columns of the line that a key before it uses */
function layout(value: unknown, indent: string, taken: number): string {
  const flat = inline(value);
  // One column is kept for the comma.
  if (!isObject(value) || indent.length + taken + flat.length + 1 <= width) return flat;
  return open(value, indent);
}

function open(value: object, indent: string): string {
  const deeper = `${indent}  `;
  const lines = Array.isArray(value)
    ? value.map((item) => deeper + layout(item, deeper, 0))
    : Object.entries(value).map(([key, item]) => {
        const label = `${JSON.stringify(key)}: `;
        return deeper + label + layout(item, deeper, label.length);
      });
  const [before, after] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  return lines.length === 0 ? before + after : `${before}\n${lines.join(',\n')}\n${indent}${after}`;
}

function inline(value: unknown): string {
  if (!isObject(value)) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`;
  const pairs = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${inline(item)}`);
  return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`;
}

const isObject = (value: unknown): value is object => value !== null && typeof value === 'object';
