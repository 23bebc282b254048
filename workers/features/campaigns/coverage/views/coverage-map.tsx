/** The coverage as a map, or how to get one. */
import { tileNames, tileSigns } from '../../../../../shared/i18n/coverage-words.ts';
import { formatDate } from '../../../../../shared/text.ts';
import type { TimeZone } from '../../../../../shared/working-time.ts';
import type { Who } from '../../../../ui/layout.tsx';
import type { LoadedMap } from '../boundary/map.ts';
import { boundaryLevels } from '../boundary/sources.ts';
import { levelNames } from '../boundary/words.ts';
import type { CoveredPlace } from '../cover.ts';
import { type AreaLook, BoundaryMap } from './map.tsx';

const FILE_PAGE = '/desk/kampanye/cakupan/peta';

interface CoverageMapProps {
  map: LoadedMap;
  places: readonly CoveredPlace[];
  who: Who;
  zone: TimeZone;
}

export function CoverageMap(props: CoverageMapProps) {
  const { places } = props;
  const { sources, drawn } = props.map;
  if (drawn === null) return <NoMap {...props} />;
  const byArea = new Map(places.filter(({ kind }) => kind !== 'opd').map((place) => [place.ref, place]));
  const look = (area: string): AreaLook | null => {
    const place = byArea.get(area);
    return place ? (drawn.level === 'desa' ? lookOf(place) : lookOfDistrict(place, places)) : null;
  };
  return (
    <figure class="map-frame">
      <BoundaryMap
        drawing={drawn.drawing}
        lines={drawn.lines}
        label={`Peta keadaan tiap ${drawn.level}. Keadaan yang sama tertulis pada petak dan tabel di bawah.`}
        look={look}
      />
      <figcaption class="hint">
        {drawn.level === 'kecamatan' ? 'Angka: tempat yang terpasang dari semua tempat di kecamatan. ' : ''}
        {boundaryLevels.flatMap((level) => {
          const loaded = sources[level];
          const day = loaded && formatDate(loaded.loadedAt, props.zone);
          return loaded ? [`Batas ${levelNames[level]}: ${loaded.source} (dimuat ${day}). `] : [];
        })}
        {loadsFiles(props.who) ? <a href={FILE_PAGE}>Ganti atau hapus</a> : null}
      </figcaption>
    </figure>
  );
}

const loadsFiles = ({ roles }: Who): boolean => roles.includes('admin');

/** Nothing is loaded at all, or nothing of the kecamatan that was chosen. */
function NoMap({ map, who }: CoverageMapProps) {
  const loads = loadsFiles(who);
  if (Object.keys(map.sources).length > 0)
    return (
      <p class="hint no-print">
        Berkas batas wilayah yang dimuat tidak memuat batas di kecamatan ini, maka petanya tidak tampil.{' '}
        {loads ? <a href={FILE_PAGE}>Ganti berkasnya</a> : null}
      </p>
    );
  return (
    <p class="hint no-print">
      {loads ? (
        <>
          Peta tampil setelah <a href={FILE_PAGE}>berkas batas wilayah dimuat</a>.
        </>
      ) : (
        'Peta tampil setelah admin memuat berkas batas wilayah.'
      )}
    </p>
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
