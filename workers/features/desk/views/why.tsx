/** Why the router chose an office, or wants a person to. */
import { clue, ruleName } from '../../../../shared/routing/clue.ts';
import { formatNumber } from '../../../../shared/text.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import type { Reasons } from '../reasons.ts';
import { officeName } from '../words.ts';

const decided: Record<Reasons['outcome'], string> = {
  dispose: 'Sistem mendisposisikan laporan ini sendiri.',
  suggest: 'Sistem belum cukup yakin; petugas yang memutuskan.',
  held: 'Sistem menahan laporan ini untuk verifikator.',
};

export function Why(props: {
  why: Reasons;
  regency: Regency;
  /** Office that has it, or had it last. */
  chosen: string | null;
}) {
  const { why, regency, chosen } = props;
  return (
    <>
      <p>
        {decided[why.outcome]} Dasarnya: {ruleName(why.rule)}.
        {why.confidence > 0
          ? ` Keputusan seperti ini benar pada ${formatNumber(why.confidence * 100)} % laporan contoh.`
          : ''}
      </p>
      {why.matched.length > 0 ? <p>Petunjuk: {[...new Set(why.matched.map(clue))].join(', ')}.</p> : null}
      {why.candidates.length > 0 ? (
        <>
          <p>Instansi yang dipertimbangkan, dari petunjuk terkuat:</p>
          <ol>
            {why.candidates.map(({ office, score }) => (
              <li>
                {officeName(regency, office)}: {formatNumber(score * 100)} %
                {office === chosen ? ' (penanggung jawab sekarang)' : ''}
              </li>
            ))}
          </ol>
        </>
      ) : (
        <p>Tidak ada instansi lain yang dipertimbangkan.</p>
      )}
      <p class="hint">Aturan versi {why.version}.</p>
    </>
  );
}
