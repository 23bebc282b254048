/** What somebody typed while somebody else ended the meeting: not saved, and not lost. */
import { Notice } from '../../../../ui/components.tsx';

export function NotSaved({ words }: { words: string | undefined }) {
  return words ? (
    <Notice tone="warn" title="Tidak disimpan: rapat ini sudah ditutup atau dibatalkan" live>
      <p>Tulisan Anda, untuk disalin:</p>
      <p class="quote">{words}</p>
    </Notice>
  ) : null;
}
