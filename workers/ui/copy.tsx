/** Texts to be copied into another program. */
export interface CopiedText {
  id: string;
  label: string;
  text: string;
}

/** Needs the page's script "copy.js" for its buttons; without it the fields are there to be copied by hand. */
export function CopyFields({ fields }: { fields: readonly CopiedText[] }) {
  return (
    <>
      {fields.map(({ id, label, text }) => (
        <div class="field">
          <label for={`salin-${id}`}>{label}</label>
          <textarea id={`salin-${id}`} readonly rows={rowsOf(text)}>
            {text}
          </textarea>
          <p class="actions">
            <button type="button" class="second" hidden data-copy={`salin-${id}`}>
              Salin<span class="vh"> {label.toLowerCase()}</span>
            </button>
          </p>
        </div>
      ))}
      <p id="tersalin" class="hint" role="status" />
    </>
  );
}

/** Lines of some 60 letters, and those that were typed. */
const rowsOf = (text: string): number =>
  Math.min(
    8,
    text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 60)), 0),
  );
