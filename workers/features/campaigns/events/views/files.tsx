/** Materials, photos and signed lists of an event. */
import { Field, givenIn, Select, Table } from '../../../../ui/components.tsx';
import { AddFile, DropFile } from '../../../file-forms.tsx';
import { sizeOf } from '../../../files.ts';
import { fileKinds } from '../files.ts';
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
  const given = givenIn(labels, mine?.typed ?? { what: '', title: '' }, mine?.errors ?? {});
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
            ...(changes ? [<DropFile action={`${own}/${file.id}/hapus`} noun="Berkas" />] : []),
          ])}
        />
      )}
      {changes ? (
        <AddFile
          action={own}
          noun="berkas"
          summary="Tambah berkas"
          hint="Hanya dapat dilihat petugas kampanye."
          labels={labels}
          errors={mine?.errors}
        >
          <div class="pair">
            <Select
              {...given('what')}
              options={fileKinds.map((value) => ({ value, label: kindNames[value] }))}
            />
            <Field {...given('title')} required more={{ maxlength: 150 }} />
          </div>
        </AddFile>
      ) : null}
    </section>
  );
}
