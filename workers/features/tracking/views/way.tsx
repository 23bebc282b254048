/** The way of a case as its reporter reads it; printed, it is a proof of what was said and when. */
import { outcomeTitles } from '../../../../shared/lifecycle/states.ts';
import { formatDate, formatDateTime, isoOffset } from '../../../../shared/text.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import { type Happening, Timeline } from '../../../ui/components.tsx';
import type { ViewEntry } from '../entries.ts';
import type { Followed, ReporterView } from '../queries.ts';
import { wordTitles } from '../words.ts';
import { FileList, type ShownFile } from './files.tsx';

const byTitles: Record<ViewEntry['by'], string> = {
  reporter: 'pelapor',
  officer: 'petugas',
  system: 'otomatis',
};
const tones: Record<string, Happening['tone']> = {
  answer: 'good',
  carry_out: 'good',
  close_forwarded: 'good',
  confirm: 'good',
  settle: 'good',
  ask: 'warn',
  return: 'warn',
  contest: 'warn',
  archive: 'bad',
  expire: 'bad',
};

/** Their date is the day of the work; every other date is one to wait for. */
const scheduled = ['answer', 'reschedule'];

export function Way(props: { regency: Regency; view: ReporterView }) {
  const { regency, view } = props;
  return (
    <section aria-labelledby="perjalanan">
      <h2 id="perjalanan">Perjalanan laporan</h2>
      <Steps regency={regency} of={view} />
    </section>
  );
}

/** What happened to the report that a merged one follows. */
export function FollowedWay(props: { regency: Regency; followed: Followed }) {
  const { regency, followed } = props;
  return (
    <section aria-labelledby="gabungan">
      <h2 id="gabungan">
        Perkembangan laporan gabungan <span class="nw">{followed.code}</span>
      </h2>
      {followed.entries.length === 0 ? (
        <p>Belum ada kabar yang dapat ditampilkan.</p>
      ) : (
        <Steps regency={regency} of={followed} />
      )}
    </section>
  );
}

/** One part of the way after the other; also what the desk shows before it sends something. */
export function Steps(props: {
  regency: Regency;
  of: { entries: readonly ViewEntry[]; attachments: readonly (ShownFile & { seq: number })[] };
  /** Of files, where it is not the reporter who fetches them. */
  base?: string;
}) {
  const { regency, of } = props;
  const zone = regency.about.timeZone;
  return (
    <Timeline
      items={of.entries.map((entry) => ({
        title: entry.summary,
        time: formatDateTime(entry.at, zone),
        datetime: isoOffset(entry.at, zone),
        by: byTitles[entry.by],
        tone: tones[entry.verb],
        children: (
          <>
            <Said regency={regency} entry={entry} />
            <FileList
              files={of.attachments.filter((file) => file.seq === entry.seq)}
              shown={entry.by === 'officer'}
              base={props.base}
            />
          </>
        ),
      }))}
    />
  );
}

/** What came of it, what was written, and the date it named. */
function Said(props: { regency: Regency; entry: ViewEntry }) {
  const { entry } = props;
  const { words } = entry;
  const main = words.text ?? words.question ?? words.reason;
  return (
    <>
      {entry.outcome ? (
        <p>
          <strong>{outcomeTitles[entry.outcome] ?? entry.outcome}</strong>
        </p>
      ) : null}
      {main ? <p class="quote">{main}</p> : null}
      {entry.erased ? <p class="hint">Isi dihapus.</p> : null}
      {entry.unreadable ? <p class="hint">{entry.unreadable}</p> : null}
      {(['place', 'nextStep', 'budget'] as const).map((name) =>
        words[name] ? (
          <p>
            {wordTitles[name]}: {words[name]}
          </p>
        ) : null,
      )}
      {entry.date ? (
        <p>
          {scheduled.includes(entry.verb) ? 'Dijadwalkan' : 'Paling lambat'}:{' '}
          {formatDate(props.regency.calendar.endOfOffice(entry.date), props.regency.about.timeZone)}
        </p>
      ) : null}
    </>
  );
}
