/** Photos and PDF. Without JavaScript they are added one at a time: five at once are too much for a small server. */
import { limits } from '../../../../shared/contract/complaint.ts';
import { Field } from '../../../ui/components.tsx';
import { type StoredFile, sizeOf, storedValue } from '../../files.ts';

/** @param props.action where photos are added and taken away, one at a time; "/foto" unless given */
export function Photos(props: {
  files: StoredFile[];
  error?: string | undefined;
  action?: string | undefined;
}) {
  const { files, action = '/foto' } = props;
  return (
    <div id="attachments">
      <ul class="photos" id="daftar-foto">
        {files.map((file, i) => (
          <li>
            <input type="hidden" name="stored" value={storedValue(file)} />
            <span>
              {file.kind === 'pdf' ? 'PDF' : 'Foto'} {i + 1}, {sizeOf(file.bytes)}
            </span>
            <button type="submit" class="link" formaction={action} name="remove" value={file.id}>
              Hapus<span class="vh"> lampiran {i + 1}</span>
            </button>
          </li>
        ))}
      </ul>
      {files.length < limits.attachments ? (
        <Field
          label="Foto atau PDF (tidak wajib)"
          name="file"
          type="file"
          error={props.error}
          hint={`Paling banyak ${limits.attachments}, masing-masing 10 MB. Data lokasi di dalam foto dihapus.`}
          more={{ accept: 'image/jpeg,image/png,image/webp,application/pdf' }}
        />
      ) : (
        <p class="hint">Sudah {limits.attachments} lampiran, yang paling banyak.</p>
      )}
      <p class="actions" id="tambah-foto">
        {files.length < limits.attachments ? (
          <button type="submit" class="second" formaction={action}>
            Tambahkan foto ini
          </button>
        ) : null}
      </p>
    </div>
  );
}
