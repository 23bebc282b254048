/** Larger parts of pages: messages, lists, timelines, tables and forms that ask back. All work without JavaScript. */
import type { Child } from 'hono/jsx';
import { type CaseState, stateNames } from '../../shared/lifecycle/states.ts';

/** A message above or between the content. `good` after something was done, `bad` when it failed. */
export function Notice(props: {
  tone?: 'info' | 'good' | 'warn' | 'bad';
  title?: string;
  id?: string;
  /** Read out at once by screen readers. */
  live?: boolean;
  children?: Child;
}) {
  return (
    <div class={`notice ${props.tone ?? 'info'}`} id={props.id} role={props.live ? 'status' : undefined}>
      {props.title ? <p class="notice-title">{props.title}</p> : null}
      {props.children}
    </div>
  );
}

/** What was done just now; nothing where nothing was. */
export function Done({ sentence }: { sentence: string | null | undefined }) {
  return sentence ? (
    <Notice tone="good" live>
      <p>{sentence}</p>
    </Notice>
  ) : null;
}

export type Tone = 'grey' | 'blue' | 'green' | 'amber' | 'red';

export function Tag(props: { tone?: Tone; children: Child }) {
  return <strong class={`tag ${props.tone ?? 'grey'}`}>{props.children}</strong>;
}

const tones: Record<CaseState, Tone> = {
  received: 'grey',
  held: 'red',
  verified: 'blue',
  disposed: 'blue',
  returned: 'amber',
  clarification: 'amber',
  in_progress: 'blue',
  answered: 'green',
  reopened: 'amber',
  forwarded: 'blue',
  merged: 'grey',
  resolved: 'green',
  archived: 'grey',
};

/** A case's state: LAPOR!'s word for the public, the desk's own for staff. To the public, held looks like received. */
export function StateTag(props: { state: CaseState; side?: 'public' | 'desk' }) {
  const names = stateNames[props.state];
  if (props.side === 'desk') return <Tag tone={tones[props.state]}>{names.desk}</Tag>;
  return <Tag tone={props.state === 'held' ? 'grey' : tones[props.state]}>{names.lapor.id}</Tag>;
}

/** Facts as term and value; `action` is a link or small form at the end of the row. */
export function Summary(props: { rows: { term: Child; value: Child; action?: Child }[] }) {
  return (
    <dl class="summary">
      {props.rows.map((row) => (
        <div>
          <dt>{row.term}</dt>
          <dd>{row.value}</dd>
          {row.action ? <dd class="action">{row.action}</dd> : null}
        </div>
      ))}
    </dl>
  );
}

/** Text or fields that open on demand. */
export function Details(props: { summary: Child; open?: boolean; id?: string; children?: Child }) {
  return (
    <details open={props.open} id={props.id}>
      <summary>{props.summary}</summary>
      <div class="details">{props.children}</div>
    </details>
  );
}

/**
 * A part of a page: folded on a phone, open where there is room (styles/case.css). Browsers that cannot keep it open
 * show it folded at every size.
 */
export function Fold(props: { title: string; id?: string; children?: Child }) {
  return (
    <details class="fold">
      <summary>{props.title}</summary>
      {/* A link to something within opens it. */}
      <section aria-label={props.title} id={props.id}>
        <h2>{props.title}</h2>
        {props.children}
      </section>
    </details>
  );
}

export interface Happening {
  title: Child;
  /** As people read it, e.g. "23 November 2026 pukul 14.05 WITA". */
  time: string;
  /** ISO 8601, for machines. */
  datetime?: string;
  by?: Child;
  tone?: 'good' | 'warn' | 'bad';
  children?: Child;
}

export function Timeline(props: { items: Happening[] }) {
  return (
    <ol class="timeline">
      {props.items.map((item) => (
        <li class={item.tone}>
          <h3>{item.title}</h3>
          <p class="hint">
            <time datetime={item.datetime}>{item.time}</time>
            {item.by ? <> · {item.by}</> : null}
          </p>
          {item.children}
        </li>
      ))}
    </ol>
  );
}

/** A table that becomes a list of cards on a phone, where "–" is left out. The first cell of a row is its head. */
export function Table(props: { caption: Child; columns: string[]; rows: Child[][]; hideCaption?: boolean }) {
  return (
    <table class="stack">
      <caption class={props.hideCaption ? 'vh' : undefined}>{props.caption}</caption>
      <thead>
        <tr>
          {props.columns.map((column) => (
            <th scope="col">{column}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {props.rows.map((row) => (
          <tr>
            {row.map((cell, i) =>
              i === 0 ? (
                <th scope="row">{cell}</th>
              ) : (
                <td data-label={props.columns[i]} class={cell === '–' ? 'none' : undefined}>
                  {cell}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** "Sebelumnya" and "Berikutnya"; a missing address leaves its link out. */
export function Pagination(props: { previous?: string | null; next?: string | null; label?: string }) {
  if (!props.previous && !props.next) return null;
  return (
    <nav class="pages" aria-label={props.label ?? 'Halaman'}>
      {props.previous ? (
        <a href={props.previous} rel="prev">
          ← Sebelumnya
        </a>
      ) : null}
      {props.next ? (
        <a href={props.next} rel="next">
          Berikutnya →
        </a>
      ) : null}
    </nav>
  );
}

/** The hidden Idempotency-Key that every form of people carries. */
export function HiddenKey(props: { value: string }) {
  return <input type="hidden" name="key" value={props.value} />;
}

/**
 * Enter in a field presses the first button of its form: this one, where another stands before the one that sends.
 * Nobody sees or reaches it.
 */
export function DefaultSubmit() {
  return <button type="submit" hidden />;
}

/** A checksum: how it begins, and the whole of it when opened. */
export const Checksum = ({ digest }: { digest: string }) => (
  <details>
    <summary>{digest.slice(0, 16)}…</summary>
    <span class="mono">{digest}</span>
  </details>
);

/**
 * A form behind a button: opening it is the first step, its own button the second, so nothing happens by a slip.
 * @param props.open keep it open, e.g. after its input was refused
 */
export function ConfirmForm(props: {
  action: string;
  /** Value of the hidden `key`. */
  formKey: string;
  /** The button that opens it. */
  summary: string;
  /** The button that does it. */
  submit: string;
  danger?: boolean;
  open?: boolean;
  id?: string;
  children?: Child;
}) {
  return (
    <details class="confirm" open={props.open} id={props.id}>
      <summary class="button second">{props.summary}</summary>
      <form method="post" action={props.action} class="details">
        <HiddenKey value={props.formKey} />
        {props.children}
        <button type="submit" class={props.danger ? 'danger' : undefined}>
          {props.submit}
        </button>
      </form>
    </details>
  );
}
