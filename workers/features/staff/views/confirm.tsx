/** Asks for the password once more, and carries along what was typed. */
import type { AppError } from '../../../platform/problem.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import { ErrorSummary, type Errors, errorsOf, Field } from '../../../ui/components.tsx';
import { Page, type Who } from '../../../ui/layout.tsx';
import { detailOf } from '../../errors.tsx';

export function ConfirmPage(props: {
  regency: Regency;
  who: Who;
  action: string;
  carried: [name: string, value: string][];
  names: { password: string; code: string };
  /** The code of the app is asked, too. */
  code: boolean;
  problem: AppError;
}) {
  const { names, problem } = props;
  const errors: Errors = errorsOf(problem.fields);
  if (problem.kind === 'too_many') errors.password = detailOf(problem, 'id');
  return (
    <Page title="Pastikan ini Anda" regency={props.regency} side="desk" who={props.who}>
      <h1>Pastikan ini Anda</h1>
      <ErrorSummary errors={errors} ids={{ password: names.password, code: names.code }} />
      <p>
        Langkah ini hanya untuk orangnya sendiri, bukan untuk siapa pun yang menemukan layar terbuka. Yang
        sudah Anda tulis tetap tersimpan di halaman ini. Sesudahnya, selama sepuluh menit tidak ditanyakan
        lagi.
      </p>
      <form method="post" action={props.action}>
        {props.carried.map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <Field
          name={names.password}
          type="password"
          label="Kata sandi Anda"
          error={errors.password}
          required
          more={{ autocomplete: 'current-password' }}
        />
        {props.code ? (
          <Field
            name={names.code}
            label="Kode dari aplikasi"
            hint="Enam angka; berganti setiap 30 detik."
            error={errors.code}
            required
            more={{ autocomplete: 'one-time-code', inputmode: 'numeric', maxlength: 7, class: 'short' }}
          />
        ) : null}
        <p class="actions">
          <button type="submit">Lanjutkan</button>
        </p>
      </form>
    </Page>
  );
}
