/** Photos and PDF: added to a form one at a time, and shown in the timeline. */
import { limits } from '../../../../shared/contract/complaint.ts';
import type { Attachment } from '../../../cases/timeline.ts';
import { Checkbox, Field } from '../../../ui/components.tsx';
import { type StoredFile, sizeOf, storedValue } from '../../files.ts';

/** Files of one form. Taking the tick away leaves a file out; no script and no further page is needed. */
export function FilesField(props: { id: string; files: StoredFile[]; error?: string | undefined }) {
  const { files, id } = props;
  return (
    <>
      {files.map((file, i) => (
        <Checkbox
          id={`${id}-${i}`}
          name="stored"
          value={storedValue(file)}
          label={`Sertakan ${nameOf(file, i)}`}
          checked
        />
      ))}
      {files.length < limits.attachments ? (
        <>
          <Field
            id={`${id}-file`}
            label="Foto atau PDF (boleh dikosongkan)"
            name="file"
            type="file"
            error={props.error}
            hint={`Paling banyak ${limits.attachments}, masing-masing 10 MB. Data lokasi di dalam foto dihapus.`}
            more={{ accept: 'image/jpeg,image/png,image/webp,application/pdf' }}
          />
          <p class="actions">
            <button type="submit" class="second" name="tambah" value="1">
              Tambahkan foto ini dulu
            </button>
          </p>
        </>
      ) : (
        <p class="hint">Sudah {limits.attachments} lampiran, yang paling banyak.</p>
      )}
    </>
  );
}

export type ShownFile = Pick<Attachment, 'id' | 'bytes'> & { kind: string };

/** Pictures of the office are shown, they are its proof; the reporter's own are links, which cost no data. */
export function FileList(props: {
  files: readonly ShownFile[];
  shown: boolean;
  /** Where they are fetched, with a slash at its end; by default by the reporter. */
  base?: string | undefined;
}) {
  if (props.files.length === 0) return null;
  return (
    <ul>
      {props.files.map((file, i) => {
        const address = `${props.base ?? '/lacak/laporan/lampiran/'}${file.id}`;
        return (
          <li>
            <a href={address}>{nameOf(file, i)}</a>
            {props.shown && file.kind !== 'pdf' ? (
              <p>
                <img src={address} alt={`Foto ${i + 1} dari petugas`} loading="lazy" />
              </p>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}

const nameOf = (file: { kind: string; bytes: number }, i: number): string =>
  `${file.kind === 'pdf' ? 'PDF' : 'foto'} ${i + 1} (${sizeOf(file.bytes)})`;
