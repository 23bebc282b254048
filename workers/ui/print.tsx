/** What papers have in common. */
import { Table } from './components.tsx';

/** The button that prints the page; without scripts the keys do. */
export const Print = () => (
  <p class="no-print">
    <button type="button" data-print hidden>
      Cetak
    </button>{' '}
    Mencetak juga dapat dengan Ctrl+P.
  </p>
);

/** To be signed in the hall. @param props.spare lines for those who come without an invitation */
export function SignTable(props: {
  people: readonly { name: string | null; office: string }[];
  spare: number;
}) {
  const free = Array.from({ length: props.spare }, () => ({ name: '', office: '' }));
  return (
    <Table
      caption="Daftar hadir"
      hideCaption
      columns={['Nama', 'Instansi', 'Tanda tangan']}
      rows={[...props.people, ...free].map(({ name, office }, at) => [
        `${at + 1}. ${name ?? ''}`,
        office,
        <span class="paper-room" />,
      ])}
    />
  );
}
