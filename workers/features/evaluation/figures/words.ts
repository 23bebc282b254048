/** One plain sentence under each chart of the figures. Pure. */

import type { Told } from '../../../../shared/figures/told.ts';
import { formatNumber } from '../../../../shared/text.ts';
import type { ByRow } from './board.ts';

const exact = (told: Told | undefined): number | null =>
  told?.range && told.range.least === told.range.most ? told.range.least : null;

/** Of values in the order of time. @param what "laporan masuk" @param names of the same length, e.g. months */
export function trendWords(what: string, names: readonly string[], told: readonly Told[]): string {
  const known = told.flatMap((one, at) => {
    const n = exact(one);
    return n === null ? [] : [{ n, name: names[at] ?? '' }];
  });
  const [first] = known;
  if (!first || known.length < 2) return `Belum cukup angka untuk melihat perubahan ${what}.`;
  const most = known.reduce((a, b) => (b.n > a.n ? b : a), first);
  const least = known.reduce((a, b) => (b.n < a.n ? b : a), first);
  if (most.n === least.n) return `${capital(what)} tetap ${formatNumber(most.n)} setiap bulan.`;
  return `${capital(what)} paling banyak pada ${most.name} (${formatNumber(most.n)}) dan paling sedikit pada ${least.name} (${formatNumber(least.n)}).`;
}

/** Of shares in the order of time: the first and the last that are told. */
export function shareWords(what: string, names: readonly string[], told: readonly Told[]): string {
  const known = told.flatMap(({ range, text }, at) => (range ? [{ text, name: names[at] ?? '' }] : []));
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last || first === last) return `Belum cukup angka untuk melihat perubahan ${what}.`;
  return `${capital(what)} ${first.text} pada ${first.name}, dan ${last.text} pada ${last.name}.`;
}

/** Where reports come from. It ranks nothing: many reports can mean that people know where to turn. */
export function partsWords(rows: readonly ByRow[], none: string): string {
  const most = rows.find(({ name, told }) => name !== none && exact(told[0]) !== null);
  const n = exact(most?.told[0]);
  if (!most || !n) return 'Angkanya terlalu kecil untuk dibandingkan.';
  return `Terbanyak: ${most.name} (${formatNumber(n)}). Banyak atau sedikit laporan bukan nilai baik atau buruk.`;
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
