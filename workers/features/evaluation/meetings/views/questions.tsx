/** The questions of a meeting: to be looked through beforehand, and answered in it. */
import { runsEvaluation } from '../../../../../shared/permissions/rooms.ts';
import { newKey } from '../../../../platform/ids.ts';
import { anyOffice } from '../../../../regency/named.ts';
import { ownOffices } from '../../../../regency/offices.ts';
import type { Regency } from '../../../../regency/snapshot.ts';
import {
  Details,
  Done,
  ErrorSummary,
  type Errors,
  HiddenKey,
  Notice,
  Select,
  TextArea,
} from '../../../../ui/components.tsx';
import { Page, type Who } from '../../../../ui/layout.tsx';
import { EvaluationNav } from '../../nav.tsx';
import { LONGEST } from '../input.ts';
import type { MeetingRow, QuestionRow } from '../queries.ts';
import { isOpen, periodText } from '../words.ts';
import { NotSaved } from './not-saved.tsx';

interface Shown {
  row: QuestionRow;
  /** '' = none yet. */
  answer: string;
}

export interface QuestionsPageProps {
  regency: Regency;
  who: Who;
  meeting: MeetingRow;
  questions: Shown[];
  done: string | undefined;
  /** A form that was refused: of a question, or null = of a new one. */
  refused?: {
    id: number | null;
    typed: { question: string; office: string; answer?: string };
    errors: Errors;
    conflict?: boolean;
  };
}

const sentences: Record<string, string> = {
  tambah: 'Pertanyaan ditambahkan.',
  simpan: 'Tersimpan.',
  lepas: 'Pertanyaan tidak dipakai; dapat dipakai lagi di bawah.',
  pakai: 'Pertanyaan dipakai lagi.',
};

export function QuestionsPage(props: QuestionsPageProps) {
  const { regency, who, meeting, questions, refused } = props;
  const own = `/desk/evaluasi/rapat/${meeting.id}`;
  const changes = runsEvaluation(who) && isOpen(meeting);
  const asked = questions.filter(({ row }) => !row.dropped);
  const dropped = questions.filter(({ row }) => row.dropped);
  const title = `Pertanyaan ${meeting.title}`;
  return (
    <Page title={title} regency={regency} side="desk" who={who} path="/desk/evaluasi">
      <EvaluationNav here="/desk/evaluasi/rapat" />
      <p>
        <a href={own}>← {meeting.title}</a>
      </p>
      <Done sentence={sentences[props.done ?? '']} />
      {isOpen(meeting) ? null : <NotSaved words={refused?.typed.answer || refused?.typed.question} />}
      <h1>Pertanyaan</h1>
      <p>
        Disiapkan dari angka {periodText(meeting)}.{' '}
        {meeting.frozenAt === null && changes
          ? 'Bekukan angkanya dahulu, atau tulis pertanyaan sendiri di bawah.'
          : ''}
        {changes && asked.length > 0 ? 'Simpan tiap jawaban sebelum mencatat yang berikutnya.' : ''}
      </p>
      {asked.length === 0 ? <p>Belum ada pertanyaan.</p> : null}
      <ol>
        {asked.map((shown) => (
          <li id={`p${shown.row.id}`}>
            <Question {...props} shown={shown} changes={changes} own={own} />
          </li>
        ))}
      </ol>
      {changes ? (
        <>
          <h2>Tambah pertanyaan</h2>
          <form method="post" action={`${own}/pertanyaan`} autocomplete="off" novalidate>
            <HiddenKey value={newKey()} />
            <Fields {...props} refused={refused?.id === null ? refused : undefined} />
            <button type="submit">Tambahkan</button>
          </form>
          {dropped.length > 0 ? <Dropped questions={dropped} own={own} /> : null}
        </>
      ) : null}
    </Page>
  );
}

function Question(props: QuestionsPageProps & { shown: Shown; changes: boolean; own: string }) {
  const { regency, shown, changes, own } = props;
  const { row, answer } = shown;
  const refused = props.refused?.id === row.id ? props.refused : undefined;
  const answering = refused?.typed.answer;
  const action = `${own}/pertanyaan/${row.id}`;
  const to = row.office === null ? null : (anyOffice(regency, row.office)?.name ?? row.office);
  return (
    <>
      <p>{row.question}</p>
      {to === null || row.question.startsWith(to) ? null : <p class="hint">Kepada {to}</p>}
      {refused?.conflict ? (
        <Notice tone="warn" title="Orang lain sudah mengubah pertanyaan ini" live>
          <p>
            Jawaban sekarang: {answer || 'belum ada'}. Isian Anda ada di bawah; bila disimpan, isian Anda yang
            berlaku.
          </p>
        </Notice>
      ) : null}
      {answer ? <p class="quote">{answer}</p> : null}
      {changes ? (
        <>
          <Details summary={answer ? 'Ubah jawaban' : 'Catat jawaban'} open={answering !== undefined}>
            <form method="post" action={action} autocomplete="off" novalidate>
              <ErrorSummary
                errors={answering === undefined ? {} : (refused?.errors ?? {})}
                ids={{ answer: `answer-${row.id}` }}
              />
              <input type="hidden" name="version" value={row.version} />
              <TextArea
                id={`answer-${row.id}`}
                name="answer"
                label="Jawaban dalam rapat"
                rows={4}
                value={answering ?? answer}
                more={{ maxlength: LONGEST.answer }}
              />
              <button type="submit" class="second">
                Simpan jawaban
              </button>
            </form>
          </Details>
          <Details summary="Ubah pertanyaan" open={refused !== undefined && answering === undefined}>
            <form method="post" action={action} autocomplete="off" novalidate>
              <input type="hidden" name="version" value={row.version} />
              <Fields {...props} refused={answering === undefined ? refused : undefined} row={row} />
              <button type="submit" class="second">
                Simpan pertanyaan
              </button>
            </form>
            <Use row={row} own={own} use={false} />
          </Details>
        </>
      ) : null}
    </>
  );
}

function Fields(props: { regency: Regency; refused?: QuestionsPageProps['refused']; row?: QuestionRow }) {
  const { regency, refused, row } = props;
  const id = (name: string) => `${name}-${row?.id ?? 'baru'}`;
  const offices = ownOffices(regency);
  const errors = refused?.errors ?? {};
  return (
    <>
      <ErrorSummary errors={errors} ids={{ question: id('question'), office: id('office') }} />
      <TextArea
        id={id('question')}
        name="question"
        label="Pertanyaan"
        rows={3}
        value={refused?.typed.question ?? row?.question}
        error={errors.question}
        more={{ maxlength: 500 }}
      />
      <Select
        id={id('office')}
        name="office"
        label="Kepada"
        empty="Semua"
        value={refused?.typed.office ?? row?.office ?? ''}
        error={errors.office}
        options={offices.map(({ code, name }) => ({ value: code, label: name }))}
      />
    </>
  );
}

const Dropped = ({ questions, own }: { questions: Shown[]; own: string }) => (
  <Details summary={`Tidak dipakai (${questions.length})`}>
    {questions.map(({ row }) => (
      <>
        <p>{row.question}</p>
        <Use row={row} own={own} use />
      </>
    ))}
  </Details>
);

const Use = ({ row, own, use }: { row: QuestionRow; own: string; use: boolean }) => (
  <form method="post" action={`${own}/pertanyaan/${row.id}/pakai`}>
    <input type="hidden" name="version" value={row.version} />
    <button type="submit" name="pakai" value={use ? 'ya' : 'tidak'} class="second">
      {use ? 'Pakai lagi' : 'Tidak dipakai'}
    </button>
  </form>
);
