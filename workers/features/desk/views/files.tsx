/** Links to the files of a case. */
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
  return (
    <a href={`/desk/kasus/${code}/lampiran/${file.id}`}>
      Lampiran {number} ({fileName(file)})
    </a>
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
