/** The regency as tiles: each place with its state as colour, sign and word. */

import { type TileState, tileStates } from '../../../../../shared/coverage.ts';
import { tileMeanings, tileNames, tileSigns } from '../../../../../shared/i18n/coverage-words.ts';
import { formatNumber } from '../../../../../shared/text.ts';
import { Details } from '../../../../ui/components.tsx';
import type { CoveredPlace, PlaceGroup } from '../cover.ts';

/** What the signs mean; in print it stands beside them too. */
export function Legend(props: { invented: boolean }) {
  return (
    <dl class="legend">
      {tileStates.map((state) => (
        <div>
          <dt>
            <Sign state={state} /> {tileNames[state]}
          </dt>
          <dd>
            {tileMeanings[state]}
            {state === 'reported' && !props.invented
              ? ' (5 atau lebih; jumlah yang lebih kecil tidak ditampilkan)'
              : ''}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Sign({ state }: { state: TileState }) {
  return (
    <span class={`sign t-${state}`} aria-hidden="true">
      {tileSigns[state]}
    </span>
  );
}

export function Tiles({ groups }: { groups: readonly PlaceGroup[] }) {
  return (
    <>
      {groups.map(({ id, name, places }) => (
        <Details
          open
          id={`petak-${id}`}
          summary={`${name}: ${formatNumber(places.filter(({ hung }) => hung > 0).length)} dari ${formatNumber(places.length)} terpasang`}
        >
          <ul class="tiles">
            {places.map((place) => (
              <li class={`t-${place.state}`}>
                <Tile place={place} />
              </li>
            ))}
          </ul>
        </Details>
      ))}
    </>
  );
}

function Tile({ place: { code, short, state } }: { place: CoveredPlace }) {
  const text = (
    <>
      {short}
      <small>
        <span aria-hidden="true">{tileSigns[state]}</span> {tileNames[state]}
      </small>
    </>
  );
  return code === null ? <span>{text}</span> : <a href={`/desk/kampanye/${code}`}>{text}</a>;
}
