/** A person's own account. */
import { positionNames, roleNames } from '../../../../shared/permissions/people.ts';
import { formatDateTime, joinList } from '../../../../shared/text.ts';
import { anyOffice } from '../../../regency/named.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import { ErrorSummary, type Errors, Field, Notice, Summary, Table } from '../../../ui/components.tsx';
import { Page } from '../../../ui/layout.tsx';
import type { DeputyLine } from '../deputies.ts';
import type { AccountLine } from '../queries.ts';
import { Replaced } from './deputies.tsx';
import { NewPassword } from './password.tsx';
import { PhoneField } from './users.tsx';

/** What was just done, or what was wrong in which of the forms. */
export interface AccountNotice {
  done?: string;
  /** Came here because their role has to sign in with a code, too. */
  demanded?: boolean;
  part?: 'sandi' | 'kode' | 'telepon';
  errors?: Errors;
  /** The number as it was typed, when it was refused. */
  typed?: string;
}

interface Props {
  regency: Regency;
  account: AccountLine;
  /** One's own number, in clear. */
  phone: string;
  sessions: { id: string; createdAt: Date; device: string | null }[];
  deputies: DeputyLine[];
  /** Id of the session in use. */
  current: string;
  notice: AccountNotice;
}

export function OwnAccountPage(props: Props) {
  const { account, regency, notice } = props;
  const errors = notice.errors ?? {};
  const of = (part: AccountNotice['part']) => (notice.part === part ? errors : {});
  const ids = { current: notice.part === 'kode' ? 'kode-current' : 'current' };
  const offices = account.offices.map((code) => anyOffice(regency, code)?.name ?? code);
  return (
    <Page title="Akun saya" regency={regency} side="desk" path="/desk/akun" who={account}>
      <h1>Akun saya</h1>
      <ErrorSummary errors={errors} ids={ids} />
      {notice.done ? (
        <Notice tone="good" live>
          <p>{notice.done}</p>
        </Notice>
      ) : null}
      {notice.demanded ? (
        <Notice tone="warn" live>
          <p>
            Peran Anda wajib memakai kode dua langkah. <a href="#kode">Nyalakan di bawah</a>, lalu Anda dapat
            bekerja.
          </p>
        </Notice>
      ) : null}
      <Summary
        rows={[
          { term: 'Nama', value: account.name },
          { term: 'E-mail', value: account.email },
          { term: 'Peran', value: joinList(account.roles.map((role) => roleNames[role])) },
          ...(account.position ? [{ term: 'Kedudukan', value: positionNames[account.position] }] : []),
          { term: 'Instansi', value: joinList(offices) || 'Tidak terikat instansi' },
        ]}
      />
      <Replaced lines={props.deputies} id={account.id} regency={regency} />
      <p>
        <a href="/desk/pengganti">Tunjuk pengganti saat tidak masuk</a>
      </p>
      <h2 id="telepon">Nomor WhatsApp</h2>
      <form method="post" action="/desk/akun/telepon">
        <PhoneField value={notice.typed ?? props.phone} error={of('telepon').phone} />
        <button type="submit">Simpan nomor</button>
      </form>
      <Sessions {...props} />
      <h2 id="sandi">Ganti kata sandi</h2>
      <form method="post" action="/desk/akun/sandi">
        <CurrentPassword id="current" error={of('sandi').current} />
        <NewPassword errors={of('sandi')} />
        <button type="submit">Ganti kata sandi</button>
      </form>
      <TwoFactor on={account.twoFactor} error={of('kode').current} />
    </Page>
  );
}

function Sessions(props: Props) {
  const zone = props.regency.about.timeZone;
  return (
    <>
      <h2>Sesi yang terbuka</h2>
      <p class="hint">Setiap sesi berakhir sendiri 12 jam setelah masuk.</p>
      <Table
        caption="Sesi yang terbuka"
        hideCaption
        columns={['Perangkat', 'Masuk sejak', 'Tindakan']}
        rows={props.sessions.map((session) => [
          session.device ?? 'Perangkat lain',
          formatDateTime(session.createdAt.getTime(), zone),
          session.id === props.current ? (
            'Sesi ini'
          ) : (
            <form method="post" action={`/desk/akun/sesi/${session.id}`}>
              <button type="submit" class="second">
                Akhiri
              </button>
            </form>
          ),
        ])}
      />
      {props.sessions.length > 1 ? (
        <form method="post" action="/desk/akun/sesi/lain">
          <button type="submit" class="second">
            Akhiri semua sesi lain
          </button>
        </form>
      ) : null}
    </>
  );
}

function CurrentPassword(props: { id: string; error?: string | undefined }) {
  return (
    <Field
      id={props.id}
      name="current"
      label="Kata sandi sekarang"
      type="password"
      error={props.error}
      required
      more={{ autocomplete: 'current-password' }}
    />
  );
}

function TwoFactor(props: { on: boolean; error?: string | undefined }) {
  return (
    <>
      <h2 id="kode">Kode dua langkah</h2>
      <p>
        {props.on
          ? 'Menyala. Selain kata sandi, Kanal meminta kode dari aplikasi di ponsel Anda.'
          : 'Belum menyala. Dengan aplikasi autentikator di ponsel, kata sandi yang bocor saja tidak cukup untuk masuk ke akun Anda.'}
      </p>
      <form method="post" action={props.on ? '/desk/akun/kode/mati' : '/desk/akun/kode'}>
        <CurrentPassword id="kode-current" error={props.error} />
        <button type="submit" class={props.on ? 'danger' : undefined}>
          {props.on ? 'Matikan kode dua langkah' : 'Nyalakan kode dua langkah'}
        </button>
      </form>
    </>
  );
}
