/** The cases behind a figure, as far as somebody may read them. */
import type { Definition } from '../../../../../shared/figures/definitions.ts';
import { periodName } from '../../../../../shared/figures/periods.ts';
import { formatDay, formatNumber } from '../../../../../shared/text.ts';
import { anyOffice } from '../../../../regency/named.ts';
import type { Regency } from '../../../../regency/snapshot.ts';
import { Pagination, StateTag, Table } from '../../../../ui/components.tsx';
import { Page, type Who } from '../../../../ui/layout.tsx';
import { EvaluationNav } from '../../nav.tsx';
import { type AskedFor, addressOf, FIGURES } from '../asked.ts';
import { type Behind, PAGE } from '../behind/behind.ts';
import { LOOK } from '../behind/queries.ts';
import { DefinitionLink } from './links.tsx';

interface Props extends Behind {
  regency: Regency;
  who: Who;
  asked: AskedFor;
  definition: Definition;
  /** Name of the value asked for; null = all. */
  value: string | null;
  /** Address of the next page. */
  more: string | null;
  /** Ordinary cases of every office are shown. */
  all: boolean;
}

export function BehindPage(props: Props) {
  const { regency, who, asked, definition, value, cases } = props;
  return (
    <Page title={`Laporan: ${definition.name}`} regency={regency} side="desk" who={who} path="/desk/evaluasi">
      <EvaluationNav here={FIGURES} />
      <h1>Laporan di balik angka</h1>
      <p>
        <DefinitionLink definition={definition} />, {periodName(asked.period)}
        {value === null ? '' : `, ${value}`}. <a href={addressOf(asked)}>Kembali ke angka</a>
      </p>
      {props.all ? null : (
        <p>Hanya laporan kantor Anda yang ditampilkan. Laporan kantor lain ikut dihitung dalam angkanya.</p>
      )}
      {cases.length > 0 ? (
        <Table
          caption={`Laporan: ${definition.name}`}
          hideCaption
          columns={['Nomor', 'Judul', 'Keadaan', 'Diterima', 'OPD']}
          rows={cases.map(({ row, title }) => [
            <a href={`/desk/kasus/${row.code}`}>{row.code}</a>,
            title ?? 'Belum dilepas untuk dibaca',
            <StateTag state={row.state} side="desk" />,
            formatDay(regency.calendar.localDate(row.receivedAt)),
            anyOffice(regency, row.office)?.short ?? '–',
          ])}
        />
      ) : null}
      <Further {...props} />
    </Page>
  );
}

/** A look ends after so many notes: then the page is not full, and the rest is looked for when asked. */
function Further({ cases, more }: Props) {
  if (!more) return cases.length > 0 ? null : <p>Tidak ada laporan yang dapat ditampilkan.</p>;
  if (cases.length === PAGE) return <Pagination next={more} label="Laporan" />;
  return (
    <p>
      {formatNumber(LOOK)} catatan sudah diperiksa, dan masih ada yang lain. <a href={more}>Cari lagi</a>
    </p>
  );
}
