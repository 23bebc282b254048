/** /desk/kampanye/acara: the list of events, making one, changing it, and what came of it. */
import { Hono } from 'hono';
import { DAY, now } from '../../../platform/clock.ts';
import { newKey } from '../../../platform/ids.ts';
import type { AppError } from '../../../platform/problem.ts';
import { type Errors, errorsOf } from '../../../ui/components.tsx';
import { doerOf, idIn, keyIn, parse, shownAgain, textsOf, versionIn } from '../../doer.ts';
import type { AppContext, AppEnv } from '../../http.ts';
import { localTimeOf } from '../../local-time.ts';
import { offerSheet } from '../../sheets.ts';
import { requireRunner } from '../doors.ts';
import { listPrograms } from '../register/queries.ts';
import { filePages } from './file-pages.ts';
import { forgetNames } from './forget.ts';
import { blankEvent, eventPath, readEvent, type TypedEvent, typedOf } from './form.ts';
import { eventSchema, resultSchema } from './input.ts';
import { giveCode } from './link.ts';
import { peoplePages } from './people-pages.tsx';
import { comingEvents, eventsWithNames, openEvents, pastEvents } from './queries.ts';
import { addEvent, editEvent, recordResult, setCancelled } from './save.ts';
import { eventSheet } from './sheet.ts';
import { lineOf, showEvent } from './show.tsx';
import { showTrainings, trainingSheet } from './training-pages.tsx';
import { EventFormPage } from './views/form.tsx';
import { EventsPage } from './views/list.tsx';

export const eventPages = new Hono<AppEnv>();

const ROOM = '/desk/kampanye/acara';
/** So long after an event the names on its list have served (docs/privacy.md). */
const NAMES_SERVE = 365 * DAY;

eventPages.get('/', async (c) => {
  const { db, regency, signedIn } = c.var;
  const local = localTimeOf(now(), regency.about.timeZone);
  const cursor = c.req.query('dari');
  const [open, coming, past, named] = await Promise.all([
    openEvents(db, local),
    comingEvents(db, local),
    pastEvents(db, local, cursor),
    eventsWithNames(db, localTimeOf(now() - NAMES_SERVE, regency.about.timeZone)),
  ]);
  const page = { regency, who: signedIn, local, open, coming, past, named };
  return c.html(<EventsPage {...page} later={cursor !== undefined} done={c.req.query('ok')} />);
});

eventPages.get('/pelatihan', showTrainings);
offerSheet(eventPages, '/pelatihan', trainingSheet);
offerSheet(eventPages, '/semua', eventSheet);

eventPages.post('/hapus-nama', requireRunner, async (c) => {
  const { db, regency } = c.var;
  const named = await eventsWithNames(db, localTimeOf(now() - NAMES_SERVE, regency.about.timeZone));
  await forgetNames(
    c.env,
    db,
    named.map(({ id }) => id),
  );
  return c.redirect(`${ROOM}?ok=nama`, 303);
});

eventPages.get('/baru', requireRunner, (c) =>
  showForm(c, { ...blankEvent(), kind: c.req.query('jenis') ?? '' }),
);

eventPages.post('/baru', requireRunner, async (c) => {
  const form = await c.req.formData();
  const typed = readEvent(form);
  try {
    const id = await addEvent(doerOf(c), parse(eventSchema, typed), keyIn(form));
    return c.redirect(`${ROOM}/${id}?ok=buat`, 303);
  } catch (error) {
    return showForm(c, typed, shownAgain(error), keyIn(form));
  }
});

eventPages.get('/:id{[0-9]+}', (c) => showEvent(c));

eventPages.get('/:id{[0-9]+}/ubah', requireRunner, async (c) => showForm(c, typedOf((await lineOf(c)).row)));

eventPages.post('/:id{[0-9]+}/ubah', requireRunner, async (c) => {
  const form = await c.req.formData();
  const typed = readEvent(form);
  try {
    await editEvent(doerOf(c), idIn(c), parse(eventSchema, typed), versionIn(form));
    return c.redirect(eventPath(c, '?ok=ubah'), 303);
  } catch (error) {
    return showForm(c, typed, shownAgain(error));
  }
});

eventPages.post('/:id{[0-9]+}/hasil', requireRunner, async (c) => {
  const form = await c.req.formData();
  const typed = { ...textsOf(form, ['headcount', 'result']), held: form.has('held') };
  try {
    await recordResult(doerOf(c), idIn(c), parse(resultSchema, typed), versionIn(form));
    return c.redirect(eventPath(c, '?ok=hasil'), 303);
  } catch (error) {
    const { kind, fields, status } = shownAgain(error);
    const refused = { form: 'result' as const, errors: errorsOf(fields), result: typed };
    return showEvent(c, { ...refused, conflict: kind === 'conflict' }, status);
  }
});

eventPages.post('/:id{[0-9]+}/batalkan', requireRunner, async (c) => {
  await setCancelled(doerOf(c), idIn(c), true);
  return c.redirect(eventPath(c, '?ok=batal'), 303);
});

eventPages.post('/:id{[0-9]+}/pakai-lagi', requireRunner, async (c) => {
  await setCancelled(doerOf(c), idIn(c), false);
  return c.redirect(eventPath(c, '?ok=pakai'), 303);
});

eventPages.post('/:id{[0-9]+}/kode', requireRunner, async (c) => {
  await giveCode(doerOf(c), idIn(c));
  return c.redirect(eventPath(c, '?ok=kode'), 303);
});

eventPages.route('/', peoplePages);
eventPages.route('/', filePages);

async function showForm(c: AppContext, typed: TypedEvent, problem?: AppError, formKey = newKey()) {
  const { db, regency, signedIn } = c.var;
  const errors: Errors = errorsOf(problem?.fields ?? []);
  const own = c.req.param('id') === undefined ? { formKey } : { event: (await lineOf(c)).row };
  const page = { regency, who: signedIn, typed, errors, programs: await listPrograms(db), ...own };
  return c.html(<EventFormPage {...page} conflict={problem?.kind === 'conflict'} />, problem?.status ?? 200);
}
