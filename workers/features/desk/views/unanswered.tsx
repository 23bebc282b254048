/** On an administrator's morning page: offices that nobody answers for. */
import type { Regency } from '../../../regency/snapshot.ts';
import { Details, Notice } from '../../../ui/components.tsx';
import { officeName } from '../words.ts';

export function OfficesUnanswered(props: { offices: readonly string[]; regency: Regency }) {
  const { offices, regency } = props;
  if (offices.length === 0) return null;
  return (
    <Notice tone="warn">
      <Details summary={`${offices.length} instansi tanpa pejabat penghubung yang aktif`}>
        <p>
          Laporan untuk instansi ini tidak ada yang menjawab: belum ada akunnya, atau semua akunnya sudah
          sebulan tidak masuk. Pilih instansinya untuk mengundang pejabat penghubung, atau periksa{' '}
          <a href="/desk/pengguna">daftar pengguna</a>.
        </p>
        <ul>
          {offices.map((code) => (
            <li>
              <a href={`/desk/pengguna/baru?instansi=${code}`}>{officeName(regency, code)}</a>
            </li>
          ))}
        </ul>
      </Details>
    </Notice>
  );
}
