/** /desk/data-pribadi/insiden: the register of incidents, its forms and its draft notices. */
import { Hono } from 'hono';
import { now } from '../../platform/clock.ts';
import { newKey } from '../../platform/ids.ts';
import { AppError } from '../../platform/problem.ts';
import { errorsOf } from '../../ui/components.tsx';
import { atMost } from '../api.ts';
import type { AppContext, AppEnv } from '../http.ts';
import { draftOf } from './breach-draft.ts';
import { blank, factsOf, localTime, typedOf, wallTime } from './breach-input.ts';
import { type Breach, readBreach, readBreaches } from './breach-rows.ts';
import { type Acting, changeBreach, closeBreach, markTold, noteBreach, recordBreach } from './breaches.ts';
import { actorNames } from './keys-pages.tsx';
import { acts, type BreachAct, BreachPage, type BreachPageProps } from './views/breach.tsx';
import { BreachesPage, breachPath, NewBreachPage } from './views/breaches.tsx';
import { LetterPage } from './views/letter.tsx';

const limit = atMost(128 * 1024);

export const breachPages = new Hono<AppEnv>();

breachPages.get('/', async (c) => {
  const { db, keys, regency, signedIn } = c.var;
  const breaches = await readBreaches(db, keys);
  return c.html(<BreachesPage regency={regency} who={signedIn} breaches={breaches} now={now()} />);
});

breachPages.get('/baru', (c) => {
  const { regency, signedIn } = c.var;
  const typed = { ...blank, found: wallTime(now(), regency) };
  return c.html(
    <NewBreachPage regency={regency} who={signedIn} typed={typed} errors={{}} openedAt={now()} />,
  );
});

breachPages.post('/baru', limit, async (c) => {
  const form = await c.req.formData();
  const { regency, signedIn } = c.var;
  const typed = typedOf(form);
  const opened = Number(form.get('opened'));
  const openedAt = Number.isSafeInteger(opened) && opened > 0 && opened <= now() ? opened : now();
  try {
    const id = await recordBreach(acting(c), factsOf(typed, regency, now()), openedAt);
    return c.redirect(`${breachPath}/${id}?ok=1`, 303);
  } catch (error) {
    if (!(error instanceof AppError) || error.kind !== 'invalid') throw error;
    const props = { regency, who: signedIn, typed, openedAt, errors: errorsOf(error.fields) };
    return c.html(<NewBreachPage {...props} />, 422);
  }
});

const idOf = (c: AppContext): number => {
  const id = c.req.param('id') ?? '';
  if (!/^\d{1,9}$/.test(id)) throw new AppError('not_found');
  return Number(id);
};

const acting = (c: AppContext): Acting => ({
  db: c.var.db,
  keys: c.var.keys,
  by: c.var.actor,
  now: now(),
});

breachPages.get('/:id', (c) => show(c, idOf(c), {}, 200));

breachPages.get('/:id/surat/:to', async (c) => {
  const { db, keys, regency, signedIn } = c.var;
  const to = c.req.param('to');
  if (to !== 'pemilik' && to !== 'lembaga') throw new AppError('not_found');
  const { breach } = await readBreach(db, keys, idOf(c));
  const draft = draftOf(breach, to === 'lembaga' ? 'authority' : 'people', regency);
  return c.html(<LetterPage regency={regency} who={signedIn} id={breach.id} draft={draft} />);
});

breachPages.post('/:id/:act', limit, async (c) => {
  const id = idOf(c);
  const act = acts.find((one) => one === c.req.param('act'));
  if (!act) throw new AppError('not_found');
  const form = await c.req.formData();
  const given = (name: string) => String(form.get(name) ?? '').trim();
  const typed = { typed: typedOf(form), note: given('text'), at: given('at'), open: act };
  // What was typed for another act is not what the record's own form shows.
  const kept = act === 'ubah' ? typed : { note: typed.note, at: typed.at, open: act };
  const { breach } = await readBreach(c.var.db, c.var.keys, id);
  try {
    await carryOut(c, breach, act, Number(given('version')), typed);
    return c.redirect(`${breachPath}/${id}?ok=1`, 303);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.kind === 'conflict') return show(c, id, { ...kept, collided: true }, 409);
    if (error.kind === 'invalid') return show(c, id, { ...kept, errors: errorsOf(error.fields) }, 422);
    throw error;
  }
});

/** @throws AppError invalid, conflict */
async function carryOut(
  c: AppContext,
  breach: Breach,
  act: BreachAct,
  version: number,
  { typed, note, at }: { typed: BreachPageProps['typed']; note: string; at: string },
): Promise<void> {
  const { regency } = c.var;
  const seen = { ...breach, version };
  if (act === 'ubah') {
    // Saving would put what was typed in the place of what nobody could read.
    if (breach.words === null) throw new AppError('unavailable', { detail: 'unreadable' });
    return changeBreach(acting(c), seen, factsOf(typed, regency, now()));
  }
  if (note.length < 3 || note.length > 4000)
    throw new AppError('invalid', { fields: [{ pointer: '/text', message: 'field.required' }] });
  if (act === 'catatan') return noteBreach(acting(c), seen, note);
  if (act === 'tutup') return closeBreach(acting(c), seen, note);
  const when = localTime(at, regency, now());
  if (when === null)
    throw new AppError('invalid', { fields: [{ pointer: '/at', message: 'field.past_time' }] });
  return markTold(acting(c), seen, act === 'pemilik' ? 'told_people' : 'told_authority', when, note);
}

async function show(
  c: AppContext,
  id: number,
  refused: Partial<BreachPageProps>,
  status: 200 | 409 | 422,
): Promise<Response> {
  const { db, keys, regency, signedIn } = c.var;
  const { breach, entries } = await readBreach(db, keys, id);
  const names = await actorNames(
    c,
    entries.map(({ by }) => by),
  );
  const asItIs = {
    found: wallTime(breach.foundAt, regency),
    people: breach.people === null ? '' : String(breach.people),
    words: breach.words ?? blank.words,
  };
  return c.html(
    <BreachPage
      {...{ regency, who: signedIn, breach, entries, names, now: now(), formKey: newKey() }}
      {...{ typed: asItIs, note: '', at: '', open: null, errors: {}, collided: false }}
      done={c.req.query('ok') === '1'}
      {...refused}
    />,
    status,
  );
}
