/** All batches with what is left, and how many went to each kecamatan. */
import { batchMaterialNames } from '../../../../../shared/i18n/event-messages.ts';
import { runsCampaigns } from '../../../../../shared/permissions/rooms.ts';
import { formatDay, formatNumber } from '../../../../../shared/text.ts';
import type { Regency } from '../../../../regency/snapshot.ts';
import { Details, Table, Tag } from '../../../../ui/components.tsx';
import { Page, type Who } from '../../../../ui/layout.tsx';
import { SheetLinks } from '../../../../ui/sheet-links.tsx';
import { CampaignNav } from '../../nav.tsx';
import type { BatchLine } from '../queries.ts';
import type { Total } from '../totals.ts';

const ROOM = '/desk/kampanye/brosur';

export interface BatchesPageProps {
  regency: Regency;
  who: Who;
  batches: BatchLine[];
  totals: Total[];
}

export function BatchesPage({ regency, who, batches, totals }: BatchesPageProps) {
  const runs = runsCampaigns(who);
  return (
    <Page title="Brosur" regency={regency} side="desk" who={who} path="/desk/kampanye">
      <CampaignNav here={ROOM} />
      <h1>Brosur dan stiker</h1>
      <p>Berapa yang dicetak, ke mana dibagikan, dan berapa yang tersisa.</p>
      {runs ? (
        <p>
          <a class="button" href={`${ROOM}/baru`}>
            Catat cetakan baru
          </a>
        </p>
      ) : null}
      {batches.length === 0 ? (
        <p>Belum ada cetakan. {runs ? 'Catat cetakan pertama begitu brosur datang dari percetakan.' : ''}</p>
      ) : (
        <>
          <Table
            caption="Cetakan"
            hideCaption
            columns={['Cetakan', 'Tanggal cetak', 'Dicetak', 'Dibagikan', 'Sisa']}
            rows={batches.map((line) => cells(line))}
          />
          <SheetLinks path={`${ROOM}/semua`} />
          <ByDistrict totals={totals} open />
        </>
      )}
    </Page>
  );
}

function cells({ row, program }: BatchLine) {
  return [
    <>
      <a href={`${ROOM}/${row.id}`}>{row.title}</a> {row.archivedAt !== null ? <Tag>Selesai</Tag> : null}
      {row.handedOut === 0 ? <Tag tone="amber">Belum dibagikan</Tag> : null}
      <small>{[batchMaterialNames[row.material], program].filter(Boolean).join(', ')}</small>
    </>,
    formatDay(row.printedOn),
    formatNumber(row.printed),
    formatNumber(row.handedOut),
    formatNumber(row.printed - row.handedOut),
  ];
}

/** How many went where; a kecamatan without any is named, too. */
export function ByDistrict({ totals, open }: { totals: Total[]; open?: boolean }) {
  const none = totals.filter(({ count }) => count === 0).length;
  const told = none === 0 ? '' : ` (${none} kecamatan belum mendapat)`;
  return (
    <Details summary={`Menurut kecamatan${told}`} open={open === true}>
      <Table
        caption="Lembar yang dibagikan menurut kecamatan"
        hideCaption
        columns={['Tempat', 'Lembar']}
        rows={totals.map(({ label, count }) => [label, formatNumber(count)])}
      />
    </Details>
  );
}
