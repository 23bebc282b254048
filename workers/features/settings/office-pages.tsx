/** /desk/instansi: the official WhatsApp numbers of offices, and whose approval their answers need. */
import { Hono } from 'hono';
import * as z from 'zod';
import { approvalModes } from '../../../shared/approval.ts';
import { whatsappField } from '../../../shared/phone.ts';
import type { PackOffice } from '../../../shared/regencies/types.ts';
import { fieldProblems } from '../../cases/fields.ts';
import { editRow } from '../../regency/edit.ts';
import { readRow } from '../../regency/rows.ts';
import { type Errors, errorsOf } from '../../ui/components.tsx';
import { atMost } from '../api.ts';
import type { AppContext, AppEnv } from '../http.ts';
import { editorOf } from './editor.ts';
import { namedRows, withNames } from './queries.ts';
import { OfficePage, OfficesPage, type TypedOffice } from './views/offices.tsx';

export const officePages = new Hono<AppEnv>();

const KIND = 'office';
const fields = z.object({ phone: whatsappField, approval: z.enum(approvalModes) });

officePages.get('/', async (c) => {
  const { db, regency, signedIn } = c.var;
  const rows = await namedRows<PackOffice>(db, KIND);
  const done = c.req.query('selesai') !== undefined;
  return c.html(<OfficesPage regency={regency} who={signedIn} rows={rows} done={done} />);
});

officePages.get('/:code', (c) => show(c));

officePages.post('/:code', atMost(16 * 1024), async (c) => {
  const { db } = c.var;
  const code = c.req.param('code');
  const { data, dataHash } = await readRow<PackOffice>(db, KIND, code);
  const form = await c.req.formData();
  const field = (name: 'phone' | 'approval') => {
    const value = form.get(name);
    return typeof value === 'string' ? value : (data[name] ?? '');
  };
  const typed = { phone: field('phone'), approval: field('approval') || 'none' };
  const parsed = fields.safeParse(typed);
  if (!parsed.success) return show(c, { typed, errors: errorsOf(fieldProblems(parsed.error)) });
  const { phone: phoneBefore, approval: approvalBefore, ...rest } = data;
  const { phone, approval } = parsed.data;
  if ((phone ?? null) !== (phoneBefore ?? null) || approval !== (approvalBefore ?? 'none')) {
    // Without these keys an office is again what the pack says.
    const office: PackOffice = {
      ...rest,
      ...(approval === 'none' ? {} : { approval }),
      ...(phone ? { phone } : {}),
    };
    await editRow(editorOf(c), KIND, code, office, dataHash);
  }
  return c.redirect('/desk/instansi?selesai', 303);
});

async function show(c: AppContext, refused?: { typed: TypedOffice; errors: Errors }): Promise<Response> {
  const { db, regency, signedIn } = c.var;
  const [row] = await withNames(db, [await readRow<PackOffice>(db, KIND, c.req.param('code') ?? '')]);
  if (!row) return c.notFound();
  const { phone = '', approval = 'none' } = row.data;
  const { typed = { phone, approval }, errors = {} } = refused ?? {};
  return c.html(
    <OfficePage regency={regency} who={signedIn} row={row} typed={typed} errors={errors} />,
    refused ? 422 : 200,
  );
}
