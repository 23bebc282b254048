/** How Kanal is doing: a sentence, then each part of it, what is wrong first. */
import { formatDateTime } from '../../../../shared/text.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import { Notice, Table, Tag, type Tone } from '../../../ui/components.tsx';
import { Page, type Who } from '../../../ui/layout.tsx';
import { type Judged, type Level, levels, type StatusLine } from '../judge.ts';

const words: Record<Level, { label: string; tone: Tone }> = {
  well: { label: 'baik', tone: 'green' },
  look: { label: 'perlu dilihat', tone: 'amber' },
  trouble: { label: 'gangguan', tone: 'red' },
};
const notices = { well: 'good', look: 'warn', trouble: 'bad' } as const;

export function StatusPage(props: { regency: Regency; who: Who; judged: Judged; now: number }) {
  const { regency, judged } = props;
  const zone = regency.about.timeZone;
  const admin = props.who.roles.includes('admin');
  const wrong = judged.lines
    .filter(({ level }) => level !== 'well')
    .sort((a, b) => levels.indexOf(b.level) - levels.indexOf(a.level));
  return (
    <Page title="Keadaan sistem" regency={regency} side="desk" who={props.who} path="/desk/status">
      <h1>Keadaan sistem</h1>
      <Notice tone={notices[judged.level]}>
        <p>
          <strong>{judged.summary}</strong>
        </p>
        <p class="hint">
          Dilihat {formatDateTime(props.now, zone)}. <a href="/desk/status">Lihat lagi</a>
        </p>
      </Notice>
      {wrong.map((line) => (
        <section aria-labelledby={`s-${line.id}`}>
          <h2 id={`s-${line.id}`}>
            {line.title} <Tag tone={words[line.level].tone}>{words[line.level].label}</Tag>
          </h2>
          <Trouble line={line} admin={admin} zone={zone} />
        </section>
      ))}
      <Table
        caption="Yang baik"
        columns={['Bagian', 'Keadaan', 'Keterangan']}
        rows={judged.lines
          .filter(({ level }) => level === 'well')
          .map((line) => [line.title, <Tag tone="green">{words.well.label}</Tag>, line.says])}
      />
    </Page>
  );
}

function Trouble(props: { line: StatusLine; admin: boolean; zone: Regency['about']['timeZone'] }) {
  const { line } = props;
  return (
    <>
      <p>
        {line.says}
        {line.since === null ? null : <> Sejak {formatDateTime(line.since, props.zone)}.</>}
      </p>
      {line.means ? (
        <p>
          <strong>Artinya:</strong> {line.means}
        </p>
      ) : null}
      {line.todo ? (
        <p>
          <strong>Yang dilakukan:</strong> {line.todo}{' '}
          {props.admin && line.link ? <a href={line.link.path}>{line.link.label}</a> : null}
        </p>
      ) : null}
    </>
  );
}
