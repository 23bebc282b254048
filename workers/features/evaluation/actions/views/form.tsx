/** An item of the plan, new or to be changed. */
import { measureNames, measures } from '../../../../../shared/action.ts';
import { formatDay } from '../../../../../shared/text.ts';
import { officeGroups } from '../../../../regency/offices.ts';
import type { Regency } from '../../../../regency/snapshot.ts';
import {
  ErrorSummary,
  type Errors,
  Field,
  givenIn,
  HiddenKey,
  Notice,
  namedOptions,
  Select,
  TextArea,
} from '../../../../ui/components.tsx';
import { Page, type Who } from '../../../../ui/layout.tsx';
import { EvaluationNav } from '../../nav.tsx';
import { PLAN } from '../filter.ts';
import type { Choices, TypedAction } from '../form.ts';
import type { ActionRow } from '../queries.ts';
import { officeName } from '../words.ts';

const labels = {
  activity: 'Kegiatan',
  office: 'Instansi penanggung jawab',
  owner: 'Orang yang bertanggung jawab',
  target: 'Sasaran (boleh kosong)',
  budget: 'Anggaran (rupiah, boleh kosong)',
  dueOn: 'Selesai paling lambat',
  decision: 'Keputusan rapat yang dijalankan',
  measure: 'Kemajuan diukur dari',
  program: 'Program kampanye',
  goal: 'Jumlah yang harus tercapai',
};

export interface ActionFormProps {
  regency: Regency;
  who: Who;
  typed: TypedAction;
  errors: Errors;
  choices: Choices;
  /** Of a new one. */
  formKey?: string;
  /** Of one that is there. */
  row?: ActionRow;
  /** Somebody else has saved meanwhile. */
  conflict?: boolean;
}

export function ActionFormPage(props: ActionFormProps) {
  const { regency, typed, errors, row, choices } = props;
  const title = row ? 'Ubah kegiatan' : 'Tambah kegiatan';
  const given = givenIn(labels, typed, errors);
  const back = row ? `${PLAN}/${row.id}` : PLAN;
  return (
    <Page title={title} regency={regency} side="desk" who={props.who} path="/desk/evaluasi">
      <EvaluationNav here={PLAN} />
      <p>
        <a href={back}>← {row ? row.activity : 'Rencana aksi'}</a>
      </p>
      <h1>{title}</h1>
      {row && props.conflict ? <Meanwhile row={row} regency={regency} /> : null}
      <form method="post" action={row ? `${back}/ubah` : `${back}/baru`} autocomplete="off" novalidate>
        <ErrorSummary errors={errors} labels={labels} />
        {row ? <input type="hidden" name="version" value={row.version} /> : null}
        {props.formKey ? <HiddenKey value={props.formKey} /> : null}
        <Select
          {...given('decision')}
          empty="Tidak dari keputusan rapat"
          options={choices.decisions.map(({ id, decision, meeting }) => ({
            value: String(id),
            label: `${decision} (${meeting})`,
          }))}
        />
        <Field {...given('activity')} required more={{ maxlength: 200 }} />
        <TextArea
          {...given('target')}
          rows={2}
          hint="Apa yang menunjukkan bahwa kegiatan ini selesai."
          more={{ maxlength: 500 }}
        />
        <div class="pair">
          <Select {...given('office')} required empty="Pilih instansi" groups={officeGroups(regency)} />
          <Select
            {...given('owner')}
            hint="Yang diingatkan. Tanpa orang: pejabat penghubung instansinya."
            empty="Pejabat penghubung instansi"
            options={choices.owners.map(({ id, name, offices }) => ({
              value: String(id),
              label: offices.length > 0 ? `${name} (${offices.join(', ')})` : name,
            }))}
          />
        </div>
        <div class="pair">
          <Field {...given('dueOn')} type="date" required />
          <Field {...given('budget')} more={{ inputmode: 'numeric' }} />
        </div>
        <fieldset class="field">
          <legend>Kemajuan</legend>
          <p class="hint">
            Bila kegiatan ini bagian dari kampanye, kemajuannya dihitung dari register kampanye dan tidak
            diisi dengan tangan. Tanpa program, yang dihitung adalah semua yang terjadi sejak kegiatan ini
            ditulis.
          </p>
          <div class="pair">
            <Select
              {...given('measure')}
              empty="Laporan penanggung jawab"
              options={measures.map((value) => ({ value, label: measureNames[value] }))}
            />
            <Select {...given('program')} empty="Semua program" options={namedOptions(choices.programs)} />
          </div>
          <Field
            {...given('goal')}
            hint="Untuk acara, bimtek, dan brosur. Untuk pemasangan: setiap OPD, kecamatan, dan desa."
            more={{ inputmode: 'numeric' }}
          />
        </fieldset>
        <div class="actions">
          <button type="submit">Simpan</button>
        </div>
      </form>
    </Page>
  );
}

/** What is there now, above what was typed. */
function Meanwhile({ row, regency }: { row: ActionRow; regency: Regency }) {
  return (
    <Notice tone="warn" title="Orang lain sudah mengubah kegiatan ini" live>
      <p>
        Isinya sekarang: {row.activity}, {officeName(regency, row.office)}, selesai paling lambat{' '}
        {formatDay(row.dueOn)}
        {row.target ? `, sasaran ${row.target}` : ''}. Isian Anda ada di bawah; bila disimpan, isian Anda yang
        berlaku.
      </p>
    </Notice>
  );
}
