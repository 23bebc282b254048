/** What the reporter wrote and sent along, as far as this person may see it. */
import type { Regency } from '../../../regency/snapshot.ts';
import type { DeskCase } from '../queries.ts';
import { erasedWords } from '../words.ts';
import { AttachmentLink, Thumbnail } from './files.tsx';

export function CaseText(props: { view: DeskCase; regency: Regency }) {
  const { view } = props;
  return (
    <section aria-labelledby="isi-laporan">
      <h2 id="isi-laporan">Isi laporan</h2>
      {view.erasedAt !== null ? (
        <p>{erasedWords(props.regency, view.erasedAt)}</p>
      ) : view.text === null ? (
        <p>Laporan anonim ini belum dilepas. Teks dan fotonya baru terlihat setelah admin memeriksanya.</p>
      ) : (
        <p class="quote">{view.text}</p>
      )}
      {view.attachments.length > 0 ? (
        <ul class="photos">
          {view.attachments.map((file, index) => (
            <li>
              <Thumbnail code={view.code} file={file} number={index + 1} />
              <span>
                <AttachmentLink code={view.code} file={file} number={index + 1} />
                {view.anonymous && !file.released ? ' · belum dilepas' : ''}
              </span>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}
