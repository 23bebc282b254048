/** What definitions are written with. Pure. */
import type { CountName, Counts } from '../counts.ts';
import type { Definition, Value } from '../definitions.ts';

export type Rows = Record<string, Omit<Definition, 'id'>>;

export const DAY = 86_400_000;

export const ACCUSATIONS =
  'Pengaduan berkadar pengawasan, yang dihitung tersendiri, dan laporan yang belum dibaca.';
export const PLAIN = `${ACCUSATIONS} Spam. Laporan kembar dihitung sekali, pada induknya.`;
export const IMPORTED = `${PLAIN} Laporan yang diambil dari ekspor SP4N-LAPOR!: waktunya tidak diketahui.`;
export const LAPOR = 'SP4N-LAPOR! (PermenPANRB 5/2025)';
export const DUES = `${IMPORTED} Yang waktunya dihentikan (ditarik, diarsipkan, digabung, diteruskan, ditahan) sebelum jatuh tempo.`;
export const KANAL = 'Aturan Kanal';

export const count =
  (name: CountName) =>
  (counts: Counts): Value => ({ kind: 'count', n: counts[name] });
export const share =
  (hits: CountName, of: CountName) =>
  (counts: Counts): Value => ({ kind: 'share', hits: counts[hits], of: counts[of] });
export const mean =
  (sum: CountName, of: CountName, unit = 1) =>
  (counts: Counts): Value => ({ kind: 'mean', sum: counts[sum] / unit, of: counts[of] });
