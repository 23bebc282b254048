/** Why the router chose an office, or wants a person to. */
import { formatNumber } from '../../../../shared/text.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import type { Reasons } from '../reasons.ts';
import { officeName } from '../words.ts';

const decided: Record<Reasons['outcome'], string> = {
  dispose: 'Sistem mendisposisikan laporan ini sendiri.',
  suggest: 'Sistem belum cukup yakin; petugas yang memutuskan.',
  held: 'Sistem menahan laporan ini untuk verifikator.',
};

const rules: Record<string, string> = {
  accusation: 'laporan tampak menuduh penyelenggara pemerintahan',
  violence: 'kekerasan terhadap perempuan atau anak',
  danger: 'ada bahaya jiwa',
  spam: 'tampak seperti iklan atau percobaan',
  office: 'instansi yang disebut pelapor, dan kata-kata dalam laporan',
  category: 'bidang yang dipilih pelapor, dan kata-kata dalam laporan',
  keyword: 'kata-kata dalam laporan',
  outside: 'wewenang instansi di luar pemerintah kabupaten',
  area: 'hanya wilayahnya yang dikenali',
  unknown: 'belum ada petunjuk yang dikenali',
};

/** Of many alternatives the first tell enough. */
const MOST = 3;

/**
 * An entry of the lexicon as people read it: "pasar .. atap|bocor|becek|kios|−bangun" becomes
 * "pasar … atap/bocor/becek/…" (what must not stand beside it is left out).
 */
export function clue(entry: string): string {
  const words = entry
    .split(' ')
    .filter((word) => !/^[!−-]/.test(word))
    .map((word) => {
      const choices = word.split('|').filter((one) => !/^[!−-]/.test(one));
      const named = choices.slice(0, MOST).map((one) => one.replace(/[@~^$]/g, ''));
      return [...named, ...(choices.length > MOST ? ['…'] : [])].join('/');
    });
  return words
    .join(' ')
    .replaceAll('..', '…')
    .replaceAll('&', '+')
    .replace(/( [+…])+$/, '');
}

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
        {decided[why.outcome]} Dasarnya: {rules[why.rule] ?? why.rule}.
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
