/** Small parts that the officer's pages share. */
export function BackToCare() {
  return (
    <p class="no-print">
      <a href="/desk/data-pribadi">← Pelindungan data pribadi</a>
    </p>
  );
}

/** In the place of what no key opens. */
export const unreadableHere = '[tidak dapat dibuka: kuncinya tidak ada]';
