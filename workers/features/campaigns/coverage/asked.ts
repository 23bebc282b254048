/** What a link to the coverage asks for. Pure. */
import { materials } from '../../../../shared/campaign.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import type { Wanted } from './cover.ts';

export const orders = ['tempat', 'keadaan', 'foto'] as const;
export type Order = (typeof orders)[number];

export interface Asked extends Wanted {
  /** null = nobody asked; the order of the settings. */
  order: Order | null;
}

/** `link` hangs nowhere. */
export const hangingMaterials = materials.filter((material) => material !== 'link');

/** What is not of the lists counts as not asked. */
export function readAsked(query: (name: string) => string | undefined, { areas }: Regency): Asked {
  const district = query('wilayah') ?? '';
  return {
    district: district === 'opd' || areas.get(district)?.level === 'kecamatan' ? district : null,
    material: hangingMaterials.find((material) => material === query('bahan')) ?? null,
    campaignId: /^[1-9]\d{0,9}$/.test(query('program') ?? '') ? Number(query('program')) : null,
    order: orders.find((order) => order === query('urut')) ?? null,
  };
}

/** "?bahan=baliho&urut=foto", or nothing. */
export function queryOf({ district, material, campaignId, order }: Asked): string {
  const query = new URLSearchParams();
  if (district !== null) query.set('wilayah', district);
  if (material !== null) query.set('bahan', material);
  if (campaignId !== null) query.set('program', String(campaignId));
  if (order !== null) query.set('urut', order);
  return query.size === 0 ? '' : `?${query}`;
}
