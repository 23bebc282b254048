/** The list of accounts, the form of a new one, and the fields of rights. */
import { positionNames, type Role, roleNames, roles } from '../../../../shared/permissions/people.ts';
import { formatDate, joinList } from '../../../../shared/text.ts';
import { anyOffice } from '../../../regency/named.ts';
import { ownOffices } from '../../../regency/offices.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import {
  Checkbox,
  Details,
  ErrorSummary,
  type Errors,
  Field,
  Notice,
  Select,
  Table,
  Tag,
} from '../../../ui/components.tsx';
import { Page, type Who } from '../../../ui/layout.tsx';
import type { AccountLine } from '../queries.ts';

/** What stands in the form, also when it was refused. */
export interface FormAccount {
  name: string;
  email: string;
  roles: readonly string[];
  offices: readonly string[];
  areas: readonly string[];
  position?: string | null | undefined;
  phone: string;
}

export const blankAccount: FormAccount = {
  name: '',
  email: '',
  roles: [],
  offices: [],
  areas: [],
  phone: '',
};

interface PageBase {
  regency: Regency;
  who: Who;
}

const standings = {
  active: <Tag tone="green">Aktif</Tag>,
  inactive: <Tag tone="grey">Nonaktif</Tag>,
  invited: <Tag tone="blue">Diundang</Tag>,
  expired: <Tag tone="amber">Undangan kedaluwarsa</Tag>,
};

/** @param props.accounts with their numbers masked */
export function UsersPage(props: PageBase & { accounts: AccountLine[]; done: boolean }) {
  const { regency } = props;
  return (
    <Page title="Pengguna" regency={regency} side="desk" who={props.who} path="/desk/pengguna">
      <h1>Pengguna</h1>
      {props.done ? (
        <Notice tone="good" live>
          <p>Perubahan tersimpan dan langsung berlaku.</p>
        </Notice>
      ) : null}
      <p>
        <a class="button" href="/desk/pengguna/baru">
          Undang pengguna
        </a>
      </p>
      <Table
        caption={`${props.accounts.length} akun`}
        columns={['Nama', 'Peran', 'Instansi', 'Keadaan', 'WhatsApp', 'Kode dua langkah', 'Terakhir bekerja']}
        rows={props.accounts.map((account) => [
          <a href={`/desk/pengguna/${account.id}`}>{account.name}</a>,
          roleText(account),
          joinList(account.offices.map((code) => anyOffice(regency, code)?.short ?? code)) || '–',
          standings[account.standing],
          account.phone ?? '–',
          account.twoFactor ? 'Menyala' : 'Tidak',
          account.lastSeenAt === null
            ? 'Belum pernah'
            : formatDate(account.lastSeenAt, regency.about.timeZone),
        ])}
      />
    </Page>
  );
}

/** "Pimpinan (Bupati / Wakil Bupati)". */
function roleText({ roles: own, position }: AccountLine): string {
  const names = joinList(own.map((role) => roleNames[role]));
  return position ? `${names} (${positionNames[position]})` : names;
}

export function UserFormPage(props: PageBase & { account: FormAccount; errors?: Errors }) {
  const errors = props.errors ?? {};
  return (
    <Page title="Undang pengguna" regency={props.regency} side="desk" who={props.who}>
      <p>
        <a href="/desk/pengguna">← Daftar pengguna</a>
      </p>
      <h1>Undang pengguna</h1>
      <ErrorSummary errors={errors} />
      <form method="post" action="/desk/pengguna">
        <Field
          name="email"
          label="Alamat e-mail"
          type="email"
          value={props.account.email}
          error={errors.email}
          required
          more={{ maxlength: 254 }}
        />
        <RightsFields regency={props.regency} account={props.account} errors={errors} />
        <button type="submit">Buat undangan</button>
      </form>
    </Page>
  );
}

/** Name, roles, offices, villages, a leader's position and the number. */
export function RightsFields(props: { regency: Regency; account: FormAccount; errors: Errors }) {
  const { regency, account, errors } = props;
  const offices = ownOffices(regency);
  return (
    <>
      <Field
        name="name"
        label="Nama lengkap"
        value={account.name}
        error={errors.name}
        required
        more={{ maxlength: 100, autocomplete: 'off' }}
      />
      <Ticks
        name="roles"
        legend="Peran"
        error={errors.roles}
        options={roles.map((role: Role) => ({ value: role, label: roleNames[role] }))}
        chosen={account.roles}
      />
      <Details summary={`Instansi (${account.offices.length} dipilih)`} open={Boolean(errors.offices)}>
        <Ticks
          name="offices"
          legend="Instansi tempat orang ini bertugas"
          error={errors.offices}
          options={offices.map((office) => ({ value: office.code, label: office.name }))}
          chosen={account.offices}
        />
      </Details>
      <Details summary={`Desa untuk KIM (${account.areas.length} dipilih)`} open={Boolean(errors.areas)}>
        <Ticks
          name="areas"
          legend="Desa dan kelurahan"
          error={errors.areas}
          options={villages(regency)}
          chosen={account.areas}
        />
      </Details>
      <Select
        name="position"
        label="Kedudukan"
        hint="Hanya berlaku untuk peran Pimpinan: menentukan kapan laporan yang terlambat sampai kepadanya."
        options={Object.entries(positionNames).map(([value, label]) => ({ value, label }))}
        value={account.position ?? ''}
        error={errors.position}
        empty="Tidak ada"
      />
      <PhoneField value={account.phone} error={errors.phone} />
    </>
  );
}

export function PhoneField(props: { value: string; error?: string | undefined }) {
  return (
    <Field
      name="phone"
      label="Nomor WhatsApp (boleh kosong)"
      hint="Untuk pengingat dari rekan kerja. Contoh: 0812-3456-7890."
      type="tel"
      value={props.value}
      error={props.error}
      more={{ maxlength: 20, autocomplete: 'off' }}
    />
  );
}

function villages(regency: Regency) {
  const areas = [...regency.areas.values()];
  const parents = new Set(areas.map((area) => area.parent));
  return areas
    .filter((area) => !parents.has(area.code))
    .map((area) => ({
      value: area.code,
      label: `${area.name}, ${regency.areas.get(area.parent ?? '')?.name ?? ''}`,
    }));
}

function Ticks(props: {
  name: string;
  legend: string;
  error?: string | undefined;
  options: { value: string; label: string }[];
  chosen: readonly string[];
}) {
  return (
    <fieldset class={props.error ? 'field bad' : 'field'} id={props.name}>
      <legend>{props.legend}</legend>
      {props.error ? <p class="wrong">{props.error}</p> : null}
      {props.options.map((option) => (
        <Checkbox
          id={`${props.name}-${option.value}`}
          name={props.name}
          value={option.value}
          label={option.label}
          checked={props.chosen.includes(option.value)}
        />
      ))}
    </fieldset>
  );
}
