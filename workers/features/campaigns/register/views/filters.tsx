/** Filters of the list of placements; they stand in its address. */
import { lives } from '../../../../../shared/campaign.ts';
import { lifeNames, materialNames, placeKindNames } from '../../../../../shared/i18n/campaign-messages.ts';
import { officeGroups } from '../../../../regency/offices.ts';
import type { Regency } from '../../../../regency/snapshot.ts';
import { Checkbox, Details, namedOptions, Select } from '../../../../ui/components.tsx';
import {
  type FilterName,
  filterParams,
  hangingKinds,
  type PlacementFilter,
  pieceMaterials,
} from '../filter.ts';
import type { ProgramRow } from '../queries.ts';
import { LIST } from './list.tsx';

export function Filters(props: {
  regency: Regency;
  filter: PlacementFilter;
  programs: readonly ProgramRow[];
}) {
  const { regency, filter } = props;
  const field = (name: FilterName) => ({
    name: filterParams[name],
    value: filter[name] === undefined ? undefined : String(filter[name]),
    empty: 'Semua',
  });
  const more = [filter.kind, filter.material, filter.program, filter.hanger].some((one) => one !== undefined);
  return (
    <form method="get" action={LIST}>
      <div class="search">
        <Select label="Wilayah" {...field('district')} options={districtOptions(regency)} />
        <Select
          label="Keadaan"
          {...field('life')}
          options={lives.map((value) => ({ value, label: lifeNames[value] }))}
        />
        <button type="submit" class="second">
          Tampilkan
        </button>
      </div>
      <Checkbox name={filterParams.due} label="Hanya yang perlu dicek" checked={filter.due} />
      <Details summary="Saringan lain" open={more}>
        <div class="pair">
          <Select
            label="Jenis tempat"
            {...field('kind')}
            options={hangingKinds.map((value) => ({ value, label: placeKindNames[value] }))}
          />
          <Select
            label="Bahan"
            {...field('material')}
            options={pieceMaterials.map((value) => ({ value, label: materialNames[value] }))}
          />
          <Select
            label="Program"
            {...field('program')}
            options={[...namedOptions(props.programs), { value: '0', label: 'Tanpa program' }]}
          />
          <Select label="Yang memasang" {...field('hanger')} groups={officeGroups(regency)} />
        </div>
      </Details>
    </form>
  );
}

export const districtOptions = (regency: Regency) => [
  { value: 'opd', label: 'OPD' },
  ...[...regency.areas.values()]
    .filter(({ level }) => level === 'kecamatan')
    .map(({ code, name }) => ({ value: code, label: `Kecamatan ${name}` })),
];
