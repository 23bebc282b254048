/** The two files of a table. */

/**
 * @param props.path as `offerSheet` was given it, from the root: "/desk/kampanye/brosur/semua"
 * @param props.query of what is shown: "?bahan=banner"; '' for all
 */
export function SheetLinks({ path, query = '' }: { path: string; query?: string }) {
  return (
    <p class="actions no-print">
      <a href={`${path}.csv${query}`}>Unduh CSV</a>
      <a href={`${path}.xlsx${query}`}>Unduh XLSX</a>
    </p>
  );
}
