/** Links to the files of a case: to look at, and to take away. */
import { sizeOf } from '../../files.ts';

interface Stored {
  kind: string;
  bytes: number;
}

/** "JPEG, 230 KB" */
export function fileName(file: Stored): string {
  return `${file.kind.toUpperCase()}, ${sizeOf(file.bytes)}`;
}

export function AttachmentLink(props: { code: string; file: Stored & { id: string }; number: number }) {
  const { code, file, number } = props;
  const address = `/desk/kasus/${code}/lampiran/${file.id}`;
  // A PDF is only ever taken away, which asks for a reason.
  if (file.kind === 'pdf')
    return (
      <a href={`${address}/unduh`}>
        Unduh lampiran {number} ({fileName(file)})
      </a>
    );
  return (
    <>
      <a href={address}>
        Lampiran {number} ({fileName(file)})
      </a>
      <span class="no-print">
        {' · '}
        <a href={`${address}/unduh`}>
          Unduh<span class="vh"> lampiran {number}</span>
        </a>
      </span>
    </>
  );
}

/** A small picture of a photo; a PDF has none. */
export function Thumbnail(props: { code: string; file: Stored & { id: string }; number: number }) {
  const { code, file, number } = props;
  if (file.kind === 'pdf') return null;
  return (
    <img
      src={`/desk/kasus/${code}/lampiran/${file.id}`}
      alt={`Foto pada lampiran ${number}`}
      width="56"
      height="56"
      loading="lazy"
    />
  );
}
