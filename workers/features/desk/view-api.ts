/** /api/v1/desk/views: the lists with filters that the caller saved, as the pages keep them. */
import { Hono } from 'hono';
import { describeRoute } from 'hono-openapi';
import * as z from 'zod';
import { now } from '../../platform/clock.ts';
import { AppError } from '../../platform/problem.ts';
import { jsonBody, jsonLimit, problems } from '../api.ts';
import type { AppContext, AppEnv } from '../http.ts';
import { queryOf } from './address.ts';
import { json, refusals, staffOnly } from './describe.ts';
import { filterNames, filterParams, readFilters } from './filters.ts';
import { listsOf } from './lists.ts';
import {
  MAX_NAME,
  MAX_VIEWS,
  removeView,
  renameView,
  type SavedView,
  saveView,
  selectViews,
} from './saved.ts';

const name = z.string().describe(`Paling banyak ${MAX_NAME} huruf.`);
const filter = z.string().optional();
const filters = {
  area: filter,
  category: filter,
  kind: filter,
  channel: filter,
  office: filter,
  tag: filter,
};
const viewSchema = z.object({ id: z.number().int(), name: z.string(), list: z.string(), ...filters });
const viewsSchema = z.object({ views: z.array(viewSchema) });
const saveSchema = z.strictObject({
  name,
  list: z.string(),
  ...filters,
  replace: z.boolean().optional().describe('Mengganti tampilan bernama sama; tanpa ini dijawab 409.'),
});

export const viewApi = new Hono<AppEnv>();

viewApi.get(
  '/',
  describeRoute({
    ...staffOnly,
    operationId: 'listSavedViews',
    summary: 'Tampilan yang disimpan pemanggil',
    responses: { 200: { description: 'Menurut nama.', content: json(viewsSchema) }, ...refusals },
  }),
  async (c) => {
    const views = await selectViews(c.var.db, personOf(c));
    return c.json({ views: views.map(viewJson) });
  },
);

viewApi.post(
  '/',
  jsonLimit,
  describeRoute({
    ...staffOnly,
    operationId: 'saveView',
    summary: 'Simpan daftar dengan saringannya',
    description: `Paling banyak ${MAX_VIEWS} tampilan. Kata pencarian tidak disimpan.`,
    responses: {
      204: { description: 'Tersimpan.' },
      ...refusals,
      ...problems('conflict', 'invalid', 'too_large'),
    },
  }),
  jsonBody(saveSchema),
  async (c) => {
    const body = c.req.valid('json');
    const { db, regency, signedIn } = c.var;
    const person = personOf(c);
    if (!listsOf(signedIn, regency, now()).some(({ id }) => id === body.list)) {
      throw new AppError('invalid', { fields: [{ pointer: '/list', message: 'field.invalid' }] });
    }
    const known = readFilters((one) => body[one], regency);
    if (known.problems.length > 0) throw new AppError('invalid', { fields: known.problems });
    const view = { name: body.name, query: queryOf({ list: body.list, filters: known.filters }) };
    const saved = await saveView(db, person, view, body.replace === true, now());
    if (saved === 'taken') throw new AppError('conflict');
    return c.body(null, 204);
  },
);

viewApi.post(
  '/:id/rename',
  jsonLimit,
  describeRoute({
    ...staffOnly,
    operationId: 'renameSavedView',
    summary: 'Ubah nama sebuah tampilan',
    responses: { 204: { description: 'Tersimpan.' }, ...refusals, ...problems('invalid', 'too_large') },
  }),
  jsonBody(z.strictObject({ name })),
  async (c) => {
    await renameView(c.var.db, personOf(c), idOf(c.req.param('id')), c.req.valid('json').name);
    return c.body(null, 204);
  },
);

viewApi.delete(
  '/:id',
  describeRoute({
    ...staffOnly,
    operationId: 'removeSavedView',
    summary: 'Hapus sebuah tampilan',
    responses: { 204: { description: 'Sudah tidak ada.' }, ...refusals },
  }),
  async (c) => {
    await removeView(c.var.db, personOf(c), idOf(c.req.param('id')));
    return c.body(null, 204);
  },
);

/** @throws AppError forbidden for a role without lists; a key has the views that were saved with it */
function personOf(c: AppContext): number {
  const { regency, signedIn } = c.var;
  if (listsOf(signedIn, regency, now()).length === 0) throw new AppError('forbidden');
  return signedIn.id;
}

/** @throws AppError not_found */
function idOf(text: string | undefined): number {
  if (!/^\d{1,9}$/.test(text ?? '')) throw new AppError('not_found');
  return Number(text);
}

function viewJson(view: SavedView) {
  const query = new URLSearchParams(view.query);
  const kept = filterNames.flatMap((one) => {
    const value = query.get(filterParams[one]);
    return value === null ? [] : [[one, value] as const];
  });
  return { id: view.id, name: view.name, list: query.get('daftar') ?? '', ...Object.fromEntries(kept) };
}
