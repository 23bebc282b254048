/** API keys: the list, a new one, and its token, shown once. */
import { formatDate } from '../../../../shared/text.ts';
import { newKey } from '../../../platform/ids.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import {
  Checkbox,
  ConfirmForm,
  ErrorSummary,
  type Errors,
  Field,
  Notice,
  Select,
  Table,
} from '../../../ui/components.tsx';
import { Page, type Who } from '../../../ui/layout.tsx';
import type { AccountLine, listApiKeys, Scope } from '../queries.ts';

export interface FormKey {
  name: string;
  scopes: string[];
  staffId: string;
}

const scopeNames: Record<Scope, string> = {
  submit: 'Mengirim laporan',
  desk: 'Layanan petugas, atas nama sebuah akun',
  campaigns: 'Kampanye, hanya membaca',
  campaigns_write: 'Kampanye, membaca dan mengubah',
  figures: 'Evaluasi (angka, rapat, rencana aksi), hanya membaca',
};

export function KeysPage(props: {
  regency: Regency;
  who: Who;
  keys: Awaited<ReturnType<typeof listApiKeys>>;
  /** Active accounts that a key may act for. */
  people: AccountLine[];
  made?: { name: string; token: string };
  typed?: FormKey;
  errors?: Errors;
}) {
  const errors = props.errors ?? {};
  return (
    <Page title="Kunci API" regency={props.regency} side="desk" who={props.who} path="/desk/kunci">
      <h1>Kunci API</h1>
      <ErrorSummary errors={errors} />
      {props.made ? (
        <Notice tone="warn" title={`Kunci untuk ${props.made.name}`} live>
          <p class="mono">{props.made.token}</p>
          <p>
            Salin sekarang: kunci ini hanya tampil sekali. Simpan di server, jangan di aplikasi yang dibagikan
            kepada umum.
          </p>
        </Notice>
      ) : null}
      {props.keys.length > 0 ? (
        <KeyTable regency={props.regency} keys={props.keys} />
      ) : (
        <p>Belum ada kunci.</p>
      )}
      <h2>Kunci baru</h2>
      <KeyForm {...props} errors={errors} />
    </Page>
  );
}

function KeyTable(props: { regency: Regency; keys: Awaited<ReturnType<typeof listApiKeys>> }) {
  const zone = props.regency.about.timeZone;
  return (
    <Table
      caption="Kunci yang pernah dibuat"
      columns={['Nama', 'Hak', 'Atas nama', 'Dibuat', 'Tindakan']}
      rows={props.keys.map(({ key, staffName }) => [
        key.name,
        (JSON.parse(key.scopes) as Scope[]).map((scope) => scopeNames[scope]).join('; '),
        staffName ?? '–',
        formatDate(key.createdAt, zone),
        key.revokedAt === null ? (
          <ConfirmForm
            action={`/desk/kunci/${key.id}/cabut`}
            formKey={newKey()}
            summary="Cabut"
            submit="Ya, cabut"
            danger
          />
        ) : (
          `Dicabut ${formatDate(key.revokedAt, zone)}`
        ),
      ])}
    />
  );
}

function KeyForm(props: { people: AccountLine[]; typed?: FormKey; errors: Errors }) {
  const { errors, typed } = props;
  return (
    <form method="post" action="/desk/kunci">
      <Field
        name="name"
        label="Nama"
        hint="Siapa yang memakainya, misalnya nama aplikasi."
        value={typed?.name}
        error={errors.name}
        required
        more={{ maxlength: 100 }}
      />
      <fieldset class={errors.scopes ? 'field bad' : 'field'} id="scopes">
        <legend>Hak</legend>
        {errors.scopes ? <p class="wrong">{errors.scopes}</p> : null}
        {Object.entries(scopeNames).map(([scope, label]) => (
          <Checkbox
            id={`scopes-${scope}`}
            name="scopes"
            value={scope}
            label={label}
            checked={typed?.scopes.includes(scope)}
          />
        ))}
      </fieldset>
      <Select
        name="staffId"
        label="Atas nama akun"
        hint="Hanya untuk layanan petugas: kunci mempunyai hak akun ini."
        empty="Tidak ada"
        options={props.people.map((person) => ({ value: String(person.id), label: person.name }))}
        value={typed?.staffId}
        error={errors.staffId}
      />
      <button type="submit">Buat kunci</button>
    </form>
  );
}
