/** A row of a setting: its form, or what it was when it has ended, and what else may be done with it. */
import { formatDate } from '../../../../shared/text.ts';
import { newKey } from '../../../platform/ids.ts';
import { ConfirmForm, ErrorSummary, type Errors, Notice, Summary, Tag } from '../../../ui/components.tsx';
import { Page, type Who } from '../../../ui/layout.tsx';
import { addressOf, isUnconfirmed, rowAddress } from '../kinds/kind.ts';
import { differences, type Field, wordsOf } from '../kinds/values.ts';
import { dataOf, type Place, type Typed } from '../place.ts';
import type { Named } from '../queries.ts';
import { KindField } from './kind-field.tsx';
import { Standing } from './templates.tsx';

export interface KindFormProps extends Place {
  who: Who;
  /** Null = it is being added. */
  row: Named<object> | null;
  fields: Field[];
  typed: Typed;
  action: string;
  seen?: string;
  errors?: Errors;
  trouble?: string;
  /** Id of the row that is there already. */
  existing?: string;
  done?: string | undefined;
  /** How the row stands to the rest of the regency. */
  state?: string[];
}

export function KindFormPage(props: KindFormProps) {
  const { kind, row, ctx } = props;
  const { regency } = ctx;
  const title = row ? kind.label(row.data, regency) : `Tambah ${kind.one}`;
  return (
    <Page title={title} regency={regency} side="desk" who={props.who}>
      <p>
        <a href={kind.ownPages ?? addressOf(kind)}>← {kind.name}</a>
      </p>
      {props.done ? (
        <Notice tone="good" live>
          <p>{props.done}</p>
        </Notice>
      ) : null}
      {props.trouble ? <Trouble {...props} /> : null}
      <h1>{title}</h1>
      {row ? <State {...props} row={row} /> : null}
      {row && row.endedAt !== null ? <Ended {...props} row={row} /> : <EditForm {...props} />}
      {row ? <Deeds {...props} row={row} /> : null}
    </Page>
  );
}

interface OfRow extends KindFormProps {
  row: Named<object>;
}

/** What is fixed, whether it is the pack's, and whether somebody vouches for it. */
function State({ kind, row, ctx: { regency }, seen, state = [] }: OfRow) {
  const fixed = kind.fields.filter((field) => field.fixed);
  const waiting = isUnconfirmed(row.data) && row.endedAt === null;
  return (
    <>
      <Summary
        rows={[
          ...fixed.map((field) => ({ term: field.label, value: wordsOf(field, row.data, regency) })),
          { term: 'Isi', value: <Standing row={row} regency={regency} /> },
          ...(waiting ? [{ term: 'Tanda', value: <Tag tone="amber">perlu dipastikan</Tag> }] : []),
        ]}
      />
      {state.length > 0 ? (
        <Notice tone="info">
          {state.map((line) => (
            <p>{line}</p>
          ))}
        </Notice>
      ) : null}
      {row.conflict ? (
        <Notice tone="warn">
          <p>
            Paket data juga mengubahnya. <a href="/desk/pengaturan/benturan">Pilih yang berlaku</a>
          </p>
        </Notice>
      ) : null}
      {waiting ? (
        <form method="post" action={`${rowAddress(kind, row.id)}/pastikan`}>
          <input type="hidden" name="seen" value={seen} />
          <p class="hint">Tekan bila isi di bawah ini sudah Anda cocokkan dengan sumber resminya.</p>
          <button type="submit" class="second">
            Pastikan
          </button>
        </form>
      ) : null}
    </>
  );
}

function EditForm({ kind, ctx: { regency }, ...props }: KindFormProps) {
  const { fields, errors = {}, typed } = props;
  const labels = Object.fromEntries(fields.map(({ name, label }) => [name, label]));
  return (
    <>
      <ErrorSummary errors={errors} labels={labels} />
      <form method="post" action={props.action}>
        {props.seen ? <input type="hidden" name="seen" value={props.seen} /> : null}
        {fields.map((field) => (
          <KindField
            field={field}
            raw={typed[field.name] ?? ''}
            error={errors[field.name]}
            regency={regency}
          />
        ))}
        <p class="hint">{kind.effect}</p>
        <button type="submit">{props.row ? 'Simpan' : 'Tambahkan'}</button>
      </form>
    </>
  );
}

function Ended({ kind, row, ctx: { regency } }: OfRow) {
  const fields = [...kind.fields, ...(kind.ending?.fields ?? [])].filter(
    (field) => field.show?.(row.data) ?? true,
  );
  return (
    <>
      <Notice tone="info">
        <p>Berakhir {formatDate(row.endedAt ?? 0, regency.about.timeZone)}; tidak dapat dipilih lagi.</p>
      </Notice>
      <Summary
        rows={fields
          .filter((field) => !field.fixed)
          .map((field) => ({ term: field.label, value: wordsOf(field, row.data, regency) }))}
      />
    </>
  );
}

function Deeds({ kind, row }: OfRow) {
  const address = rowAddress(kind, row.id);
  const ended = row.endedAt !== null;
  return (
    <>
      <h2>Lainnya</h2>
      <ul>
        <li>
          <a href={`${address}/riwayat`}>Riwayat perubahan</a>
        </li>
        {(kind.links?.(row.data) ?? []).map(({ label, href }) => (
          <li>
            <a href={href}>{label}</a>
          </li>
        ))}
        {kind.copies && kind.blank && !ended ? (
          <li>
            <a href={`${addressOf(kind)}/baru?dari=${encodeURIComponent(row.id)}`}>
              Tambah {kind.one} baru dari isi ini
            </a>
          </li>
        ) : null}
        {kind.ending && !ended ? (
          <li>
            <a href={`${address}/akhiri`}>Akhiri {kind.one} ini</a>
          </li>
        ) : null}
      </ul>
      {ended ? (
        <ConfirmForm
          action={`${address}/aktifkan`}
          formKey={newKey()}
          summary="Berlakukan lagi"
          submit="Ya, berlakukan lagi"
        >
          <p>Isinya seperti saat diakhiri.</p>
        </ConfirmForm>
      ) : row.edited && !row.own ? (
        <ConfirmForm
          action={`${address}/awal`}
          formKey={newKey()}
          summary="Kembali ke awal"
          submit="Ya, kembalikan"
          danger
        >
          <p>Isi dari paket data berlaku lagi. Yang sekarang tetap ada dalam riwayat.</p>
        </ConfirmForm>
      ) : null}
    </>
  );
}

/** Somebody else saved meanwhile, or it is there already: theirs stands beside what was typed. */
function Trouble({ kind, ctx: { regency }, row, typed, fields, existing, trouble }: KindFormProps) {
  const others = row ? differences(kind, row.data, dataOf(fields, typed, row.data), regency) : [];
  return (
    <Notice tone="bad" title="Belum tersimpan" live>
      <p>{trouble}</p>
      {existing ? (
        <p>
          <a href={rowAddress(kind, existing)}>Buka yang sudah ada</a>
        </p>
      ) : null}
      {others.length > 0 ? (
        <>
          <p class="hint">Yang berlaku sekarang{row?.by ? `, dari ${row.by}` : ''}:</p>
          <Summary rows={others.map(({ label, from }) => ({ term: label, value: from }))} />
        </>
      ) : null}
    </Notice>
  );
}
