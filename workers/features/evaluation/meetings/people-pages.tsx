/** The list of a meeting, relative to /desk/evaluasi/rapat: invite, tick, take off, forget. Names are for the runners. */
import { Hono } from 'hono';
import { AppError } from '../../../platform/problem.ts';
import { errorsOf } from '../../../ui/components.tsx';
import { doerOf, idIn, keyIn, textsOf, tickedIds } from '../../doer.ts';
import type { AppContext, AppEnv } from '../../http.ts';
import { requireRunner } from '../doors.ts';
import { forgetNames, inviteGroup, inviteGroups, inviteNames, markAttendance, withdraw } from './invite.ts';
import { readInvitees } from './people.ts';
import { lineOf, meetingPath } from './show.tsx';
import { PeoplePage, type PeoplePageProps } from './views/people.tsx';

export const peoplePages = new Hono<AppEnv>();

peoplePages.get('/:id{[0-9]+}/peserta', requireRunner, (c) => showPeople(c));

peoplePages.post('/:id{[0-9]+}/undang', requireRunner, async (c) => {
  const wanted = (await c.req.formData()).get('group');
  const group = inviteGroups.find((one) => one === wanted);
  if (!group) throw new AppError('invalid');
  const added = await inviteGroup(doerOf(c), idIn(c), group);
  return c.redirect(meetingPath(c, `/peserta?ok=${added > 0 ? 'undang' : 'nihil'}`), 303);
});

peoplePages.post('/:id{[0-9]+}/undang-nama', requireRunner, async (c) => {
  const form = await c.req.formData();
  const typed = { ...textsOf(form, ['names', 'office']), came: form.has('came') };
  try {
    await inviteNames(doerOf(c), idIn(c), { ...typed, office: typed.office || null }, keyIn(form));
    return c.redirect(meetingPath(c, '/peserta?ok=undang'), 303);
  } catch (error) {
    if (!(error instanceof AppError) || error.kind !== 'invalid') throw error;
    return showPeople(c, { ...typed, errors: errorsOf(error.fields) }, error.status);
  }
});

peoplePages.post('/:id{[0-9]+}/hadir', requireRunner, async (c) => {
  const form = await c.req.formData();
  await markAttendance(doerOf(c), idIn(c), idsIn(form, 'before'), idsIn(form, 'came'));
  return c.redirect(meetingPath(c, '/peserta?ok=hadir'), 303);
});

peoplePages.post('/:id{[0-9]+}/cabut', requireRunner, async (c) => {
  await withdraw(doerOf(c), idIn(c), idsIn(await c.req.formData(), 'ids'));
  return c.redirect(meetingPath(c, '/peserta?ok=tarik'), 303);
});

peoplePages.post('/:id{[0-9]+}/hapus-nama', requireRunner, async (c) => {
  await forgetNames(c.var.db, idIn(c));
  return c.redirect(meetingPath(c, '/peserta?ok=nama'), 303);
});

/** One tick can stand for a whole group: the numbers of its people, with a space between. */
const idsIn = (form: FormData, name: string): number[] =>
  tickedIds(form.getAll(name).flatMap((value) => (typeof value === 'string' ? value.split(' ') : [])));

async function showPeople(
  c: AppContext,
  refused?: PeoplePageProps['refused'],
  status: 200 | AppError['status'] = 200,
): Promise<Response> {
  const { regency, signedIn } = c.var;
  const { row } = await lineOf(c);
  const page = {
    ...{ regency, who: signedIn, meeting: row, done: c.req.query('ok') },
    people: await readInvitees(doerOf(c), row.id),
    ...(refused ? { refused } : {}),
  };
  return c.html(<PeoplePage {...page} />, status);
}
