/** The receipt of a report that somebody typed for another: to hand over, on A4 or a roll; or, for KIM, without the PIN. */
import { formatPin } from '../../../../shared/code.ts';
import type { Emergency } from '../../../../shared/danger.ts';
import { formatDate, formatDateTime } from '../../../../shared/text.ts';
import { anyOffice } from '../../../regency/named.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import { Notice } from '../../../ui/components.tsx';
import { Crest } from '../../../ui/crest.tsx';
import { Page, type Who } from '../../../ui/layout.tsx';
import { QrCode } from '../../../ui/qr.tsx';
import { Danger } from '../../intake/queries.ts';
import { type AssistedTyped, type Paper, papers } from '../input.ts';
import type { Door } from '../pages.tsx';

export interface AssistedReceipt {
  code: string;
  /** Null where only the reporter may see it. */
  pin: string | null;
  /** How the reporter gets it then; until = epoch ms. */
  handover: { url: string; until: number } | null;
  /** Epoch ms. */
  receivedAt: number;
  due: number;
  /** Where it was received. */
  office: string | null;
  hasEmail: boolean;
}

interface Props {
  regency: Regency;
  who: Who;
  door: Door;
}

export function ReceiptPage(
  props: Props & {
    typed: AssistedTyped;
    receipt: AssistedReceipt;
    emergencies: readonly Emergency[];
    origin: string;
  },
) {
  const { regency, receipt, door, typed } = props;
  return (
    <Page title="Tanda terima" regency={regency} side="desk" who={props.who} scripts={['counter.js']}>
      <h1 class="no-print">Laporan diterima</h1>
      <Danger regency={regency} kinds={props.emergencies} sent />
      {receipt.handover ? (
        <Handover regency={regency} link={receipt.handover} hasEmail={receipt.hasEmail} />
      ) : (
        <div class="no-print">
          <Notice tone="warn">
            <p>
              Serahkan tanda terima ini kepada pelapor. <strong>PIN hanya tampil di sini</strong>: petugas
              tidak dapat melihatnya lagi.
            </p>
          </Notice>
        </div>
      )}
      <Slip regency={regency} receipt={receipt} origin={props.origin} />
      <form method="get" action={door.path} class="no-print">
        {door.kim ? null : <input type="hidden" name="saluran" value={typed.channel} />}
        <fieldset class="field">
          <legend>Kertas</legend>
          <div class="pair">
            {papers.map((paper) => (
              <div class="choice">
                <input
                  type="radio"
                  name="kertas"
                  id={`kertas-${paper}`}
                  value={paper}
                  checked={paper === typed.paper}
                />
                <label for={`kertas-${paper}`}>{paperNames[paper]}</label>
              </div>
            ))}
          </div>
        </fieldset>
        <div class="actions">
          <button type="button" class="second" data-print hidden>
            Cetak tanda terima
          </button>
          <button type="submit">{door.kim ? 'Bantu warga berikutnya' : 'Terima laporan berikutnya'}</button>
        </div>
        <p class="hint">Mencetak juga dapat dengan Ctrl+P.</p>
      </form>
    </Page>
  );
}

const paperNames: Record<Paper, string> = {
  a4: 'A4 (setengah halaman)',
  '80': 'Rol 80 mm',
  '58': 'Rol 58 mm',
};

/** The part that is printed. Its QR leads to the public status: the PIN stands in no address. */
function Slip(props: { regency: Regency; receipt: AssistedReceipt; origin: string }) {
  const { regency, receipt, origin } = props;
  const zone = regency.about.timeZone;
  const office = anyOffice(regency, receipt.office)?.name;
  return (
    <section class="receipt slip" aria-labelledby="slip">
      <h2 id="slip" class="named">
        <Crest regency={regency} height={40} />
        <span>Tanda terima laporan</span>
      </h2>
      <p>
        Pemerintah {regency.about.fullName}
        {office ? `, diterima di ${office}` : ''}
        <br />
        {formatDateTime(receipt.receivedAt, zone)}
      </p>
      <dl>
        <dt>Nomor laporan</dt>
        <dd class="mono">{receipt.code}</dd>
        <dt>PIN</dt>
        <dd class="mono">{receipt.pin === null ? '_ _ _  _ _ _' : formatPin(receipt.pin)}</dd>
        <dt>Jawaban akhir paling lambat</dt>
        <dd>
          <strong>{formatDate(receipt.due, zone)}</strong>
        </dd>
      </dl>
      {receipt.pin === null ? <p>PIN ditulis oleh pelapor sendiri.</p> : null}
      <div class="scan">
        <QrCode text={`${origin}/lacak/${receipt.code}`} label="Kode QR untuk melacak laporan" side={120} />
        <p>
          Pindai untuk melacak, atau buka {origin.replace(/^https?:\/\//, '')}/lacak, lalu tulis nomor dan
          PIN. Jangan berikan PIN kepada siapa pun.
        </p>
      </div>
      <p class="hint">Anda juga dapat melapor lewat SP4N-LAPOR!: lapor.go.id, SMS 1708, @lapor1708.</p>
    </section>
  );
}

/** The PIN goes to the reporter alone: by his own phone, or by this one in his hands. */
function Handover(props: { regency: Regency; link: { url: string; until: number }; hasEmail: boolean }) {
  const { link } = props;
  return (
    <section class="no-print" aria-labelledby="pin-pelapor">
      <h2 id="pin-pelapor">PIN untuk pelapor</h2>
      <p>
        PIN tidak tampil di sini. Minta pelapor memindai kode ini dengan HP-nya sendiri. Berlaku sekali,
        sampai {formatDateTime(link.until, props.regency.about.timeZone)}.
      </p>
      <QrCode text={link.url} label="Kode QR untuk melihat PIN di HP pelapor" side={220} />
      <p>Pelapor tidak membawa HP? Tekan ini, lalu serahkan perangkat ini kepadanya.</p>
      <p class="actions">
        <a class="button second" href={new URL(link.url).pathname}>
          Serahkan perangkat kepada pelapor
        </a>
      </p>
      {props.hasEmail ? (
        <p class="hint">Tautan untuk membuat PIN juga dikirim ke e-mail pelapor, bila e-mail tersedia.</p>
      ) : null}
    </section>
  );
}

/** The same form again, after the PIN has gone to the reporter. */
export function SentBeforePage(props: Props) {
  const { door } = props;
  return (
    <Page title="Sudah terkirim" regency={props.regency} side="desk" who={props.who}>
      <h1>Laporan ini sudah terkirim</h1>
      <p>Tanda terimanya tidak ditampilkan lagi: nomor dan PIN ada pada pelapor.</p>
      <p class="actions">
        <a class="button" href={door.path}>
          {door.kim ? 'Bantu warga berikutnya' : 'Terima laporan berikutnya'}
        </a>
      </p>
    </Page>
  );
}
