/** The places of the coverage as a table for files. */
import { tileNames } from '../../../../shared/i18n/coverage-words.ts';
import { isoOffset } from '../../../../shared/text.ts';
import { anyArea } from '../../../regency/named.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import type { Sheet } from '../../sheets.ts';
import type { Coverage } from './look.ts';

export function coverageSheet({ places }: Coverage, regency: Regency): Sheet {
  const day = (at: number) => ({ at: isoOffset(at, regency.about.timeZone).slice(0, 10) });
  return {
    name: 'cakupan-kampanye',
    head: ['Jenis', 'Kode', 'Tempat', 'Kecamatan', 'Keadaan', 'Bahan terpasang', 'Bahan', 'Foto terakhir'],
    rows: places.map(({ kind, ref, name, district, state, hung, pieces, photoAt }) => [
      kind === 'opd' ? 'OPD' : (name.split(' ')[0] ?? ''),
      ref,
      name,
      anyArea(regency, district)?.name ?? null,
      tileNames[state],
      hung,
      pieces,
      photoAt === null ? null : day(photoAt),
    ]),
  };
}
