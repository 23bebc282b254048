/**
 * Parts of forms. All work without JavaScript. A field's `id` is its `name` unless given: give one where two forms of
 * a page have a field of the same name.
 */
import type { Child } from 'hono/jsx';
import { say } from '../../shared/i18n/index.ts';
import type { FieldProblem } from '../platform/problem.ts';

/** What is wrong, by field name. */
export type Errors = Record<string, string>;

/** Sentences by field name: pointer "/contact/email" belongs to field "contact.email", "/attachments/0" to "attachments". */
export function errorsOf(fields: readonly FieldProblem[]): Errors {
  const errors: Errors = {};
  for (const field of fields) {
    const name = field.pointer.slice(1).replace(/\/\d+/g, '').replaceAll('/', '.');
    errors[name] ??= say('id', field.message, field.values);
  }
  return errors;
}

interface FieldProps {
  name: string;
  label: Child;
  id?: string;
  hint?: Child;
  error?: string | undefined;
  value?: string | undefined;
  required?: boolean;
  /** Further attributes of the control: maxlength, autocomplete, inputmode, … */
  more?: Record<string, string | number | boolean | undefined>;
}

/** Ids that describe a control to a screen reader. */
function describedBy(props: FieldProps): string | undefined {
  const id = props.id ?? props.name;
  const ids = [props.hint ? `${id}-hint` : '', props.error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return ids || undefined;
}

function Wrapped(props: { field: FieldProps; children: Child }) {
  const { field } = props;
  const id = field.id ?? field.name;
  return (
    <div class={field.error ? 'field bad' : 'field'}>
      <label for={id}>{field.label}</label>
      {field.hint ? (
        <p class="hint" id={`${id}-hint`}>
          {field.hint}
        </p>
      ) : null}
      {field.error ? <Wrong id={id} text={field.error} /> : null}
      {props.children}
    </div>
  );
}

function Wrong(props: { id: string; text: string }) {
  return (
    <p class="wrong" id={`${props.id}-error`}>
      <span class="vh">Salah: </span>
      {props.text}
    </p>
  );
}

const control = (props: FieldProps) => ({
  id: props.id ?? props.name,
  name: props.name,
  required: props.required,
  'aria-describedby': describedBy(props),
  'aria-invalid': props.error ? 'true' : undefined,
  ...props.more,
});

/** One line of text, a date, a number, a file. */
export function Field(props: FieldProps & { type?: string }) {
  return (
    <Wrapped field={props}>
      <input type={props.type ?? 'text'} value={props.value} {...control(props)} />
    </Wrapped>
  );
}

/** What each control of a form takes: its label, what was typed into it, and what is wrong with that. */
export const givenIn =
  <Name extends string>(
    labels: Readonly<Record<NoInfer<Name>, string>>,
    typed: Readonly<Record<Name, string>>,
    errors: Errors,
  ) =>
  (name: Name) => ({ name, label: labels[name], value: typed[name], error: errors[name] });

export function TextArea(props: FieldProps & { rows?: number }) {
  return (
    <Wrapped field={props}>
      <textarea rows={props.rows ?? 4} {...control(props)}>
        {props.value}
      </textarea>
    </Wrapped>
  );
}

export interface Option {
  value: string;
  label: string;
  /** Other words for it, for the search. */
  aliases?: readonly string[];
}

/** Rows with a number, by their names. */
export const namedOptions = (rows: readonly { id: number; name: string }[]): Option[] =>
  rows.map(({ id, name }) => ({ value: String(id), label: name }));

/** @param props.empty label of "nothing chosen"; without it the first option is chosen. */
export function Select(
  props: FieldProps & { options?: Option[]; groups?: { label: string; options: Option[] }[]; empty?: string },
) {
  const render = (option: Option) => (
    <option
      value={option.value}
      selected={option.value === props.value}
      data-alias={option.aliases?.join('|') || undefined}
    >
      {option.label}
    </option>
  );
  return (
    <Wrapped field={props}>
      <select {...control(props)}>
        {props.empty === undefined ? null : <option value="">{props.empty}</option>}
        {props.options?.map(render)}
        {props.groups?.map((group) => (
          <optgroup label={group.label}>{group.options.map(render)}</optgroup>
        ))}
      </select>
    </Wrapped>
  );
}

export function Radios(
  props: Omit<FieldProps, 'label'> & { legend: Child; options: (Option & { hint?: Child })[] },
) {
  const id = props.id ?? props.name;
  return (
    <fieldset
      class={props.error ? 'field bad' : 'field'}
      id={id}
      aria-describedby={describedBy({ ...props, label: '' })}
    >
      <legend>{props.legend}</legend>
      {props.hint ? (
        <p class="hint" id={`${id}-hint`}>
          {props.hint}
        </p>
      ) : null}
      {props.error ? <Wrong id={id} text={props.error} /> : null}
      {props.options.map((option) => (
        <Choice
          type="radio"
          id={`${id}-${option.value}`}
          name={props.name}
          value={option.value}
          label={option.label}
          hint={option.hint}
          checked={option.value === props.value}
          required={props.required}
        />
      ))}
    </fieldset>
  );
}

/** One tick; sends its `value` (by default "1") when ticked. */
export function Checkbox(props: Omit<FieldProps, 'error' | 'more'> & { checked?: boolean | undefined }) {
  return (
    <Choice
      type="checkbox"
      id={props.id ?? props.name}
      name={props.name}
      value={props.value ?? '1'}
      label={props.label}
      hint={props.hint}
      checked={props.checked}
      required={props.required}
    />
  );
}

function Choice(props: {
  type: 'radio' | 'checkbox';
  id: string;
  name: string;
  value: string;
  label: Child;
  hint?: Child;
  checked?: boolean | undefined;
  required?: boolean | undefined;
}) {
  const hint = props.hint ? `${props.id}-hint` : undefined;
  return (
    <div class="choice">
      <input
        type={props.type}
        id={props.id}
        name={props.name}
        value={props.value}
        checked={props.checked}
        required={props.required}
        aria-describedby={hint}
      />
      <label for={props.id}>{props.label}</label>
      {hint ? (
        <p class="hint" id={hint}>
          {props.hint}
        </p>
      ) : null}
    </div>
  );
}

/**
 * Stands above the form that was refused; each line leads to its field.
 * @param props.labels names of fields, put before the sentence
 * @param props.ids field name → id where they differ
 */
export function ErrorSummary(props: {
  errors: Errors;
  title?: string;
  labels?: Record<string, string>;
  ids?: Record<string, string>;
}) {
  const entries = Object.entries(props.errors);
  if (entries.length === 0) return null;
  return (
    <div class="notice bad" role="alert" tabindex={-1} id="salah">
      <h2>{props.title ?? 'Ada isian yang perlu diperbaiki'}</h2>
      <ul>
        {entries.map(([name, text]) => (
          <li>
            <a href={`#${props.ids?.[name] ?? name}`}>
              {props.labels?.[name] ? `${props.labels[name]}: ` : ''}
              {text}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
