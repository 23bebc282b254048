/** The tiles once more, as a table that is sorted by a link and taken along as a file. */
import { tileNames, tileSigns } from '../../../../../shared/i18n/coverage-words.ts';
import { formatDate, formatNumber } from '../../../../../shared/text.ts';
import { anyArea } from '../../../../regency/named.ts';
import type { Regency } from '../../../../regency/snapshot.ts';
import { Details, Table } from '../../../../ui/components.tsx';
import { type Asked, type Order, orders, queryOf } from '../asked.ts';
import type { CoveredPlace } from '../cover.ts';

const orderNames: Record<Order, string> = { tempat: 'Tempat', keadaan: 'Keadaan', foto: 'Foto terakhir' };

export function PlacesTable(props: { places: readonly CoveredPlace[]; asked: Asked; regency: Regency }) {
  const { places, asked, regency } = props;
  const zone = regency.about.timeZone;
  return (
    <Details
      summary={`Semua sebagai tabel (${formatNumber(places.length)} tempat)`}
      open={asked.order !== null}
      id="tabel"
    >
      <nav aria-label="Urutan tabel" class="no-print">
        <ul class="tabs">
          {orders.map((order) => (
            <li>
              <a
                href={`/desk/kampanye/cakupan${queryOf({ ...asked, order })}#tabel`}
                aria-current={order === asked.order ? 'true' : undefined}
              >
                Urut menurut {orderNames[order].toLowerCase()}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <Table
        caption="Semua tempat"
        hideCaption
        columns={['Tempat', 'Kecamatan', 'Keadaan', 'Bahan terpasang', 'Foto terakhir']}
        rows={places.map((place) => [
          place.code === null ? place.name : <a href={`/desk/kampanye/${place.code}`}>{place.name}</a>,
          place.kind === 'desa' ? (anyArea(regency, place.district)?.name ?? '–') : '–',
          <>
            <span aria-hidden="true">{tileSigns[place.state]}</span> {tileNames[place.state]}
          </>,
          place.pieces === 0 ? '–' : `${formatNumber(place.hung)} dari ${formatNumber(place.pieces)}`,
          place.photoAt === null ? '–' : formatDate(place.photoAt, zone),
        ])}
      />
      <p class="no-print">
        <a href={`/desk/kampanye/cakupan.csv${queryOf(asked)}`}>Unduh CSV</a> ·{' '}
        <a href={`/desk/kampanye/cakupan.xlsx${queryOf(asked)}`}>Unduh XLSX</a>
      </p>
    </Details>
  );
}
