/** What a meeting decided, with the state of what carries it out. */
import { actionStateNames } from '../../../../../shared/action.ts';
import { newKey } from '../../../../platform/ids.ts';
import { anyOffice } from '../../../../regency/named.ts';
import {
  ConfirmForm,
  Details,
  ErrorSummary,
  HiddenKey,
  Notice,
  Tag,
  TextArea,
} from '../../../../ui/components.tsx';
import type { ActionLine } from '../../actions/queries.ts';
import type { DecisionRow } from '../queries.ts';
import type { MeetingPageProps } from './meeting.tsx';

type Props = MeetingPageProps & { own: string; changes: boolean };

const PLAN = '/desk/evaluasi/rencana-aksi';

export function Decisions(props: Props) {
  const { decided, changes, refused } = props;
  const typing = refused && refused.which === undefined ? refused : undefined;
  if (!changes && decided.length === 0) return null;
  return (
    <section id="keputusan">
      <h2>Keputusan</h2>
      {decided.length === 0 ? <p>Belum ada keputusan.</p> : null}
      <ol>
        {decided.map((decision) => (
          <li>
            <Decision {...props} decision={decision} />
          </li>
        ))}
      </ol>
      {changes ? (
        <form method="post" action={`${props.own}/keputusan`} autocomplete="off" novalidate class="no-print">
          <HiddenKey value={newKey()} />
          <TextArea
            name="decision"
            label="Keputusan baru"
            hint="Satu keputusan, misalnya apa yang dilakukan dan di mana."
            rows={2}
            value={typing?.decision}
            error={typing?.errors.decision}
            more={{ maxlength: 500 }}
          />
          <button type="submit">Simpan keputusan</button>
        </form>
      ) : null}
    </section>
  );
}

function Decision(props: Props & { decision: DecisionRow }) {
  const { decision, actions, regency, changes } = props;
  const own = actions.filter((line) => line.decision?.id === decision.id);
  return (
    <>
      <p>{decision.decision}</p>
      {own.length > 0 ? (
        <ul>
          {own.map((line) => (
            <li>
              <a href={`${PLAN}/${line.row.id}`}>{line.row.activity}</a> (
              {anyOffice(regency, line.row.office)?.short ?? line.row.office}) <ActionState line={line} />
            </li>
          ))}
        </ul>
      ) : null}
      {changes ? <Change {...props} /> : null}
    </>
  );
}

/** "Berjalan, 60 %", and whether it is late. */
export function ActionState({ line }: { line: ActionLine }) {
  const name = actionStateNames[line.row.state];
  if (line.overdue) return <Tag tone="red">Lewat batas, {line.progress} %</Tag>;
  if (line.row.state === 'done') return <Tag tone="green">{name}</Tag>;
  return (
    <Tag tone={line.row.state === 'blocked' ? 'amber' : 'blue'}>
      {name}, {line.progress} %
    </Tag>
  );
}

function Change({ own, decision, actions, refused }: Props & { decision: DecisionRow }) {
  const typing = refused?.which === decision.id ? refused : undefined;
  const carried = actions.some((line) => line.decision?.id === decision.id);
  const action = `${own}/keputusan/${decision.id}`;
  const field = `decision-${decision.id}`;
  return (
    <div class="no-print">
      <p>
        <a href={`${PLAN}/baru?keputusan=${decision.id}`}>Jadikan kegiatan rencana aksi</a>
      </p>
      <Details summary="Ubah" open={typing !== undefined}>
        {typing?.conflict ? (
          <Notice tone="warn" title="Orang lain sudah mengubah keputusan ini" live>
            <p>Isinya sekarang: {decision.decision}</p>
          </Notice>
        ) : null}
        <form method="post" action={action} novalidate>
          <ErrorSummary errors={typing?.errors ?? {}} ids={{ decision: field }} />
          <input type="hidden" name="version" value={decision.version} />
          <TextArea
            id={field}
            name="decision"
            label="Keputusan"
            rows={2}
            value={typing?.decision ?? decision.decision}
            error={typing?.errors.decision}
            more={{ maxlength: 500 }}
          />
          <button type="submit" class="second">
            Simpan
          </button>
        </form>
        {carried ? null : (
          <ConfirmForm
            action={`${action}/hapus`}
            formKey={newKey()}
            summary="Hapus keputusan"
            submit="Ya, hapus"
            danger
          >
            <input type="hidden" name="version" value={decision.version} />
            <p>Keputusan ini hilang dari notula.</p>
          </ConfirmForm>
        )}
      </Details>
    </div>
  );
}
