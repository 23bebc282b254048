/** Coverage: how much hangs, where nothing does yet, and the regency as tiles and as a table. */
import { PHOTO_HOLDS_DAYS, settledKinds } from '../../../../../shared/campaign.ts';
import { materialNames, placeKindNames } from '../../../../../shared/i18n/campaign-messages.ts';
import { formatNumber, joinList } from '../../../../../shared/text.ts';
import type { Regency } from '../../../../regency/snapshot.ts';
import { namedOptions, Select, Table } from '../../../../ui/components.tsx';
import { Page, type Who } from '../../../../ui/layout.tsx';
import { CampaignNav } from '../../nav.tsx';
import { hangingMaterials } from '../asked.ts';
import type { LoadedMap } from '../boundary/map.ts';
import type { PlaceGroup } from '../cover.ts';
import type { Coverage } from '../look.ts';
import { CoverageMap } from './coverage-map.tsx';
import { PlacesTable } from './places-table.tsx';
import { shareText } from './shares.ts';
import { Legend, Tiles } from './tiles.tsx';

export interface CoveragePageProps {
  regency: Regency;
  who: Who;
  coverage: Coverage;
  map: LoadedMap;
}

export function CoveragePage({ regency, who, coverage, map }: CoveragePageProps) {
  const { asked, groups, places } = coverage;
  return (
    <Page title="Cakupan" regency={regency} side="desk" who={who} path="/desk/kampanye">
      <CampaignNav here="/desk/kampanye/cakupan" />
      <h1>Cakupan kampanye</h1>
      <p>
        Di mana ada bahan yang terpasang, dan di mana belum ada apa-apa. Terpasang berarti ada foto yang
        paling lama {PHOTO_HOLDS_DAYS} hari; rencana dan cetakan tidak dihitung.
      </p>
      <Filter coverage={coverage} regency={regency} />
      <Shares coverage={coverage} />
      <Missing groups={groups} />
      <h2>Keadaan tiap tempat</h2>
      <Legend invented={regency.switches.demo} />
      {asked.district === 'opd' ? null : (
        <CoverageMap map={map} places={places} who={who} zone={regency.about.timeZone} />
      )}
      <Tiles groups={groups} />
      <PlacesTable places={places} asked={asked} regency={regency} />
    </Page>
  );
}

function Filter({ coverage, regency }: { coverage: Coverage; regency: Regency }) {
  const { asked, programs } = coverage;
  const districts = [...regency.areas.values()].filter(({ level }) => level === 'kecamatan');
  return (
    <form method="get" action="/desk/kampanye/cakupan" class="search no-print">
      <Select
        name="wilayah"
        label="Wilayah"
        empty="Semua tempat"
        options={[
          { value: 'opd', label: 'OPD' },
          ...districts.map(({ code, name }) => ({ value: code, label: `Kecamatan ${name}` })),
        ]}
        value={asked.district ?? undefined}
      />
      <Select
        name="bahan"
        label="Bahan"
        empty="Semua bahan"
        options={hangingMaterials.map((value) => ({ value, label: materialNames[value] }))}
        value={asked.material ?? undefined}
      />
      <Select
        name="program"
        label="Program"
        empty="Semua program"
        options={namedOptions(programs)}
        value={asked.campaignId === null ? undefined : String(asked.campaignId)}
      />
      <button type="submit" class="second">
        Tampilkan
      </button>
    </form>
  );
}

function Shares({ coverage }: { coverage: Coverage }) {
  return (
    <Table
      caption="Tempat dengan bahan yang terpasang"
      columns={['Bahan dan program', ...settledKinds.map((kind) => placeKindNames[kind])]}
      rows={coverage.lines.map(({ name, shares }) => [
        name,
        ...settledKinds.map((kind) => shareText(shares[kind])),
      ])}
    />
  );
}

/** By name: these are the places to go to. */
function Missing({ groups }: { groups: readonly PlaceGroup[] }) {
  const lacking = groups
    .map((group) => ({ ...group, places: group.places.filter(({ hung }) => hung === 0) }))
    .filter(({ places }) => places.length > 0);
  return (
    <>
      <h2 id="belum">Di mana belum ada yang terpasang</h2>
      {lacking.length === 0 ? (
        <p>Di setiap tempat sudah ada bahan yang terpasang.</p>
      ) : (
        <dl class="summary">
          {lacking.map(({ name, places }) => (
            <div>
              <dt>
                {name} ({formatNumber(places.length)})
              </dt>
              <dd>{joinList(places.map(({ short }) => short))}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}
