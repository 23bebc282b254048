/** The campaign in the morning: three numbers, what is to be done, the running programs, and how to begin. */
import { settledKinds } from '../../../../../shared/campaign.ts';
import { placeKindNames } from '../../../../../shared/i18n/campaign-messages.ts';
import { runsCampaigns } from '../../../../../shared/permissions/rooms.ts';
import { formatDay, formatNumber } from '../../../../../shared/text.ts';
import type { Regency } from '../../../../regency/snapshot.ts';
import { Notice, Summary, Table } from '../../../../ui/components.tsx';
import { Page, type Who } from '../../../../ui/layout.tsx';
import { CampaignNav } from '../../nav.tsx';
import {
  type Overview,
  type RunningProgram,
  type StepKind,
  stepKinds,
  type TodoKind,
  todoKinds,
} from '../overview.ts';
import { percentText, shareText } from './shares.ts';

export interface OverviewPageProps {
  regency: Regency;
  who: Who;
  overview: Overview;
}

export function OverviewPage({ regency, who, overview }: OverviewPageProps) {
  const { shares, todo, steps, programs } = overview;
  return (
    <Page title="Kampanye" regency={regency} side="desk" who={who} path="/desk/kampanye">
      <CampaignNav here="/desk/kampanye" />
      <h1>Kampanye</h1>
      {steps && runsCampaigns(who) ? <FirstSteps steps={steps} /> : null}
      <h2>Tempat dengan bahan yang terpasang</h2>
      <dl class="figures">
        {settledKinds.map((kind) => (
          <div>
            <dt>{placeKindNames[kind]}</dt>
            <dd>
              <strong>{percentText(shares[kind])}</strong>
              {formatNumber(shares[kind].hung)} dari {formatNumber(shares[kind].places)}
            </dd>
          </div>
        ))}
      </dl>
      <p>
        <a href="/desk/kampanye/cakupan#belum">Di mana yang belum?</a>
      </p>
      <Todo todo={todo} />
      <Programs programs={programs} />
    </Page>
  );
}

const stepWords: Record<StepKind, [path: string, text: string]> = {
  program: ['/desk/kampanye/program', 'Buat program, misalnya “Sosialisasi 2026”'],
  plan: ['/desk/kampanye/papan/rencana', 'Rencanakan bahan untuk semua tempat sekaligus'],
  print: ['/desk/kampanye/cetak', 'Cetak: satu lembar untuk tiap tempat'],
  links: ['/desk/kampanye/pemasangan', 'Kirim tautan pemasangan kepada tiap kecamatan'],
};

function FirstSteps({ steps }: { steps: Record<StepKind, boolean> }) {
  return (
    <Notice title="Langkah pertama">
      <ol>
        {stepKinds.map((kind) => {
          const [path, text] = stepWords[kind];
          return (
            <li>
              <a href={path}>{text}</a>
              {steps[kind] ? ' – sudah ✓' : ''}
            </li>
          );
        })}
      </ol>
    </Notice>
  );
}

const todoWords: Record<TodoKind, [path: string, term: string, what: string]> = {
  planned: ['/desk/kampanye/papan?keadaan=planned', 'Perlu dicetak', 'bahan direncanakan'],
  printed: ['/desk/kampanye/papan?keadaan=printed', 'Perlu dipasang', 'bahan tercetak'],
  due: ['/desk/kampanye/papan?cek=1', 'Perlu dicek dalam 7 hari', 'bahan, sebelum fotonya berumur 90 hari'],
  damaged: ['/desk/kampanye/papan?keadaan=damaged', 'Rusak', 'bahan'],
  gone: ['/desk/kampanye/papan?keadaan=gone', 'Hilang', 'bahan'],
  posts: ['/desk/kampanye/unggahan', 'Perlu tayang', 'unggahan untuk hari ini atau sebelumnya'],
  events: ['/desk/kampanye/acara', 'Perlu hasil', 'acara sudah lewat'],
  packs: ['/desk/kampanye/cetak', 'Sedang dibuat', 'paket cetak'],
};

function Todo({ todo }: { todo: Record<TodoKind, number> }) {
  const rows = todoKinds
    .filter((kind) => todo[kind] > 0)
    .map((kind) => {
      const [path, term, what] = todoWords[kind];
      return { term, value: <a href={path}>{`${formatNumber(todo[kind])} ${what}`}</a> };
    });
  return (
    <>
      <h2>Yang perlu dikerjakan</h2>
      {rows.length === 0 ? <p>Tidak ada yang menunggu.</p> : <Summary rows={rows} />}
    </>
  );
}

function Programs({ programs }: { programs: readonly RunningProgram[] }) {
  return (
    <>
      <h2>Program yang berjalan</h2>
      {programs.length === 0 ? (
        <p>
          Tidak ada program yang berjalan hari ini. Lihat <a href="/desk/kampanye/program">semua program</a>.
        </p>
      ) : (
        <Table
          caption="Program yang berjalan, dengan tempat yang sudah terpasang"
          hideCaption
          columns={['Program', 'Sampai', 'Bahan', ...settledKinds.map((kind) => placeKindNames[kind])]}
          rows={programs.map(({ id, name, endsOn, pieces, shares }) => [
            <a href={`/desk/kampanye/program/${id}`}>{name}</a>,
            endsOn === null ? 'tanpa batas' : formatDay(endsOn),
            formatNumber(pieces),
            ...settledKinds.map((kind) => shareText(shares[kind])),
          ])}
        />
      )}
    </>
  );
}
