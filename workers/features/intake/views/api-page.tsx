/** The API to read: rendered here from its own document, without anybody else's script. */

import type { Regency } from '../../../regency/snapshot.ts';
import { Details, Summary, Table, Tag } from '../../../ui/components.tsx';
import { Page } from '../../../ui/layout.tsx';
import { type ApiDocument, type Operation, operationsOf } from '../openapi.ts';

export function ApiPage(props: { regency: Regency; document: ApiDocument; path: string }) {
  const { document } = props;
  const operations = operationsOf(document);
  const tags = [...new Set(operations.flatMap((operation) => operation.tags ?? []))];
  return (
    <Page title="API" regency={props.regency} path="/api" wide>
      <h1>{document.info.title}</h1>
      <Prose text={document.info.description} />
      <p>
        Dokumen untuk program: <a href={props.path}>openapi.json</a>.
      </p>
      <nav aria-label="Isi halaman">
        <ul class="tabs">
          {tags.map((tag) => (
            <li>
              <a href={`#${anchorOf(tag)}`}>{tag}</a>
            </li>
          ))}
        </ul>
      </nav>
      <h2>Cara membuktikan diri</h2>
      <Summary
        rows={Object.entries(document.components.securitySchemes ?? {}).map(([name, scheme]) => ({
          term: <code>{name}</code>,
          value: <Prose text={'description' in scheme ? scheme.description : ''} />,
        }))}
      />
      {tags.map((tag) => (
        <section>
          <h2 id={anchorOf(tag)}>{tag}</h2>
          <Prose text={document.tags?.find((known) => known.name === tag)?.description} />
          {operations
            .filter((operation) => operation.tags?.includes(tag))
            .map((operation) => (
              <Call operation={operation} document={document} />
            ))}
        </section>
      ))}
      <h2>Kesalahan</h2>
      <Summary
        rows={Object.entries(document.components.responses ?? {}).map(([name, response]) => ({
          term: <code>{name.replace('Problem', '')}</code>,
          value: 'description' in response ? response.description : '',
        }))}
      />
    </Page>
  );
}

/** "Melacak laporan" → "melacak-laporan". */
const anchorOf = (tag: string): string => tag.toLowerCase().replace(/[^a-z0-9]+/g, '-');

function Call(props: { operation: Operation; document: ApiDocument }) {
  const { operation, document } = props;
  const body = operation.requestBody;
  const json = body && 'content' in body ? body.content['application/json'] : undefined;
  const fields = fieldsOf(json?.schema, document);
  return (
    <article id={operation.operationId}>
      <h3>
        <Tag tone={operation.method === 'get' ? 'blue' : 'green'}>{operation.method.toUpperCase()}</Tag>{' '}
        <code>{operation.path}</code>
      </h3>
      <p>
        <strong>{operation.summary}</strong>
      </p>
      <Prose text={operation.description} />
      <p class="hint">{proofs(operation)}</p>
      {fields.length > 0 ? (
        <Table
          caption={`Isi ${operation.method.toUpperCase()} ${operation.path}`}
          hideCaption
          columns={['Isian', 'Jenis', 'Keterangan']}
          rows={fields.map((field) => [
            <code>{field.name}</code>,
            field.required ? `${field.type}, wajib` : field.type,
            <Prose text={field.note} />,
          ])}
        />
      ) : null}
      {json?.example !== undefined ? (
        <Details summary="Contoh kiriman">
          <Json value={json.example} />
        </Details>
      ) : null}
      {Object.entries(operation.responses ?? {}).map(([status, response]) => {
        const content = 'content' in response ? response.content?.['application/json'] : undefined;
        return content?.example === undefined ? null : (
          <Details summary={`Contoh jawaban ${status}`}>
            <Json value={content.example} />
          </Details>
        );
      })}
      <p class="hint">Jawaban: {Object.keys(operation.responses ?? {}).join(', ')}</p>
    </article>
  );
}

function Json(props: { value: unknown }) {
  return (
    <pre tabindex={0}>
      <code>{JSON.stringify(props.value, null, 2)}</code>
    </pre>
  );
}

/** Text in which `code` stands between backticks. */
function Prose(props: { text?: string | undefined }) {
  if (!props.text) return null;
  return <p>{props.text.split('`').map((part, i) => (i % 2 === 1 ? <code>{part}</code> : part))}</p>;
}

function proofs(operation: Operation): string {
  const ways = (operation.security ?? []).flatMap((way) => Object.keys(way));
  return ways.length === 0 ? 'Untuk siapa pun.' : `Perlu: ${ways.join(' atau ')}.`;
}

interface Field {
  name: string;
  type: string;
  required: boolean;
  note: string | undefined;
}

type Schema = NonNullable<ApiDocument['components']['schemas']>[string];

function fieldsOf(schema: unknown, document: ApiDocument): Field[] {
  const found = resolve(schema as Schema | undefined, document);
  return Object.entries(found?.properties ?? {}).map(([name, field]) => ({
    name,
    type: typeOf(field as Schema),
    required: found?.required?.includes(name) ?? false,
    note: 'description' in field ? field.description : undefined,
  }));
}

function resolve(schema: Schema | undefined, document: ApiDocument): Schema | undefined {
  const name = schema && '$ref' in schema ? String(schema.$ref).split('/').pop() : undefined;
  return name === undefined ? schema : document.components.schemas?.[name];
}

function typeOf(schema: Schema): string {
  if (schema.enum) return schema.enum.map((value) => `"${value}"`).join(' | ');
  if (schema.anyOf) return [...new Set(schema.anyOf.map((one) => typeOf(one as Schema)))].join(' | ');
  const format = schema.format ? ` (${schema.format})` : '';
  return `${Array.isArray(schema.type) ? schema.type.join(' | ') : (schema.type ?? 'nilai')}${format}`;
}
