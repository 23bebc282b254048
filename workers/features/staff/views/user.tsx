/** One account, for admins: its rights, what can be done with it, and who changed it. */
import { type Position, positionNames, roleNames } from '../../../../shared/permissions/people.ts';
import { formatDateTime } from '../../../../shared/text.ts';
import { newKey } from '../../../platform/ids.ts';
import { anyArea, anyOffice } from '../../../regency/named.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import { ConfirmForm, ErrorSummary, type Errors, Timeline } from '../../../ui/components.tsx';
import { Page, type Who } from '../../../ui/layout.tsx';
import { type Change, changeNames } from '../audit.ts';
import type { DeputyLine } from '../deputies.ts';
import type { AccountLine } from '../queries.ts';
import { Replaced } from './deputies.tsx';
import { type FormAccount, RightsFields } from './users.tsx';

export function UserPage(props: {
  regency: Regency;
  who: Who;
  account: AccountLine;
  typed: FormAccount;
  errors: Errors;
  changes: { what: string; actor: string; facts: string; at: number }[];
  /** Names of those who changed it. */
  names: Map<number, string>;
  sessions: { createdAt: Date; device: string | null }[];
  deputies: DeputyLine[];
  /** The admin's own account. */
  own: boolean;
}) {
  const { account, regency } = props;
  return (
    <Page title={account.name} regency={regency} side="desk" who={props.who}>
      <p>
        <a href="/desk/pengguna">← Daftar pengguna</a>
      </p>
      <h1>{account.name}</h1>
      <p>{account.email}</p>
      <Replaced lines={props.deputies} id={account.id} regency={regency} />
      <ErrorSummary errors={props.errors} />
      <form method="post" action={`/desk/pengguna/${account.id}`}>
        <RightsFields regency={regency} account={props.typed} errors={props.errors} />
        <button type="submit">Simpan</button>
      </form>
      {props.own ? null : <Actions {...props} />}
      <h2>Riwayat akun</h2>
      {props.changes.length === 0 ? <p>Belum ada perubahan sejak akun ini dibuat.</p> : null}
      <Timeline
        items={props.changes.map((change) => ({
          title: changeNames[change.what as Change] ?? change.what,
          time: formatDateTime(change.at, regency.about.timeZone),
          by: change.actor === 'self' ? 'yang bersangkutan' : nameOf(props.names, change.actor),
          children: <Codes facts={change.facts} regency={regency} />,
        }))}
      />
    </Page>
  );
}

function nameOf(names: Map<number, string>, actor: string): string {
  return names.get(Number(actor.split(':')[1])) ?? actor;
}

/** What a change gave, by its codes: "Peran: Admin instansi, Inspektorat; Instansi: PUPR". */
function Codes(props: { facts: string; regency: Regency }) {
  const named = (code: unknown) => {
    const id = String(code);
    return (
      (roleNames as Record<string, string>)[id] ??
      anyOffice(props.regency, id)?.short ??
      anyArea(props.regency, id)?.name ??
      id
    );
  };
  const facts = Object.entries(JSON.parse(props.facts) as Record<string, unknown>);
  const words: Record<string, string> = { roles: 'Peran', offices: 'Instansi', areas: 'Desa' };
  const lines = facts.flatMap(([name, codes]) =>
    Array.isArray(codes) && codes.length > 0
      ? [`${words[name] ?? name}: ${codes.map(named).join(', ')}`]
      : [],
  );
  const { position, phone } = Object.fromEntries(facts);
  if (typeof position === 'string' && position in positionNames)
    lines.push(`Kedudukan: ${positionNames[position as Position]}`);
  if (phone === 'changed') lines.push('Nomor WhatsApp diubah');
  return lines.length > 0 ? <p>{lines.join('; ')}</p> : null;
}

function Actions(props: {
  account: AccountLine;
  sessions: { createdAt: Date; device: string | null }[];
  regency: Regency;
}) {
  const { account, sessions } = props;
  const path = `/desk/pengguna/${account.id}`;
  if (!account.active) {
    return (
      <ConfirmForm
        action={`${path}/aktif`}
        formKey={newKey()}
        summary="Aktifkan kembali"
        submit="Ya, aktifkan"
      />
    );
  }
  return (
    <>
      <h2>Tindakan</h2>
      <ConfirmForm
        action={`${path}/tautan`}
        formKey={newKey()}
        summary={account.standing === 'active' ? 'Buat tautan kata sandi baru' : 'Perbarui undangan'}
        submit="Buat tautan"
      >
        <p>Tautan sebelumnya tidak berlaku lagi.</p>
      </ConfirmForm>
      {account.twoFactor ? (
        <ConfirmForm
          action={`${path}/tanpa-kode`}
          formKey={newKey()}
          summary="Matikan kode dua langkah"
          submit="Ya, matikan"
          danger
        >
          <p>Hanya bila ponselnya hilang. Pastikan dahulu bahwa yang meminta memang orangnya.</p>
        </ConfirmForm>
      ) : null}
      {sessions.length > 0 ? (
        <ConfirmForm
          action={`${path}/sesi`}
          formKey={newKey()}
          summary={`Akhiri semua sesi (${sessions.length})`}
          submit="Ya, akhiri semua sesi"
        >
          <p>Orang ini harus masuk lagi. Sesi yang terbuka sekarang:</p>
          <ul>
            {sessions.map(({ device, createdAt }) => (
              <li>
                {device ?? 'Perangkat lain'}, sejak{' '}
                {formatDateTime(createdAt.getTime(), props.regency.about.timeZone)}
              </li>
            ))}
          </ul>
        </ConfirmForm>
      ) : null}
      <ConfirmForm
        action={`${path}/nonaktif`}
        formKey={newKey()}
        summary="Nonaktifkan"
        submit="Ya, nonaktifkan"
        danger
      >
        <p>Semua sesi orang ini langsung berakhir. Riwayat kerjanya tetap tersimpan.</p>
      </ConfirmForm>
    </>
  );
}
