/**
 * Holds what a call answers against what the API's document says about it: the path, the status, the media type, and
 * every field of the body. Stricter than the document in one thing: a field that it does not name is an error too.
 */
import type { Hono, Env as HonoEnv } from 'hono';
import * as z from 'zod';
import {
  type ApiDocument,
  describe,
  type Operation,
  operationsOf,
} from '../../workers/features/intake/openapi.ts';
import type { Regency } from '../../workers/regency/snapshot.ts';

type Json = Record<string, unknown>;
type Content = Record<string, { schema?: unknown }>;

/** Looks at answers of the routes of one app. */
export class Documented {
  /** Made once for each schema of the document: thousands of answers are held against some forty. */
  private readonly schemas = new Map<unknown, z.ZodType>();
  private readonly operations: readonly (Operation & { pattern: RegExp })[];

  private constructor(
    readonly document: ApiDocument,
    operations: readonly Operation[],
  ) {
    this.operations = operations.map((one) => ({ ...one, pattern: pattern(one.path) }));
  }

  static async of<E extends HonoEnv>(app: Hono<E>, regency: Regency): Promise<Documented> {
    const document = await describe(app, regency);
    return new Documented(document, operationsOf(document));
  }

  /**
   * @param path without query
   * @throws Error that names the call and what is not as documented
   */
  async check(method: string, path: string, answer: Response): Promise<void> {
    const call = `${method} ${path} → ${answer.status}`;
    const operation = this.find(method, path);
    if (!operation) {
      // What is no route answers 404 like every other address.
      if (answer.status === 404 || answer.status === 401) return;
      throw new Error(`${call}: no such call in the document`);
    }
    const documented = this.resolve(operation.responses?.[answer.status]) as
      | { content?: Content }
      | undefined;
    if (!documented) throw new Error(`${call}: status not in the document`);
    const body = answer.clone();
    const type = (answer.headers.get('content-type') ?? '').split(';')[0] ?? '';
    if (!documented.content) {
      if ((await body.arrayBuffer()).byteLength > 0)
        throw new Error(`${call}: a body where none is documented`);
      return;
    }
    const [name, media] = Object.entries(documented.content).find(([known]) => fits(known, type)) ?? [];
    if (name === undefined) throw new Error(`${call}: media type ${type} not in the document`);
    if (!type.endsWith('json')) return;
    const parsed = this.schema(media?.schema).safeParse(await body.json());
    // Messages name places, never values.
    if (!parsed.success) throw new Error(`${call}: ${z.prettifyError(parsed.error)}`);
  }

  /** The operation of a path; one without parameters wins. */
  find(method: string, path: string): Operation | undefined {
    const matching = this.operations.filter(
      (one) => one.method === method.toLowerCase() && one.pattern.test(path),
    );
    return matching.find((one) => !one.path.includes('{')) ?? matching[0];
  }

  private schema(schema: unknown): z.ZodType {
    const known = this.schemas.get(schema);
    if (known) return known;
    const closed = closeObjects({ ...(schema as Json), $defs: this.document.components.schemas });
    const made = z.fromJSONSchema(closed as Parameters<typeof z.fromJSONSchema>[0]);
    this.schemas.set(schema, made);
    return made;
  }

  private resolve(part: unknown): unknown {
    const ref = (part as { $ref?: string } | undefined)?.$ref;
    if (!ref) return part;
    return ref
      .slice(2)
      .split('/')
      .reduce<unknown>((at, name) => (at as Json | undefined)?.[name], this.document);
  }
}

/** `application/octet-stream` in the document stands for any file. */
const fits = (known: string, type: string) =>
  known === type || (known === 'application/octet-stream' && !type.endsWith('json'));

const pattern = (path: string) => new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`);

/** Objects with named fields take no others; references lead into `$defs`. */
function closeObjects(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(closeObjects);
  if (typeof value !== 'object' || value === null) return value;
  const copy = Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => name !== 'example' && name !== 'examples')
      .map(([name, inner]) => [
        name,
        name === '$ref' && typeof inner === 'string'
          ? inner.replace('#/components/schemas/', '#/$defs/')
          : closeObjects(inner),
      ]),
  );
  const open = copy.type === 'object' && 'properties' in copy && !('additionalProperties' in copy);
  return open ? { ...copy, additionalProperties: false } : copy;
}
