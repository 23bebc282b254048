/** What the forms of a case share: the frame of one action, its fields' ids, and lists of offices. */
import type { Child } from 'hono/jsx';
import { type AnswerWarning, warningSentences } from '../../../../shared/answer-text.ts';
import { hasExamples } from '../../../../shared/answers.ts';
import type { DeskVerb } from '../../../cases/verbs/index.ts';
import { officeGroups } from '../../../regency/offices.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import {
  Checkbox,
  DefaultSubmit,
  Details,
  type Errors,
  HiddenKey,
  type Option,
  Radios,
  Select,
} from '../../../ui/components.tsx';
import { confirmed, previewed, type Typed } from '../input.ts';
import type { DeskCase } from '../queries.ts';
import { Examples } from './examples.tsx';

/** What a verb's form gets. */
export interface FormProps {
  view: DeskCase;
  regency: Regency;
  /** As typed before it was refused; null = untouched. */
  typed: Typed | null;
  errors: Errors;
  /** Of the hidden `key`. */
  formKey: string;
  /** Accounts that may be named as accused; read only where that is possible. */
  accounts: Option[];
  /** The case that this one may be merged into, once somebody has named it. */
  target?: MergeTarget | null;
  /** What is sent, as its reporter will read it. */
  shown?: Child;
  /** What should be looked at once more before it is sent all the same. */
  warnings?: readonly AnswerWarning[];
  /** An example that would take the place of typed words. */
  offered?: Offered | null;
  /** The form stands in a list and leads back there: hidden fields that say to where. */
  inList?: Record<string, string>;
}

export interface Offered {
  id: string;
  label: string;
  /** Filled in. */
  text: string;
}

/** `view` is null for a case that this person may not know of. */
export interface MergeTarget {
  /** As it was typed. */
  code: string;
  view: DeskCase | null;
}

/** Attributes of a field: ids carry the verb, because forms of one page share names. */
export function field(props: FormProps, verb: DeskVerb, name: string, start = '') {
  return {
    name,
    id: `${verb}-${name}`,
    value: props.typed ? (props.typed.values[name]?.[0] ?? '') : start,
    error: props.errors[name],
  };
}

/** Whether a box is ticked, as typed or at first. */
export function ticked(props: FormProps, name: string, value: string, start = false): boolean {
  return props.typed ? (props.typed.values[name] ?? []).includes(value) : start;
}

/** Steps of an officer in the field, whose words may lie on their phone until there is a signal. */
const inTheField: readonly DeskVerb[] = [
  'follow_up',
  'answer',
  'propose_answer',
  'carry_out',
  'ask',
  'return',
  'note',
];

/**
 * What the script of the desk (ui/client/lib/desk.ts) may keep of this form on the device: nothing of an accusation or of
 * violence. `typed` = it came back from the server, whose words are newer.
 */
function keptOnDevice(form: FormProps, verb: DeskVerb): 'draft' | 'typed' | undefined {
  const { view } = form;
  const secret = view.standing === 'secret_holder' || view.flags.includes('violence');
  if (secret || !inTheField.includes(verb)) return undefined;
  return form.typed ? 'typed' : 'draft';
}

/** Where a form is sent: to its case, or to the list that it stands in. */
export const formAction = ({ view, inList }: FormProps, verb: DeskVerb): string =>
  `/desk/${inList ? 'jawab' : 'kasus'}/${view.code}/${verb}`;

/** Id of the form itself, for buttons that stand outside of it. */
export const formId = (verb: DeskVerb): string => `isian-${verb}`;

/** One action: opens on demand, or is open when it is the likely next step or was refused. */
export function ActionForm(props: {
  form: FormProps;
  verb: DeskVerb;
  summary: string;
  submit: string;
  /** Beside the tick that it was checked. */
  sure?: string;
  danger?: boolean;
  open?: boolean;
  files?: boolean;
  children?: Child;
}) {
  const { form, verb } = props;
  const { view } = form;
  return (
    <Details summary={props.summary} open={props.open || form.typed !== null} id={`aksi-${verb}`}>
      <form
        method="post"
        id={formId(verb)}
        action={formAction(form, verb)}
        enctype={props.files ? 'multipart/form-data' : undefined}
        data-keep={keptOnDevice(form, verb)}
      >
        {props.files || hasExamples(verb) ? <DefaultSubmit /> : null}
        <HiddenKey value={form.formKey} />
        <input type="hidden" name="version" value={String(view.version)} />
        {Object.entries(form.inList ?? {}).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        {form.shown ? (
          <section aria-label="Pratinjau">
            <p class="notice-title">Seperti yang akan dibaca pelapor</p>
            {form.shown}
          </section>
        ) : null}
        {hasExamples(verb) ? <Examples form={form} verb={verb} /> : null}
        {props.children}
        {form.warnings?.length || form.typed?.values.acceptWarnings ? (
          <Checkbox
            name="acceptWarnings"
            id={`${verb}-acceptWarnings`}
            label="Kirim walaupun begitu"
            hint={form.warnings?.map((warning) => warningSentences[warning]).join(' ') || undefined}
            checked={form.typed?.values.acceptWarnings !== undefined}
          />
        ) : null}
        {confirmed.includes(verb) ? (
          <Checkbox
            name="sure"
            id={`${verb}-sure`}
            label={props.sure ?? 'Saya sudah memeriksanya.'}
            hint={form.errors.sure ? 'Centang ini dahulu.' : undefined}
            checked={form.typed?.sure}
            required
          />
        ) : null}
        <p class="actions">
          <button type="submit" class={props.danger ? 'danger' : undefined}>
            {props.submit}
          </button>
          {previewed.includes(verb) ? (
            <button
              type="submit"
              class="second"
              formaction={`${formAction(form, verb)}/pratinjau#${formId(verb)}`}
              formnovalidate
            >
              Pratinjau
            </button>
          ) : null}
        </p>
      </form>
    </Details>
  );
}

interface TicksProps {
  form: FormProps;
  verb: DeskVerb;
  name: string;
  summary: string;
  hint?: string;
}

/** Offices of the regency to tick, folded away. */
export function OfficeTicks(props: TicksProps) {
  return <Ticks {...props} groups={officeGroups(props.form.regency)} />;
}

export function Ticks(props: TicksProps & { groups: { label: string; options: Option[] }[] }) {
  const { form, verb, name } = props;
  const some = (form.typed?.values[name] ?? []).length > 0;
  return (
    <Details summary={props.summary} open={some || Boolean(form.errors[name])}>
      {props.hint ? <p class="hint">{props.hint}</p> : null}
      {props.groups.map((group) => (
        <fieldset class="field">
          <legend>{group.label}</legend>
          {group.options.map((office) => (
            <Checkbox
              name={name}
              id={`${verb}-${name}-${office.value}`}
              value={office.value}
              label={office.label}
              checked={ticked(form, name, office.value)}
            />
          ))}
        </fieldset>
      ))}
    </Details>
  );
}

/** Suggested offices as radios, and every other one in a list beside them. */
export function OfficeChoice(props: {
  form: FormProps;
  verb: DeskVerb;
  legend: string;
  suggested: (Option & { hint: string })[];
}) {
  const { form, verb, suggested } = props;
  const other = { value: 'lain', label: 'Instansi lain, pilih di bawah' };
  const given = field(form, verb, 'office', suggested[0]?.value ?? 'lain');
  return (
    <>
      {suggested.length > 0 ? (
        <Radios legend={props.legend} {...given} options={[...suggested, other]} />
      ) : (
        <input type="hidden" name="office" value="lain" />
      )}
      <Select
        label={suggested.length > 0 ? 'Instansi lain' : props.legend}
        name="other"
        id={suggested.length > 0 ? `${verb}-other` : given.id}
        value={form.typed?.values.other?.[0]}
        error={suggested.length > 0 ? undefined : given.error}
        groups={officeGroups(form.regency)}
        empty="Pilih instansi"
      />
    </>
  );
}
