/** Ticking cases of a list, and choosing what to do with them. The boxes stand in the table and belong to the form by its id. */
import { Radios, Select } from '../../../ui/components.tsx';
import { BULK_MOST, type BulkVerb } from '../../bulk/queries.ts';
import type { ListState } from '../address.ts';
import { bulkWords } from '../bulk-words.ts';
import { filterNames, filterParams } from '../filters.ts';

const FORM = 'massal';

export function PickBox(props: { code: string }) {
  const id = `pilih-${props.code}`;
  return (
    <div class="choice">
      <input type="checkbox" form={FORM} id={id} name="kode" value={props.code} />
      <label for={id}>
        Pilih<span class="vh"> {props.code}</span>
      </label>
    </div>
  );
}

export function PickForm(props: { state: ListState; verbs: readonly BulkVerb[] }) {
  const { list, filters } = props.state;
  return (
    <form method="get" action="/desk/massal/baru" id={FORM} class="no-print">
      <input type="hidden" name="daftar" value={list} />
      {filterNames.map((name) => {
        const value = filters[name];
        return value === undefined ? null : <input type="hidden" name={filterParams[name]} value={value} />;
      })}
      <Radios
        legend="Laporan yang mana?"
        name="yang"
        value="centang"
        options={[
          { value: 'centang', label: 'Yang dicentang di atas' },
          { value: 'semua', label: `Semua yang cocok dengan saringan ini (paling banyak ${BULK_MOST})` },
        ]}
      />
      <Select
        label="Tindakan"
        name="aksi"
        options={props.verbs.map((verb) => ({ value: verb, label: bulkWords[verb].title }))}
      />
      <p class="actions">
        <button type="submit">Lanjut</button>
      </p>
    </form>
  );
}
