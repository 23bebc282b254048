/** /desk/kampanye/unggahan/kartu: what is shown of a shared link to the form, and a page of its own for each program. */
import { Hono } from 'hono';
import { now } from '../../../../platform/clock.ts';
import { idIn } from '../../../doer.ts';
import { type AppEnv, originOf } from '../../../http.ts';
import { requireRunner } from '../../doors.ts';
import { makeCard } from './make-card.ts';
import { programCards } from './queries.ts';
import { CardsPage } from './views/cards.tsx';

/** Relative to /desk/kampanye/unggahan/kartu. */
export const cardPages = new Hono<AppEnv>();

cardPages.get('/', async (c) => {
  const { db, regency, signedIn } = c.var;
  const page = { regency, who: signedIn, origin: originOf(c), cards: await programCards(db) };
  return c.html(<CardsPage {...page} made={c.req.query('ok') === 'dibuat'} />);
});

cardPages.post('/:id{\\d+}', requireRunner, async (c) => {
  await makeCard(c.var.db, idIn(c), now());
  return c.redirect('/desk/kampanye/unggahan/kartu?ok=dibuat', 303);
});
