/** Lists to print: who is invited, and the attendance sheet with room for signatures. */
import type { Regency } from '../../../../regency/snapshot.ts';
import { Table } from '../../../../ui/components.tsx';
import { Page, type Who } from '../../../../ui/layout.tsx';
import { Print, SignTable } from '../../../../ui/print.tsx';
import { whenText } from '../../../local-time.ts';
import type { Invitee } from '../people.ts';
import type { EventRow } from '../queries.ts';

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
  return (
    <Page title={`${title} ${event.title}`} regency={regency} side="desk" who={who} scripts={['desk.js']}>
      <p class="no-print">
        <a href={`/desk/kampanye/acara/${event.id}`}>← {event.title}</a>
      </p>
      <div class="letter">
        <h1>{title}</h1>
        <p>
          {event.title}
          <br />
          {whenText(event.startsAt, regency.about.timeZone)}
          {event.place ? `, ${event.place}` : ''}
        </p>
        {signed ? <SignTable people={people} spare={10} /> : <Invited people={people} />}
      </div>
      <Print />
    </Page>
  );
}

function Invited({ people }: Pick<SheetPageProps, 'people'>) {
  if (people.length === 0) return <p>Belum ada yang diundang.</p>;
  return (
    <Table
      caption="Daftar undangan"
      hideCaption
      columns={['Nama', 'Instansi']}
      rows={people.map(({ name, office }) => [name ?? '', office])}
    />
  );
}
