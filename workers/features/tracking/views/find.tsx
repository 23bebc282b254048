/** Where tracking begins: the code, and the PIN for those who have it. */
import type { Regency } from '../../../regency/snapshot.ts';
import { ErrorSummary, type Errors, Field, Notice } from '../../../ui/components.tsx';
import { Page } from '../../../ui/layout.tsx';
import { type Typed, textFields } from '../forms.ts';

const labels = { kode: 'Nomor laporan', pin: 'PIN' };

interface FindProps {
  regency: Regency;
  code?: string;
  errors?: Errors;
  /** The status is known already: only the PIN leads further. */
  wantsPin?: boolean;
  /** Typed into a form whose session had ended: kept, and shown again after the PIN. */
  carried?: Typed | undefined;
}

export function FindPage(props: FindProps & { notice?: string | undefined }) {
  return (
    <Page title="Lacak laporan" regency={props.regency} path="/lacak">
      {props.carried ? (
        <>
          <h1>Masukkan lagi nomor dan PIN</h1>
          <Notice tone="warn" live>
            <p>
              Demi keamanan, halaman laporan tertutup sesudah 30 menit. Kiriman Anda belum diproses, tetapi
              tulisan Anda tersimpan di halaman ini: masukkan nomor dan PIN, periksa lagi, lalu kirim. Foto
              yang baru dipilih perlu dipilih lagi.
            </p>
          </Notice>
        </>
      ) : (
        <h1>Lacak laporan</h1>
      )}
      {props.notice ? (
        <Notice tone="good" live>
          <p>{props.notice}</p>
        </Notice>
      ) : null}
      <FindForm {...props} />
      <LostPin />
    </Page>
  );
}

export function LostPin() {
  return (
    <p>
      <a href="/lacak/pin">PIN hilang</a>
    </p>
  );
}

/** The code stays in its field when something was wrong; the PIN is typed again. */
export function FindForm(props: FindProps) {
  const { regency, carried } = props;
  const errors = props.errors ?? {};
  const prefix = regency.about.codePrefix;
  const needsPin = props.wantsPin || carried !== undefined;
  return (
    <form method="post" action="/lacak" novalidate>
      <ErrorSummary errors={errors} labels={labels} />
      {carried ? <Carried typed={carried} /> : null}
      <Field
        label={labels.kode}
        name="kode"
        value={props.code}
        error={errors.kode}
        hint={
          <>
            Tertulis pada tanda terima, misalnya <span class="nw">{prefix}-XXXX-XXXX</span>. Huruf kecil atau
            tanpa {prefix} juga boleh.
          </>
        }
        more={{ autocomplete: 'off', autocapitalize: 'characters', spellcheck: 'false', maxlength: 40 }}
      />
      <Field
        label={needsPin ? labels.pin : 'PIN (boleh dikosongkan)'}
        name="pin"
        error={errors.pin}
        hint={`${needsPin ? '' : 'Tanpa PIN hanya statusnya yang tampil. '}Dengan PIN: seluruh perjalanan laporan, jawabannya, dan tanggapan Anda.`}
        more={{ autocomplete: 'off', inputmode: 'numeric', maxlength: 12, class: 'short' }}
      />
      <div class="actions">
        <button type="submit">Buka</button>
      </div>
    </form>
  );
}

function Carried(props: { typed: Typed }) {
  const { typed } = props;
  return (
    <>
      <input type="hidden" name="lanjut" value={typed.act} />
      <input type="hidden" name="key" value={typed.key} />
      {textFields.map((name) =>
        typed[name] ? <input type="hidden" name={name} value={typed[name]} /> : null,
      )}
      {typed.files.map((file) => (
        <input type="hidden" name="stored" value={`${file.id}.${file.kind}.${file.bytes}`} />
      ))}
    </>
  );
}
