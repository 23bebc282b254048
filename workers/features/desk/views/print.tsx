/** A case on paper: why it is printed, and then the page that a printer gets. */
import { kindNames, stateNames } from '../../../../shared/lifecycle/states.ts';
import { formatDateTime } from '../../../../shared/text.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import { ErrorSummary, type Errors } from '../../../ui/components.tsx';
import { Page, type Who } from '../../../ui/layout.tsx';
import { Print } from '../../../ui/print.tsx';
import type { DeskCase } from '../queries.ts';
import { Facts } from './case-facts.tsx';
import { CaseText } from './case-text.tsx';
import { Custody } from './custody.tsx';
import { History } from './history.tsx';
import { ReasonField } from './reason.tsx';
import { Watermark } from './watermark.tsx';

interface Props {
  regency: Regency;
  who: Who;
  view: DeskCase;
}

function Back({ view }: { view: DeskCase }) {
  return (
    <p class="no-print">
      <a href={`/desk/kasus/${view.code}`}>← Laporan {view.code}</a>
    </p>
  );
}

export function PrintPage(props: Props & { typed: string; errors: Errors }) {
  const { view } = props;
  return (
    <Page title={`Cetak laporan ${view.code}`} regency={props.regency} side="desk" who={props.who}>
      <Back view={view} />
      <h1>Cetak laporan {view.code}</h1>
      <ErrorSummary errors={props.errors} />
      <p>
        Cetakan memuat isi laporan dan riwayat yang boleh Anda lihat, tanpa identitas pelapor, dengan nama
        Anda di bawahnya.
      </p>
      <form method="post" action={`/desk/kasus/${view.code}/cetak`}>
        <ReasonField label="Untuk apa laporan ini dicetak?" typed={props.typed} errors={props.errors} />
        <p class="actions">
          <button type="submit">Lanjut ke halaman cetak</button>
        </p>
      </form>
    </Page>
  );
}

/** @param props.at epoch ms */
export function PrintedPage(props: Props & { at: number }) {
  const { view, regency, who } = props;
  return (
    <Page title={`Laporan ${view.code}`} regency={regency} side="desk" who={who} scripts={['desk.js']}>
      <Back view={view} />
      {view.anonymous ? <Watermark name={who.name} regency={regency} at={props.at} /> : null}
      <Print />
      <h1>{view.title ?? 'Laporan anonim, belum dilepas'}</h1>
      <p>
        {view.code} · {kindNames[view.kind].id} · {stateNames[view.state].desk}
      </p>
      <CaseText view={view} regency={regency} />
      <h2>Keterangan</h2>
      <Facts view={view} regency={regency} />
      <h2>Yang memegang, dan berapa lama</h2>
      <Custody view={view} regency={regency} />
      <h2>Riwayat</h2>
      <History view={view} regency={regency} />
      <p>
        Dicetak oleh {who.name}, {formatDateTime(props.at, regency.about.timeZone)}. Alasannya tercatat.
      </p>
    </Page>
  );
}
