/** /desk/pengaturan/<kind>: the list of a kind, the form of a row, and the form that adds one. */
import { Hono } from 'hono';
import { AppError } from '../../platform/problem.ts';
import { addRow, editRow } from '../../regency/edit.ts';
import type { EditedRow } from '../../regency/rows.ts';
import type { Errors } from '../../ui/components.tsx';
import { atMost } from '../api.ts';
import { detailOf } from '../errors.tsx';
import type { AppContext, AppEnv } from '../http.ts';
import { doneWords } from './done.ts';
import { editorOf } from './editor.ts';
import { problemsOf } from './kinds/check.ts';
import { kindParam } from './kinds/index.ts';
import { addressOf, editAddress, rowAddress } from './kinds/kind.ts';
import { dataOf, fieldsFor, type Place, placeOf, rowAt, type Typed, typedIn, typedOf } from './place.ts';
import { afterSaving, isTypingAgain, previewFirst } from './preview-first.tsx';
import { withNames } from './queries.ts';
import { shownRows } from './shown-rows.ts';
import { KindFormPage } from './views/kind-form.tsx';
import { KindListPage } from './views/kind-list.tsx';

export const kindPages = new Hono<AppEnv>();

const limit = atMost(128 * 1024);

kindPages.get(kindParam, async (c) => {
  const place = await placeOf(c);
  const asked = { search: c.req.query('cari')?.trim() ?? '', show: c.req.query('tampil') ?? '' };
  // What has ended is listed, and brought back, here for all.
  if (place.kind.ownPages && !asked.show) return c.redirect(place.kind.ownPages);
  const rows = await withNames(c.var.db, await shownRows(place, asked));
  const done = doneWords[c.req.query('selesai') ?? ''];
  return c.html(<KindListPage {...place} who={c.var.signedIn} rows={rows} asked={asked} done={done} />);
});

kindPages.get(`${kindParam}/baru`, async (c) => {
  const place = await placeOf(c);
  return showNew(c, place, {});
});

kindPages.post(`${kindParam}/baru`, limit, async (c) => {
  const place = await placeOf(c);
  const { kind, ctx } = place;
  const blank = await blankOf(c, place);
  const fields = fieldsFor(kind, blank, true);
  const form = await c.req.formData();
  const typed = typedIn(form, fields, blank);
  if (isTypingAgain(form)) return showNew(c, place, { typed });
  const filled = dataOf(fields, typed, blank);
  const data = kind.named?.(filled) ?? filled;
  const errors = await problemsOf(kind, data, ctx, null);
  if (Object.keys(errors).length > 0) return showNew(c, place, { typed, errors }, 422);
  const first = await previewFirst(c, place, form, { id: null, before: null, data, typed: true });
  if (first) return first;
  const id = kind.newId?.(data) ?? '';
  try {
    if (id === '' || id === 'baru') throw new AppError('invalid');
    await addRow(editorOf(c), kind.kind, id, data);
  } catch (error) {
    if (!(error instanceof AppError) || error.detail !== 'setting_exists') throw error;
    return showNew(c, place, { typed, trouble: detailOf(error, 'id'), existing: id }, error.status);
  }
  await afterSaving(c, place.kind, form);
  return c.redirect(`${rowAddress(kind, id)}?selesai=tambah`, 303);
});

kindPages.get(`${kindParam}/:id`, async (c) => {
  const place = await placeOf(c);
  const row = await rowAt(c, place);
  if (place.kind.ownPages && row.endedAt === null) return c.redirect(editAddress(place.kind, row.id));
  return showRow(c, place, row, { done: doneWords[c.req.query('selesai') ?? ''] });
});

kindPages.post(`${kindParam}/:id`, limit, async (c) => {
  const place = await placeOf(c);
  const { kind, ctx } = place;
  const row = await rowAt(c, place);
  if (row.endedAt !== null || kind.ownPages) throw new AppError('not_found');
  const form = await c.req.formData();
  const fields = fieldsFor(kind, row.data, false);
  const typed = typedIn(form, fields, row.data);
  const seen = String(form.get('seen') ?? '');
  if (isTypingAgain(form)) return showRow(c, place, row, { typed, seen });
  const data = dataOf(fields, typed, row.data);
  const errors = await problemsOf(kind, data, ctx, row.id);
  if (Object.keys(errors).length > 0) return showRow(c, place, row, { typed, errors, seen }, 422);
  const planned = { id: row.id, before: row.data, data, typed: true };
  const first = seen === row.dataHash ? await previewFirst(c, place, form, planned) : null;
  if (first) return first;
  try {
    await editRow(editorOf(c), kind.kind, row.id, data, seen);
  } catch (error) {
    if (!(error instanceof AppError) || error.kind !== 'conflict') throw error;
    return showRow(c, place, await rowAt(c, place), { typed, trouble: detailOf(error, 'id') }, error.status);
  }
  await afterSaving(c, place.kind, form);
  return c.redirect(`${rowAddress(kind, row.id)}?selesai=simpan`, 303);
});

interface Shown {
  typed?: Typed;
  errors?: Errors;
  /** Digest that was edited. */
  seen?: string;
  /** Why it was not saved although nothing is wrong with it. */
  trouble?: string;
  /** Row that has the id already. */
  existing?: string;
  done?: string | undefined;
}

/** What a new row starts from: empty, a copy of another, or with what the address says. */
async function blankOf(c: AppContext, { kind, ctx }: Place): Promise<object> {
  const blank = kind.blank?.(ctx.regency);
  if (!blank || !kind.newId) throw new AppError('not_found');
  const source = c.req.query('dari');
  const from = source && kind.copies ? ctx.rows.find(({ id }) => id === source) : undefined;
  return from ? structuredClone(from.data) : blank;
}

async function showNew(
  c: AppContext,
  place: Place,
  shown: Shown,
  status: AppError['status'] | 200 = 200,
): Promise<Response> {
  const blank = await blankOf(c, place);
  const fields = fieldsFor(place.kind, blank, true);
  const asked = Object.entries(c.req.query()).filter(([name]) => fields.some((field) => field.name === name));
  const typed = shown.typed ?? { ...typedOf(fields, blank), ...Object.fromEntries(asked) };
  const action = `${addressOf(place.kind)}/baru${new URL(c.req.url).search}`;
  return c.html(
    <KindFormPage {...place} who={c.var.signedIn} row={null} {...shown} {...{ fields, typed, action }} />,
    status,
  );
}

async function showRow(
  c: AppContext,
  place: Place,
  row: EditedRow<object>,
  shown: Shown,
  status: AppError['status'] | 200 = 200,
): Promise<Response> {
  const [named] = await withNames(c.var.db, [row]);
  const fields = fieldsFor(place.kind, row.data, false);
  const typed = shown.typed ?? typedOf(fields, row.data);
  // After a conflict the next try is made against what is in force now, which stands beside it.
  const seen = shown.trouble ? row.dataHash : (shown.seen ?? row.dataHash);
  const action = rowAddress(place.kind, row.id);
  const state = row.endedAt === null ? await place.kind.state?.(row.data, place.ctx) : undefined;
  return c.html(
    <KindFormPage
      {...place}
      who={c.var.signedIn}
      row={named ?? null}
      {...shown}
      {...{ fields, typed, seen, action, state: state ?? [] }}
    />,
    status,
  );
}
