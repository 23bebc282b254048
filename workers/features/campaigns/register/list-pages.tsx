/** /desk/kampanye/papan: the list, and the same step for many. */
import { Hono } from 'hono';
import { formatNumber } from '../../../../shared/text.ts';
import { now } from '../../../platform/clock.ts';
import { AppError } from '../../../platform/problem.ts';
import { type Errors, errorsOf } from '../../../ui/components.tsx';
import { textsOf } from '../../doer.ts';
import { type AppContext, type AppEnv, originOf } from '../../http.ts';
import { offerSheet } from '../../sheets.ts';
import { requireRunner } from '../doors.ts';
import { chosenOf, filterOf, matching } from './chosen.ts';
import { factsToSet, moveChosen, type SomeFacts, someFacts } from './many.ts';
import { manyActions, manyWords } from './many-words.ts';
import { listPrograms } from './queries.ts';
import { placementSheet } from './sheet.ts';
import type { ShownPlacement } from './shown.ts';
import { LIST, ListPage } from './views/list.tsx';
import { ManyPage } from './views/many.tsx';

export const listPages = new Hono<AppEnv>();

const PAGE = 100;

listPages.get('/', async (c) => {
  const filter = filterOf((name) => c.req.query(name));
  const all = await matching(c, filter);
  const pages = Math.max(1, Math.ceil(all.length / PAGE));
  const page = Math.min(pages, Math.max(1, Math.trunc(Number(c.req.query('hal'))) || 1));
  const { db, regency, signedIn } = c.var;
  return c.html(
    <ListPage
      regency={regency}
      who={signedIn}
      now={now()}
      filter={filter}
      programs={await listPrograms(db)}
      placements={all.slice((page - 1) * PAGE, page * PAGE)}
      count={all.length}
      page={page}
      pages={pages}
      origin={originOf(c)}
      told={toldOf(c)}
    />,
  );
});

function toldOf(c: AppContext): string | null {
  const action = manyActions.find((one) => one === c.req.query('aksi'));
  const count = Number(c.req.query('jumlah'));
  if (!Number.isSafeInteger(count)) return null;
  if (action) return `${formatNumber(count)} ${manyWords[action].done}`;
  if (c.req.query('ok') === 'rencana') return `${formatNumber(count)} bahan direncanakan.`;
  return c.req.query('ok') === 'tambah' ? `${formatNumber(count)} tempat ditambahkan.` : null;
}

offerSheet(listPages, '/semua', placementSheet);

listPages.get('/pilihan', requireRunner, async (c) => {
  const query = new URL(c.req.url).searchParams;
  return showMany(c, await chosenOf(c, query), query.get('aksi'));
});

listPages.post('/pilihan', requireRunner, async (c) => {
  const form = await c.req.formData();
  const chosen = await chosenOf(c, form);
  const action = manyActions.find((one) => one === form.get('aksi'));
  if (!action) throw new AppError('not_found');
  const typed = textsOf(form, someFacts);
  try {
    const facts = action === 'atur' ? await factsToSet(c, typed) : {};
    const count = await moveChosen(c.var.db, chosen, manyWords[action].life, facts, {
      at: now(),
      by: c.var.actor,
    });
    return c.redirect(`${LIST}?${new URLSearchParams({ aksi: action, jumlah: String(count) })}`, 303);
  } catch (error) {
    if (!(error instanceof AppError) || error.kind !== 'invalid') throw error;
    return showMany(c, chosen, action, typed, errorsOf(error.fields), error.status);
  }
});

async function showMany(
  c: AppContext,
  chosen: readonly ShownPlacement[],
  asked: string | null,
  typed: SomeFacts = textsOf(new FormData(), someFacts),
  errors: Errors = {},
  status: 200 | AppError['status'] = 200,
): Promise<Response> {
  const action = manyActions.find((one) => one === asked) ?? 'rencana';
  const { db, regency, signedIn } = c.var;
  const programs = await listPrograms(db);
  const page = { regency, who: signedIn, now: now(), chosen, action, programs, typed, errors };
  return c.html(<ManyPage {...page} />, status);
}
