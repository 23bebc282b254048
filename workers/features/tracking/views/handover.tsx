/** The PIN goes to the reporter and to nobody else: the button, the PIN, and what comes after. */
import { formatPin } from '../../../../shared/code.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import { HiddenKey, Notice } from '../../../ui/components.tsx';
import { Page } from '../../../ui/layout.tsx';

/** Looking changes nothing: programs that preview links open them too. */
export function HandoverPage(props: { regency: Regency; code: string; path: string; formKey: string }) {
  return (
    <Page title="PIN untuk pelapor" regency={props.regency} path="/lacak">
      <h1>
        PIN laporan <span class="nw">{props.code}</span>
      </h1>
      <Notice tone="warn" title="Hanya untuk pelapor">
        <p>Bila ponsel ini milik petugas atau KIM, serahkan dulu kepada pelapor.</p>
      </Notice>
      <p>
        Dengan nomor laporan dan PIN, Anda dapat membaca jawaban, membalas, dan menyatakan laporan selesai.
        PIN hanya tampil sekali: siapkan kertas atau HP Anda untuk mencatatnya.
      </p>
      <form method="post" action={props.path}>
        <HiddenKey value={props.formKey} />
        <div class="actions">
          <button type="submit" class="big">
            Saya pelapor, tampilkan PIN
          </button>
        </div>
      </form>
    </Page>
  );
}

/** Nothing beside the PIN, so that it can be read from a distance and copied without a slip. */
export function HandoverPinPage(props: { regency: Regency; code: string; pin: string; path: string }) {
  return (
    <Page title="PIN Anda" regency={props.regency} path="/lacak">
      <h1>PIN Anda</h1>
      <div class="receipt">
        <dl>
          <dt>Nomor laporan</dt>
          <dd class="mono">{props.code}</dd>
          <dt>PIN</dt>
          <dd class="mono">{formatPin(props.pin)}</dd>
        </dl>
        <p>
          Catat atau foto keduanya dengan HP Anda sendiri. Siapa pun yang memegang nomor dan PIN dapat membuka
          laporan ini.
        </p>
      </div>
      <form method="post" action={props.path}>
        <div class="actions">
          <button type="submit" class="big">
            Sudah saya catat, hapus dari layar
          </button>
        </div>
        <p class="hint">Tekan tombol ini sebelum mengembalikan ponsel.</p>
      </form>
    </Page>
  );
}

/** @param props.back where the owner of the phone goes on; null on the reporter's own */
export function HandedOverPage(props: { regency: Regency; back: string | null }) {
  return (
    <Page title="PIN sudah dicatat" regency={props.regency} path="/lacak">
      <h1>PIN sudah dihapus dari layar</h1>
      <p>PIN tidak dapat ditampilkan lagi. Simpan baik-baik catatan Anda.</p>
      {props.back ? (
        <>
          <p>Ponsel boleh dikembalikan kepada pemiliknya.</p>
          <p class="actions">
            <a class="button" href={props.back}>
              Kembali ke halaman petugas
            </a>
          </p>
        </>
      ) : (
        <p>
          <a href="/lacak">Lacak laporan</a>
        </p>
      )}
    </Page>
  );
}

export function HandoverOverPage(props: { regency: Regency }) {
  return (
    <Page title="PIN sudah diambil" regency={props.regency} path="/lacak">
      <h1>Tautan ini tidak berlaku lagi</h1>
      <p>
        Tautan untuk melihat PIN berlaku setengah jam dan hanya sekali. Bila PIN sudah Anda catat, buka{' '}
        <a href="/lacak">Lacak laporan</a>. Bila bukan Anda yang membukanya dan Anda memberi e-mail,{' '}
        <a href="/lacak/pin">buat PIN baru</a>: PIN yang lama langsung tidak berlaku.
      </p>
    </Page>
  );
}
