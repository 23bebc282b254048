/** What the board and the table of the plan share: its head, its filters, and what was done just now. */
import type { Child } from 'hono/jsx';
import { actionStateNames, actionStates } from '../../../../../shared/action.ts';
import { runsEvaluation } from '../../../../../shared/permissions/rooms.ts';
import { officeGroups } from '../../../../regency/offices.ts';
import type { Regency } from '../../../../regency/snapshot.ts';
import { Checkbox, Done, namedOptions, Select } from '../../../../ui/components.tsx';
import { Page } from '../../../../ui/layout.tsx';
import { SheetLinks } from '../../../../ui/sheet-links.tsx';
import type { SignedIn } from '../../../http.ts';
import { AsOf } from '../../as-of.tsx';
import { EvaluationNav } from '../../nav.tsx';
import { type Filter, PLAN, params, queryOf } from '../filter.ts';
import type { ActionLine } from '../queries.ts';

export interface PlanProps {
  regency: Regency;
  who: SignedIn;
  /** Epoch ms. */
  now: number;
  lines: ActionLine[];
  filter: Filter;
  meetings: { id: number; name: string }[];
  done?: Child;
}

const ways = [
  [PLAN, 'Papan'],
  [`${PLAN}/tabel`, 'Tabel'],
] as const;

/** @param props.here address of the way it is shown */
export function PlanFrame(props: PlanProps & { here: (typeof ways)[number][0]; children?: Child }) {
  const { regency, who, filter, here, lines } = props;
  const query = queryOf(filter);
  const runs = runsEvaluation(who);
  return (
    <Page title="Rencana aksi" regency={regency} side="desk" who={who} path="/desk/evaluasi">
      <EvaluationNav here={PLAN} />
      {props.done}
      <h1>Rencana aksi</h1>
      <AsOf day={regency.calendar.localDate(props.now)} />
      <p>
        Apa yang diputuskan rapat evaluasi, siapa yang mengerjakannya, kapan selesai, dan sudah sampai mana.
        Yang lewat batas waktu diingatkan seperti laporan.
      </p>
      {runs ? (
        <p class="actions no-print">
          <a class="button" href={`${PLAN}/baru`}>
            Tambah kegiatan
          </a>
        </p>
      ) : null}
      <Filters {...props} />
      <nav aria-label="Tampilan" class="no-print">
        <ul class="tabs">
          {ways.map(([path, label]) => (
            <li>
              <a href={`${path}${query}`} aria-current={path === here ? 'page' : undefined}>
                {label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {lines.length === 0 ? <Nothing filtered={query !== ''} runs={runs} /> : props.children}
      {lines.length > 0 ? <SheetLinks path={`${PLAN}/semua`} query={query} /> : null}
    </Page>
  );
}

function Nothing({ filtered, runs }: { filtered: boolean; runs: boolean }) {
  if (filtered)
    return (
      <p>
        Tidak ada kegiatan yang cocok. <a href={PLAN}>Tampilkan semua</a>
      </p>
    );
  return (
    <p>
      Belum ada kegiatan.{' '}
      {runs
        ? 'Mulailah dari keputusan rapat terakhir: siapa mengerjakan apa, dan kapan selesai.'
        : 'Kegiatan ditulis oleh pengelola evaluasi sesudah rapat.'}
    </p>
  );
}

function Filters({ regency, here, filter, meetings }: PlanProps & { here: string }) {
  return (
    <form method="get" action={here} class="no-print">
      <div class="search">
        <Select
          name={params.office}
          label="Instansi"
          value={filter.office}
          empty="Semua"
          groups={officeGroups(regency)}
        />
        <Select
          name={params.state}
          label="Keadaan"
          value={filter.state ?? ''}
          empty="Semua"
          options={actionStates.map((value) => ({ value, label: actionStateNames[value] }))}
        />
        {meetings.length > 0 ? (
          <Select
            name={params.meeting}
            label="Rapat"
            value={filter.meeting}
            empty="Semua"
            options={namedOptions(meetings)}
          />
        ) : null}
        <button type="submit" class="second">
          Tampilkan
        </button>
      </div>
      <Checkbox name={params.overdue} label="Hanya yang lewat batas waktu" checked={filter.overdue} />
    </form>
  );
}

/** What a move did, with the way back. */
export function Moved({ line, back }: { line: ActionLine; back: string }) {
  return (
    <>
      <Done sentence={`“${line.row.activity}” dipindahkan ke ${actionStateNames[line.row.state]}.`} />
      <form method="post" action={`${PLAN}/${line.row.id}/pindah`} class="no-print">
        <input type="hidden" name="version" value={line.row.version} />
        <input type="hidden" name="state" value={back} />
        <button type="submit" class="second">
          Urungkan
        </button>
      </form>
    </>
  );
}
