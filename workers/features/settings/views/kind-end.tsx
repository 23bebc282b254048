/** The page that asks back before a row ends, or says what is in the way. */
import { ErrorSummary, type Errors, Notice } from '../../../ui/components.tsx';
import { Page, type Who } from '../../../ui/layout.tsx';
import { editAddress, type Obstacle, rowAddress } from '../kinds/kind.ts';
import { type Place, type Typed, typedOf } from '../place.ts';
import type { Named } from '../queries.ts';
import { KindField } from './kind-field.tsx';

export interface EndPageProps extends Place {
  who: Who;
  row: Named<object>;
  obstacles: Obstacle[];
  typed?: Typed;
  errors?: Errors;
  trouble?: string;
}

export function EndPage(props: EndPageProps) {
  const { kind, row, ctx, obstacles, errors = {} } = props;
  const { regency } = ctx;
  const name = kind.label(row.data, regency);
  const fields = kind.ending?.fields ?? [];
  const typed = props.typed ?? typedOf(fields, row.data);
  return (
    <Page title={`Akhiri ${name}`} regency={regency} side="desk" who={props.who}>
      <p>
        <a href={editAddress(kind, row.id)}>← {name}</a>
      </p>
      {props.trouble ? (
        <Notice tone="bad" title="Belum diakhiri" live>
          <p>{props.trouble}</p>
        </Notice>
      ) : null}
      <h1>Akhiri {name}</h1>
      {obstacles.length > 0 ? (
        <Notice tone="warn" title="Belum dapat diakhiri. Selesaikan dahulu:">
          <ul>
            {obstacles.map(({ text, href }) => (
              <li>{href ? <a href={href}>{text}</a> : text}</li>
            ))}
          </ul>
        </Notice>
      ) : (
        <>
          <p>{kind.ending?.note}</p>
          <ErrorSummary errors={errors} />
          <form method="post" action={`${rowAddress(kind, row.id)}/akhiri`}>
            <input type="hidden" name="seen" value={row.dataHash} />
            {fields.map((field) => (
              <KindField
                field={field}
                raw={typed[field.name] ?? ''}
                error={errors[field.name]}
                regency={regency}
              />
            ))}
            <button type="submit" class="danger">
              Ya, akhiri
            </button>
          </form>
        </>
      )}
    </Page>
  );
}
