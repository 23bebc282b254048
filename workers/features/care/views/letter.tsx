/** The draft notice of an incident, to print or to copy. */
import type { Regency } from '../../../regency/snapshot.ts';
import { Page } from '../../../ui/layout.tsx';
import type { SignedIn } from '../../http.ts';
import { type Draft, draftText } from '../breach-draft.ts';
import { breachPath } from './breaches.tsx';

export function LetterPage(props: { regency: Regency; who: SignedIn; id: number; draft: Draft }) {
  const { draft, id } = props;
  return (
    <Page
      title={`Rancangan: ${draft.subject}`}
      regency={props.regency}
      side="desk"
      path="/desk/data-pribadi"
      who={props.who}
      scripts={['copy.js', 'desk.js']}
    >
      <p class="no-print">
        <a href={`${breachPath}/${id}`}>← Insiden {id}</a>
      </p>
      <h1>{draft.subject}</h1>
      <p>{draft.to}</p>
      {draft.paragraphs.map((text) => (
        <p class="text">{text}</p>
      ))}
      <ol>
        {draft.points.map(({ title, text }) => (
          <li>
            <strong>{title}:</strong> {text}
          </li>
        ))}
      </ol>
      {draft.closing.map((text) => (
        <p>{text}</p>
      ))}
      <p class="no-print actions">
        <button type="button" data-print hidden>
          Cetak
        </button>
      </p>
      <div class="field no-print">
        <label for="salin-surat">Untuk disalin</label>
        <textarea id="salin-surat" readonly rows={8}>
          {draftText(draft)}
        </textarea>
        <p class="actions">
          <button type="button" class="second" hidden data-copy="salin-surat">
            Salin
          </button>
        </p>
        <p id="tersalin" class="hint" role="status" />
      </div>
    </Page>
  );
}
