/** /demo: a phone beside a desk, five buttons, and whose eyes see what. Made for two minutes and somebody who looks on. */
import { formatDate, formatDateTime } from '../../../../shared/text.ts';
import { now } from '../../../platform/clock.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import { Notice } from '../../../ui/components.tsx';
import { Page } from '../../../ui/layout.tsx';
import type { Letter } from './acts.ts';
import type { Story } from './story.ts';

export interface DemoPageProps {
  regency: Regency;
  story: Story;
  /** Step 4: what the head got, and what the administrator may send. */
  letter: Letter | null;
  whatsapp: string | null;
  /** Number of the invented accusation, for the two pairs of eyes. */
  accusation: string | null;
  /** What went wrong, in words for whoever shows the demo. */
  trouble?: string;
}

interface Step {
  button: string;
  /** What can be seen once it is done. */
  told: string;
}

const stepsOf = (story: Story): Step[] => [
  {
    button: `Pindai spanduk Desa ${story.village}`,
    told: `Warga memindai kode QR pada spanduk di Desa ${story.village}. Formulir terbuka di HP, tanpa akun; pindaiannya terhitung untuk spanduk itu.`,
  },
  {
    button: 'Laporkan lampu jalan yang mati',
    told: 'Laporan tersimpan. Di HP tampil nomor, PIN, dan tanggal janji jawabannya; di meja laporan sudah masuk.',
  },
  {
    button: 'Lihat instansi mana, dan mengapa',
    told: 'Antrean sudah menentukan instansinya. Di meja terbaca kata mana yang menentukan, seberapa yakin, dan calon lainnya.',
  },
  {
    button: 'Maju enam hari kerja',
    told: 'Tanggapan pertama lewat batas waktu. Kepala instansi menerima surat ini, dan admin dapat mengingatkan lewat WhatsApp dengan pesan yang sudah terisi.',
  },
  {
    button: 'Jawab, lalu pelapor menyetujui',
    told: 'Instansi menjawab dengan foto, pelapor setuju. Pada baris spanduk itu tercatat satu laporan selesai tepat waktu.',
  },
];

export function DemoPage(props: DemoPageProps) {
  const { regency, story } = props;
  const steps = stepsOf(story);
  const told = steps[story.step - 1]?.told;
  return (
    <Page title="Demo" regency={regency} wide>
      <link rel="stylesheet" href="/demo/gaya.css" />
      <h1>Kanal dalam dua menit</h1>
      {story.step === 0 ? <Meeting regency={regency} /> : null}
      {props.trouble ? (
        <Notice tone="bad" live>
          <p>{props.trouble}</p>
        </Notice>
      ) : null}
      <ol class="demo-steps">
        {steps.map((step, index) => (
          <li class={index < story.step ? 'done' : undefined}>
            <form method="post" action={`/demo/langkah/${index + 1}`}>
              <button
                type="submit"
                class={index === story.step ? undefined : 'second'}
                disabled={index !== story.step}
              >
                {index + 1}. {step.button}
              </button>
            </form>
          </li>
        ))}
      </ol>
      {told && story.eyes === 'story' ? (
        <p class="lead" role="status">
          {told}
        </p>
      ) : null}
      {story.step === steps.length ? <Eyes story={story} accusation={props.accusation} /> : null}
      <div class="demo-stage">
        <section class="demo-phone" aria-label="HP warga">
          <iframe title="HP warga" src={`/demo/hp?langkah=${story.step}`} />
        </section>
        <section class="demo-desk" aria-label="Meja petugas">
          {props.letter && story.eyes === 'story' ? (
            <Outreach letter={props.letter} whatsapp={props.whatsapp} />
          ) : (
            <iframe title="Meja petugas" src={`/demo/meja?langkah=${story.step}&mata=${story.eyes}`} />
          )}
        </section>
      </div>
      <p class="hint">
        Jam demo: {formatDateTime(now(), regency.about.timeZone)}. Jam ini hanya ada di komputer ini dan hanya
        maju. Semua orang dan laporan di sini rekaan; surat, antrean, dan hitungannya sungguhan.
      </p>
      {story.step > 0 ? (
        <form method="post" action="/demo/ulang">
          <button type="submit" class="second">
            Ulangi dari awal
          </button>
        </form>
      ) : null}
    </Page>
  );
}

/** The story of the evaluation meeting, in five sentences. */
function Meeting(props: { regency: Regency }) {
  const { about } = props.regency;
  const met = about.demo ? formatDate(Date.parse(`${about.demo.evaluated}T04:00:00Z`), about.timeZone) : null;
  return (
    <div class="demo-meeting">
      <p>
        {met ? `Pada ${met} ` : 'Pada suatu hari '}
        {about.fullName} mengevaluasi cara pengaduan warga lewat SP4N-LAPOR! dikelola. Pertanyaannya: apakah
        warga mengadu lewat kanal resmi atau lewat media sosial, dan apakah setiap pengaduan ditindaklanjuti,
        seberapa cepat? Keputusannya: kanal dikenalkan di mana-mana, dengan spanduk di setiap OPD, kecamatan,
        dan desa. Kanal menjawabnya dengan angka, dari spanduk yang dipindai sampai laporan yang selesai, dan
        mengingatkan siapa pun yang terlambat. Makin banyak laporan yang ditindaklanjuti dengan cepat, makin
        besar kepercayaan.
      </p>
    </div>
  );
}

/** The head's mail and the filled WhatsApp text. */
function Outreach(props: { letter: Letter; whatsapp: string | null }) {
  const { letter, whatsapp } = props;
  const text = whatsapp ? (new URL(whatsapp).searchParams.get('text') ?? '') : '';
  return (
    <div class="demo-outreach">
      <h2>Surat kepada {letter.to}</h2>
      <p>
        <strong>{letter.subject}</strong>
      </p>
      <p class="quote" id="surat">
        {letter.text}
      </p>
      {whatsapp ? (
        <>
          <h2>Ingatkan lewat WhatsApp</h2>
          <p class="quote" id="pesan">
            {text}
          </p>
          <p>
            <a class="button second" href={whatsapp} rel="noreferrer" target="_blank">
              Buka WhatsApp dengan pesan ini
            </a>
          </p>
        </>
      ) : null}
    </div>
  );
}

/** The same desk, seen by an office that is accused and by Inspektorat. */
function Eyes(props: { story: Story; accusation: string | null }) {
  const { story, accusation } = props;
  if (accusation === null) return null;
  const eyes = [
    ['pupr', 'Lihat sebagai PUPR'],
    ['inspektorat', 'Lihat sebagai Inspektur'],
  ] as const;
  return (
    <div class="demo-eyes">
      <p role="status">
        {story.eyes === 'pupr'
          ? `Ada pengaduan ${accusation} tentang PUPR. Petugas PUPR mencarinya: bagi mereka nomor itu tidak ada.`
          : story.eyes === 'inspektorat'
            ? `Inspektur membuka nomor yang sama, ${accusation}, dan menanganinya.`
            : 'Satu hal lagi: siapa yang dilaporkan tidak dapat membacanya.'}
      </p>
      <div class="actions">
        {eyes.map(([who, label]) => (
          <form method="post" action={`/demo/mata/${who}`}>
            <button type="submit" class="second">
              {label}
            </button>
          </form>
        ))}
      </div>
    </div>
  );
}

export const styles = `
.demo-steps { display: flex; flex-wrap: wrap; gap: .5rem; list-style: none; padding: 0; margin: 1rem 0; }
.demo-steps form, .demo-eyes form { display: inline; }
.demo-steps .done button { opacity: .75; }
.demo-steps .done button::before { content: "✓ "; }
.demo-stage { display: grid; gap: 1rem; grid-template-columns: minmax(0, 1fr); margin: 1rem 0; }
.demo-phone iframe { width: 100%; max-width: 23rem; height: 36rem; border: .6rem solid #222; border-radius: 1.6rem; background: #fff; display: block; margin: 0 auto; }
.demo-desk { min-width: 0; }
.demo-desk iframe { width: 100%; height: 38rem; border: 1px solid #888; border-radius: .4rem; background: #fff; }
.demo-outreach .quote { white-space: pre-wrap; }
@media (min-width: 60rem) { .demo-stage { grid-template-columns: 23rem minmax(0, 1fr); } }
`;
