/** Logged posts, newest first, each with what can be done about it. */
import { takesReports } from '../../../../shared/permissions/rooms.ts';
import { platformNames, postOutcomeNames } from '../../../../shared/social-post.ts';
import { formatDate } from '../../../../shared/text.ts';
import { anyArea, anyCategory } from '../../../regency/named.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import { ConfirmForm, Table, Tag, type Tone } from '../../../ui/components.tsx';
import type { Who } from '../../../ui/layout.tsx';
import { areaLabel } from '../../intake/queries.ts';
import type { PostLine } from '../list.ts';

const tones: Record<NonNullable<PostLine['outcome']>, Tone> = {
  answered: 'green',
  made_case: 'blue',
  already_case: 'blue',
  ignored: 'grey',
};

/** @param props.fresh id of the one that was just written: its action has the shortcut */
export function PostTable(props: {
  regency: Regency;
  who: Who;
  posts: PostLine[];
  mayUndo: (line: PostLine) => boolean;
  fresh: number | null;
}) {
  const { regency, posts } = props;
  const first = props.fresh ?? posts[0]?.id;
  return (
    <Table
      caption="Kiriman, yang terbaru di atas"
      hideCaption
      columns={['Kiriman', 'Tentang', 'Hasil', 'Tindakan']}
      rows={posts.map((line) => [
        <PostHead line={line} regency={regency} />,
        <PostWords line={line} regency={regency} />,
        line.outcome === null ? (
          <Tag tone="amber">Belum ditentukan</Tag>
        ) : (
          <Tag tone={tones[line.outcome]}>{postOutcomeNames[line.outcome]}</Tag>
        ),
        <Actions {...props} line={line} first={line.id === first} />,
      ])}
    />
  );
}

/** Where and when. */
export function PostHead(props: { line: PostLine; regency: Regency }) {
  const { line, regency } = props;
  return (
    <>
      {platformNames[line.platform]}, {dayOf(regency, line.seenOn)}
      <br />
      <PostAddress link={line.link} />
    </>
  );
}

/** What about, and who wrote it down. */
export function PostWords(props: { line: PostLine; regency: Regency }) {
  const { line, regency } = props;
  const topic = about(regency, line);
  return (
    <>
      {line.note}
      {topic ? <p>{topic}</p> : null}
      {line.screenshot ? (
        <p>
          <a href={`/desk/medsos/${line.id}/tangkapan`}>Tangkapan layar</a>
        </p>
      ) : null}
      {line.byName ? <p class="hint">{line.byName}</p> : null}
    </>
  );
}

/** Shown as it is and opened without telling where from; only http and https are ever kept. */
function PostAddress(props: { link: string }) {
  const { link } = props;
  const shown = link.replace(/^https?:\/\/(www\.)?/, '');
  return (
    <a class="mono" href={link} rel="noopener nofollow noreferrer" target="_blank">
      {shown.length > 60 ? `${shown.slice(0, 59)}…` : shown}
    </a>
  );
}

function Actions(props: { who: Who; line: PostLine; first: boolean; mayUndo: (line: PostLine) => boolean }) {
  const { line } = props;
  const open = line.outcome !== 'made_case' && line.outcome !== 'already_case';
  return (
    <>
      <p class="actions">
        {open && takesReports(props.who) ? (
          <a
            class="button second"
            href={`/desk/terima?kiriman=${line.id}`}
            accesskey={props.first ? 'b' : undefined}
            data-shortcut={props.first ? 'b' : undefined}
          >
            Jadikan laporan{props.first ? ' (B)' : ''}
          </a>
        ) : null}
        <a href={`/desk/medsos/${line.id}`}>
          Ubah<span class="vh"> catatan {line.id}</span>
        </a>
      </p>
      {open && props.mayUndo(line) ? (
        <ConfirmForm
          action={`/desk/medsos/${line.id}/batal`}
          formKey=""
          summary="Salah catat"
          submit="Batalkan catatan ini"
          danger
        />
      ) : null}
    </>
  );
}

function about(regency: Regency, line: PostLine): string {
  const topic = line.topic === null ? null : (anyCategory(regency, line.topic)?.name ?? line.topic);
  const area = anyArea(regency, line.area);
  return [topic, area ? areaLabel(regency, area).replace(/ \([^)]*\)$/, '') : null]
    .filter(Boolean)
    .join(' · ');
}

/** @param date local ISO date */
export const dayOf = (regency: Regency, date: string): string =>
  formatDate(regency.calendar.endOfOffice(date), regency.about.timeZone);
