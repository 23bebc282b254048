/** One piece of material: what it is, where it is in its life, what comes next, and what became of its code. */
import { PHOTO_HOLDS_DAYS } from '../../../../../shared/campaign.ts';
import { materialNames } from '../../../../../shared/i18n/campaign-messages.ts';
import { runsCampaigns } from '../../../../../shared/permissions/rooms.ts';
import { formatDate, formatRupiah } from '../../../../../shared/text.ts';
import { DAY } from '../../../../platform/clock.ts';
import { newKey } from '../../../../platform/ids.ts';
import { anyOffice } from '../../../../regency/named.ts';
import type { Regency } from '../../../../regency/snapshot.ts';
import { Done, ErrorSummary, HiddenKey, Notice, Summary } from '../../../../ui/components.tsx';
import { Page } from '../../../../ui/layout.tsx';
import { chainNames, countText, SmallCounts, shortAddress } from '../../chain/words.tsx';
import { CampaignNav } from '../../nav.tsx';
import { ProgramLink } from '../../program-link.tsx';
import { links, type PlacementRow } from '../../queries.ts';
import type { ShownEntry } from '../history.ts';
import type { ProgramRow } from '../queries.ts';
import { isLink, type ShownPlacement } from '../shown.ts';
import { LifeHistory } from './history.tsx';
import { LifeTag } from './life-tag.tsx';
import { LIST } from './list.tsx';
import type { RoomProps } from './room.ts';
import { type RefusedStep, Steps } from './steps.tsx';

export interface PlacementPageProps extends RoomProps {
  placement: ShownPlacement;
  program: ProgramRow | null;
  entries: readonly ShownEntry[];
  /** Code of the one that took its place. */
  successor: string | null;
  /** May its last step be taken back? */
  undo: boolean;
  origin: string;
  /** What was just done, in a sentence. */
  told: string | null;
  refused: RefusedStep | null;
  /** Why a step was refused as a whole. */
  trouble: string | null;
}

export function PlacementPage(props: PlacementPageProps) {
  const { regency, who, placement, origin } = props;
  const { row, name, chain } = placement;
  const own = `/desk/kampanye/${row.code}`;
  const address = shortAddress(origin, row.code);
  const runs = runsCampaigns(who);
  const link = isLink(row);
  return (
    <Page title={name} regency={regency} side="desk" who={who} path="/desk/kampanye">
      <CampaignNav here="/desk/kampanye/papan" />
      <p>
        <a href={`${LIST}?wilayah=${placement.district ?? 'opd'}`}>← Tempat dan bahan</a>
      </p>
      <Told {...props} own={own} runs={runs} />
      <h1>{name}</h1>
      {link ? <p class="mono">{address}</p> : <Facts {...props} />}
      {runs && !link ? (
        <>
          <p>
            <a href={`${own}/ubah`}>Ubah keterangan bahan ini</a>
          </p>
          <Steps row={row} refused={props.refused} />
        </>
      ) : null}
      {link ? null : <LifeHistory entries={props.entries} regency={regency} now={props.now} />}
      <h2 id="rantai">Yang terjadi sesudah dipindai</h2>
      <Summary rows={links.map((link) => ({ term: chainNames[link], value: countText(chain[link]) }))} />
      <SmallCounts invented={regency.switches.demo} />
      <h2 id="kode">Kode QR</h2>
      <p>
        <img src={`${own}.svg`} alt={`Kode QR ${address}`} width="296" height="336" />
      </p>
      <p>
        Unduh kode QR: <a href={`${own}.svg`}>SVG untuk percetakan</a>,{' '}
        <a href={`${own}.png`}>PNG untuk dokumen</a>
        {runs && !link ? (
          <>
            {', '}
            <a href={`/desk/kampanye/cetak?kode=${row.code}`}>lembar siap cetak</a>
          </>
        ) : null}
        .
      </p>
    </Page>
  );
}

function Told(props: PlacementPageProps & { own: string; runs: boolean }) {
  const { row } = props.placement;
  return (
    <>
      <Done sentence={props.told} />
      {props.trouble ? (
        <Notice tone="bad" title="Belum tersimpan" live>
          <p>{props.trouble}</p>
        </Notice>
      ) : null}
      {props.refused ? (
        <ErrorSummary
          errors={props.refused.errors}
          ids={Object.fromEntries(
            Object.keys(props.refused.errors).map((field) => [field, `${props.refused?.life}-${field}`]),
          )}
        />
      ) : null}
      {props.undo && props.runs ? (
        <form method="post" action={`${props.own}/urungkan`} class="line">
          <HiddenKey value={newKey()} />
          <input type="hidden" name="version" value={row.version} />
          <button type="submit" class="second">
            Urungkan langkah terakhir
          </button>
        </form>
      ) : null}
    </>
  );
}

function Facts({ placement, program, regency, origin, now, successor }: PlacementPageProps) {
  const { row } = placement;
  const { timeZone } = regency.about;
  const until = row.photoAt === null ? null : row.photoAt + PHOTO_HOLDS_DAYS * DAY;
  return (
    <>
      <Summary
        rows={[
          {
            term: 'Keadaan',
            value: (
              <>
                <LifeTag state={row} now={now} />
                {successor ? (
                  <>
                    {' '}
                    <a href={`/desk/kampanye/${successor}`}>Lihat penggantinya</a>
                  </>
                ) : null}
              </>
            ),
          },
          {
            term: 'Foto terakhir',
            value:
              row.photoAt === null || until === null
                ? 'Belum ada'
                : `${formatDate(row.photoAt, timeZone)}; berlaku sampai ${formatDate(until, timeZone)}`,
          },
          { term: 'Alamat pendek', value: <span class="mono">{shortAddress(origin, row.code)}</span> },
        ]}
      />
      <CurrentFacts row={row} program={program} regency={regency} />
    </>
  );
}

/** What may be edited, as it is now. */
export function CurrentFacts(props: { row: PlacementRow; program: ProgramRow | null; regency: Regency }) {
  const { row, program, regency } = props;
  const what = [materialNames[row.material], row.size, `desain versi ${row.design}`]
    .filter(Boolean)
    .join(', ');
  const position =
    row.lat === null || row.lon === null
      ? []
      : [{ term: 'Posisi', value: `${row.lat.toFixed(5)}, ${row.lon.toFixed(5)}` }];
  return (
    <Summary
      rows={[
        { term: 'Bahan', value: row.life === 'idle' ? 'Belum direncanakan' : what },
        {
          term: 'Program',
          value: <ProgramLink id={program?.id ?? null} name={program?.name ?? null} />,
        },
        {
          term: 'Yang memasang',
          value: row.hanger ? (anyOffice(regency, row.hanger)?.name ?? row.hanger) : 'Belum ditentukan',
        },
        { term: 'Biaya', value: row.cost === null ? 'Belum diisi' : formatRupiah(row.cost) },
        ...position,
      ]}
    />
  );
}
