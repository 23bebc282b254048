/** Offices to choose from. */
import type { OfficeKind, PackOffice } from '../../shared/regencies/types.ts';
import type { Regency } from './snapshot.ts';

/** Offices of the government itself: they can be disposed to. */
export const ownKinds: readonly OfficeKind[] = ['opd', 'kecamatan', 'bumd'];
export const officeKinds: readonly OfficeKind[] = [...ownKinds, 'luar'];

/** In the order of the settings. */
export const ownOffices = ({ offices }: Pick<Regency, 'offices'>): PackOffice[] =>
  [...offices.values()].filter(({ kind }) => kind !== 'luar');

export const kindNames: Record<OfficeKind, string> = {
  opd: 'OPD',
  kecamatan: 'Kecamatan',
  bumd: 'BUMD',
  luar: 'Di luar pemerintah kabupaten',
};

/** What a select takes, by kind; a kind that has no office is left out. */
export const officeGroups = (
  { offices }: Pick<Regency, 'offices'>,
  kinds: readonly OfficeKind[] = ownKinds,
  names: Record<OfficeKind, string> = kindNames,
): { label: string; options: { value: string; label: string }[] }[] =>
  kinds
    .map((kind) => ({
      label: names[kind],
      options: [...offices.values()]
        .filter((office) => office.kind === kind)
        .map(({ code, name }) => ({ value: code, label: name })),
    }))
    .filter(({ options }) => options.length > 0);
