/** Who held a case, each since when and for how many working days, and the whole. */
import { formatDateTime, formatNumber } from '../../../../shared/text.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import type { DeskCase } from '../queries.ts';
import { holderName, NOT_KNOWN } from '../words.ts';

export function Custody(props: { view: DeskCase; regency: Regency }) {
  const { view, regency } = props;
  const zone = regency.about.timeZone;
  if (view.days === null) return <p>Ditangani di SP4N-LAPOR!; lamanya {NOT_KNOWN}.</p>;
  return (
    <>
      <ol>
        {view.custody.map((held) => (
          <li>
            {holderName(regency, held.holder)}: <strong>{length(held.days)}</strong>
            {held.until === null && view.open ? ' (sekarang)' : ''}
            <p class="hint">
              {held.until === null
                ? `Sejak ${formatDateTime(held.since, zone)}`
                : `${formatDateTime(held.since, zone)} sampai ${formatDateTime(held.until, zone)}`}
            </p>
          </li>
        ))}
      </ol>
      <p>
        Seluruhnya {length(view.days)} sejak diterima.
        {view.hops > 0 ? ` Sudah ${view.hops} kali berpindah instansi.` : ''}
      </p>
    </>
  );
}

/** "3 hari kerja"; on the day it came it is no day yet. */
const length = (days: number): string =>
  days === 0 ? 'kurang dari satu hari kerja' : `${formatNumber(days)} hari kerja`;
