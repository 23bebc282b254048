/** What a meeting decides, relative to /desk/evaluasi/rapat: its forms stand on the page of the meeting. */
import { Hono } from 'hono';
import { errorsOf } from '../../../ui/components.tsx';
import { doerOf, idIn, keyIn, parse, shownAgain, textsOf, versionIn } from '../../doer.ts';
import type { AppContext, AppEnv } from '../../http.ts';
import { requireRunner } from '../doors.ts';
import { type Decided, decide, editDecision, removeDecision } from './decide.ts';
import { decisionSchema } from './input.ts';
import { meetingPath, showMeeting } from './show.tsx';

export const decisionPages = new Hono<AppEnv>();

decisionPages.post('/:id{[0-9]+}/keputusan', requireRunner, async (c) => {
  const form = await c.req.formData();
  const typed = textsOf(form, ['decision']);
  try {
    await decide(doerOf(c), idIn(c), parse(decisionSchema, typed).decision, keyIn(form));
    return c.redirect(meetingPath(c, '?ok=putus#keputusan'), 303);
  } catch (error) {
    const { fields, status } = shownAgain(error);
    return showMeeting(c, { errors: errorsOf(fields), decision: typed.decision }, status);
  }
});

decisionPages.post('/:id{[0-9]+}/keputusan/:which{[0-9]+}', requireRunner, async (c) => {
  const form = await c.req.formData();
  const typed = textsOf(form, ['decision']);
  const decided = decidedIn(c, form);
  try {
    await editDecision(doerOf(c), decided, parse(decisionSchema, typed).decision);
    return c.redirect(meetingPath(c, '?ok=ubah#keputusan'), 303);
  } catch (error) {
    const { kind, fields, status } = shownAgain(error);
    const refused = { errors: errorsOf(fields), ...typed, which: decided.id, conflict: kind === 'conflict' };
    return showMeeting(c, refused, status);
  }
});

decisionPages.post('/:id{[0-9]+}/keputusan/:which{[0-9]+}/hapus', requireRunner, async (c) => {
  await removeDecision(doerOf(c), decidedIn(c, await c.req.formData()));
  return c.redirect(meetingPath(c, '?ok=buang#keputusan'), 303);
});

const decidedIn = (c: AppContext, form: FormData): Decided => ({
  meetingId: idIn(c),
  id: idIn(c, 'which'),
  version: versionIn(form),
});
