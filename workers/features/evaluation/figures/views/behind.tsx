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
import type { Behind } from '../behind/behind.ts';
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
  const { regency, who, asked, definition, value, cases, more } = props;
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
            <a href={`/desk/laporan/${row.code}`}>{row.code}</a>,
            title ?? 'Belum dilepas untuk dibaca',
            <StateTag state={row.state} side="desk" />,
            formatDay(regency.calendar.localDate(row.receivedAt)),
            anyOffice(regency, row.office)?.short ?? '–',
          ])}
        />
      ) : (
        <p>
          {more
            ? `Belum ada yang cocok di antara ${formatNumber(LOOK)} catatan yang diperiksa.`
            : 'Tidak ada laporan yang dapat ditampilkan.'}
        </p>
      )}
      {more && cases.length > 0 ? <p class="hint">Ada catatan lain yang belum diperiksa.</p> : null}
      {more && cases.length === 0 ? (
        <p>
          <a href={more}>Cari lagi</a>
        </p>
      ) : (
        <Pagination next={more} label="Laporan" />
      )}
    </Page>
  );
}
