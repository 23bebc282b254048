/** By what figures can be told apart: what each value is put together as, and its name. */
import { type Dimension, NONE } from '../../../../shared/figures/counts.ts';
import type { FigureId } from '../../../../shared/figures/definitions.ts';
import { isNational } from '../../../../shared/figures/sides.ts';
import { channelNames } from '../../../../shared/lifecycle/channel-names.ts';
import { kindNames } from '../../../../shared/lifecycle/states.ts';
import { anyArea, anyCategory, anyOffice } from '../../../regency/named.ts';
import type { Regency } from '../../../regency/snapshot.ts';

export interface By {
  /** In addresses of pages, and as the API names it. */
  id: string;
  api: string;
  label: string;
  dimension: Dimension;
  /** What stands in its table, the first as its chart. */
  figures: readonly FigureId[];
  /** Of cases without one. */
  none: string;
}

const general = [
  'received',
  'followed_up',
  'settled',
  'promise_kept',
  'promise_open',
  'follow_up_days',
  'satisfaction',
] as const satisfies readonly FigureId[];
const places = ['received', 'promise_kept', 'settled', 'promise_open'] as const satisfies readonly FigureId[];

export const bys = [
  {
    id: 'opd',
    api: 'office',
    label: 'OPD',
    dimension: 'office',
    figures: [...general, 'settle_on_time', 'returns'],
    none: 'Belum didisposisikan',
  },
  {
    id: 'kecamatan',
    api: 'district',
    label: 'Kecamatan',
    dimension: 'area',
    figures: places,
    none: 'Tempat tidak disebut',
  },
  {
    id: 'desa',
    api: 'village',
    label: 'Desa dan kelurahan',
    dimension: 'area',
    figures: places,
    none: 'Tempat tidak disebut',
  },
  {
    id: 'kategori',
    api: 'category',
    label: 'Kategori',
    dimension: 'category',
    figures: general,
    none: 'Tanpa kategori',
  },
  { id: 'jenis', api: 'kind', label: 'Jenis', dimension: 'kind', figures: general, none: 'Tanpa jenis' },
  {
    id: 'kanal',
    api: 'channel',
    label: 'Kanal',
    dimension: 'channel',
    figures: general,
    none: 'Tanpa kanal',
  },
  {
    id: 'kampanye',
    api: 'program',
    label: 'Kampanye',
    dimension: 'placement',
    figures: ['received', 'settled', 'promise_kept', 'satisfaction'],
    none: 'Tanpa kode kampanye',
  },
  {
    id: 'petugas',
    api: 'disposer',
    label: 'Petugas disposisi',
    dimension: 'disposer',
    figures: ['dispositions', 'sent_back'],
    none: 'Tidak diketahui',
  },
] as const satisfies readonly By[];

export type ById = (typeof bys)[number]['id'];

/** What names and groups come from beside the settings. */
export interface Names {
  /** By code of the placement. */
  programs: ReadonlyMap<string, { id: number; name: string }>;
  /** Staff by id. */
  staff: ReadonlyMap<number, string>;
}

/** What a value of the dimension is counted as. */
export function groupOf(by: By, regency: Regency, { programs }: Names): (value: string) => string {
  if (by.id === 'kecamatan') return (value) => districtOf(regency, value);
  if (by.id === 'kampanye') return (value) => `${programs.get(value)?.id ?? (value === NONE ? NONE : 0)}`;
  return (value) => value;
}

export function districtOf(regency: Regency, code: string): string {
  const area = anyArea(regency, code);
  if (!area) return code;
  return area.level === 'desa' || area.level === 'kelurahan' ? (area.parent ?? code) : code;
}

/** What is told of larger parts beside these: kecamatan of villages, sides of channels. */
export function parentOf(by: By, regency: Regency, value: string): string {
  if (by.id === 'desa') return districtOf(regency, value);
  return by.id === 'kanal' ? `${isNational(value)}` : '';
}

/** Name of a group; of a code that nobody knows any more the code itself. */
export function nameOf(by: By, regency: Regency, names: Names, group: string): string {
  if (group === NONE) return by.none;
  switch (by.dimension) {
    case 'office':
      return anyOffice(regency, group)?.name ?? group;
    case 'area':
      return areaName(regency, group);
    case 'category':
      return anyCategory(regency, group)?.name ?? group;
    case 'kind':
      return kindNames[group as keyof typeof kindNames]?.id ?? group;
    case 'channel':
      return channelNames[group as keyof typeof channelNames] ?? group;
    case 'placement':
      return [...names.programs.values()].find(({ id }) => `${id}` === group)?.name ?? 'Di luar program';
    default:
      return staffName(names, group);
  }
}

/** "Desa Harapan, Kecamatan Malili": names of villages repeat. */
function areaName(regency: Regency, code: string): string {
  const area = anyArea(regency, code);
  if (!area) return code;
  const level = { kabupaten: '', kecamatan: 'Kecamatan ', desa: 'Desa ', kelurahan: 'Kelurahan ' }[
    area.level
  ];
  const village = area.level === 'desa' || area.level === 'kelurahan';
  const district = village ? anyArea(regency, area.parent) : undefined;
  return `${level}${area.name}${district ? `, ${district.name}` : ''}`;
}

function staffName({ staff }: Names, actor: string): string {
  const id = /^staff:(\d+)$/.exec(actor)?.[1];
  return id ? (staff.get(Number(id)) ?? 'Petugas') : 'Kanal (otomatis)';
}
