/** A case opened in its line: what the reporter says, its clocks, and the two ways to answer without leaving the list. */
import type { Child } from 'hono/jsx';
import type { DeskVerb } from '../../../cases/verbs/index.ts';
import { newKey } from '../../../platform/ids.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import type { DeskCase, DeskEntry } from '../queries.ts';
import type { Refused } from './actions.tsx';
import { AnswerForm, ProposeForm } from './answer-form.tsx';
import { FollowUpForm } from './office-forms.tsx';

export interface Opened {
  view: DeskCase;
  refused: Refused | null;
  /** What went wrong. */
  top?: Child;
}

const forms = { follow_up: FollowUpForm, answer: AnswerForm, propose_answer: ProposeForm };
export type InLine = keyof typeof forms;

export const isInLine = (verb: DeskVerb): verb is InLine => Object.hasOwn(forms, verb);

const said: readonly string[] = ['reply', 'complete', 'contest'];

export function AnswerLine(props: {
  opened: Opened;
  regency: Regency;
  /** Of the list, without the opened line. */
  query: string;
  /** Code of the line to go on with; '' at the end. */
  next: string;
}) {
  const { view, refused, top } = props.opened;
  const verbs = (Object.keys(forms) as InLine[]).filter((verb) => view.verbs.includes(verb));
  const place = [view.place, view.area?.name].filter(Boolean).join(', ');
  const message = view.entries.findLast((entry) => said.includes(entry.verb) && entry.words.text);
  return (
    <section class="acts line no-print" aria-labelledby="jawab" id="jawaban">
      {top}
      <h2 id="jawab" tabindex={-1}>
        {view.title ?? 'Laporan anonim'} <span class="nw">({view.code})</span>
      </h2>
      <p class="quote">{view.text ?? 'Laporan anonim ini belum dilepas.'}</p>
      <p>
        {place ? <>Tempat: {place}. </> : null}
        {view.clocks.map(({ label, words, late }) => (
          <>
            {label}: {late ? <strong>{words}</strong> : words}.{' '}
          </>
        ))}
        <a href={`/desk/kasus/${view.code}`}>Buka laporan lengkap</a>
      </p>
      {message ? <LastMessage entry={message} /> : null}
      {verbs.length === 0 ? <p>Laporan ini tidak menunggu jawaban Anda.</p> : null}
      {verbs.map((verb) => {
        const Form = forms[verb];
        const mine = refused?.verb === verb ? refused : null;
        return (
          <Form
            view={view}
            regency={props.regency}
            typed={mine?.typed ?? null}
            errors={mine?.errors ?? {}}
            formKey={mine?.typed.key || newKey()}
            accounts={[]}
            shown={mine?.shown}
            offered={mine?.offered ?? null}
            warnings={mine?.warnings ?? []}
            open={refused === null && verb === verbs[0]}
            inList={{ tampilan: props.query, lanjut: props.next }}
          />
        );
      })}
    </section>
  );
}

function LastMessage(props: { entry: DeskEntry }) {
  return (
    <>
      <p class="hint">Pesan terakhir pelapor</p>
      <p class="quote">{props.entry.words.text}</p>
    </>
  );
}
