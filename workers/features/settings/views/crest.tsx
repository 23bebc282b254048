/** Where the crest is uploaded, with what it looks like now. */
import { formatNumber } from '../../../../shared/text.ts';
import { type Crest, crestPath } from '../../../regency/crest.ts';
import { ErrorSummary, Field, Notice, Summary } from '../../../ui/components.tsx';
import { Page } from '../../../ui/layout.tsx';
import { sizeOf } from '../../files.ts';
import { BackToSettings, type PageBase } from './settings.tsx';

export function CrestPage(props: PageBase & { error?: string | undefined; done: string | undefined }) {
  const { regency, error } = props;
  const { crest } = regency;
  return (
    <Page
      title="Lambang"
      regency={regency}
      side="desk"
      who={props.who}
      path="/desk/pengaturan"
      scripts={['crest.js']}
    >
      <BackToSettings />
      <h1>Lambang {regency.about.fullName}</h1>
      {props.done ? (
        <Notice tone="good" live>
          <p>{props.done}</p>
        </Notice>
      ) : null}
      <ErrorSummary errors={error ? { crest: error } : {}} />
      <p>Lambang tampil di kepala halaman, pada tanda terima, dan pada dokumen PDF.</p>
      {crest ? <Now crest={crest} /> : <p class="hint">Belum ada lambang. Semua tetap berjalan tanpa itu.</p>}
      <form method="post" action="/desk/pengaturan/lambang" enctype="multipart/form-data">
        <Field
          name="crest"
          type="file"
          label={crest ? 'Ganti dengan gambar lain' : 'Gambar lambang'}
          hint="PNG atau JPEG sampai 1 MB, sisi terpanjang 64 sampai 1.200 piksel. Paling baik PNG berlatar tembus pandang: kartu bagikan kampanye hanya memuat lambang PNG."
          error={error}
          required
          more={{ accept: 'image/png,image/jpeg' }}
        />
        <div hidden>
          <input type="file" id="small" name="small" />
        </div>
        <p id="lambang-contoh" />
        <noscript>
          <p class="hint">
            Tanpa JavaScript, gambar di atas 6 KB hanya dipakai pada dokumen PDF, tidak di kepala halaman.
          </p>
        </noscript>
        <p class="actions">
          <button type="submit">Simpan lambang</button>
        </p>
      </form>
      <ul>
        <li>
          <a href="/desk/pengaturan/lambang/lambang/riwayat">Riwayat perubahan</a>
        </li>
        {crest ? (
          <li>
            <a href="/desk/pengaturan/lambang/lambang/akhiri">Hapus lambang</a>
          </li>
        ) : null}
      </ul>
    </Page>
  );
}

function Now(props: { crest: Crest }) {
  const { paper, page } = props.crest;
  return (
    <Summary
      rows={[
        {
          term: 'Pada dokumen PDF',
          value: (
            <a href={crestPath(paper)}>
              Gambar {formatNumber(paper.width)} × {formatNumber(paper.height)} piksel, {sizeOf(paper.bytes)}
            </a>
          ),
        },
        {
          term: 'Di kepala halaman',
          value: page
            ? `Gambar kecil, ${sizeOf(page.bytes)}`
            : 'Tidak tampil: gambar kecilnya belum dibuat. Unggah lagi dengan JavaScript menyala, atau unggah gambar di bawah 6 KB.',
        },
      ]}
    />
  );
}
