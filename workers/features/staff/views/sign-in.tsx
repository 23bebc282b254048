/** Pages in front of the desk: sign in, and the code of the second step. */
import type { Child } from 'hono/jsx';
import type { Regency } from '../../../regency/snapshot.ts';
import { Field, Notice } from '../../../ui/components.tsx';
import { Page } from '../../../ui/layout.tsx';

interface StepProps {
  regency: Regency;
  /** Where to go afterwards. */
  to: string;
  /** One sentence that says what did not match. */
  wrong?: string | undefined;
}

function Wrong(props: { children?: Child }) {
  return props.children ? (
    <div class="notice bad" role="alert">
      <p>{props.children}</p>
    </div>
  ) : null;
}

export function SignInPage(props: StepProps & { email?: string; done?: string | undefined }) {
  return (
    // After signing out the script takes what was kept off this device.
    <Page title="Masuk petugas" regency={props.regency} scripts={['desk.js']}>
      <h1>Masuk petugas</h1>
      <Wrong>{props.wrong}</Wrong>
      {props.done ? (
        <Notice tone="good" live>
          <p>{props.done}</p>
        </Notice>
      ) : null}
      <p>
        Halaman ini untuk petugas. Warga melapor dan melacak laporan <a href="/">tanpa akun</a>.
      </p>
      <form method="post" action="/masuk">
        <input type="hidden" name="ke" value={props.to} />
        <Field
          name="email"
          label="Alamat e-mail"
          type="email"
          value={props.email}
          required
          more={{ autocomplete: 'username', maxlength: 254 }}
        />
        <Field
          name="password"
          label="Kata sandi"
          type="password"
          required
          more={{ autocomplete: 'current-password' }}
        />
        <button type="submit">Masuk</button>
      </form>
      <p>
        <a href="/masuk/lupa">Lupa kata sandi?</a>
      </p>
      <p class="hint">Sesi berakhir sendiri setelah 12 jam.</p>
    </Page>
  );
}

export function CodePage(props: StepProps) {
  return (
    <Page title="Kode masuk" regency={props.regency}>
      <h1>Masukkan kode</h1>
      <Wrong>{props.wrong}</Wrong>
      <form method="post" action="/masuk/kode">
        <input type="hidden" name="ke" value={props.to} />
        <Field
          name="code"
          label="Kode dari aplikasi"
          hint="Enam angka. Bila ponsel tidak ada, tulis salah satu kode cadangan."
          required
          more={{ autocomplete: 'one-time-code', maxlength: 20, autofocus: true }}
        />
        <button type="submit">Lanjut</button>
      </form>
      <p>
        <a href="/masuk">Kembali ke awal</a>
      </p>
    </Page>
  );
}
