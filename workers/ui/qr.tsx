/** QR codes within a page. */
import encodeQR from 'qr';

/**
 * One path of squares, so that no markup from a library enters the page.
 * @param props.side pixels; 240 unless given
 */
export function QrCode(props: { text: string; label: string; side?: number }) {
  const side = String(props.side ?? 240);
  const rows = encodeQR(props.text, 'raw', { ecc: 'medium', border: 4 });
  const squares = rows.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return (
    <svg
      role="img"
      aria-label={props.label}
      viewBox={`0 0 ${rows.length} ${rows.length}`}
      width={side}
      height={side}
      shape-rendering="crispEdges"
    >
      <rect width="100%" height="100%" fill="#fff" />
      <path d={squares} fill="#000" />
    </svg>
  );
}
