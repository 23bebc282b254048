/** One banner: its code to print, its chain, and taking it down. */

import { runsCampaigns } from '../../../../../shared/permissions/rooms.ts';
import { formatDateTime } from '../../../../../shared/text.ts';
import { newKey } from '../../../../platform/ids.ts';
import type { Regency } from '../../../../regency/snapshot.ts';
import { ConfirmForm, Notice, Summary } from '../../../../ui/components.tsx';
import { Page, type Who } from '../../../../ui/layout.tsx';
import { chainNames, countText, SmallCounts, shortAddress } from '../../chain/words.tsx';
import { links } from '../../queries.ts';
import type { ShownPlacement } from '../shown.ts';

export interface PlacementPageProps {
  regency: Regency;
  who: Who;
  placement: ShownPlacement;
  origin: string;
  /** What was just done: "henti" or "pakai". */
  done: string | undefined;
}

const sentences: Record<string, string> = {
  henti: 'Papan dihentikan. Kodenya sekarang membuka formulir biasa, tanpa dihitung untuk papan ini.',
  pakai: 'Papan dipakai lagi.',
};

export function PlacementPage(props: PlacementPageProps) {
  const { regency, placement, origin } = props;
  const { row, name, chain } = placement;
  const own = `/desk/kampanye/${row.code}`;
  const address = shortAddress(origin, row.code);
  const sentence = sentences[props.done ?? ''];
  return (
    <Page title={name} regency={regency} side="desk" who={props.who}>
      <p>
        <a href={`/desk/kampanye?wilayah=${placement.district ?? 'opd'}`}>← Papan QR</a>
      </p>
      {sentence ? (
        <Notice tone="good" live>
          <p>{sentence}</p>
        </Notice>
      ) : null}
      <h1>{name}</h1>
      {row.retiredAt === null ? null : (
        <Notice tone="warn">
          <p>Dihentikan sejak {formatDateTime(row.retiredAt, regency.about.timeZone)}.</p>
        </Notice>
      )}
      <p>
        <img src={`${own}.svg`} alt={`Kode QR ${address}`} width="296" height="336" />
      </p>
      <p>
        Unduh kode QR: <a href={`${own}.svg`}>SVG untuk percetakan</a>,{' '}
        <a href={`${own}.png`}>PNG untuk dokumen</a>.
      </p>
      <h2 id="rantai">Yang terjadi sesudah dipindai</h2>
      <Summary
        rows={[
          { term: 'Alamat pendek', value: <span class="mono">{address}</span> },
          ...links.map((link) => ({ term: chainNames[link], value: countText(chain[link]) })),
        ]}
      />
      <SmallCounts invented={regency.switches.demo} />
      {runsCampaigns(props.who) ? <Change placement={placement} own={own} /> : null}
    </Page>
  );
}

function Change({ placement, own }: { placement: ShownPlacement; own: string }) {
  if (placement.row.retiredAt !== null) {
    return (
      <form method="post" action={`${own}/pakai-lagi`}>
        <button type="submit">Pakai lagi</button>
      </form>
    );
  }
  return (
    <ConfirmForm
      action={`${own}/hentikan`}
      formKey={newKey()}
      summary="Hentikan"
      submit="Ya, hentikan papan ini"
      danger
    >
      <p>
        Gunakan bila papannya sudah diturunkan atau rusak. Orang yang masih memindainya tetap sampai ke
        formulir. Papan dapat dipakai lagi kapan saja.
      </p>
    </ConfirmForm>
  );
}
