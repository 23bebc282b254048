/** /desk/kampanye/cetak: packs for the printer: chosen, looked at, made in parts, fetched. */
import { Hono } from 'hono';
import { type PrintFormat, printFormats } from '../../../../shared/campaign.ts';
import { runsCampaigns } from '../../../../shared/permissions/rooms.ts';
import { now } from '../../../platform/clock.ts';
import { AppError } from '../../../platform/problem.ts';
import type { Errors } from '../../../ui/components.tsx';
import { atMost } from '../../api.ts';
import { type AppContext, type AppEnv, originOf, requireKey } from '../../http.ts';
import { removePack, resumePack, stopPack } from '../../packs.ts';
import { requireRunner } from '../doors.ts';
import { openPrograms } from '../queries.ts';
import { type Scope, scopeOf } from './choice.ts';
import { drawn, factsOf, isTrial, makePart } from './make-part.ts';
import { markable, markPrinted } from './mark-printed.ts';
import { begin, fileOf, packOf, titled } from './packs.ts';
import { listPacks, type PackRow, placesIn, readParts } from './queries.ts';
import { ofPrinter } from './store.ts';
import { PackPage } from './views/pack.tsx';
import { PacksPage } from './views/packs.tsx';
import { PreviewPage } from './views/preview.tsx';

const PATH = '/desk/kampanye/cetak';
const FORM_BYTES = 64 * 1024;

export const printPages = new Hono<AppEnv>();

printPages.get('/', async (c) => {
  const { db, regency, signedIn } = c.var;
  const query = new URL(c.req.url).searchParams;
  const [packs, programs] = await Promise.all([listPacks(db), openPrograms(db)]);
  const page = { regency, who: signedIn, packs, programs, scope: scopeOf(query) };
  return c.html(
    <PacksPage {...page} runs={runsCampaigns(signedIn)} deleted={query.get('selesai') === 'hapus'} />,
  );
});

printPages.get('/baru', requireRunner, (c) => {
  const query = new URL(c.req.url).searchParams;
  return preview(c, formatOf(query.get('format')), scopeOf(query), {});
});

/** One sheet to look at; only a sheet, so that it is there at once. */
printPages.get('/contoh.pdf', requireRunner, async (c) => {
  const { db, regency } = c.var;
  const query = new URL(c.req.url).searchParams;
  const format = formatOf(query.get('format'));
  const [place] = await placesIn(db, regency, scopeOf(query));
  if (!place || format === 'designer_zip') throw new AppError('not_found');
  const at = now();
  const origin = originOf(c);
  const facts = await factsOf(c.env, regency, at, isTrial(regency, origin));
  const bytes = await makePart(format, facts, drawn([place], origin, facts.crest !== null), at);
  return c.body(bytes, 200, {
    'content-type': 'application/pdf',
    'content-disposition': `inline; filename="contoh-${place.row.code}.pdf"`,
    'cache-control': 'private, no-store',
  });
});

printPages.post('/', requireRunner, atMost(FORM_BYTES), async (c) => {
  const form = await c.req.formData();
  const given = new URLSearchParams();
  for (const [name, value] of form) if (typeof value === 'string') given.append(name, value);
  const [format, scope] = [formatOf(given.get('format')), scopeOf(given)];
  if (given.get('sure') !== '1')
    return preview(c, format, scope, { sure: 'Periksa alamatnya, lalu centang ini.' });
  const id = await begin(c, format, scope, requireKey(given.get('key') ?? undefined));
  // Nothing fits any more: the page says so, and what to do.
  return id === null ? preview(c, format, scope, {}) : c.redirect(`${PATH}/${id}`, 303);
});

printPages.get('/:id{[0-9]+}', async (c) => show(c, await packOf(c)));

printPages.post('/:id{[0-9]+}/henti', requireRunner, async (c) => {
  const { id } = await packOf(c);
  await stopPack(c, ofPrinter, id);
  return c.redirect(`${PATH}/${id}`, 303);
});

printPages.post('/:id{[0-9]+}/lanjut', requireRunner, async (c) => {
  const { id } = await packOf(c);
  await resumePack(c, ofPrinter, id);
  return c.redirect(`${PATH}/${id}`, 303);
});

printPages.post('/:id{[0-9]+}/hapus', requireRunner, async (c) => {
  await removePack(c.env, c.var.db, ofPrinter, await packOf(c));
  return c.redirect(`${PATH}?selesai=hapus`, 303);
});

printPages.post('/:id{[0-9]+}/tercetak', requireRunner, async (c) => {
  const pack = await packOf(c);
  return c.redirect(`${PATH}/${pack.id}?ditandai=${await markPrinted(c, pack, now())}`, 303);
});

printPages.get('/:id{[0-9]+}/:part{[0-9]+\\.(?:pdf|zip)}', async (c) => {
  const pack = await packOf(c);
  return fileOf(c, pack, Number.parseInt(c.req.param('part'), 10));
});

/** @throws AppError not_found */
function formatOf(name: string | null): PrintFormat {
  const format = printFormats.find((one) => one === name);
  if (!format) throw new AppError('not_found');
  return format;
}

async function preview(c: AppContext, format: PrintFormat, scope: Scope, errors: Errors): Promise<Response> {
  const { db, regency, signedIn } = c.var;
  const [places, programs] = await Promise.all([placesIn(db, regency, scope), openPrograms(db)]);
  const page = { regency, who: signedIn, format, scope, places, programs, origin: originOf(c), errors };
  return c.html(<PreviewPage {...page} />, Object.keys(errors).length > 0 ? 422 : 200);
}

async function show(c: AppContext, pack: PackRow): Promise<Response> {
  const { db, regency, signedIn } = c.var;
  const [parts, programs] = await Promise.all([readParts(db, pack.id), openPrograms(db)]);
  if (pack.status === 'running') c.header('refresh', '5');
  const page = { regency, who: signedIn, pack, programs, runs: runsCampaigns(signedIn) };
  const told = { planned: (await markable(c, pack)).length, marked: markedOf(c.req.query('ditandai')) };
  return c.html(<PackPage {...page} {...told} parts={await titled(c, pack, parts)} />);
}

function markedOf(told: string | undefined): number | null {
  const count = /^\d{1,4}$/.exec(told ?? '')?.[0];
  return count === undefined ? null : Number(count);
}
