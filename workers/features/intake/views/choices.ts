/** What the form offers to choose from, out of this regency's settings. */
import type { OfficeKind } from '../../../../shared/regencies/types.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import type { Option } from '../../../ui/components.tsx';

export const kindOptions = [
  { value: 'complaint', label: 'Pengaduan', hint: 'Ada yang rusak, salah, atau tidak dilayani.' },
  { value: 'aspiration', label: 'Aspirasi', hint: 'Usul atau harapan untuk daerah.' },
  { value: 'information', label: 'Permintaan informasi', hint: 'Anda ingin tahu atau meminta data.' },
];

interface Group {
  label: string;
  options: Option[];
}

/** One group a kecamatan, so that villages of one name are told apart; the kecamatan itself comes first. */
export function areaGroups(regency: Regency): Group[] {
  const all = [...regency.areas.values()];
  return all
    .filter((area) => area.level === 'kecamatan')
    .map((district) => ({
      label: `Kecamatan ${district.name}`,
      options: [
        { value: district.code, label: `Kecamatan ${district.name}`, aliases: district.aliases },
        ...all
          .filter((area) => area.parent === district.code)
          .map((area) => ({
            value: area.code,
            label: area.level === 'kelurahan' ? `Kelurahan ${area.name}` : area.name,
            aliases: area.aliases,
          })),
      ],
    }));
}

export function categoryOptions(regency: Regency): Option[] {
  return [...regency.categories.values()]
    .filter((category) => category.public)
    .map((category) => ({ value: category.id, label: category.name }));
}

/** As the public knows them. */
export const publicKindNames: Record<OfficeKind, string> = {
  opd: 'Dinas, badan, dan kantor daerah',
  kecamatan: 'Kantor kecamatan',
  bumd: 'Perusahaan daerah',
  luar: 'Di luar pemerintah kabupaten (kami teruskan)',
};
