/** On an administrator's morning page: offices where nobody is there to answer, or to approve what is answered. */
import { formatDate } from '../../../../shared/text.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import { Details, Notice } from '../../../ui/components.tsx';
import type { OfficeGap } from '../../staff/queries.ts';
import { officeName } from '../words.ts';

/** @param props.untrained offices with a liaison officer, none of them trained and here */
export function OfficeGaps(props: { gaps: readonly OfficeGap[]; untrained: number; regency: Regency }) {
  const { gaps, untrained, regency } = props;
  const liaisons = gaps.filter(({ missing }) => missing === 'liaison');
  const approvers = gaps.filter(({ missing }) => missing !== 'liaison');
  if (gaps.length + untrained === 0) return null;
  return (
    <Notice tone="warn">
      {liaisons.length > 0 ? (
        <Details summary={`${liaisons.length} instansi tanpa pejabat penghubung yang aktif`}>
          <p>
            Laporan untuk instansi ini tidak ada yang menjawab. Pilih instansinya untuk mengundang pejabat
            penghubung, atau periksa <a href="/desk/pengguna">daftar pengguna</a>.
          </p>
          <Gaps gaps={liaisons} regency={regency} />
        </Details>
      ) : null}
      {approvers.length > 0 ? (
        <Details summary={`${approvers.length} instansi tanpa penyetuju jawaban yang aktif`}>
          <p>
            Jawaban instansi ini perlu disetujui dahulu. Selama penyetujunya tidak ada, rekan yang
            menggantikannya, atau jawaban terkirim tanpa persetujuan dan itu tercatat.
          </p>
          <Gaps gaps={approvers} regency={regency} />
        </Details>
      ) : null}
      {untrained > 0 ? (
        <p>
          {untrained} instansi belum mempunyai pejabat penghubung yang sudah bimtek dan masih aktif.{' '}
          <a href="/desk/kampanye/acara/pelatihan">Lihat pelatihan</a>
        </p>
      ) : null}
    </Notice>
  );
}

function Gaps(props: { gaps: readonly OfficeGap[]; regency: Regency }) {
  const { regency } = props;
  return (
    <ul>
      {props.gaps.map((gap) => (
        <li>
          <a href={`/desk/pengguna/baru?instansi=${gap.office}`}>{officeName(regency, gap.office)}</a>:{' '}
          {gapWords(gap, regency.about.timeZone)}
        </li>
      ))}
    </ul>
  );
}

const whose = { liaison: '', head: 'kepala ', colleague: 'rekan ' };

function gapWords({ missing, last }: OfficeGap, timeZone: Regency['about']['timeZone']): string {
  const who = whose[missing];
  if (last === 'none') return `${who}belum ada akun`;
  if (last === 'unused') return `akun ${who}ada, belum pernah masuk`;
  return `akun ${who}ada, tidak masuk sejak ${formatDate(last, timeZone)}`;
}
