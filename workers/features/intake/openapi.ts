/** The document of the API, made from the routes themselves. */
import type { Hono, Env as HonoEnv } from 'hono';
import { generateSpecs } from 'hono-openapi';
import type { Listed } from './facts.ts';
import { examplesOf } from './openapi-examples.ts';
import { complaintNotes, healthSchema, partsOf } from './openapi-parts.ts';

export type ApiDocument = Awaited<ReturnType<typeof generateSpecs>>;

/** The document for one regency: routes, shared parts and examples. */
export async function describe<E extends HonoEnv>(app: Hono<E>, regency: Listed): Promise<ApiDocument> {
  const document = await generateSpecs(app, {
    documentation: partsOf(regency),
    defaultValidationErrorResponse: false,
  });
  const schemas = { ...document.components.schemas, Health: healthSchema };
  document.components = { ...document.components, schemas, securitySchemes: usedWays(document) };
  noteFields(schemas, complaintNotes);
  addExamples(document, regency);
  return tidy(document);
}

type Schemas = NonNullable<ApiDocument['components']['schemas']>;

function noteFields(schemas: Schemas, notes: Record<string, string>): void {
  const fields = schemas.Complaint?.properties ?? {};
  for (const [name, note] of Object.entries(notes)) {
    const field = fields[name];
    if (field) fields[name] = { ...field, description: note };
  }
}

/** Ways to prove oneself that some route asks for. */
function usedWays(document: ApiDocument) {
  const used = new Set(
    operationsOf(document).flatMap((operation) => (operation.security ?? []).flatMap(Object.keys)),
  );
  return Object.fromEntries(
    Object.entries(document.components.securitySchemes ?? {}).filter(([name]) => used.has(name)),
  );
}

function addExamples(document: ApiDocument, regency: Listed): void {
  const examples = examplesOf(regency);
  for (const operation of operationsOf(document)) {
    const { request, response } = examples[operation.operationId ?? ''] ?? {};
    const body = operation.requestBody;
    const taken = body && 'content' in body ? body.content['application/json'] : undefined;
    if (taken && request !== undefined) taken.example = request;
    const good = Object.entries(operation.responses ?? {}).find(([status]) => status.startsWith('2'))?.[1];
    const given = good && 'content' in good ? good.content?.['application/json'] : undefined;
    if (given && response !== undefined) given.example = response;
  }
}

type PathItem = NonNullable<ApiDocument['paths'][string]>;
export type Operation = NonNullable<PathItem['get']> & { method: string; path: string };

/** All operations with method and path, in the order of the document. */
export function operationsOf(document: ApiDocument): Operation[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    (['get', 'post', 'put', 'patch', 'delete'] as const).flatMap((method) => {
      const operation = item?.[method];
      return operation ? [{ ...operation, method, path }] : [];
    }),
  );
}

/** A format says it all; zod's long pattern beside it helps nobody. */
function tidy<T>(value: T): T {
  return JSON.parse(
    JSON.stringify(value, function (this: Record<string, unknown>, name, inner: unknown) {
      return name === 'pattern' && typeof this.format === 'string' ? undefined : inner;
    }),
  ) as T;
}
