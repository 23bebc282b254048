/** The coverage as a map, or how to get one. */
import { tileNames, tileSigns } from '../../../../../shared/i18n/coverage-words.ts';
import { formatDate } from '../../../../../shared/text.ts';
import type { TimeZone } from '../../../../../shared/working-time.ts';
import type { Who } from '../../../../ui/layout.tsx';
import type { LoadedMap } from '../boundary/map.ts';
import { boundaryLevels } from '../boundary/store.ts';
import { levelNames } from '../boundary/words.ts';
import type { CoveredPlace } from '../cover.ts';
import { type AreaLook, BoundaryMap } from './map.tsx';

export function CoverageMap(props: {
  map: LoadedMap | null;
  places: readonly CoveredPlace[];
  who: Who;
  zone: TimeZone;
}) {
  const { map, places } = props;
  const loads = props.who.roles.includes('admin');
  if (map === null)
    return (
      <p class="hint no-print">
        {loads ? (
          <>
            Peta tampil setelah <a href="/desk/kampanye/cakupan/peta">berkas batas wilayah dimuat</a>.
          </>
        ) : (
          'Peta tampil setelah admin memuat berkas batas wilayah.'
        )}
      </p>
    );
  const byArea = new Map(places.filter(({ kind }) => kind !== 'opd').map((place) => [place.ref, place]));
  const look = (area: string): AreaLook | null => {
    const place = byArea.get(area);
    return place ? (map.level === 'desa' ? lookOf(place) : lookOfDistrict(place, places)) : null;
  };
  return (
    <figure class="map-frame">
      <BoundaryMap
        drawing={map.drawing}
        lines={map.lines}
        label={`Peta keadaan tiap ${map.level}. Keadaan yang sama tertulis pada petak dan tabel di bawah.`}
        look={look}
      />
      <figcaption class="hint">
        {map.level === 'kecamatan' ? 'Angka: tempat yang terpasang dari semua tempat di kecamatan. ' : ''}
        {boundaryLevels.flatMap((level) => {
          const loaded = map.sources[level];
          const day = loaded && formatDate(loaded.loadedAt, props.zone);
          return loaded ? [`Batas ${levelNames[level]}: ${loaded.source} (dimuat ${day}). `] : [];
        })}
        {loads ? <a href="/desk/kampanye/cakupan/peta">Ganti atau hapus</a> : null}
      </figcaption>
    </figure>
  );
}

const lookOf = ({ name, state }: CoveredPlace): AreaLook => ({
  state,
  title: `${name}: ${tileNames[state].toLowerCase()}`,
  text: tileSigns[state],
});

/** A kecamatan stands for all places in it: its own sign, and how many of them have something hung. */
function lookOfDistrict(place: CoveredPlace, places: readonly CoveredPlace[]): AreaLook {
  const own = places.filter(({ district }) => district === place.ref);
  const hung = own.filter((one) => one.hung > 0).length;
  const base = lookOf(place);
  return {
    ...base,
    title: `${base.title}; ${hung} dari ${own.length} tempat di kecamatan ini terpasang`,
    text: `${base.text} ${hung}/${own.length}`,
  };
}
