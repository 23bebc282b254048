/** What the values of a dimension are called on paper. */
import { NONE } from '../../../../../shared/figures/counts.ts';
import type { FrozenDimension } from '../../../../../shared/evaluation/frozen.ts';
import { channelNames } from '../../../../../shared/lifecycle/channel-names.ts';
import { kindNames } from '../../../../../shared/lifecycle/states.ts';
import { platformNames } from '../../../../../shared/social-post.ts';
import { anyArea, anyCategory, anyOffice } from '../../../../regency/named.ts';
import type { Regency } from '../../../../regency/snapshot.ts';

const missing: Record<FrozenDimension, string> = {
  kind: 'Tanpa jenis',
  office: 'Belum didisposisikan',
  area: 'Tanpa wilayah',
  category: 'Tanpa kategori',
  channel: 'Tanpa kanal',
  platform: 'Lainnya',
};

export function nameOf(regency: Regency, dimension: FrozenDimension, value: string): string {
  if (value === NONE) return missing[dimension];
  switch (dimension) {
    case 'office':
      return anyOffice(regency, value)?.name ?? value;
    case 'area':
      return anyArea(regency, value)?.name ?? value;
    case 'category':
      return anyCategory(regency, value)?.name ?? value;
    case 'kind':
      return named(kindNames, value)?.id ?? value;
    case 'channel':
      return named(channelNames, value) ?? value;
    case 'platform':
      return named(platformNames, value) ?? value;
  }
}

const named = <T>(names: Readonly<Record<string, T>>, value: string): T | undefined =>
  Object.hasOwn(names, value) ? names[value] : undefined;
