/** A new example of an answer. */
import { outcomeNames } from '../../../../shared/lifecycle/states.ts';
import type { PackAnswer } from '../../../../shared/regencies/types.ts';
import { ErrorSummary, type Errors, Select } from '../../../ui/components.tsx';
import { Page } from '../../../ui/layout.tsx';
import { answerFieldNames, answerVerbNames } from '../answer-words.ts';
import { AnswerFields, type TypedAnswer, Variables } from './answers.tsx';
import type { PageBase } from './settings.tsx';

export interface TypedNewAnswer extends TypedAnswer {
  verb: PackAnswer['verb'];
  /** "" = any. */
  outcome: string;
}

export function NewAnswerPage(props: PageBase & { typed: TypedNewAnswer; errors: Errors }) {
  const { regency, typed, errors } = props;
  const options = (names: Record<string, string>) =>
    Object.entries(names).map(([value, label]) => ({ value, label }));
  return (
    <Page title="Tambah contoh jawaban" regency={regency} side="desk" who={props.who}>
      <p>
        <a href="/desk/contoh-jawaban">← Contoh jawaban</a>
      </p>
      <h1>Tambah contoh jawaban</h1>
      <ErrorSummary errors={errors} labels={answerFieldNames} />
      <form method="post" action="/desk/contoh-jawaban/baru">
        <Select name="verb" label="Untuk formulir" value={typed.verb} options={options(answerVerbNames)} />
        <Select
          name="outcome"
          label="Untuk hasil (hanya jawaban akhir)"
          value={typed.outcome}
          empty="Semua hasil"
          options={options(outcomeNames)}
        />
        <AnswerFields {...{ typed, errors, regency }} steps />
        <button type="submit">Tambahkan</button>
      </form>
      <Variables />
    </Page>
  );
}
