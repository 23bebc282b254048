/** Ticking placements of the list, and choosing what to do with them. The boxes belong to the form by its id. */
import { formatNumber } from '../../../../../shared/text.ts';
import { Radios, Select } from '../../../../ui/components.tsx';
import { type FilterName, filterParams, type PlacementFilter } from '../filter.ts';
import { manyWords } from '../many-words.ts';
import { LIST } from './list.tsx';

const FORM = 'massal';

export function PickBox(props: { code: string; name: string }) {
  const id = `pilih-${props.code}`;
  return (
    <div class="choice">
      <input type="checkbox" form={FORM} id={id} name="kode" value={props.code} />
      <label for={id}>
        Pilih<span class="vh"> {props.name}</span>
      </label>
    </div>
  );
}

export function PickForm({ filter, count }: { filter: PlacementFilter; count: number }) {
  return (
    <form method="get" action={`${LIST}/pilihan`} id={FORM} class="no-print">
      <h2>Tindakan untuk beberapa bahan</h2>
      {Object.entries(filterParams).map(([name, param]) => {
        const value = filter[name as FilterName];
        return value === undefined ? null : (
          <input type="hidden" name={param} value={value === true ? '1' : String(value)} />
        );
      })}
      <Radios
        legend="Bahan yang mana?"
        name="yang"
        value="centang"
        options={[
          { value: 'centang', label: 'Yang dicentang di atas' },
          { value: 'semua', label: `Semua yang cocok dengan saringan ini (${formatNumber(count)})` },
        ]}
      />
      <Select
        label="Tindakan"
        name="aksi"
        options={Object.entries(manyWords).map(([value, { title }]) => ({ value, label: title }))}
      />
      <p class="actions">
        <button type="submit">Lanjut</button>
      </p>
    </form>
  );
}
