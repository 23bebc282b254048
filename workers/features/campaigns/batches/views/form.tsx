/** A batch, new or to be corrected. */
import { batchMaterials } from '../../../../../shared/campaign.ts';
import { batchMaterialNames } from '../../../../../shared/i18n/event-messages.ts';
import { formatDay, formatNumber, formatRupiah } from '../../../../../shared/text.ts';
import type { Regency } from '../../../../regency/snapshot.ts';
import {
  ErrorSummary,
  type Errors,
  Field,
  givenIn,
  HiddenKey,
  Notice,
  Select,
} from '../../../../ui/components.tsx';
import { Page, type Who } from '../../../../ui/layout.tsx';
import { CampaignNav } from '../../nav.tsx';
import { type ProgramChoice, ProgramSelect } from '../../program-select.tsx';
import type { TypedBatch } from '../form.ts';
import type { BatchLine } from '../queries.ts';

const labels = {
  title: 'Nama cetakan',
  material: 'Bahan',
  design: 'Versi desain',
  printed: 'Jumlah dicetak (lembar)',
  printedOn: 'Tanggal cetak',
  cost: 'Biaya seluruhnya (rupiah, boleh kosong)',
  program: 'Program',
};

export interface BatchFormProps {
  regency: Regency;
  who: Who;
  typed: TypedBatch;
  errors: Errors;
  programs: readonly ProgramChoice[];
  /** Of a new one. */
  formKey?: string;
  /** Of one that is there. */
  line?: BatchLine;
  /** Somebody else has saved meanwhile. */
  conflict?: boolean;
}

export function BatchFormPage(props: BatchFormProps) {
  const { typed, errors, line } = props;
  const title = line ? 'Ubah cetakan' : 'Catat cetakan baru';
  const room = '/desk/kampanye/brosur';
  const back = line ? `${room}/${line.row.id}` : room;
  const given = givenIn(labels, typed, errors);
  return (
    <Page title={title} regency={props.regency} side="desk" who={props.who} path="/desk/kampanye">
      <CampaignNav here={room} />
      <p>
        <a href={back}>← {line ? line.row.title : 'Brosur'}</a>
      </p>
      <h1>{title}</h1>
      {line && props.conflict ? <Meanwhile line={line} /> : null}
      <form method="post" action={line ? `${back}/ubah` : `${room}/baru`} autocomplete="off" novalidate>
        <ErrorSummary errors={errors} labels={labels} />
        {line ? <input type="hidden" name="version" value={line.row.version} /> : null}
        {props.formKey ? <HiddenKey value={props.formKey} /> : null}
        <Field {...given('title')} required more={{ maxlength: 150 }} />
        <div class="pair">
          <Select
            {...given('material')}
            options={batchMaterials.map((value) => ({ value, label: batchMaterialNames[value] }))}
          />
          <Field {...given('design')} more={{ inputmode: 'numeric' }} />
        </div>
        <div class="pair">
          <Field {...given('printed')} required more={{ inputmode: 'numeric' }} />
          <Field {...given('printedOn')} type="date" required />
        </div>
        <div class="pair">
          <Field {...given('cost')} more={{ inputmode: 'numeric' }} />
          <ProgramSelect {...given('program')} programs={props.programs} />
        </div>
        <div class="actions">
          <button type="submit">Simpan</button>
        </div>
      </form>
    </Page>
  );
}

/** What is there now, above what was typed. */
function Meanwhile({ line: { row, program } }: { line: BatchLine }) {
  return (
    <Notice tone="warn" title="Orang lain sudah mengubah cetakan ini" live>
      <p>
        Isinya sekarang: {row.title}, {formatNumber(row.printed)} lembar, dicetak {formatDay(row.printedOn)},
        desain {row.design}, {row.cost === null ? 'biaya belum diisi' : formatRupiah(row.cost)},{' '}
        {program ?? 'tanpa program'}. Isian Anda ada di bawah; bila disimpan, isian Anda yang berlaku.
      </p>
    </Notice>
  );
}
