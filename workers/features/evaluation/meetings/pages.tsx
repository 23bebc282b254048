/** /desk/evaluasi/rapat: the list of meetings, planning one, preparing it, and closing it. */
import { Hono } from 'hono';
import { now } from '../../../platform/clock.ts';
import { newKey } from '../../../platform/ids.ts';
import type { AppError } from '../../../platform/problem.ts';
import { errorsOf } from '../../../ui/components.tsx';
import { doerOf, idIn, keyIn, parse, shownAgain, versionIn } from '../../doer.ts';
import type { AppContext, AppEnv } from '../../http.ts';
import { localTimeOf } from '../../local-time.ts';
import { requireRunner } from '../doors.ts';
import { decisionPages } from './decision-pages.ts';
import { blankMeeting, readMeeting, type TypedMeeting, typedOf } from './form.ts';
import { freeze } from './frozen.ts';
import { meetingSchema } from './input.ts';
import { paperPages } from './paper-pages.tsx';
import { peoplePages } from './people-pages.tsx';
import { listMeetings } from './queries.ts';
import { questionPages } from './question-pages.tsx';
import { addMeeting, cancelMeeting, closeMeeting, editMeeting, reviveMeeting } from './save.ts';
import { lineOf, meetingPath, showMeeting } from './show.tsx';
import { tellInvited } from './tell.ts';
import { MeetingFormPage } from './views/form.tsx';
import { MeetingsPage } from './views/list.tsx';

export const meetingPages = new Hono<AppEnv>();

meetingPages.get('/', async (c) => {
  const { db, regency, signedIn } = c.var;
  const cursor = c.req.query('dari');
  const page = { regency, who: signedIn, local: localTimeOf(now(), regency.about.timeZone) };
  return c.html(
    <MeetingsPage {...page} {...(await listMeetings(db, cursor))} later={cursor !== undefined} />,
  );
});

meetingPages.get('/baru', requireRunner, (c) => showForm(c, blankMeeting(todayOf(c))));

meetingPages.post('/baru', requireRunner, async (c) => {
  const form = await c.req.formData();
  const typed = readMeeting(form);
  try {
    const id = await addMeeting(doerOf(c), parse(meetingSchema, typed), keyIn(form));
    return c.redirect(`/desk/evaluasi/rapat/${id}?ok=buat`, 303);
  } catch (error) {
    return showForm(c, typed, shownAgain(error), keyIn(form));
  }
});

meetingPages.get('/:id{[0-9]+}', (c) => showMeeting(c));

meetingPages.get('/:id{[0-9]+}/ubah', requireRunner, async (c) =>
  showForm(c, typedOf((await lineOf(c)).row)),
);

meetingPages.post('/:id{[0-9]+}/ubah', requireRunner, async (c) => {
  const form = await c.req.formData();
  const typed = readMeeting(form);
  try {
    const moved = await editMeeting(doerOf(c), idIn(c), parse(meetingSchema, typed), versionIn(form));
    return c.redirect(meetingPath(c, `?ok=${moved ? 'pindah' : 'ubah'}`), 303);
  } catch (error) {
    return showForm(c, typed, shownAgain(error));
  }
});

meetingPages.post('/:id{[0-9]+}/bekukan', requireRunner, async (c) => {
  const seen = Number((await c.req.formData()).get('seen') || 0);
  await freeze(doerOf(c), idIn(c), seen || null);
  return c.redirect(meetingPath(c, '?ok=beku'), 303);
});

meetingPages.post('/:id{[0-9]+}/kirim', requireRunner, async (c) => {
  const told = await tellInvited(doerOf(c), idIn(c));
  return c.redirect(meetingPath(c, `?ok=${told > 0 ? 'kirim' : 'terkirim'}`), 303);
});

meetingPages.post('/:id{[0-9]+}/tutup', requireRunner, async (c) => {
  try {
    await closeMeeting(doerOf(c), idIn(c));
    return c.redirect(meetingPath(c, '?ok=tutup'), 303);
  } catch (error) {
    const { fields, status } = shownAgain(error);
    return showMeeting(c, { errors: errorsOf(fields), decision: '' }, status);
  }
});

meetingPages.post('/:id{[0-9]+}/batalkan', requireRunner, async (c) => {
  await cancelMeeting(doerOf(c), idIn(c));
  return c.redirect(meetingPath(c, '?ok=batal'), 303);
});

meetingPages.post('/:id{[0-9]+}/pakai-lagi', requireRunner, async (c) => {
  await reviveMeeting(doerOf(c), idIn(c));
  return c.redirect(meetingPath(c, '?ok=pakai'), 303);
});

meetingPages.route('/', peoplePages);
meetingPages.route('/', questionPages);
meetingPages.route('/', decisionPages);
meetingPages.route('/', paperPages);

const todayOf = (c: AppContext): string => c.var.regency.calendar.localDate(now());

async function showForm(c: AppContext, typed: TypedMeeting, problem?: AppError, formKey = newKey()) {
  const { regency, signedIn } = c.var;
  const errors = errorsOf(problem?.fields ?? []);
  const own = c.req.param('id') === undefined ? { formKey } : { meeting: (await lineOf(c)).row };
  const page = { regency, who: signedIn, typed, errors, today: todayOf(c), ...own };
  return c.html(
    <MeetingFormPage {...page} conflict={problem?.kind === 'conflict'} />,
    problem?.status ?? 200,
  );
}
