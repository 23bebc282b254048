/** /desk/kampanye/papan/tambah: a place that somebody adds, or many at once. */
import { Hono } from 'hono';
import type { AppError } from '../../../platform/problem.ts';
import { errorsOf } from '../../../ui/components.tsx';
import { atMost } from '../../api.ts';
import { doerOf, keyIn, parse, shownAgain, textsOf } from '../../doer.ts';
import { pickedFile } from '../../files.ts';
import type { AppContext, AppEnv } from '../../http.ts';
import { requireRunner } from '../doors.ts';
import { addPlaces } from './add-places.ts';
import { newPlaceOf, pieceSchema, placeSchema, requireKnown } from './input.ts';
import { type ReadPlaces, readPlaces } from './places-csv.ts';
import { listPrograms } from './queries.ts';
import { AddPage, addFields, type TypedAdd } from './views/add.tsx';
import { AddManyPage, manyFields, type TypedMany } from './views/add-many.tsx';
import { LIST } from './views/list.tsx';
import { usual } from './views/piece-fields.tsx';

export const addPages = new Hono<AppEnv>();

addPages.use(requireRunner);

addPages.get('/', (c) => showOne(c, { ...textsOf(new FormData(), addFields), ...usual }));

addPages.post('/', async (c) => {
  const form = await c.req.formData();
  const typed = textsOf(form, addFields);
  try {
    const input = parse(placeSchema, typed);
    await requireKnown(c.var, input);
    const [code] = await addPlaces(doerOf(c), [newPlaceOf(input)], keyIn(form));
    return c.redirect(`/desk/kampanye/${code}?ok=tambah`, 303);
  } catch (error) {
    return showOne(c, typed, shownAgain(error));
  }
});

addPages.get('/banyak', (c) => showMany(c, { ...textsOf(new FormData(), manyFields), ...usual }));

addPages.post('/banyak', atMost(512 * 1024), async (c) => {
  const form = await c.req.formData();
  const file = pickedFile(form.get('file'));
  const typed = textsOf(form, manyFields);
  if (file) typed.list = await file.text();
  try {
    const { list, ...piece } = typed;
    const input = parse(pieceSchema, piece);
    await requireKnown(c.var, input);
    const read = await readPlaces(list, c.var.regency);
    if (read.problems.length > 0) return showMany(c, typed, undefined, read.problems);
    const rows = read.places.map((place) => newPlaceOf({ ...place, ...input }));
    await addPlaces(doerOf(c), rows, keyIn(form));
    return c.redirect(`${LIST}?${new URLSearchParams({ ok: 'tambah', jumlah: String(rows.length) })}`, 303);
  } catch (error) {
    return showMany(c, typed, shownAgain(error));
  }
});

async function showOne(c: AppContext, typed: TypedAdd, problem?: AppError): Promise<Response> {
  return c.html(<AddPage {...(await roomOf(c, problem))} typed={typed} />, problem?.status ?? 200);
}

async function showMany(
  c: AppContext,
  typed: TypedMany,
  problem?: AppError,
  problems: ReadPlaces['problems'] = [],
): Promise<Response> {
  const status = problem?.status ?? (problems.length > 0 ? 422 : 200);
  return c.html(<AddManyPage {...(await roomOf(c, problem))} typed={typed} problems={problems} />, status);
}

async function roomOf(c: AppContext, problem?: AppError) {
  const { db, regency, signedIn } = c.var;
  const programs = await listPrograms(db);
  return { regency, who: signedIn, now: doerOf(c).now, programs, errors: errorsOf(problem?.fields ?? []) };
}
