/** /desk/instansi: the official WhatsApp numbers of offices. */
import { Hono } from 'hono';
import * as z from 'zod';
import { whatsappField } from '../../../shared/phone.ts';
import type { PackOffice } from '../../../shared/regencies/types.ts';
import { fieldProblems } from '../../cases/fields.ts';
import { now } from '../../platform/clock.ts';
import { editRow, readRow } from '../../regency/edit.ts';
import { type Errors, errorsOf } from '../../ui/components.tsx';
import { atMost } from '../api.ts';
import type { AppContext, AppEnv } from '../http.ts';
import { namedRows, withNames } from './queries.ts';
import { OfficePage, OfficesPage } from './views/offices.tsx';

export const officePages = new Hono<AppEnv>();

const KIND = 'office';

officePages.get('/', async (c) => {
  const { db, regency, signedIn } = c.var;
  const rows = await namedRows<PackOffice>(db, KIND);
  const done = c.req.query('selesai') !== undefined;
  return c.html(<OfficesPage regency={regency} who={signedIn} rows={rows} done={done} />);
});

officePages.get('/:code', (c) => show(c));

officePages.post('/:code', atMost(16 * 1024), async (c) => {
  const { db, signedIn } = c.var;
  const code = c.req.param('code');
  const { data, dataHash } = await readRow<PackOffice>(db, KIND, code);
  const field = (await c.req.formData()).get('phone');
  const typed = typeof field === 'string' ? field : '';
  const parsed = z.object({ phone: whatsappField }).safeParse({ phone: typed });
  if (!parsed.success) return show(c, { typed, errors: errorsOf(fieldProblems(parsed.error)) });
  const { phone: before, ...rest } = data;
  const { phone } = parsed.data;
  if ((phone ?? null) !== (before ?? null)) {
    // Without the key an office is again what the pack says.
    const office = phone ? { ...rest, phone } : rest;
    await editRow(db, KIND, code, office, `staff:${signedIn.id}`, now(), dataHash);
  }
  return c.redirect('/desk/instansi?selesai', 303);
});

async function show(c: AppContext, refused?: { typed: string; errors: Errors }): Promise<Response> {
  const { db, regency, signedIn } = c.var;
  const [row] = await withNames(db, [await readRow<PackOffice>(db, KIND, c.req.param('code') ?? '')]);
  if (!row) return c.notFound();
  const { typed = row.data.phone ?? '', errors = {} } = refused ?? {};
  return c.html(
    <OfficePage regency={regency} who={signedIn} row={row} typed={typed} errors={errors} />,
    refused ? 422 : 200,
  );
}
