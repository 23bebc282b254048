/** The button that prints the page; without scripts the keys do. */
export const Print = () => (
  <p class="no-print">
    <button type="button" data-print hidden>
      Cetak
    </button>{' '}
    Mencetak juga dapat dengan Ctrl+P.
  </p>
);
