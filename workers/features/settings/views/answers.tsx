/** Examples of answers: the list, and one of them. */
import { answerLimits, answerVariables } from '../../../../shared/answers.ts';
import { outcomeNames, stateNames } from '../../../../shared/lifecycle/states.ts';
import type { PackAnswer } from '../../../../shared/regencies/types.ts';
import { newKey } from '../../../platform/ids.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import {
  ConfirmForm,
  ErrorSummary,
  type Errors,
  Field,
  Notice,
  Select,
  Summary,
  Table,
  TextArea,
} from '../../../ui/components.tsx';
import { Page } from '../../../ui/layout.tsx';
import { answerFieldNames, answerVerbNames } from '../answer-words.ts';
import type { Named } from '../queries.ts';
import { BackToSettings, type PageBase } from './settings.tsx';
import { Standing } from './templates.tsx';

const addressOf = ({ id }: PackAnswer) => `/desk/contoh-jawaban/${id}`;

/** Where its history and its end are. */
const generic = ({ id }: PackAnswer) => `/desk/pengaturan/contoh-jawaban/${id}`;

export function AnswersPage(props: PageBase & { rows: Named<PackAnswer>[] }) {
  const { regency, rows } = props;
  return (
    <Page title="Contoh jawaban" regency={regency} side="desk" who={props.who}>
      <BackToSettings />
      <h1>Contoh jawaban</h1>
      <p>
        Petugas memulai tulisannya dari sini. Bagian dalam [kurung siku] diisi petugas; selama belum diisi,
        jawaban tidak terkirim.
      </p>
      <p class="actions">
        <a class="button" href="/desk/contoh-jawaban/baru">
          Tambah contoh
        </a>
        <a class="button second" href="/desk/pengaturan/contoh-jawaban?tampil=berakhir">
          Yang sudah berakhir
        </a>
      </p>
      {Object.entries(answerVerbNames).map(([verb, title]) => (
        <Table
          caption={title}
          columns={['Contoh', 'Untuk', 'Naskah']}
          rows={rows
            .filter(({ data }) => data.verb === verb)
            .map((row) => [
              <a href={addressOf(row.data)}>{row.data.label}</a>,
              purpose(row.data, regency),
              <Standing row={row} regency={regency} />,
            ])}
        />
      ))}
    </Page>
  );
}

/** "Kategori Sampah; hasil Sudah dikerjakan" */
function purpose({ category, state, outcome }: PackAnswer, regency: Regency): string {
  const parts = [
    category && `kategori ${regency.categories.get(category)?.name ?? category}`,
    state && `tahap ${stateNames[state].desk}`,
    outcome && `hasil ${outcomeNames[outcome]}`,
  ].filter(Boolean);
  return parts.length > 0 ? parts.join('; ') : 'semua laporan';
}

export interface TypedAnswer {
  label: string;
  category: string;
  text: string;
  nextStep: string;
  /** Digest of what was edited. */
  seen: string;
}

interface AnswerPageProps extends PageBase {
  row: Named<PackAnswer>;
  typed: TypedAnswer;
  errors: Errors;
  done?: string | undefined;
  trouble?: string | undefined;
}

export function AnswerPage(props: AnswerPageProps) {
  const { row, regency } = props;
  return (
    <Page title={row.data.label} regency={regency} side="desk" who={props.who}>
      <p>
        <a href="/desk/contoh-jawaban">← Contoh jawaban</a>
      </p>
      {props.done ? (
        <Notice tone="good" live>
          <p>{props.done}</p>
        </Notice>
      ) : null}
      {props.trouble ? (
        <Notice tone="bad" title="Belum tersimpan" live>
          <p>{props.trouble}</p>
          <p class="hint">Yang berlaku sekarang{row.by ? `, dari ${row.by}` : ''}:</p>
          <p class="quote">{row.data.text}</p>
        </Notice>
      ) : null}
      <h1>{row.data.label}</h1>
      <p>
        {answerVerbNames[row.data.verb]}; {purpose(row.data, regency)}.
      </p>
      <p>
        Naskah: <Standing row={row} regency={regency} />.{' '}
        <a href={`/desk/pengaturan/contoh-jawaban/${row.id}/riwayat`}>Riwayat</a>
      </p>
      <ErrorSummary errors={props.errors} labels={answerFieldNames} />
      <EditForm {...props} />
      <ul>
        <li>
          <a href={`${generic(row.data)}/riwayat`}>Riwayat perubahan</a>
        </li>
        <li>
          <a href={`${generic(row.data)}/akhiri`}>Akhiri contoh ini</a>
        </li>
      </ul>
      <Variables />
      {row.edited && !row.own ? (
        <ConfirmForm
          action={`${addressOf(row.data)}/awal`}
          formKey={newKey()}
          summary="Kembalikan ke contoh awal"
          submit="Ya, kembalikan"
          danger
        >
          <p>Contoh yang diubah di sini tetap ada dalam riwayatnya.</p>
        </ConfirmForm>
      ) : null}
    </Page>
  );
}

function EditForm({ row, typed, errors, regency }: AnswerPageProps) {
  const { verb } = row.data;
  return (
    <form method="post" action={addressOf(row.data)}>
      <input type="hidden" name="seen" value={typed.seen} />
      <AnswerFields {...{ typed, errors, regency }} steps={verb === 'follow_up' || verb === 'answer'} />
      <button type="submit">Simpan</button>
    </form>
  );
}

/** @param props.steps whether it may name the next step, as only answers to a reporter do */
export function AnswerFields(props: {
  typed: TypedAnswer;
  errors: Errors;
  regency: Regency;
  steps: boolean;
}) {
  const { typed, errors, regency } = props;
  return (
    <>
      <Field
        name="label"
        label={answerFieldNames.label}
        value={typed.label}
        error={errors.label}
        required
        more={{ maxlength: answerLimits.label, autocomplete: 'off' }}
      />
      <Select
        name="category"
        label="Untuk kategori"
        value={typed.category}
        empty="Semua kategori"
        options={[...regency.categories.values()].map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextArea
        name="text"
        label={answerFieldNames.text}
        hint="Yang hanya diketahui petugas ditulis dalam kurung siku, misalnya [hari dan tanggal]."
        value={typed.text}
        error={errors.text}
        rows={8}
        required
        more={{ maxlength: answerLimits.text }}
      />
      {props.steps ? (
        <Field
          name="nextStep"
          label={answerFieldNames.nextStep}
          value={typed.nextStep}
          error={errors.nextStep}
          more={{ maxlength: answerLimits.nextStep }}
        />
      ) : null}
    </>
  );
}

/** What is filled in, for whoever writes one. */
export function Variables() {
  return (
    <>
      <h2>Isian yang tersedia</h2>
      <p>Kanal mengganti isian dalam kurung kurawal saat petugas memakai contoh ini.</p>
      <Summary
        rows={Object.entries(answerVariables).map(([name, value]) => ({ term: `{${name}}`, value }))}
      />
    </>
  );
}
