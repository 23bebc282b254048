/** What the forms of this feature share. */
import type { AppContext } from '../http.ts';

/** A form's text fields; of a repeated one the last. */
export async function textForm(c: AppContext): Promise<Record<string, string>> {
  const body = await c.req.parseBody();
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
}

/** The same with some fields as lists, e.g. ticked roles. */
export async function listForm<Name extends string>(
  c: AppContext,
  lists: readonly Name[],
): Promise<{ text: Record<string, string>; lists: Record<Name, string[]> }> {
  const form = await c.req.formData();
  const texts = (name: string) => form.getAll(name).filter((value) => typeof value === 'string');
  return {
    text: Object.fromEntries([...new Set(form.keys())].map((name) => [name, texts(name).at(-1) ?? ''])),
    lists: Object.fromEntries(lists.map((name) => [name, texts(name)])) as Record<Name, string[]>,
  };
}

/** Number in the path, or 0, which no row has. */
export function idOf(c: AppContext): number {
  const id = Number(c.req.param('id'));
  return Number.isSafeInteger(id) ? id : 0;
}

/**
 * Where a person goes after signing in. Only paths of this site: "//host", "/\host" and schemes would lead elsewhere.
 * @returns the path with its query, or "/desk"
 */
export function safePath(wanted: string | undefined): string {
  const base = 'http://kanal.invalid';
  if (!wanted?.startsWith('/') || !URL.canParse(wanted, base)) return '/desk';
  const url = new URL(wanted, base);
  return url.origin === base && !url.pathname.startsWith('//') ? url.pathname + url.search : '/desk';
}
