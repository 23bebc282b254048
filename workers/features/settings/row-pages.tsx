/** What may be done with a row of any kind: vouch for it, end and revive it, its history, and taking changes back. */
import { Hono } from 'hono';
import { AppError } from '../../platform/problem.ts';
import { changesOf, readChange } from '../../regency/changes.ts';
import { editRow, endRow, restoreRow, reviveRow, undoChange } from '../../regency/edit.ts';
import type { EditedRow } from '../../regency/rows.ts';
import { packSays } from '../../regency/write.ts';
import type { Errors } from '../../ui/components.tsx';
import { atMost } from '../api.ts';
import { detailOf } from '../errors.tsx';
import type { AppContext, AppEnv } from '../http.ts';
import { editorOf } from './editor.ts';
import { proveItself } from './guarded.ts';
import { referenceProblems, requireSound } from './kinds/check.ts';
import { kindParam } from './kinds/index.ts';
import { confirmed, editAddress, type Kind } from './kinds/kind.ts';
import { dataOf, type Place, placeOf, rowAt, type Typed, typedIn } from './place.ts';
import { afterSaving, previewFirst } from './preview-first.tsx';
import { namesOf, withNames } from './queries.ts';
import { EndPage } from './views/kind-end.tsx';
import { HistoryPage } from './views/kind-history.tsx';

export const rowPages = new Hono<AppEnv>();

const row = `${kindParam}/:id` as const;
const limit = atMost(16 * 1024);

const backTo = (kind: Kind, id: string, done: string) => `${editAddress(kind, id)}?selesai=${done}`;

for (const path of [`${row}/:deed`, `${row}/:deed/:change`])
  rowPages.use(path, limit, async (c, next) => {
    const { kind } = await placeOf(c);
    if (c.req.method === 'GET' || !kind.guarded) return next();
    return (await proveItself(c)) ?? next();
  });

rowPages.post(`${row}/pastikan`, async (c) => {
  const place = await placeOf(c);
  const { id, data } = await rowAt(c, place);
  const seen = String((await c.req.formData()).get('seen') ?? '');
  await requireSound(place.kind, confirmed(data), place.ctx, id);
  await editRow(editorOf(c), place.kind.kind, id, confirmed(data), seen, 'confirmed');
  return c.redirect(backTo(place.kind, id, 'pastikan'), 303);
});

rowPages.post(`${row}/awal`, async (c) => {
  const place = await placeOf(c);
  const { kind, ctx } = place;
  const { id, data } = await rowAt(c, place);
  const said = await packSays(c.env.REGENCY, kind.kind, id);
  if (said !== null) await requireSound(kind, JSON.parse(said), ctx, id);
  const form = await c.req.formData();
  const planned = { id, before: data, data: said === null ? data : (JSON.parse(said) as object) };
  const first = await previewFirst(c, place, form, planned);
  if (first) return first;
  await restoreRow(editorOf(c), kind.kind, id);
  await afterSaving(c, place.kind, form);
  return c.redirect(backTo(kind, id, 'awal'), 303);
});

rowPages.get(`${row}/akhiri`, async (c) => showEnd(c, await placeOf(c)));

rowPages.post(`${row}/akhiri`, async (c) => {
  const place = await placeOf(c);
  const { kind } = place;
  const { ending } = kind;
  const { id, data } = await rowAt(c, place);
  if (!ending) throw new AppError('not_found');
  const form = await c.req.formData();
  const fields = ending.fields ?? [];
  const typed = typedIn(form, fields, data);
  const last = dataOf(fields, typed, data);
  const errors = endProblems(place, last);
  const obstacles = (await ending.obstacles?.(data, place.ctx)) ?? [];
  if (Object.keys(errors).length > 0 || obstacles.length > 0)
    return showEnd(c, place, { typed, errors }, 422);
  const first = await previewFirst(c, place, form, { id, before: data, data: null });
  if (first) return first;
  const seen = String(form.get('seen') ?? '');
  try {
    await endRow(editorOf(c), kind.kind, id, { seen, last, guard: ending.guard?.(data) });
  } catch (error) {
    if (!(error instanceof AppError) || error.kind !== 'conflict') throw error;
    return showEnd(c, place, { typed, trouble: detailOf(error, 'id') }, error.status);
  }
  await afterSaving(c, place.kind, form);
  return c.redirect(backTo(kind, id, 'akhiri'), 303);
});

rowPages.post(`${row}/aktifkan`, async (c) => {
  const place = await placeOf(c);
  const { kind, ctx } = place;
  const { id, data } = await rowAt(c, place);
  const back = kind.ending?.revived?.(data) ?? data;
  await requireSound(kind, back, ctx, id);
  const form = await c.req.formData();
  const first = await previewFirst(c, place, form, { id, before: null, data: back });
  if (first) return first;
  await reviveRow(editorOf(c), kind.kind, id, back);
  await afterSaving(c, place.kind, form);
  return c.redirect(backTo(kind, id, 'aktifkan'), 303);
});

rowPages.get(`${row}/riwayat`, async (c) => {
  const place = await placeOf(c);
  // What there may be one of is chosen by nobody yet.
  if (place.kind.single && place.ctx.rows.length === 0)
    return c.redirect(place.kind.ownPages ?? '/desk/pengaturan');
  const kept = await rowAt(c, place);
  const changes = await changesOf(c.var.db, place.kind.kind, kept.id);
  const names = await namesOf(
    c.var.db,
    changes.map(({ by }) => by),
  );
  return c.html(<HistoryPage {...place} who={c.var.signedIn} row={kept} changes={changes} names={names} />);
});

/** Back to what the row was before a change; refused where that could not be saved today. */
rowPages.post(`${row}/riwayat/:change{\\d+}`, async (c) => {
  const place = await placeOf(c);
  const { kind, ctx } = place;
  const kept = await rowAt(c, place);
  const change = await readChange(c.var.db, Number(c.req.param('change')));
  if (change.kind !== kind.kind || change.rowId !== kept.id) throw new AppError('not_found');
  const form = await c.req.formData();
  const seen = String(form.get('seen') ?? '');
  let guard: Awaited<ReturnType<typeof guardOf>>;
  if (change.before === null) guard = await guardOf(place, kept);
  else await requireSound(kind, JSON.parse(change.before), ctx, kept.id);
  const first = await previewFirst(c, place, form, {
    id: kept.id,
    before: kept.endedAt === null ? kept.data : null,
    data: change.before === null ? null : (JSON.parse(change.before) as object),
  });
  if (first) return first;
  await undoChange(editorOf(c), change.id, { seen, guard });
  await afterSaving(c, place.kind, form);
  return c.redirect(backTo(kind, kept.id, 'batal'), 303);
});

/** Taking back an addition is an end. @throws AppError conflict when something is in the way */
async function guardOf({ kind, ctx }: Place, { data, endedAt }: EditedRow<object>) {
  if (endedAt !== null) return undefined;
  if (!kind.ending) throw new AppError('conflict', { detail: 'setting_stays' });
  const obstacles = (await kind.ending.obstacles?.(data, ctx)) ?? [];
  if (obstacles.length > 0) throw new AppError('conflict', { detail: 'setting_stays' });
  return kind.ending.guard?.(data);
}

function endProblems({ kind, ctx }: Place, last: object): Errors {
  const wrong = Object.entries(kind.ending?.check?.(last) ?? {});
  const errors = Object.fromEntries(wrong.flatMap(([name, text]) => (text ? [[name, text]] : [])));
  return { ...errors, ...referenceProblems(kind.ending?.fields ?? [], last, ctx.regency) };
}

async function showEnd(
  c: AppContext,
  place: Place,
  shown: { typed?: Typed; errors?: Errors; trouble?: string } = {},
  status: AppError['status'] | 200 = 200,
): Promise<Response> {
  const { kind, ctx } = place;
  const [kept] = await withNames(c.var.db, [await rowAt(c, place)]);
  if (!kind.ending || !kept || kept.endedAt !== null) throw new AppError('not_found');
  const obstacles = (await kind.ending.obstacles?.(kept.data, ctx)) ?? [];
  return c.html(
    <EndPage {...place} who={c.var.signedIn} row={kept} obstacles={obstacles} {...shown} />,
    status,
  );
}
