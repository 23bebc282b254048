/** Names of packs, their formats and their states. Pure. */

import type { PrintFormat } from '../../../../shared/campaign.ts';
import { materialNames } from '../../../../shared/i18n/campaign-messages.ts';
import { anyArea } from '../../../regency/named.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import type { Tone } from '../../../ui/components.tsx';
import { OFFICES, type Scope } from './choice.ts';
import type { PackRow } from './queries.ts';

export const formatNames: Record<PrintFormat, { name: string; hint: string }> = {
  a3_poster: {
    name: 'Poster A3',
    hint: 'Untuk papan pengumuman. PDF dengan lebihan potong 3 mm dan tanda potong.',
  },
  a4_door_sheet: {
    name: 'Lembar pintu A4',
    hint: 'Untuk pintu dan loket. Dapat dicetak sendiri dengan printer kantor, tanpa tanda potong.',
  },
  a5_brochure: {
    name: 'Brosur A5',
    hint: 'Dua halaman: depan ajakan, belakang perjalanan laporan. Lebihan potong 3 mm dan tanda potong.',
  },
  x_banner: {
    name: 'X-banner 60 × 160 cm',
    hint: 'Untuk ruang pelayanan. Lebihan potong 3 mm; sudut dibiarkan kosong untuk lubang.',
  },
  designer_zip: {
    name: 'Bahan untuk perancang (ZIP)',
    hint: 'Gambar SVG setiap kode dan tabel CSV untuk mail merge, bila percetakan memakai rancangan sendiri.',
  },
};

export const packStates: Record<PackRow['status'], { name: string; tone: Tone }> = {
  running: { name: 'Sedang dibuat', tone: 'blue' },
  stopped: { name: 'Dihentikan', tone: 'amber' },
  done: { name: 'Siap diunduh', tone: 'green' },
  refused: { name: 'Ditolak: ada kode yang tidak terbaca', tone: 'red' },
  failed: { name: 'Gagal', tone: 'red' },
};

/** "Offices" or the name of a kecamatan. @param district null for an office */
export function districtName(regency: Regency, district: string | null): string {
  if (district === null || district === OFFICES) return 'Perangkat daerah';
  return `Kecamatan ${anyArea(regency, district)?.name ?? district}`;
}

/** What was chosen, in words. @param programs names by id */
export function scopeWords(
  scope: Scope,
  regency: Regency,
  programs: readonly { id: number; name: string }[],
): string {
  if (scope.codes.length > 0) return `Kode ${scope.codes.join(', ')}`;
  const program = programs.find(({ id }) => id === scope.campaign)?.name;
  const parts = [
    scope.lives === 'planned' ? 'Yang direncanakan' : 'Semua tempat',
    scope.district === null ? null : districtName(regency, scope.district),
    scope.material === null ? null : materialNames[scope.material],
    scope.campaign === null ? null : `program ${program ?? scope.campaign}`,
  ];
  return parts.filter((part) => part !== null).join(' · ');
}
