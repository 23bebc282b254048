/** One meeting: what is planned, what is to do next, what is asked and what was decided. */
import { runsEvaluation } from '../../../../../shared/permissions/rooms.ts';
import { formatDateTime } from '../../../../../shared/text.ts';
import { newKey } from '../../../../platform/ids.ts';
import type { Regency } from '../../../../regency/snapshot.ts';
import {
  ConfirmForm,
  Done,
  ErrorSummary,
  type Errors,
  Notice,
  Summary,
  Tag,
} from '../../../../ui/components.tsx';
import { Page, type Who } from '../../../../ui/layout.tsx';
import type { ActionLine } from '../../actions/queries.ts';
import { EvaluationNav } from '../../nav.tsx';
import type { PackRow } from '../../packs/queries.ts';
import { agendaOf } from '../form.ts';
import type { DecisionRow, MeetingLine, PersonRow, QuestionRow } from '../queries.ts';
import { isOpen, periodText, standingOf, whenOf } from '../words.ts';
import { Decisions } from './decisions.tsx';
import { cameOf } from './list.tsx';
import { NotSaved } from './not-saved.tsx';
import { Papers, Steps } from './steps.tsx';

export interface MeetingPageProps {
  regency: Regency;
  who: Who;
  line: MeetingLine;
  decided: DecisionRow[];
  actions: ActionLine[];
  /** Those that are asked and concern whoever looks. */
  questions: QuestionRow[];
  packs: PackRow[];
  /** Accounts on the list that the invitation has not reached. */
  toTell: number;
  /** People on the list who have no account: a letter invites them. */
  byLetter: number;
  /** Of whoever looks. */
  invitation: PersonRow | null;
  /** Minute of the wall clock. */
  local: string;
  done: string | undefined;
  /** A form of the page that was refused; `which` is the decision it would change. */
  refused?: { errors: Errors; decision: string; which?: number; conflict?: boolean };
}

const sentences: Record<string, string> = {
  buat: 'Rapat tersimpan. Sekarang undang pesertanya dan bekukan angkanya.',
  ubah: 'Perubahan tersimpan.',
  beku: 'Angka dibekukan, dan pertanyaan disiapkan dari angka itu.',
  kirim: 'Undangan dikirim kepada peserta yang mempunyai akun. Surel berangkat pada jam kerja.',
  terkirim: 'Semua peserta yang mempunyai akun sudah menerima undangan.',
  tutup: 'Rapat ditutup. Notula, jawaban, dan keputusannya tidak berubah lagi.',
  pindah:
    'Perubahan tersimpan. Yang sudah menerima undangan lewat Kanal diberi tahu dengan surel; yang diundang dengan surat perlu surat baru.',
  batal: 'Rapat dibatalkan. Yang sudah menerima undangan lewat Kanal diberi tahu dengan surel.',
  pakai: 'Rapat dipakai lagi. Kirim undangannya lagi bila sudah pasti diadakan.',
  putus: 'Keputusan tersimpan. Jadikan kegiatan agar ada yang bertanggung jawab.',
  buang: 'Keputusan dihapus.',
  notula: 'Notula tersimpan.',
};

export function MeetingPage(props: MeetingPageProps) {
  const { regency, who, line, local, refused, questions } = props;
  const { row } = line;
  const own = `/desk/evaluasi/rapat/${row.id}`;
  const { label, tone } = standingOf(row, local);
  const runs = runsEvaluation(who);
  const changes = runs && isOpen(row);
  return (
    <Page title={row.title} regency={regency} side="desk" who={who} path="/desk/evaluasi">
      <EvaluationNav here="/desk/evaluasi/rapat" />
      <p>
        <a href="/desk/evaluasi/rapat">← Rapat</a>
      </p>
      <Done sentence={sentences[props.done ?? '']} />
      {refused && !('which' in refused) ? (
        <ErrorSummary errors={refused.errors} ids={{ close: 'tutup' }} />
      ) : null}
      {isOpen(row) ? null : <NotSaved words={refused?.decision} />}
      <h1>{row.title}</h1>
      <p>
        <Tag tone={tone}>{label}</Tag>
      </p>
      {props.invitation && isOpen(row) ? (
        <Notice title={runs ? 'Anda ada di daftar peserta rapat ini' : 'Anda diundang ke rapat ini'}>
          <p>
            {runs
              ? 'Anda ikut menyiapkannya; yang belum selesai terlihat pada langkah-langkah di bawah.'
              : 'Mohon membaca angka dan menyiapkan jawaban atas pertanyaan di bawah.'}
          </p>
        </Notice>
      ) : null}
      {runs && props.byLetter > 0 && row.cancelledAt !== null ? (
        <Notice tone="warn" title={`${props.byLetter} peserta diundang tanpa akun`}>
          <p>
            Mereka tidak menerima surel. Bila surat undangannya sudah dikirim, kirim juga{' '}
            <a href={`${own}/surat`}>surat pembatalan</a>.
          </p>
        </Notice>
      ) : null}
      <Facts {...props} />
      {changes ? <Steps {...props} own={own} /> : null}
      <Papers {...props} own={own} runs={runs} />
      {questions.length > 0 ? (
        <>
          <h2>Pertanyaan</h2>
          <ol>
            {questions.map(({ question }) => (
              <li>{question}</li>
            ))}
          </ol>
          <p class="no-print">
            <a href={`${own}/pertanyaan`}>
              {changes ? 'Ubah pertanyaan dan catat jawaban' : 'Pertanyaan dan jawaban'}
            </a>
          </p>
        </>
      ) : null}
      <Decisions {...props} own={own} changes={changes} />
      {changes ? <Ends {...props} own={own} /> : null}
      {runs && row.cancelledAt !== null ? (
        <form method="post" action={`${own}/pakai-lagi`}>
          <button type="submit">Pakai lagi</button>
        </form>
      ) : null}
    </Page>
  );
}

function Facts({ regency, who, line }: MeetingPageProps) {
  const { row, invited, attended } = line;
  const zone = regency.about.timeZone;
  const none = row.closedAt === null ? 'Belum ada undangan' : 'Tidak dicatat';
  const came = invited > 0 ? cameOf(invited, attended) : none;
  const names = runsEvaluation(who) && invited > 0;
  const agenda = agendaOf(row);
  return (
    <Summary
      rows={[
        { term: 'Waktu', value: whenOf(row, zone) },
        ...(row.place ? [{ term: 'Tempat', value: row.place }] : []),
        ...(row.chair ? [{ term: 'Pimpinan rapat', value: row.chair }] : []),
        ...(row.source ? [] : [{ term: 'Periode yang dibahas', value: periodText(row) }]),
        {
          term: 'Peserta',
          value: names ? <a href={`/desk/evaluasi/rapat/${row.id}/peserta`}>{came}</a> : came,
        },
        ...(row.frozenAt === null
          ? []
          : [{ term: 'Angka dibekukan', value: formatDateTime(row.frozenAt, zone) }]),
        ...(agenda.length > 0 ? [{ term: 'Susunan acara', value: <Agenda items={agenda} /> }] : []),
        ...(row.source ? [{ term: 'Sumber', value: row.source }] : []),
      ]}
    />
  );
}

const Agenda = ({ items }: { items: string[] }) => (
  <ol>
    {items.map((item) => (
      <li>{item}</li>
    ))}
  </ol>
);

/** What cannot be taken back, or ends it. */
function Ends({ line: { row }, local, own }: MeetingPageProps & { own: string }) {
  return (
    <div class="no-print">
      {row.startsAt <= local && row.frozenAt !== null ? (
        <ConfirmForm
          action={`${own}/tutup`}
          formKey={newKey()}
          id="tutup"
          summary="Tutup rapat"
          submit="Ya, rapat sudah selesai"
        >
          <p>
            Sesudah ditutup, notula, kehadiran, jawaban, dan keputusan tidak dapat diubah lagi. Rencana
            aksinya berjalan terus.
          </p>
        </ConfirmForm>
      ) : (
        <p class="hint">Rapat dapat ditutup sejak jam mulainya, dengan angka yang sudah dibekukan.</p>
      )}
      <ConfirmForm
        action={`${own}/batalkan`}
        formKey={newKey()}
        summary="Batalkan rapat"
        submit="Ya, batalkan rapat ini"
        danger
      >
        <p>
          Yang sudah menerima undangan lewat Kanal diberi tahu dengan surel, selama hari rapatnya belum lewat.
          Rapat dapat dipakai lagi kapan saja.
        </p>
      </ConfirmForm>
    </div>
  );
}
