/** A lost PIN: asking for the mail, the button behind its link, and the new PIN. */
import { formatPin } from '../../../../shared/code.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import { ErrorSummary, type Errors, Field, HiddenKey, Notice } from '../../../ui/components.tsx';
import { Page } from '../../../ui/layout.tsx';

const labels = { kode: 'Nomor laporan', email: 'E-mail' };

/** @param props.mail whether this Kanal sends mails at all; `sent` = the answer, the same for everybody */
export function LostPinPage(props: {
  regency: Regency;
  mail: boolean;
  sent?: boolean;
  code?: string;
  email?: string;
  errors?: Errors;
}) {
  const { regency } = props;
  const errors = props.errors ?? {};
  return (
    <Page title="PIN hilang" regency={regency} path="/lacak">
      <h1>PIN hilang</h1>
      {props.sent ? (
        <Notice tone="good" live title="Periksa e-mail Anda">
          <p>
            Bila nomor dan e-mail itu cocok, kami kirim surat berisi tautan untuk membuat PIN baru. Tautannya
            berlaku satu jam. PIN yang lama tetap berlaku sampai Anda membuat yang baru.
          </p>
          <p>
            Surat dikirim paling sering sekali dalam 10 menit. Belum datang? Lihat juga folder spam, lalu
            periksa nomor dan e-mail yang Anda tulis.
          </p>
        </Notice>
      ) : null}
      {props.mail ? (
        <form method="post" action="/lacak/pin" novalidate>
          <ErrorSummary errors={errors} labels={labels} />
          <p>Tulis nomor laporan dan e-mail yang Anda berikan waktu melapor.</p>
          <Field
            label={labels.kode}
            name="kode"
            value={props.code}
            error={errors.kode}
            more={{ autocomplete: 'off', autocapitalize: 'characters', spellcheck: 'false', maxlength: 40 }}
          />
          <Field
            label={labels.email}
            name="email"
            type="email"
            value={props.email}
            error={errors.email}
            more={{ autocomplete: 'email', maxlength: 254 }}
          />
          <div class="actions">
            <button type="submit">Kirim tautan ke e-mail saya</button>
          </div>
        </form>
      ) : (
        <Notice tone="warn">
          <p>Kanal di sini belum mengirim e-mail, jadi PIN yang hilang belum dapat diganti.</p>
        </Notice>
      )}
      <WithoutEmail regency={regency} />
    </Page>
  );
}

function WithoutEmail(props: { regency: Regency }) {
  const { about, offices } = props.regency;
  const office = offices.get(about.adminOffice)?.name ?? `Pemerintah ${about.fullName}`;
  return (
    <>
      <h2>Melapor tanpa e-mail?</h2>
      <p>
        PIN Anda tidak dapat diganti oleh siapa pun: tanpa e-mail tidak ada cara membuktikan bahwa laporan itu
        milik Anda. Yang masih dapat Anda lakukan:
      </p>
      <ul>
        <li>
          melihat statusnya di <a href="/lacak">Lacak laporan</a> dengan nomor laporan saja;
        </li>
        <li>
          datang atau menelepon ke {office}; di sana pun hanya status umum yang dapat diberitahukan, bukan isi
          atau jawabannya;
        </li>
        <li>
          <a href="/">mengirim laporan baru</a> bila ada yang perlu ditambahkan.
        </li>
      </ul>
    </>
  );
}

/** What the link of the mail opens: looking changes nothing, programs that read mail open links too. */
export function RenewPinPage(props: { regency: Regency; code: string; path: string; formKey: string }) {
  return (
    <Page title="Buat PIN baru" regency={props.regency} path="/lacak">
      <h1>
        Buat PIN baru untuk laporan <span class="nw">{props.code}</span>
      </h1>
      <p>
        PIN lama tidak berlaku lagi begitu yang baru dibuat. PIN baru hanya tampil sekali: siapkan kertas atau
        catat di HP Anda.
      </p>
      <form method="post" action={props.path}>
        <HiddenKey value={props.formKey} />
        <div class="actions">
          <button type="submit">Buat PIN baru</button>
        </div>
      </form>
    </Page>
  );
}

export function LinkOverPage(props: { regency: Regency }) {
  return (
    <Page title="Tautan tidak berlaku" regency={props.regency} path="/lacak">
      <h1>Tautan ini tidak berlaku lagi</h1>
      <p>
        Tautan untuk membuat PIN berlaku satu jam dan hanya sekali. PIN yang terakhir Anda punya tetap
        berlaku. Bila masih perlu, <a href="/lacak/pin">minta tautan baru</a>.
      </p>
    </Page>
  );
}

export function NewPinPage(props: { regency: Regency; code: string; pin: string }) {
  return (
    <Page title="PIN baru" regency={props.regency} path="/lacak" scripts={['form.js']}>
      <h1>PIN baru Anda</h1>
      <div class="receipt">
        <dl>
          <dt>Nomor laporan</dt>
          <dd class="mono">{props.code}</dd>
          <dt>PIN</dt>
          <dd class="mono">{formatPin(props.pin)}</dd>
        </dl>
        <p>
          Catat atau foto keduanya sekarang: PIN ini tidak ditampilkan lagi. Siapa pun yang memegang nomor dan
          PIN dapat membuka laporan ini.
        </p>
        <p class="hint">Pemerintah {props.regency.about.fullName}</p>
      </div>
      <p class="actions no-print">
        <a class="button" href={`/lacak/${props.code}`}>
          Lacak laporan
        </a>
        <button type="button" class="second" data-print hidden>
          Cetak
        </button>
      </p>
    </Page>
  );
}
