/**
 * The receipt: code, PIN, what happens next, by which date. The server fills it without JavaScript; the form's page
 * carries it empty in a <template>, and the script fills the same slots (`data-slot`, `data-if`).
 */

import { formatPin } from '../../../../shared/code.ts';
import type { Emergency } from '../../../../shared/danger.ts';
import { formatDate, formatNumber } from '../../../../shared/text.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import { Crest } from '../../../ui/crest.tsx';
import { Page } from '../../../ui/layout.tsx';
import { Danger } from './emergency.tsx';

export interface ReceiptFacts {
  code: string;
  pin: string;
  /** Epoch ms. */
  due: number;
  aboutOfficial: boolean;
  anonymous: boolean;
  hasEmail: boolean;
}

/**
 * @param props.facts null = empty slots for the script
 * @param props.days working days after an answer until it counts as accepted
 */
export function Receipt(props: {
  regency: Regency;
  facts: ReceiptFacts | null;
  days: number;
  origin: string;
}) {
  const { regency, facts } = props;
  const zone = regency.about.timeZone;
  const slot = (name: string, text: string | undefined) => <span data-slot={name}>{text ?? ''}</span>;
  const when = (name: string, holds: boolean | undefined) => ({
    'data-if': name,
    hidden: facts ? !holds : true,
  });
  return (
    <section aria-labelledby="tanda-terima" data-origin={props.origin} data-zone={zone}>
      <h1 id="tanda-terima" tabindex={-1}>
        Laporan Anda kami terima
      </h1>
      <div class="receipt">
        <dl>
          <dt>Nomor laporan</dt>
          <dd class="mono">{slot('code', facts?.code)}</dd>
          <dt>PIN</dt>
          <dd class="mono">{slot('pin', facts ? formatPin(facts.pin) : undefined)}</dd>
        </dl>
        <p>
          Catat atau foto keduanya. Siapa pun yang memegang nomor dan PIN dapat membuka laporan ini.{' '}
          <strong {...when('lost', facts && !facts.hasEmail ? true : undefined)}>
            Karena Anda tidak memberi e-mail, PIN yang hilang tidak dapat diganti.
          </strong>
        </p>
        <p class="hint named">
          <Crest regency={regency} height={32} />
          <span>Diterima Pemerintah {regency.about.fullName}.</span>
        </p>
      </div>
      <h2>Apa selanjutnya?</h2>
      <ol>
        <li {...when('ordinary', facts ? !facts.aboutOfficial : undefined)}>
          Laporan diperiksa, lalu disalurkan kepada instansi yang bertugas.
        </li>
        <li {...when('official', facts?.aboutOfficial)}>
          Laporan ditahan untuk verifikator. Sebelum ia memeriksanya, tidak ada kantor yang dapat membacanya.
        </li>
        <li {...when('anonymous', facts?.anonymous)}>
          Isi dan foto diperiksa dulu supaya tidak menunjukkan siapa Anda.
        </li>
        <li>Instansi menyampaikan langkah dan tanggal penyelesaiannya kepada Anda.</li>
        <li>
          Jawaban akhir dijanjikan paling lambat{' '}
          <strong>{slot('due', facts ? formatDate(facts.due, zone) : undefined)}</strong>.
        </li>
        <li>
          Laporan baru selesai bila Anda setuju, atau bila Anda diam {formatNumber(props.days)} hari kerja
          sesudah jawaban.
        </li>
      </ol>
      <p class="actions no-print">
        <a class="button" href="/lacak">
          Lacak laporan
        </a>
        <a
          class="button second"
          data-slot="whatsapp"
          href={facts ? whatsappLink(facts.code, props.origin) : undefined}
          rel="noreferrer"
        >
          Kirim nomor ini ke WhatsApp saya
        </a>
        <button type="button" class="second" data-print hidden>
          Cetak
        </button>
      </p>
      <p class="hint no-print">PIN tidak ikut dikirim ke WhatsApp, supaya tetap hanya Anda yang tahu.</p>
      <p class="hint">
        Lacak di {props.origin}/lacak. Anda juga dapat melapor lewat SP4N-LAPOR!: lapor.go.id, SMS 1708,
        @lapor1708.
      </p>
    </section>
  );
}

/** Opens WhatsApp with the code to send to oneself. Never the PIN: chats are backed up and shown to others. */
export function whatsappLink(code: string, origin: string): string {
  return `https://wa.me/?text=${encodeURIComponent(`Nomor laporan saya: ${code}. Lacak di ${origin}/lacak`)}`;
}

export function ReceiptPage(props: {
  regency: Regency;
  facts: ReceiptFacts;
  days: number;
  origin: string;
  emergencies: readonly Emergency[];
}) {
  return (
    <Page title="Tanda terima" regency={props.regency} scripts={['form.js']}>
      <Danger regency={props.regency} kinds={props.emergencies} sent />
      <Receipt regency={props.regency} facts={props.facts} days={props.days} origin={props.origin} />
      <p class="no-print">
        <a href="/">Tulis laporan lain</a>
      </p>
    </Page>
  );
}
