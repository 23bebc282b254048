/** The reporter's page of a case: where it stands, what is asked of the reporter, its way, and every form. */
import { kindNames, outcomeTitles } from '../../../../shared/lifecycle/states.ts';
import { formatDate, formatNumber } from '../../../../shared/text.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import { Details, Notice, Summary } from '../../../ui/components.tsx';
import { Page } from '../../../ui/layout.tsx';
import { isBroken } from '../proof.ts';
import type { Report } from '../report.ts';
import { nextTitles, ratings } from '../words.ts';
import { AddForm, ConfirmAct, ContestAct, LeaveAct, RateAct, WithdrawAct } from './acts.tsx';
import { ContactActs } from './contact.tsx';
import { DataActs } from './data.tsx';
import type { ActProps, Pending } from './form.tsx';
import { statusRows } from './status.tsx';
import { FollowedWay, Way } from './way.tsx';

/** @param props.notice told above everything, e.g. what was just done */
export function ReportPage(props: {
  regency: Regency;
  report: Report;
  pending?: Pending | null;
  notice?: { text: string; tone: 'good' | 'warn' } | undefined;
}) {
  const { regency, report } = props;
  const { view } = report;
  const pending = props.pending ?? null;
  const act = { seen: report.seen, pending };
  const zone = regency.about.timeZone;
  return (
    <Page title={`Laporan ${view.code}`} regency={regency} path="/lacak" scripts={['form.js']}>
      <h1>
        Laporan <span class="nw">{view.code}</span>
      </h1>
      {props.notice ? (
        <Notice tone={props.notice.tone} id="kabar" live>
          <p>{props.notice.text}</p>
        </Notice>
      ) : null}
      {pending && !report.acts.includes(pending.typed.act) ? <Unsent pending={pending} /> : null}
      <p class="lead">{view.title}</p>
      <Summary rows={[...statusRows(regency, view, report.now), ...handling(regency, report)]} />
      {view.followed ? <Merged regency={regency} report={report} act={act} /> : null}
      {view.status === 'archived' && !report.acts.includes('tambahan') ? (
        <p>
          Laporan yang diarsipkan dapat dibuka kembali. Bila menurut Anda pengarsipannya keliru, hubungi{' '}
          {regency.offices.get(regency.about.adminOffice)?.name} dan sebutkan nomor laporan ini.
        </p>
      ) : null}
      {report.acts.includes('kelengkapan') ? <Asked regency={regency} report={report} act={act} /> : null}
      <Answered report={report} act={act} zone={zone} />
      <Way regency={regency} view={view} />
      <p class="hint">
        Dilihat {formatDate(report.now, zone)}. Halaman ini dapat dicetak sebagai bukti perjalanan laporan.
      </p>
      <Proof report={report} />
      <div class="no-print">
        <p class="actions">
          <button type="button" class="second" data-print hidden>
            Cetak
          </button>
        </p>
        {report.acts.includes('tambahan') ? (
          <Details summary="Tambah keterangan atau foto" open={pending?.typed.act === 'tambahan'} id="tambah">
            <AddForm {...act} act="tambahan" label="Keterangan tambahan" submit="Kirim keterangan" />
          </Details>
        ) : null}
        {report.acts.includes('kontak') ? <ContactActs {...act} hasEmail={report.hasEmail} /> : null}
        <DataActs {...act} report={report} zone={zone} />
        {report.acts.includes('cabut') ? (
          <>
            <h2>Tidak ingin melanjutkan?</h2>
            <WithdrawAct {...act} />
          </>
        ) : null}
        <h2>Selesai melihat?</h2>
        <form method="post" action="/lacak/keluar">
          <p>Tekan Keluar bila HP atau komputer ini dipakai bersama.</p>
          <button type="submit" class="second">
            Keluar
          </button>
        </form>
      </div>
    </Page>
  );
}

/** Offered once the promise is broken; before that there is nothing to prove. */
function Proof(props: { report: Report }) {
  if (!isBroken(props.report.view, props.report.now)) return null;
  return (
    <section aria-labelledby="bukti" class="no-print">
      <h2 id="bukti">Janji penyelesaian sudah lewat</h2>
      <p>
        Anda dapat mengadu kepada Ombudsman Republik Indonesia. Ombudsman meminta bukti bahwa keluhan ini
        sudah lebih dahulu Anda sampaikan kepada pemerintah; dokumen ini bukti itu.
      </p>
      <p class="actions">
        <a class="button second" href="/lacak/laporan/bukti" download>
          Unduh bukti untuk Ombudsman (PDF)
        </a>
      </p>
    </section>
  );
}

/** Who has it, since when, how often it was passed on, and what the reporter chose. */
function handling(regency: Regency, report: Report) {
  const { view } = report;
  const chosen = [view.anonymous ? 'anonim' : '', view.confidential ? 'isi dirahasiakan' : ''].filter(
    Boolean,
  );
  return [
    ...(view.holder
      ? [
          {
            term: 'Sekarang di',
            value: `${view.holder.name}, sejak ${formatDate(view.holder.since, regency.about.timeZone)}`,
          },
        ]
      : []),
    ...(view.next
      ? [
          {
            term: 'Tenggat berikutnya',
            value: `${nextTitles[view.next.clock] ?? ''}, ${formatDate(view.next.due, regency.about.timeZone)}${
              view.next.due < report.now ? ' (lewat batas waktu)' : ''
            }`,
          },
        ]
      : []),
    { term: 'Berpindah instansi', value: view.hops === 0 ? 'Tidak' : `${formatNumber(view.hops)} kali` },
    { term: 'Jenis', value: [kindNames[view.kind].id, ...chosen].join(', ') },
  ];
}

/** The office's question with the form that answers it. */
function Asked(props: { regency: Regency; report: Report; act: ActProps }) {
  const { report } = props;
  const question = report.view.entries.findLast((entry) => entry.verb === 'ask')?.words.question;
  return (
    <section aria-labelledby="diminta">
      <h2 id="diminta">Mohon lengkapi laporan Anda</h2>
      {question ? <p class="quote">{question}</p> : null}
      <p>
        {report.completeBy === null
          ? null
          : `Mohon dijawab paling lambat ${formatDate(report.completeBy, props.regency.about.timeZone)}. `}
        Selama menunggu jawaban Anda, batas waktu kami berhenti.
      </p>
      <div class="no-print">
        <AddForm {...props.act} act="kelengkapan" label="Jawaban Anda" submit="Kirim jawaban" />
      </div>
    </section>
  );
}

/** After the answer: agree, object, rate. */
function Answered(props: { report: Report; act: ActProps; zone: Parameters<typeof ConfirmAct>[0]['zone'] }) {
  const { report, act, zone } = props;
  const { view, contestUntil } = report;
  const mayRate = report.acts.includes('nilai');
  if (!mayRate && view.rating === null) return null;
  const rated = ratings.find((rating) => rating.value === String(view.rating))?.label;
  return (
    <section aria-labelledby="tanggapan" class="no-print">
      <h2 id="tanggapan">{report.acts.includes('setuju') ? 'Jawaban akhir' : 'Tanggapan Anda'}</h2>
      {report.acts.includes('setuju') ? (
        <>
          <LastAnswer report={report} />
          <p>
            Sudah sesuai? Tanpa kabar dari Anda, laporan dianggap selesai
            {contestUntil === null ? null : ` sesudah ${formatDate(contestUntil, zone)}`}.
          </p>
          <ConfirmAct {...act} until={contestUntil} zone={zone} />
        </>
      ) : null}
      {contestUntil === null ? (
        <p class="hint">Batas waktu keberatan sudah lewat atau tidak berlaku untuk laporan ini.</p>
      ) : (
        <ContestAct {...act} until={contestUntil} zone={zone} />
      )}
      {rated ? <p>Penilaian Anda: {rated}.</p> : null}
      {mayRate ? <RateAct {...act} rating={view.rating} /> : null}
    </section>
  );
}

/** A merged report: what it follows, and how its reporter leaves. */
function Merged(props: { regency: Regency; report: Report; act: ActProps }) {
  const { regency, report, act } = props;
  const { followed } = report.view;
  if (followed === null) return null;
  return (
    <>
      <p>
        Laporan ini digabung dengan laporan <span class="nw">{followed.code}</span> tentang hal yang sama dan
        mengikuti perkembangannya. Jawaban di sana juga jawaban untuk Anda.
      </p>
      <FollowedWay regency={regency} followed={followed} />
      {report.acts.includes('keberatan') ? (
        <div class="no-print">
          <LeaveAct {...act} until={followed.leaveUntil} zone={regency.about.timeZone} />
        </div>
      ) : null}
    </>
  );
}

/** The answer itself, so that nobody agrees without having read it; its photos stand in the report's way. */
function LastAnswer(props: { report: Report }) {
  const answer = props.report.view.entries.findLast((entry) => entry.verb === 'answer');
  if (!answer) return null;
  return (
    <>
      <p>{answer.summary}</p>
      {answer.outcome ? (
        <p>
          <strong>{outcomeTitles[answer.outcome] ?? answer.outcome}</strong>
        </p>
      ) : null}
      <p class="quote">{answer.words.text}</p>
      <p>
        Foto (bila ada) dan langkah sebelumnya terlihat pada <a href="#perjalanan">perjalanan laporan</a>.
      </p>
    </>
  );
}

/** Words for a form that the case no longer has: nobody types them twice. */
function Unsent(props: { pending: Pending }) {
  const { typed, errors } = props.pending;
  const words = typed.text || typed.reason;
  return (
    <Notice tone="warn" live>
      {Object.values(errors).map((text) => (
        <p>{text}</p>
      ))}
      {words ? (
        <>
          <p>Tulisan Anda yang belum terkirim:</p>
          <p class="quote">{words}</p>
        </>
      ) : null}
    </Notice>
  );
}
