/**
 * Name and time of who looks, across the page of an anonim case, on the screen and on paper: a picture of it that gets
 * around tells where it came from. An inline picture, because the policy of pages takes no inline styles.
 */
import { formatDateTime } from '../../../../shared/text.ts';
import type { Regency } from '../../../regency/snapshot.ts';

/** Width of a letter and height of a line, roughly, in pixels. */
const LETTER = 8.5;
const LINE = 110;

/** @param props.at epoch ms; @param props.strong over a photo, whose colours can be any */
export function Watermark(props: { name: string; regency: Regency; at: number; strong?: boolean }) {
  const text = `${props.name} · ${formatDateTime(props.at, props.regency.about.timeZone)}`;
  return (
    <svg class={props.strong ? 'mark strong' : 'mark'} aria-hidden="true" focusable="false">
      <defs>
        <pattern
          id="tanda-air"
          width={Math.ceil(text.length * LETTER)}
          height={LINE}
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(-24)"
        >
          <text x="0" y="60">
            {text}
          </text>
        </pattern>
      </defs>
      <rect width="100%" height="100%" fill="url(#tanda-air)" />
    </svg>
  );
}
