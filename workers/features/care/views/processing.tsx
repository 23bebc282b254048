/** /desk/data-pribadi/pemrosesan: the register of processing, to read and to print. */
import type { PackProcessing } from '../../../../shared/regencies/types.ts';
import { formatDate } from '../../../../shared/text.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import { Summary, Tag } from '../../../ui/components.tsx';
import { Page } from '../../../ui/layout.tsx';
import type { SignedIn } from '../../http.ts';
import { BackToCare } from './parts.tsx';

const parts: [key: Exclude<keyof PackProcessing, 'id' | 'name' | 'check'>, term: string][] = [
  ['purpose', 'Tujuan'],
  ['basis', 'Dasar hukum'],
  ['data', 'Jenis data'],
  ['whose', 'Milik siapa'],
  ['recipients', 'Penerima'],
  ['place', 'Tempat penyimpanan'],
  ['keeps', 'Masa simpan'],
  ['safeguards', 'Pengamanan'],
];

export function ProcessingPage(props: { regency: Regency; who: SignedIn; now: number }) {
  const { regency, who } = props;
  return (
    <Page
      title="Pemrosesan data pribadi"
      regency={regency}
      side="desk"
      path="/desk/data-pribadi"
      who={who}
      scripts={['desk.js']}
    >
      <BackToCare />
      <h1>Daftar kegiatan pemrosesan data pribadi</h1>
      <p>
        Pengendali data: Pemerintah {regency.about.fullName}. Menurut UU 27/2022 Pasal 31; keadaan{' '}
        {formatDate(props.now, regency.about.timeZone)}.
      </p>
      <p class="no-print actions">
        <button type="button" class="second" data-print hidden>
          Cetak
        </button>
        {who.roles.includes('admin') ? (
          <a href="/desk/pengaturan/pemrosesan">Ubah daftar ini</a>
        ) : (
          <span class="hint">Perubahan dilakukan admin di Pengaturan.</span>
        )}
      </p>
      {regency.processing.map((row, index) => (
        <section aria-label={row.name}>
          <h2>
            {index + 1}. {row.name} {row.check ? <Tag tone="amber">perlu dipastikan</Tag> : null}
          </h2>
          <Summary rows={parts.map(([key, term]) => ({ term, value: row[key] }))} />
        </section>
      ))}
    </Page>
  );
}
