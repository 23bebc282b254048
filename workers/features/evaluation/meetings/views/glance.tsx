/** The one page of whoever leads the meeting: five figures, five offices to ask, the last decisions, what improved. */
import { actionStateNames } from '../../../../../shared/action.ts';
import { reasonText } from '../../../../../shared/evaluation/ask-words.ts';
import type { ChairPage } from '../../../../../shared/evaluation/chair-page.ts';
import { changeText } from '../../../../../shared/figures/change.ts';
import { sideNames } from '../../../../../shared/figures/sides.ts';
import { formatDay } from '../../../../../shared/text.ts';
import { anyOffice } from '../../../../regency/named.ts';
import type { Regency } from '../../../../regency/snapshot.ts';
import { Table } from '../../../../ui/components.tsx';
import type { ActionLine } from '../../actions/queries.ts';
import type { DecisionRow, MeetingRow } from '../queries.ts';

export interface Last {
  meeting: MeetingRow;
  decided: DecisionRow[];
  actions: ActionLine[];
}

export interface GlanceProps {
  regency: Regency;
  page: ChairPage;
  /** The last meeting that was closed, or null. */
  last: Last | null;
  /** Only those that concern whoever looks. */
  own: boolean;
}

/** So much fits beside the rest on one sheet; up to so many reasons in larger letters. */
const MOST = { roomy: 6, reasons: 2, improved: 3, decided: 5, letters: 120 } as const;

export function Glance(props: GlanceProps) {
  const said = props.page.asked.reduce((sum, { reasons }) => sum + Math.min(reasons.length, MOST.reasons), 0);
  return (
    <div class={said > MOST.roomy ? 'sheet' : 'sheet roomy'}>
      <Figures {...props} />
      <Offices {...props} />
      <Decided {...props} />
      <Improved {...props} />
    </div>
  );
}

function Figures({ page: { lines, sides } }: GlanceProps) {
  const [incoming] = sides.rows;
  return (
    <section>
      <h2>Lima angka</h2>
      <Table
        caption="Lima angka"
        hideCaption
        columns={['Angka', 'Periode ini', 'Periode sebelumnya', 'Tahun lalu']}
        rows={lines.map(({ definition, now, before, lastYear }) => [
          <a href={`/desk/evaluasi/angka/tentang/${definition.id}`}>{definition.name}</a>,
          <strong>{now.text}</strong>,
          <Earlier text={before.text} change={changeText(definition, now, before)} />,
          <Earlier text={lastYear.text} change={changeText(definition, now, lastYear)} />,
        ])}
      />
      <p>
        <strong>{sides.sentence}</strong>
        <br />
        {incoming?.told.map(({ text }, at) => `${sideNames[at]}: ${text}`).join(' · ')}
      </p>
    </section>
  );
}

const Earlier = ({ text, change }: { text: string; change: string }) => (
  <>
    {text}
    {change === '–' ? null : <small>{change}</small>}
  </>
);

function Offices({ regency, page: { asked }, own }: GlanceProps) {
  return (
    <section>
      <h2>{own ? 'Yang ditanyakan kepada OPD Anda' : 'OPD yang ditanya'}</h2>
      {asked.length === 0 ? (
        <p>
          {own ? 'Tidak ada pertanyaan untuk OPD Anda.' : 'Belum ada OPD dengan lima laporan atau lebih.'}
        </p>
      ) : (
        <ol>
          {asked.map(({ office, reasons }) => {
            const words = reasons.slice(0, MOST.reasons).map(reasonText);
            return (
              <li>
                <strong>{anyOffice(regency, office)?.name ?? office}.</strong>{' '}
                {words.map(({ why }) => why).join(' ')} <em>{words[0]?.question}</em>
              </li>
            );
          })}
        </ol>
      )}
      <p class="hint">
        Dipilih karena laporan yang lewat janji, belum dijawab, terlambat, dibantah, atau dikembalikan, dan
        karena pejabat penghubung tidak masuk; lalu yang paling banyak menerima laporan. Selalu sedikitnya
        lima laporan. Ini bukan peringkat.
      </p>
    </section>
  );
}

function Decided({ regency, last }: GlanceProps) {
  if (last === null)
    return (
      <section>
        <h2>Keputusan rapat yang lalu</h2>
        <p>Belum ada rapat evaluasi yang ditutup di Kanal.</p>
      </section>
    );
  const { meeting, decided, actions } = last;
  return (
    <section>
      <h2>Keputusan rapat {formatDay(meeting.startsAt)}</h2>
      {decided.length === 0 ? <p>Tidak ada keputusan.</p> : null}
      <ol>
        {decided.slice(0, MOST.decided).map((decision) => (
          <li>
            {shortened(decision.decision)}{' '}
            <strong>
              {stateText(
                regency,
                actions.filter((line) => line.decision?.id === decision.id),
              )}
            </strong>
          </li>
        ))}
      </ol>
      {decided.length > MOST.decided ? <p>Dan {decided.length - MOST.decided} keputusan lagi.</p> : null}
    </section>
  );
}

/** "1 selesai, 2 lewat batas", or of a single action how far it is and whose. */
function stateText(regency: Regency, actions: readonly ActionLine[]): string {
  const names = actions.map(({ overdue, row }) =>
    overdue ? 'lewat batas' : actionStateNames[row.state].toLowerCase(),
  );
  const [only, ...more] = actions;
  if (!only) return 'Belum ada kegiatan.';
  if (more.length === 0 && only.row.state !== 'done')
    return `${sentence(names[0] ?? '')}, ${only.progress} % (${anyOffice(regency, only.row.office)?.short ?? only.row.office}).`;
  const counted = [...Map.groupBy(names, (name) => name)].map(([name, same]) => `${same.length} ${name}`);
  return `${sentence(counted.join(', '))}.`;
}

const shortened = (text: string) =>
  text.length > MOST.letters ? `${text.slice(0, MOST.letters - 1).trimEnd()}…` : text;

const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function Improved({ regency, page: { improved } }: GlanceProps) {
  return (
    <section>
      <h2>Yang membaik</h2>
      {improved.length === 0 ? (
        <p>Belum ada yang jelas membaik dibanding periode sebelumnya.</p>
      ) : (
        <ul>
          {improved.slice(0, MOST.improved).map(({ definition, office, before, now }) => (
            <li>
              {definition.name}
              {office === null ? '' : `, ${anyOffice(regency, office)?.name ?? office}`}: dari {before.text}{' '}
              menjadi <strong>{now.text}</strong>.
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
