/** What shows that it was done. */
import { formatDate } from '../../../../../shared/text.ts';
import { newKey } from '../../../../platform/ids.ts';
import { ConfirmForm, Details, ErrorSummary, Field, Table } from '../../../../ui/components.tsx';
import { sizeOf } from '../../../files.ts';
import { PLAN } from '../filter.ts';
import type { ActionPageProps } from './action.tsx';

const labels = { file: 'Berkas', title: 'Keterangan' };

export function ActionFiles(props: ActionPageProps & { changes: boolean }) {
  const { regency, line, files, refused, changes } = props;
  const own = `${PLAN}/${line.row.id}/bukti`;
  const mine = refused?.form === 'file' ? refused : undefined;
  const drops = changes && line.row.doneAt === null;
  return (
    <section aria-labelledby="bukti">
      <h2 id="bukti">Bukti pelaksanaan</h2>
      {files.length === 0 ? (
        <p>Belum ada bukti.{changes ? ' Tambahkan foto kegiatan, notula, atau surat.' : ''}</p>
      ) : (
        <Table
          caption="Bukti pelaksanaan"
          hideCaption
          columns={['Berkas', 'Disimpan', 'Sidik berkas', ...(drops ? ['Tindakan'] : [])]}
          rows={files.map((file) => [
            <>
              <a href={`${own}/${file.id}`}>{file.title}</a>
              <small>
                {file.kind.toUpperCase()}, {sizeOf(file.bytes)}
              </small>
            </>,
            formatDate(file.uploadedAt, regency.about.timeZone),
            <span class="mono" title={file.digest}>
              {file.digest.slice(0, 12)}
            </span>,
            ...(drops ? [<Drop own={`${own}/${file.id}`} />] : []),
          ])}
        />
      )}
      {changes && !drops && files.length > 0 ? (
        <p class="hint">
          Kegiatan ini sudah ditutup, jadi buktinya tidak dapat dihapus. Bila ada yang keliru, admin atau
          pimpinan membuka lagi kegiatannya lebih dahulu.
        </p>
      ) : null}
      {changes ? (
        <Details summary="Tambah bukti" open={mine !== undefined}>
          <form method="post" action={own} enctype="multipart/form-data" novalidate>
            <ErrorSummary errors={mine?.errors ?? {}} labels={labels} />
            <Field
              name="file"
              label={labels.file}
              type="file"
              hint="Foto (JPEG, PNG, WebP) atau PDF, paling besar 10 MB. Hanya dapat dilihat petugas. Satu berkas hanya dapat dipakai sekali."
              error={mine?.errors.file}
              required
              more={{ accept: 'image/jpeg,image/png,image/webp,application/pdf' }}
            />
            <Field
              name="title"
              label={labels.title}
              value={mine?.title}
              error={mine?.errors.title}
              required
              more={{ maxlength: 150 }}
            />
            <button type="submit">Simpan bukti</button>
          </form>
        </Details>
      ) : null}
    </section>
  );
}

function Drop({ own }: { own: string }) {
  return (
    <ConfirmForm
      action={`${own}/hapus`}
      formKey={newKey()}
      summary="Hapus"
      submit="Ya, hapus bukti ini"
      danger
    >
      <p>Bukti yang dihapus tidak dapat dikembalikan.</p>
    </ConfirmForm>
  );
}
