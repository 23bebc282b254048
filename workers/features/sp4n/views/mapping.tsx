/** Which column of the file is which: once for each kind of export. */
import {
  fieldNames,
  type Mapping,
  requiredFields,
  type Sp4nField,
  sp4nFields,
} from '../../../../shared/sp4n/fields.ts';
import { formatNumber } from '../../../../shared/text.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import { ErrorSummary, Select } from '../../../ui/components.tsx';
import { Page, type Who } from '../../../ui/layout.tsx';
import type { ImportRow } from '../queries.ts';

interface MappingProps {
  regency: Regency;
  who: Who;
  row: ImportRow;
  headers: string[];
  mapping: Mapping;
  /** Required, and not chosen. */
  missing: Sp4nField[];
}

const needed: readonly string[] = requiredFields;

export function MappingPage(props: MappingProps) {
  const { row, headers, mapping, missing } = props;
  const errors = Object.fromEntries(missing.map((field) => [field, 'Pilih kolomnya.']));
  return (
    <Page title="Cocokkan kolom" regency={props.regency} side="desk" who={props.who}>
      <p>
        <a href="/desk/sp4n/impor">← Impor dari SP4N-LAPOR!</a>
      </p>
      <ErrorSummary errors={errors} labels={fieldNames} />
      <h1>Cocokkan kolom</h1>
      <p>
        Berkas ini berisi {formatNumber(row.rows)} baris laporan. Pilihan di bawah diisi menurut judul
        kolomnya. Kanal mengingatnya: ekspor berikutnya dengan kolom yang sama langsung diperiksa.
      </p>
      <form method="post" action={`/desk/sp4n/impor/${row.id}/kolom`}>
        {sp4nFields.map((field) => (
          <Select
            label={needed.includes(field) ? fieldNames[field] : `${fieldNames[field]} (boleh kosong)`}
            name={field}
            value={mapping[field] ?? ''}
            error={errors[field]}
            empty="Tidak ada di berkas"
            options={headers.map((header) => ({ value: header, label: header }))}
          />
        ))}
        <p class="actions">
          <button type="submit">Periksa setiap baris</button>
        </p>
      </form>
    </Page>
  );
}
