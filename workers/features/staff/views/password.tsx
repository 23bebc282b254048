/** Pages that set a password, and their fields. */
import { formatDateTime } from '../../../../shared/text.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import { ErrorSummary, type Errors, Field, Notice } from '../../../ui/components.tsx';
import { Page } from '../../../ui/layout.tsx';
import { PASSWORD_MAX, PASSWORD_MIN } from '../password.ts';

/** The new password twice, with its rules. */
export function NewPassword(props: { errors: Errors }) {
  const more = { autocomplete: 'new-password', minlength: PASSWORD_MIN, maxlength: PASSWORD_MAX };
  return (
    <>
      <Field
        name="password"
        label="Kata sandi baru"
        hint={`Paling sedikit ${PASSWORD_MIN} huruf; spasi boleh. Beberapa kata yang tidak saling berhubungan mudah diingat dan sulit ditebak. Jangan pakai kata sandi dari tempat lain.`}
        type="password"
        error={props.errors.password}
        required
        more={more}
      />
      <Field
        name="again"
        label="Tulis sekali lagi"
        type="password"
        error={props.errors.again}
        required
        more={more}
      />
    </>
  );
}

export function InvitationPage(props: {
  regency: Regency;
  token: string;
  name: string;
  email: string;
  /** Epoch ms. */
  until: number;
  /** The account had a password before. */
  renewal: boolean;
  errors?: Errors;
}) {
  const errors = props.errors ?? {};
  const title = props.renewal ? 'Ganti kata sandi' : 'Buat kata sandi';
  return (
    <Page title={title} regency={props.regency}>
      <h1>{title}</h1>
      <ErrorSummary errors={errors} />
      <p>
        Untuk {props.name}, {props.email}. Tautan ini berlaku sampai{' '}
        {formatDateTime(props.until, props.regency.about.timeZone)} dan hanya dapat dipakai sekali.
      </p>
      <form method="post" action={`/masuk/undangan/${props.token}`}>
        <input type="hidden" name="email" value={props.email} autocomplete="username" />
        <NewPassword errors={errors} />
        <button type="submit">Simpan kata sandi</button>
      </form>
    </Page>
  );
}

export function ForgottenPage(props: { regency: Regency; mail: boolean; sent?: boolean }) {
  return (
    <Page title="Lupa kata sandi" regency={props.regency}>
      <h1>Lupa kata sandi</h1>
      {props.sent ? (
        <Notice tone="good" live>
          <p>
            Bila alamat itu milik akun yang aktif, tautan untuk mengganti kata sandi sudah dikirim dan berlaku
            satu jam. Periksa juga folder spam.
          </p>
        </Notice>
      ) : null}
      {props.mail ? (
        <form method="post" action="/masuk/lupa">
          <Field
            name="email"
            label="Alamat e-mail"
            type="email"
            required
            more={{ autocomplete: 'username', maxlength: 254 }}
          />
          <button type="submit">Kirim tautan</button>
        </form>
      ) : (
        <p>
          Kanal ini belum dapat mengirim e-mail. Mintalah tautan baru kepada admin instansi (
          {props.regency.offices.get(props.regency.about.adminOffice)?.name ?? props.regency.about.fullName}).
        </p>
      )}
      <p>
        <a href="/masuk">Kembali ke halaman masuk</a>
      </p>
    </Page>
  );
}
