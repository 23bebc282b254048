/** The plan as a board: one column a state. A card moves by its own form, so keyboard and plain HTML are enough. */
import { type ActionState, actionStateNames, actionStates } from '../../../../../shared/action.ts';
import { Details, Select, Tag } from '../../../../ui/components.tsx';
import { PLAN } from '../filter.ts';
import { mayMoveTo } from '../moves.ts';
import type { ActionLine } from '../queries.ts';
import { dueText, inCharge, progressText } from '../words.ts';
import { PlanFrame, type PlanProps } from './frame.tsx';

/** Cards in a column of what is over; the table has all. */
const LATEST = 8;

export function BoardPage(props: PlanProps) {
  return (
    <PlanFrame {...props} here={PLAN}>
      <div class="board">
        {actionStates.map((state) => (
          <Column {...props} state={state} />
        ))}
      </div>
    </PlanFrame>
  );
}

function Column(props: PlanProps & { state: ActionState }) {
  const { state } = props;
  const all = props.lines.filter(({ row }) => row.state === state);
  const over = state === 'done' || state === 'dropped';
  const shown = over ? all.slice(-LATEST).reverse() : all;
  return (
    <section aria-labelledby={`kolom-${state}`}>
      <h2 id={`kolom-${state}`}>
        {actionStateNames[state]} ({all.length})
      </h2>
      {shown.length === 0 ? <p class="hint">Tidak ada.</p> : null}
      <ul>
        {shown.map((line) => (
          <Card {...props} line={line} />
        ))}
      </ul>
      {all.length > shown.length ? (
        <p>
          <a href={`${PLAN}/tabel?keadaan=${state}`}>{all.length - shown.length} lagi di tabel</a>
        </p>
      ) : null}
    </section>
  );
}

function Card({ regency, now, who, line }: PlanProps & { line: ActionLine }) {
  const { row, overdue } = line;
  return (
    <li id={`k${row.id}`}>
      <a href={`${PLAN}/${row.id}`}>{row.activity}</a>
      <small>{inCharge(regency, line)}</small>
      <small>{dueText(line, regency, now)}</small>
      <small>Kemajuan {progressText(line)}</small>
      {overdue ? <Tag tone="red">Lewat batas waktu</Tag> : null}
      <Move line={line} states={mayMoveTo(who, row)} />
    </li>
  );
}

function Move({ line: { row }, states }: { line: ActionLine; states: readonly ActionState[] }) {
  if (states.length === 0) return null;
  return (
    <Details summary="Pindahkan">
      <form method="post" action={`${PLAN}/${row.id}/pindah`}>
        <input type="hidden" name="version" value={row.version} />
        <Select
          name="state"
          id={`ke-${row.id}`}
          label={`Pindahkan “${row.activity}” ke`}
          options={states.map((value) => ({ value, label: actionStateNames[value] }))}
        />
        <button type="submit" class="second">
          Pindahkan
        </button>
      </form>
    </Details>
  );
}
