/** The two files of a table. */

/** @param props.path as `offerSheet` was given it, from the root: "/desk/kampanye/brosur/semua" */
export function SheetLinks({ path }: { path: string }) {
  return (
    <p class="actions no-print">
      <a href={`${path}.csv`}>Unduh CSV</a>
      <a href={`${path}.xlsx`}>Unduh XLSX</a>
    </p>
  );
}
