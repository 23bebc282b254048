/** What shows that it was done. */
import { formatDate } from '../../../../../shared/text.ts';
import { Field, givenIn, Table } from '../../../../ui/components.tsx';
import { AddFile, DropFile } from '../../../file-forms.tsx';
import { sizeOf } from '../../../files.ts';
import { PLAN } from '../filter.ts';
import type { ActionPageProps } from './action.tsx';

const labels = { file: 'Berkas', title: 'Keterangan' };

export function ActionFiles(props: ActionPageProps & { changes: boolean }) {
  const { regency, line, files, refused, changes } = props;
  const own = `${PLAN}/${line.row.id}/bukti`;
  const mine = refused?.form === 'file' ? refused : undefined;
  const drops = changes && line.row.doneAt === null;
  const given = givenIn(labels, { title: mine?.title ?? '' }, mine?.errors ?? {});
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
            ...(drops ? [<DropFile action={`${own}/${file.id}/hapus`} noun="Bukti" />] : []),
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
        <AddFile
          action={own}
          noun="bukti"
          summary="Tambah bukti"
          hint="Hanya dapat dilihat petugas. Satu berkas hanya dapat dipakai sekali."
          labels={labels}
          errors={mine?.errors}
        >
          <Field {...given('title')} required more={{ maxlength: 150 }} />
        </AddFile>
      ) : null}
    </section>
  );
}
