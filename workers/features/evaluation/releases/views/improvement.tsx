/** The form of an improvement. */
import { formatDay } from '../../../../../shared/text.ts';
import { ownOffices } from '../../../../regency/offices.ts';
import type { Regency } from '../../../../regency/snapshot.ts';
import {
  ErrorSummary,
  type Errors,
  Field,
  givenIn,
  HiddenKey,
  Notice,
  Select,
  TextArea,
} from '../../../../ui/components.tsx';
import { Page, type Who } from '../../../../ui/layout.tsx';
import { EvaluationNav } from '../../nav.tsx';
import type { ImprovementRow } from '../queries.ts';

export type TypedImprovement = Record<'complaint' | 'improvement' | 'office' | 'doneOn', string>;

const labels = {
  complaint: 'Apa yang dikeluhkan warga',
  improvement: 'Apa yang diperbaiki',
  office: 'OPD yang memperbaiki',
  doneOn: 'Tanggal selesai diperbaiki',
};

const ROOM = '/desk/evaluasi/terbitan';

export function ImprovementPage(props: {
  regency: Regency;
  who: Who;
  typed: TypedImprovement;
  errors: Errors;
  formKey: string;
  row: ImprovementRow | undefined;
  conflict: boolean;
}) {
  const { regency, typed, errors, row } = props;
  const title = row ? 'Ubah perbaikan' : 'Tulis perbaikan';
  const given = givenIn(labels, typed, errors);
  const offices = ownOffices(regency);
  return (
    <Page title={title} regency={regency} side="desk" who={props.who} path="/desk/evaluasi">
      <EvaluationNav here={ROOM} />
      <p>
        <a href={ROOM}>← Terbitan</a>
      </p>
      <h1>{title}</h1>
      <p>Dibaca semua orang. Tulis tanpa nama orang dan tanpa nomor laporan.</p>
      {row && props.conflict ? (
        <Notice tone="warn" title="Orang lain sudah mengubah perbaikan ini" live>
          <p>
            Isinya sekarang: {row.complaint} Diperbaiki: {row.improvement} ({formatDay(row.doneOn)}). Isian
            Anda ada di bawah; bila disimpan, isian Anda yang berlaku.
          </p>
        </Notice>
      ) : null}
      <form method="post" action={`${ROOM}/perbaikan/${row ? row.id : 'baru'}`} autocomplete="off" novalidate>
        <ErrorSummary errors={errors} labels={labels} />
        {row ? (
          <input type="hidden" name="version" value={row.version} />
        ) : (
          <HiddenKey value={props.formKey} />
        )}
        <TextArea {...given('complaint')} required rows={3} more={{ maxlength: 600 }} />
        <TextArea {...given('improvement')} required rows={3} more={{ maxlength: 600 }} />
        <div class="pair">
          <Select
            {...given('office')}
            empty="Tidak disebut"
            options={offices.map(({ code, name }) => ({ value: code, label: name }))}
          />
          <Field {...given('doneOn')} type="date" required />
        </div>
        <div class="actions">
          <button type="submit">Simpan</button>
        </div>
      </form>
    </Page>
  );
}
