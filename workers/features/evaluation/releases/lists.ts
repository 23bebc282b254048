/** All rows that published tables can have, by code: an order that nothing counted can change. */
import { NONE } from '../../../../shared/figures/counts.ts';
import { channelNames } from '../../../../shared/lifecycle/channel-names.ts';
import { caseKinds, channels, kindNames } from '../../../../shared/lifecycle/states.ts';
import type { Lists, Named } from '../../../../shared/openness/types.ts';
import { platformNames, postPlatforms } from '../../../../shared/social-post.ts';
import type { Regency } from '../../../regency/snapshot.ts';

export function listsOf(regency: Regency): Lists {
  const { past } = regency;
  const areas = [...new Map([...past.areas, ...regency.areas]).values()];
  const offices = [...new Map([...past.offices, ...regency.offices]).values()];
  const categories = [...new Map([...past.categories, ...regency.categories]).values()];
  return {
    kinds: caseKinds.map((code) => ({ code, name: kindNames[code].id })),
    offices: byCode(offices.map(({ code, name }) => ({ code, name }))),
    districts: byCode(areas.filter(({ level }) => level === 'kecamatan')).map(({ code, name }) => ({
      code,
      name,
      villages: byCode(areas.filter(({ parent }) => parent === code)),
    })),
    categories: byCode(categories.map(({ id, name }) => ({ code: id, name }))),
    channels: channels.map((code) => ({ code, name: channelNames[code] })),
    platforms: postPlatforms.map((code) => ({ code, name: platformNames[code] })),
    people: new Map([...regency.population.values()].map(({ area, people }) => [area, people])),
  };
}

const byCode = (rows: readonly Named[]): Named[] =>
  rows
    .filter(({ code }) => code !== NONE)
    .map(({ code, name }) => ({ code, name }))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
