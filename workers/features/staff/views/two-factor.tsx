/** Setting up the authenticator app; what it shows is shown once. */
import type { Regency } from '../../../regency/snapshot.ts';
import { ErrorSummary, type Errors, Field, Notice } from '../../../ui/components.tsx';
import { Page, type Who } from '../../../ui/layout.tsx';
import { QrCode } from '../../../ui/qr.tsx';
import type { NewTwoFactor } from '../own-account.ts';

/** @param props.made missing after a wrong code: the app has been set up already, only the code is asked again */
export function TwoFactorPage(props: { regency: Regency; who: Who; made?: NewTwoFactor; errors?: Errors }) {
  const errors = props.errors ?? {};
  return (
    <Page title="Nyalakan kode dua langkah" regency={props.regency} side="desk" who={props.who}>
      <h1>Nyalakan kode dua langkah</h1>
      <ErrorSummary errors={errors} />
      {props.made ? <SetUp made={props.made} /> : null}
      <h2>{props.made ? '3. Tulis kode yang tampil di aplikasi' : 'Tulis kode yang tampil di aplikasi'}</h2>
      <form method="post" action="/desk/akun/kode/nyala">
        <Field
          name="code"
          label="Kode dari aplikasi"
          hint="Enam angka; berganti setiap 30 detik."
          error={errors.code}
          required
          more={{ autocomplete: 'one-time-code', inputmode: 'numeric', maxlength: 7, class: 'short' }}
        />
        <button type="submit">Nyalakan</button>
      </form>
      <p>
        <a href="/desk/akun">{props.made ? 'Batal' : 'Mulai lagi dari awal'}</a>
      </p>
    </Page>
  );
}

function SetUp(props: { made: NewTwoFactor }) {
  const { uri, secret, backupCodes } = props.made;
  return (
    <>
      <h2>1. Pindai dengan aplikasi autentikator</h2>
      <QrCode text={uri} label="Kode QR untuk aplikasi autentikator" />
      <p>
        Tidak dapat memindai? Tulis kunci ini di aplikasi: <code class="mono">{secret}</code>
      </p>
      <h2>2. Simpan kode cadangan</h2>
      <Notice tone="warn">
        <p>
          Kode ini hanya tampil sekali. Catat di kertas dan simpan di tempat aman; setiap kode dapat dipakai
          sekali bila ponsel Anda hilang.
        </p>
      </Notice>
      <ul class="mono">
        {backupCodes.map((code) => (
          <li>{code}</li>
        ))}
      </ul>
    </>
  );
}
