/** The form of a program, new or edited. */
import { formatRupiah } from '../../../../../shared/text.ts';
import { newKey } from '../../../../platform/ids.ts';
import type { Regency } from '../../../../regency/snapshot.ts';
import {
  ErrorSummary,
  type Errors,
  Field,
  givenIn,
  HiddenKey,
  Notice,
  Summary,
  TextArea,
} from '../../../../ui/components.tsx';
import { Page } from '../../../../ui/layout.tsx';
import { CampaignNav } from '../../nav.tsx';
import type { ProgramRow } from '../queries.ts';
import { periodText } from './program.tsx';
import { PROGRAMS } from './programs.tsx';
import type { RoomProps } from './room.ts';

export const programFields = ['name', 'goal', 'startsOn', 'endsOn', 'budget', 'otherCost'] as const;
export type TypedProgram = Record<(typeof programFields)[number], string>;

const labels = {
  name: 'Nama program',
  goal: 'Tujuan',
  startsOn: 'Mulai',
  endsOn: 'Sampai (boleh kosong)',
  budget: 'Anggaran (rupiah)',
  otherCost: 'Biaya lain (rupiah)',
};

interface ProgramFormProps extends RoomProps {
  /** As it is now; null = a new one. */
  program: ProgramRow | null;
  typed: TypedProgram;
  errors: Errors;
  /** That somebody else has changed it, in a sentence. */
  changed: string | null;
}

export function ProgramFormPage(props: ProgramFormProps) {
  const { program, changed, errors } = props;
  const back = program ? `${PROGRAMS}/${program.id}` : PROGRAMS;
  const title = program ? 'Ubah program' : 'Buat program';
  return (
    <Page title={title} regency={props.regency} side="desk" who={props.who} path="/desk/kampanye">
      <CampaignNav here={PROGRAMS} />
      <p>
        <a href={back}>← {program?.name ?? 'Program'}</a>
      </p>
      <h1>{title}</h1>
      {changed && program ? (
        <Notice tone="warn" title="Belum tersimpan" live>
          <p>{changed} Yang Anda tulis masih ada di bawah; menyimpannya menggantikan yang ini:</p>
          <Current program={program} regency={props.regency} />
        </Notice>
      ) : null}
      <form method="post" action={program ? `${back}/ubah` : `${PROGRAMS}/baru`} novalidate>
        <ErrorSummary errors={errors} labels={labels} />
        <HiddenKey value={newKey()} />
        {program ? <input type="hidden" name="version" value={program.version} /> : null}
        <Fields {...props} />
        <p class="actions">
          <button type="submit">Simpan</button>
          <a href={back}>Batal</a>
        </p>
      </form>
    </Page>
  );
}

function Fields({ typed, errors }: ProgramFormProps) {
  const given = givenIn(labels, typed, errors);
  const money = { inputmode: 'numeric', autocomplete: 'off', maxlength: 20 };
  return (
    <>
      <Field {...given('name')} more={{ maxlength: 120, autocomplete: 'off' }} required />
      <TextArea {...given('goal')} rows={3} more={{ maxlength: 1000 }} />
      <div class="pair">
        <Field {...given('startsOn')} type="date" required />
        <Field {...given('endsOn')} type="date" />
      </div>
      <div class="pair">
        <Field {...given('budget')} hint="Boleh kosong." more={money} />
        <Field
          {...given('otherCost')}
          hint="Yang tidak tercatat di bahan, unggahan, berita, acara, atau brosur. Boleh kosong."
          more={money}
        />
      </div>
    </>
  );
}

function Current({ program, regency }: { program: ProgramRow; regency: Regency }) {
  const money = (value: number | null) => (value === null ? 'Belum diisi' : formatRupiah(value));
  return (
    <Summary
      rows={[
        { term: labels.name, value: program.name },
        { term: labels.goal, value: program.goal || 'Belum diisi' },
        { term: 'Waktu', value: periodText(program, regency) },
        { term: labels.budget, value: money(program.budget) },
        { term: labels.otherCost, value: money(program.otherCost) },
      ]}
    />
  );
}
