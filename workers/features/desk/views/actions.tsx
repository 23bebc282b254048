/** The forms of a case in the order in which they are likely needed; the first one is open. */
import type { Child } from 'hono/jsx';
import type { AnswerWarning } from '../../../../shared/answer-text.ts';
import type { DeskVerb } from '../../../cases/verbs/index.ts';
import { newKey } from '../../../platform/ids.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import type { Errors, Option } from '../../../ui/components.tsx';
import type { Typed } from '../input.ts';
import type { DeskCase } from '../queries.ts';
import { DecideReturnForm, DisposeForm, VerifyForm } from './admin-forms.tsx';
import { AnswerForm, ProposeForm } from './answer-form.tsx';
import { ApproveForm, SendBackForm } from './approval-forms.tsx';
import { AuditForm, FindFaultForm } from './audit-forms.tsx';
import {
  ArchiveForm,
  ChaseForm,
  CloseForwardedForm,
  ForwardForm,
  outsideSuggestion,
  RecordSp4nForm,
  ReopenForm,
} from './closing-forms.tsx';
import type { FormProps, MergeTarget, Offered } from './frame.tsx';
import { MergeForm, UnmergeForm } from './merge-forms.tsx';
import { AskForm, FollowUpForm, ReturnForm } from './office-forms.tsx';
import { FreeForm, HoldForm, NoteForm, PassForm, RevealForm } from './other-forms.tsx';
import { ReleaseForm } from './release-form.tsx';
import { CarryOutForm, RescheduleForm } from './scheduled-forms.tsx';
import { TagForm } from './tag-form.tsx';

/** A reminder has a part of the page to itself (remind.tsx), copying a page (copy.tsx), transfers another (bulk). */
const forms: Record<
  Exclude<DeskVerb, 'remind' | 'mark_copied' | 'transfer'>,
  (props: FormProps & { open: boolean }) => Child
> = {
  audit: AuditForm,
  find_fault: FindFaultForm,
  release: ReleaseForm,
  decide_return: DecideReturnForm,
  close_forwarded: CloseForwardedForm,
  chase: ChaseForm,
  pass_to_inspectorate: PassForm,
  dispose: DisposeForm,
  approve_answer: ApproveForm,
  send_back_answer: SendBackForm,
  answer: AnswerForm,
  propose_answer: ProposeForm,
  carry_out: CarryOutForm,
  reschedule: RescheduleForm,
  reopen: ReopenForm,
  free: FreeForm,
  follow_up: FollowUpForm,
  verify: VerifyForm,
  forward: ForwardForm,
  ask: AskForm,
  return: ReturnForm,
  merge: MergeForm,
  unmerge: UnmergeForm,
  archive: ArchiveForm,
  note: NoteForm,
  tag: TagForm,
  hold: HoldForm,
  record_sp4n: RecordSp4nForm,
  reveal: RevealForm,
};

type Formed = keyof typeof forms;

/** What moves a case on: the first of these that is possible stands open. */
const next: readonly Formed[] = [
  'release',
  'decide_return',
  'close_forwarded',
  'pass_to_inspectorate',
  'dispose',
  'approve_answer',
  'answer',
  'propose_answer',
  'carry_out',
  'reopen',
  'audit',
];

/** A form that was refused. */
export interface Refused {
  verb: DeskVerb;
  typed: Typed;
  errors: Errors;
  /** What should be looked at once more before it is sent all the same. */
  warnings?: readonly AnswerWarning[];
  /** As its reporter would read it. */
  shown?: Child;
  /** An example that would take the place of typed words. */
  offered?: Offered | null;
}

export function Actions(props: {
  view: DeskCase;
  regency: Regency;
  refused: Refused | null;
  accounts: Option[];
  target?: MergeTarget | null;
  /** The answer that waits for this person, as its reporter would read it. */
  waiting?: Child;
}) {
  const { view, regency, refused, accounts } = props;
  const order = Object.keys(forms) as Formed[];
  // A case that was released once is only rarely released again.
  const ordinary = next.filter((verb) => verb !== 'release' || !view.released);
  const likely = outsideSuggestion(view, regency) ? ['forward' as const, ...ordinary] : ordinary;
  const possible = order.filter((verb) => view.verbs.includes(verb));
  const first = likely.find((verb) => possible.includes(verb));
  const sorted = [...possible].sort((a, b) => Number(b === first) - Number(a === first));
  return (
    <section aria-labelledby="tindakan" class="acts">
      <h2 id="tindakan">Tindakan</h2>
      {sorted.length === 0 ? <p>Tidak ada yang perlu Anda lakukan pada tahap ini.</p> : null}
      {sorted.map((verb) => {
        const Form = forms[verb];
        const mine = refused?.verb === verb ? refused : null;
        return (
          <Form
            view={view}
            regency={regency}
            typed={mine?.typed ?? null}
            errors={mine?.errors ?? {}}
            formKey={mine?.typed.key || newKey()}
            accounts={accounts}
            target={props.target ?? null}
            shown={verb === 'approve_answer' ? props.waiting : mine?.shown}
            warnings={mine?.warnings ?? []}
            offered={mine?.offered ?? null}
            open={refused === null && verb === first}
          />
        );
      })}
    </section>
  );
}
