/** How a figure differs from an earlier one, in words that judge nothing: few reports are not good news. Pure. */
import { formatNumber } from '../text.ts';
import type { Definition } from './definitions.ts';
import type { Told } from './told.ts';

/**
 * "naik 12", "turun 5 poin", "naik 1,2 hari", "sama", or for what is told from … to "lebih tinggi", "belum jelas berbeda".
 * @returns "–" where one of them is not told
 */
export function changeText({ unit }: Pick<Definition, 'unit'>, now: Told, before: Told): string {
  if (now.range === null || before.range === null) return '–';
  const [a, b] = [now.range, before.range];
  if (a.least === a.most && b.least === b.most)
    return exactly(shown(a.least, unit) - shown(b.least, unit), unit);
  if (a.least > b.most) return 'lebih tinggi';
  return a.most < b.least ? 'lebih rendah' : 'belum jelas berbeda';
}

/** As the reader sees it: what differs is what is left when they subtract. */
const shown = (value: number, unit: Definition['unit']): number =>
  unit === 'persen' ? Math.round(value * 100) : value;

function exactly(difference: number, unit: Definition['unit']): string {
  const size = Math.abs(difference);
  const amount = Math.round(size * 10) / 10;
  if (amount === 0) return 'sama';
  const whole = unit === 'laporan' || unit === 'unggahan' || unit === 'persen';
  const number = formatNumber(amount, whole ? 0 : 1);
  const words: Record<Definition['unit'], string> = {
    laporan: number,
    unggahan: number,
    persen: `${number} poin`,
    nilai: number,
    hari: `${number} hari`,
    'hari kerja': `${number} hari kerja`,
  };
  return `${difference > 0 ? 'naik' : 'turun'} ${words[unit]}`;
}
