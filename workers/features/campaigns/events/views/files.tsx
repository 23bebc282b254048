/** Materials, photos and signed lists of an event. */
import { newKey } from '../../../../platform/ids.ts';
import { ConfirmForm, Details, ErrorSummary, Field, Select, Table } from '../../../../ui/components.tsx';
import { sizeOf } from '../../../files.ts';
import { fileKinds } from '../files.ts';
import type { FileRow } from '../queries.ts';
import type { EventPageProps } from './event.tsx';

const kindNames: Record<(typeof fileKinds)[number], string> = {
  photo: 'Foto',
  material: 'Bahan',
  attendance: 'Daftar hadir bertanda tangan',
};

const labels = { file: 'Berkas', what: 'Apa ini', title: 'Keterangan' };

export function EventFiles(props: EventPageProps & { changes: boolean }) {
  const { line, files, refused, changes } = props;
  const own = `/desk/kampanye/acara/${line.row.id}/berkas`;
  const mine = refused?.form === 'file' ? refused : undefined;
  return (
    <section aria-labelledby="berkas">
      <h2 id="berkas">Bahan dan foto</h2>
      {files.length === 0 ? (
        <p>Belum ada berkas.</p>
      ) : (
        <Table
          caption="Berkas acara"
          hideCaption
          columns={['Berkas', 'Jenis', 'Ukuran', ...(changes ? ['Tindakan'] : [])]}
          rows={files.map((file) => [
            <a href={`${own}/${file.id}`}>{file.title}</a>,
            kindNames[file.what],
            `${file.kind.toUpperCase()}, ${sizeOf(file.bytes)}`,
            ...(changes ? [<Drop file={file} own={own} />] : []),
          ])}
        />
      )}
      {changes ? (
        <Details summary="Tambah berkas" open={mine !== undefined}>
          <form method="post" action={own} enctype="multipart/form-data" novalidate>
            <ErrorSummary errors={mine?.errors ?? {}} labels={labels} />
            <Field
              name="file"
              label={labels.file}
              type="file"
              hint="Foto (JPEG, PNG, WebP) atau PDF, paling besar 10 MB. Hanya dapat dilihat petugas kampanye."
              error={mine?.errors.file}
              required
              more={{ accept: 'image/jpeg,image/png,image/webp,application/pdf' }}
            />
            <div class="pair">
              <Select
                name="what"
                label={labels.what}
                options={fileKinds.map((value) => ({ value, label: kindNames[value] }))}
              />
              <Field
                name="title"
                label={labels.title}
                value={mine?.title}
                error={mine?.errors.title}
                required
                more={{ maxlength: 150 }}
              />
            </div>
            <div class="actions">
              <button type="submit">Simpan berkas</button>
            </div>
          </form>
        </Details>
      ) : null}
    </section>
  );
}

function Drop({ file, own }: { file: FileRow; own: string }) {
  return (
    <ConfirmForm
      action={`${own}/${file.id}/hapus`}
      formKey={newKey()}
      summary="Hapus"
      submit="Ya, hapus berkas ini"
      danger
    >
      <p>Berkas yang dihapus tidak dapat dikembalikan.</p>
    </ConfirmForm>
  );
}
