/** /desk/evaluasi/rencana-aksi: the plan as board and table, its items, and what is reported on them. */
import { Hono } from 'hono';
import { type ActionState, actionStates } from '../../../../shared/action.ts';
import { runsEvaluation } from '../../../../shared/permissions/rooms.ts';
import { now } from '../../../platform/clock.ts';
import { newKey } from '../../../platform/ids.ts';
import type { AppError } from '../../../platform/problem.ts';
import { errorsOf } from '../../../ui/components.tsx';
import { doerOf, idIn, keyIn, parse, shownAgain, textsOf, versionIn } from '../../doer.ts';
import type { AppContext, AppEnv } from '../../http.ts';
import { offerSheet } from '../../sheets.ts';
import { requireRunner } from '../doors.ts';
import { requireReporter } from './doors.ts';
import { filePages } from './file-pages.ts';
import { filterOf, PLAN, soughtBy } from './filter.ts';
import { blankAction, choicesOf, readAction, type TypedAction, typedOf } from './form.ts';
import { actionSchema, moveSchema, reportSchema } from './input.ts';
import { needsWords } from './moves.ts';
import { actionsOf, decisionsToChoose, meetingsWithDecisions } from './queries.ts';
import { reportAction } from './report.ts';
import { addAction, editAction } from './save.ts';
import { actionSheet } from './sheet.ts';
import { lineOf, showAction } from './show.tsx';
import { BoardPage } from './views/board.tsx';
import { ActionFormPage } from './views/form.tsx';
import { Moved, type PlanProps } from './views/frame.tsx';
import { PlanTablePage } from './views/table.tsx';

export const actionPages = new Hono<AppEnv>();

actionPages.get('/', async (c) => {
  const plan = await planOf(c);
  const back = actionStates.find((state) => state === c.req.query('dari'));
  const moved = plan.lines.find(({ row }) => String(row.id) === c.req.query('pindah'));
  return c.html(<BoardPage {...plan} done={moved && back ? <Moved line={moved} back={back} /> : null} />);
});

actionPages.get('/tabel', async (c) => c.html(<PlanTablePage {...(await planOf(c))} />));

offerSheet(actionPages, '/semua', actionSheet);

/** Of a decision its words are what there is to do, until somebody writes them otherwise. */
actionPages.get('/baru', requireRunner, async (c) => {
  const decisions = await decisionsToChoose(c.var.db);
  const decided = decisions.find(({ id }) => String(id) === c.req.query('keputusan'));
  const typed = decided && { decision: String(decided.id), activity: decided.decision.slice(0, 200) };
  return showForm(c, { ...blankAction(), ...typed });
});

actionPages.post('/baru', requireRunner, async (c) => {
  const form = await c.req.formData();
  const typed = readAction(form);
  try {
    const id = await addAction(doerOf(c), parse(actionSchema, typed), keyIn(form));
    return c.redirect(`${PLAN}/${id}?ok=buat`, 303);
  } catch (error) {
    return showForm(c, typed, shownAgain(error), keyIn(form));
  }
});

actionPages.get('/:id{[0-9]+}', (c) => showAction(c));

actionPages.get('/:id{[0-9]+}/ubah', requireRunner, async (c) => showForm(c, typedOf((await lineOf(c)).row)));

actionPages.post('/:id{[0-9]+}/ubah', requireRunner, async (c) => {
  const form = await c.req.formData();
  const typed = readAction(form);
  try {
    await editAction(doerOf(c), idIn(c), parse(actionSchema, typed), versionIn(form));
    return c.redirect(`${PLAN}/${idIn(c)}?ok=ubah`, 303);
  } catch (error) {
    return showForm(c, typed, shownAgain(error));
  }
});

const said: Partial<Record<ActionState, string>> = { done: 'selesai', dropped: 'batal' };

actionPages.post('/:id{[0-9]+}/lapor', requireReporter, async (c) => {
  const form = await c.req.formData();
  const typed = textsOf(form, ['state', 'progress', 'note']);
  try {
    const { row } = await lineOf(c);
    const { progress, ...rest } = typed;
    const report = parse(reportSchema, form.has('progress') ? typed : rest);
    await reportAction(doerOf(c), idIn(c), report, versionIn(form), runsEvaluation(c.var.signedIn));
    const ok = said[report.state] ?? (row.doneAt === null ? 'lapor' : 'buka');
    return c.redirect(`${PLAN}/${idIn(c)}?ok=${ok}`, 303);
  } catch (error) {
    const { kind, fields, status } = shownAgain(error);
    const errors = errorsOf(fields);
    return showAction(c, { form: 'report', errors, typed, conflict: kind === 'conflict' }, status);
  }
});

/** A move on the board; one that has to be explained leads to the item, where its words are asked. */
actionPages.post('/:id{[0-9]+}/pindah', requireReporter, async (c) => {
  const form = await c.req.formData();
  const { state } = parse(moveSchema, textsOf(form, ['state']));
  const { row } = await lineOf(c);
  if (needsWords(state)) return c.redirect(`${PLAN}/${row.id}?ke=${state}#lapor`, 303);
  await reportAction(
    doerOf(c),
    row.id,
    { state, note: null },
    versionIn(form),
    runsEvaluation(c.var.signedIn),
  );
  return c.redirect(`${PLAN}?pindah=${row.id}&dari=${row.state}`, 303);
});

actionPages.route('/', filePages);

async function planOf(c: AppContext): Promise<PlanProps> {
  const { db, regency, signedIn } = c.var;
  const at = now();
  const filter = filterOf((name) => c.req.query(name));
  const [lines, meetings] = await Promise.all([
    actionsOf(db, regency, at, soughtBy(filter)),
    meetingsWithDecisions(db),
  ]);
  return { regency, who: signedIn, now: at, lines, filter, meetings };
}

/** For a new item, or one that is there; after a refusal with what was typed. */
async function showForm(c: AppContext, typed: TypedAction, refusal?: AppError, key = newKey()) {
  const { regency, signedIn } = c.var;
  const row = c.req.param('id') ? (await lineOf(c)).row : undefined;
  const page = {
    ...{ regency, who: signedIn, typed, errors: errorsOf(refusal?.fields ?? []) },
    choices: await choicesOf(c, row),
    ...(row ? { row, conflict: refusal?.kind === 'conflict' } : { formKey: key }),
  };
  return c.html(<ActionFormPage {...page} />, refusal?.status ?? 200);
}
