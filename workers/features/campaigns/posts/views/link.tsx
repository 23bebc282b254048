/** The link of whatever hangs nowhere: to copy, and as a QR code for slides and screens. */
import { QrCode } from '../../../../ui/qr.tsx';
import { qrText } from '../../print/qr.ts';

/** Needs the page's script "copy.js" for its buttons; without it the fields are there to be copied by hand. */
export function CopyFields({ fields }: { fields: [id: string, label: string, text: string][] }) {
  return (
    <>
      {fields.map(([id, label, text]) => (
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

export function LinkCode({ code, link }: { code: string; link: string }) {
  const origin = link.slice(0, -code.length - 1);
  return (
    <figure>
      <QrCode text={qrText(origin, code)} label={`Kode QR ${link}`} side={160} />
      <figcaption>
        Kode QR tautan ini: <a href={`/desk/kampanye/${code}.svg`}>SVG</a>{' '}
        <a href={`/desk/kampanye/${code}.png`}>PNG</a>
      </figcaption>
    </figure>
  );
}
