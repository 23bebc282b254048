/** What the papers of a meeting have in common: the way back, where they are signed, and the button that prints them. */
import type { Child } from 'hono/jsx';
import type { Regency } from '../../../../regency/snapshot.ts';
import { Page, type Who } from '../../../../ui/layout.tsx';
import { Print } from '../../../../ui/print.tsx';
import type { MeetingRow } from '../queries.ts';

export function MeetingPaper(props: {
  regency: Regency;
  who: Who;
  meeting: MeetingRow;
  /** Of the paper, before the meeting's own title. */
  name: string;
  /** Where it was asked for; the meeting unless given. */
  back?: { path: string; label: string };
  children: Child;
}) {
  const { regency, who, meeting } = props;
  const { path, label } = props.back ?? {
    path: `/desk/evaluasi/rapat/${meeting.id}`,
    label: meeting.title,
  };
  return (
    <Page
      title={`${props.name} ${meeting.title}`}
      regency={regency}
      side="desk"
      who={who}
      path="/desk/evaluasi"
      scripts={['desk.js']}
    >
      <p class="no-print">
        <a href={path}>← {label}</a>
      </p>
      {props.children}
      <Print />
    </Page>
  );
}

/** @param props.name under the line; without one there is room to write it */
export function Signature({ above, name }: { above: string; name?: string | null }) {
  return (
    <p>
      {above}
      <span class="paper-room" />
      <span class="on-paper">({name || '……………………………………'})</span>
    </p>
  );
}
