/** /desk/kampanye/papan/rencana: a piece of material for every place, looked at before it is planned. */
import { Hono } from 'hono';
import { settledKinds } from '../../../../shared/campaign.ts';
import { now } from '../../../platform/clock.ts';
import { AppError } from '../../../platform/problem.ts';
import { type Errors, errorsOf } from '../../../ui/components.tsx';
import { parse, textsOf } from '../../doer.ts';
import type { AppContext, AppEnv } from '../../http.ts';
import { requireRunner } from '../doors.ts';
import { planSchema, requireKnown } from './input.ts';
import { planEverything, preparePlan, type Wish } from './plan-all.ts';
import { listPrograms, programSums, spentOf } from './queries.ts';
import { LIST } from './views/list.tsx';
import { pieceFields, type TypedPiece, usual } from './views/piece-fields.tsx';
import { PlanPage, type Preview } from './views/plan.tsx';

export const planPages = new Hono<AppEnv>();

planPages.use(requireRunner);

/** The preview is an address of its own, and changes nothing. */
planPages.get('/', async (c) => {
  const query = new URL(c.req.url).searchParams;
  const kinds = query.getAll('kinds');
  if (!query.has('lihat')) return show(c, { ...textsOf(query, pieceFields), ...usual }, [...settledKinds]);
  const typed = textsOf(query, pieceFields);
  try {
    return await show(c, typed, kinds, await previewOf(c, await wishOf(c, typed, kinds)));
  } catch (error) {
    if (!(error instanceof AppError) || error.kind !== 'invalid') throw error;
    return show(c, typed, kinds, null, errorsOf(error.fields), error.status);
  }
});

planPages.post('/', async (c) => {
  const form = await c.req.formData();
  const wish = await wishOf(c, textsOf(form, pieceFields), form.getAll('kinds').map(String));
  const count = await planEverything(c.var.db, c.var.regency, wish, { at: now(), by: c.var.actor });
  return c.redirect(`${LIST}?${new URLSearchParams({ ok: 'rencana', jumlah: String(count) })}`, 303);
});

/** @throws AppError invalid */
async function wishOf(c: AppContext, typed: TypedPiece, kinds: readonly string[]): Promise<Wish> {
  const { program, ...rest } = parse(planSchema, { ...typed, kinds });
  await requireKnown(c.var, { program, hanger: rest.hanger });
  return { ...rest, campaignId: program };
}

async function previewOf(c: AppContext, wish: Wish): Promise<Preview> {
  const { db, regency } = c.var;
  const { counts } = await preparePlan(db, regency, wish);
  const program = (await listPrograms(db)).find(({ id }) => id === wish.campaignId) ?? null;
  const sums = program && (await programSums(db, program.id))(program.id);
  return { counts, cost: wish.cost, program, spent: sums && spentOf(sums, program.otherCost) };
}

async function show(
  c: AppContext,
  typed: TypedPiece,
  kinds: readonly string[],
  preview: Preview | null = null,
  errors: Errors = {},
  status: 200 | AppError['status'] = 200,
): Promise<Response> {
  const { db, regency, signedIn } = c.var;
  const programs = await listPrograms(db);
  const page = { regency, who: signedIn, now: now(), programs, typed, kinds, preview, errors };
  return c.html(<PlanPage {...page} />, status);
}
