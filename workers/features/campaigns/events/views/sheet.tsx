/** Lists to print: who is invited, and the attendance sheet with room for signatures. */
import type { Regency } from '../../../../regency/snapshot.ts';
import { Table } from '../../../../ui/components.tsx';
import { Page, type Who } from '../../../../ui/layout.tsx';
import { Print } from '../../../../ui/print.tsx';
import { whenText } from '../../../local-time.ts';
import type { Invitee } from '../people.ts';
import type { EventRow } from '../queries.ts';

/** Lines for people who come without an invitation. */
const SPARE = 10;

export interface SheetPageProps {
  regency: Regency;
  who: Who;
  event: EventRow;
  people: Invitee[];
  /** With signatures, or who is invited. */
  list: 'hadir' | 'undangan';
}

export function SheetPage({ regency, who, event, people, list }: SheetPageProps) {
  const title = list === 'hadir' ? 'Daftar hadir' : 'Daftar undangan';
  const signed = list === 'hadir';
  const spare = signed ? Array.from({ length: SPARE }, () => ({ name: '', office: '' })) : [];
  return (
    <Page title={`${title} ${event.title}`} regency={regency} side="desk" who={who} scripts={['desk.js']}>
      <p class="no-print">
        <a href={`/desk/kampanye/acara/${event.id}`}>← {event.title}</a>
      </p>
      <h1>{title}</h1>
      <p>
        {event.title}
        <br />
        {whenText(event.startsAt, regency.about.timeZone)}
        {event.place ? `, ${event.place}` : ''}
      </p>
      {people.length === 0 && !signed ? <p>Belum ada yang diundang.</p> : null}
      <Table
        caption={title}
        hideCaption
        columns={['Nama', 'Instansi', ...(signed ? ['Tanda tangan'] : [])]}
        rows={[...people, ...spare].map(({ name, office }) => [
          name ?? '',
          office,
          ...(signed ? [<span class="paper-room" />] : []),
        ])}
      />
      <Print />
    </Page>
  );
}
