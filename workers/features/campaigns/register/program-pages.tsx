/** /desk/kampanye/program: programs with what belongs to them and what it cost. */
import { Hono } from 'hono';
import { PHOTO_HOLDS_DAYS } from '../../../../shared/campaign.ts';
import { DAY, now } from '../../../platform/clock.ts';
import { AppError } from '../../../platform/problem.ts';
import { errorsOf } from '../../../ui/components.tsx';
import { doerOf, idIn, keyIn, parse, shownAgain, textsOf, versionIn } from '../../doer.ts';
import { detailOf } from '../../errors.tsx';
import type { AppContext, AppEnv } from '../../http.ts';
import { offerSheet } from '../../sheets.ts';
import { requireRunner } from '../doors.ts';
import { programSchema } from './input.ts';
import { createProgram, editProgram } from './programs.ts';
import { listPrograms, type ProgramRow, piecesOf, programOf, programSums } from './queries.ts';
import { programSheet } from './sheet.ts';
import { ProgramPage } from './views/program.tsx';
import { ProgramFormPage, programFields, type TypedProgram } from './views/program-form.tsx';
import { PROGRAMS, ProgramsPage } from './views/programs.tsx';

export const programPages = new Hono<AppEnv>();

programPages.get('/', async (c) => {
  const { db, regency, signedIn } = c.var;
  const [programs, sums] = await Promise.all([listPrograms(db), programSums(db)]);
  return c.html(
    <ProgramsPage regency={regency} who={signedIn} now={now()} programs={programs} sums={sums} />,
  );
});

offerSheet(programPages, '/semua', programSheet);

programPages.get('/baru', requireRunner, (c) => {
  const startsOn = c.var.regency.calendar.localDate(now());
  return showForm(c, null, { ...textsOf(new FormData(), programFields), startsOn });
});

programPages.post('/baru', requireRunner, async (c) => {
  const form = await c.req.formData();
  const typed = textsOf(form, programFields);
  try {
    const facts = parse(programSchema, typed);
    const id = await createProgram(doerOf(c), facts, keyIn(form));
    return c.redirect(`${PROGRAMS}/${id}?ok=buat`, 303);
  } catch (error) {
    return showForm(c, null, typed, shownAgain(error));
  }
});

programPages.get('/:id{\\d+}', async (c) => {
  const { db, regency, signedIn } = c.var;
  const program = await programIn(c);
  const at = now();
  const [sums, pieces] = await Promise.all([
    programSums(db, program.id),
    piecesOf(db, program.id, at - PHOTO_HOLDS_DAYS * DAY),
  ]);
  return c.html(
    <ProgramPage
      regency={regency}
      who={signedIn}
      now={at}
      program={program}
      sums={sums(program.id)}
      pieces={pieces}
      done={c.req.query('ok')}
    />,
  );
});

programPages.get('/:id{\\d+}/ubah', requireRunner, async (c) => {
  const program = await programIn(c);
  return showForm(c, program, typedOf(program));
});

programPages.post('/:id{\\d+}/ubah', requireRunner, async (c) => {
  const form = await c.req.formData();
  const typed = textsOf(form, programFields);
  const { id } = await programIn(c);
  try {
    await editProgram(c.var.db, id, versionIn(form), parse(programSchema, typed));
    return c.redirect(`${PROGRAMS}/${id}?ok=ubah`, 303);
  } catch (error) {
    return showForm(c, await programIn(c), typed, shownAgain(error));
  }
});

for (const [path, archived] of [
  ['/:id{\\d+}/arsip', true],
  ['/:id{\\d+}/buka', false],
] as const)
  programPages.post(path, requireRunner, async (c) => {
    const form = await c.req.formData();
    const { id } = await programIn(c);
    await editProgram(c.var.db, id, versionIn(form), { archivedAt: archived ? now() : null });
    return c.redirect(`${PROGRAMS}/${id}?ok=${archived ? 'arsip' : 'buka'}`, 303);
  });

/** @throws AppError not_found */
async function programIn(c: AppContext): Promise<ProgramRow> {
  const program = await programOf(c.var.db, idIn(c));
  if (!program) throw new AppError('not_found');
  return program;
}

function showForm(
  c: AppContext,
  program: ProgramRow | null,
  typed: TypedProgram,
  problem?: AppError,
): Response | Promise<Response> {
  const { regency, signedIn } = c.var;
  return c.html(
    <ProgramFormPage
      regency={regency}
      who={signedIn}
      now={now()}
      program={program}
      typed={typed}
      errors={errorsOf(problem?.fields ?? [])}
      changed={problem?.kind === 'conflict' ? detailOf(problem, 'id') : null}
    />,
    problem?.status ?? 200,
  );
}

function typedOf({ name, goal, startsOn, endsOn, budget, otherCost }: ProgramRow): TypedProgram {
  const number = (value: number | null) => (value === null ? '' : String(value));
  return { name, goal, startsOn, endsOn: endsOn ?? '', budget: number(budget), otherCost: number(otherCost) };
}
