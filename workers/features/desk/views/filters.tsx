/** Filters of a list, folded away, and saving what they show under a name. */
import { caseKinds, channels, kindNames } from '../../../../shared/lifecycle/states.ts';
import { officeGroups } from '../../../regency/offices.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import { Details, type Errors, Field, Select } from '../../../ui/components.tsx';
import { filterWords, type ListState, queryOf } from '../address.ts';
import { filterParams } from '../filters.ts';
import { MAX_NAME } from '../saved.ts';
import { channelName } from '../words.ts';

export function Filters(props: { state: ListState; regency: Regency; errors: Errors; offices: boolean }) {
  const { state, regency, errors } = props;
  const { filters } = state;
  const words = filterWords(filters, regency);
  const wrong = Object.keys(errors).length > 0;
  const field = (name: keyof typeof filterParams) => ({
    name: filterParams[name],
    value: filters[name],
    error: errors[filterParams[name]],
    empty: 'Semua',
  });
  return (
    <div class="no-print">
      <Details summary={words === null ? 'Saring daftar ini' : `Disaring: ${words}`} open={wrong}>
        <form method="get" action="/desk">
          <input type="hidden" name="daftar" value={state.list} />
          <div class="pair">
            <Select label="Wilayah" {...field('area')} groups={areaGroups(regency)} />
            <Select
              label="Bidang"
              {...field('category')}
              options={[...regency.categories.values()].map(({ id, name }) => ({ value: id, label: name }))}
            />
            <Select
              label="Jenis"
              {...field('kind')}
              options={caseKinds.map((kind) => ({ value: kind, label: kindNames[kind].id }))}
            />
            <Select
              label="Kanal"
              {...field('channel')}
              options={channels.map((channel) => ({ value: channel, label: channelName(channel) }))}
            />
            {regency.tags.size > 0 ? (
              <Select
                label="Label"
                {...field('tag')}
                options={[...regency.tags.values()].map(({ id, label }) => ({ value: id, label }))}
              />
            ) : null}
            {props.offices ? (
              <Select label="Instansi penanggung jawab" {...field('office')} groups={officeGroups(regency)} />
            ) : null}
          </div>
          <p class="actions">
            <button type="submit">Terapkan saringan</button>
            {words === null ? null : <a href={`/desk?daftar=${state.list}`}>Hapus saringan</a>}
          </p>
        </form>
        <form method="post" action="/desk/tampilan" class="search">
          <input type="hidden" name="query" value={queryOf({ list: state.list, filters })} />
          <Field
            label="Nama tampilan"
            name="name"
            more={{ maxlength: MAX_NAME, autocomplete: 'off' }}
            required
          />
          <button type="submit" class="second">
            Simpan tampilan ini
          </button>
        </form>
      </Details>
    </div>
  );
}

/** Each kecamatan before its villages; choosing it includes them. */
function areaGroups(regency: Regency) {
  const areas = [...regency.areas.values()];
  return areas
    .filter(({ level }) => level === 'kecamatan')
    .map(({ code, name }) => ({
      label: `Kecamatan ${name}`,
      options: [
        { value: code, label: `Seluruh Kecamatan ${name}` },
        ...areas
          .filter(({ parent }) => parent === code)
          .map((area) => ({ value: area.code, label: `${area.name}, ${name}` })),
      ],
    }));
}
