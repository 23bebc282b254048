/** The link of whatever hangs nowhere: to copy, and as a QR code for slides and screens. */
import { QrCode } from '../../../../ui/qr.tsx';
import { qrText } from '../../print/qr.ts';

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
