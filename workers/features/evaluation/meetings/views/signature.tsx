/** The foot of a meeting's papers: where they are signed, and the button that prints them. */

/** @param props.name under the line; without one there is room to write it */
export function Signature({ above, name }: { above: string; name?: string | null }) {
  return (
    <p>
      {above}
      <span class="paper-room" />
      <span class="on-paper">({name || '……………………………………'})</span>
    </p>
  );
}

export const Print = () => (
  <p class="no-print">
    <button type="button" data-print hidden>
      Cetak
    </button>{' '}
    Mencetak juga dapat dengan Ctrl+P.
  </p>
);
