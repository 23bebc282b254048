/** Why the router chose an office, or wants a person to. */
import { formatNumber } from '../../../../shared/text.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import { Details } from '../../../ui/components.tsx';
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

export function Why(props: { why: Reasons; regency: Regency }) {
  const { why, regency } = props;
  return (
    <Details summary="Mengapa sistem memilih ini">
      {/* A link to it opens what it stands in. */}
      <p id="mengapa">
        {decided[why.outcome]} Dasarnya: {rules[why.rule] ?? why.rule}.
        {why.confidence > 0
          ? ` Keputusan seperti ini benar pada ${formatNumber(why.confidence * 100)} % laporan contoh.`
          : ''}
      </p>
      {why.matched.length > 0 ? <p>Petunjuk: {why.matched.join(', ')}.</p> : null}
      {why.candidates.length > 0 ? (
        <ol>
          {why.candidates.map(({ office, score }) => (
            <li>
              {officeName(regency, office)}: {formatNumber(score * 100)} %
            </li>
          ))}
        </ol>
      ) : null}
      <p class="hint">Aturan versi {why.version}.</p>
    </Details>
  );
}
