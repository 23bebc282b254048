/** /desk/kunci: API keys of client servers and partners, for admins. */
import { Hono } from 'hono';
import * as z from 'zod';
import { fieldProblems } from '../../cases/fields.ts';
import { AppError } from '../../platform/problem.ts';
import { type Errors, errorsOf } from '../../ui/components.tsx';
import type { AppContext, AppEnv } from '../http.ts';
import { createApiKey } from './accounts.ts';
import { idOf, listForm } from './forms.ts';
import { revokeApiKey } from './manage.ts';
import { keyScopes, listAccounts, listApiKeys } from './queries.ts';
import { requireRole, requireStaff } from './session.ts';
import { type FormKey, KeysPage } from './views/keys.tsx';

export const keyPages = new Hono<AppEnv>();

const keySchema = z.object({
  name: z.string().trim().min(2).max(100),
  scopes: z.array(z.enum(keyScopes)).min(1),
  staffId: z.coerce.number().int().positive().optional(),
});

keyPages.use('/desk/kunci/*', requireStaff, requireRole('admin'));

keyPages.get('/desk/kunci', (c) => showKeys(c));

keyPages.post('/desk/kunci', async (c) => {
  const { text, lists } = await listForm(c, ['scopes']);
  const typed: FormKey = { name: text.name ?? '', scopes: lists.scopes, staffId: text.staffId ?? '' };
  try {
    const parsed = keySchema.safeParse({ ...typed, staffId: typed.staffId || undefined });
    if (!parsed.success) throw new AppError('invalid', { fields: fieldProblems(parsed.error) });
    const { name, scopes } = parsed.data;
    // Only desk keys act for somebody.
    const staffId = scopes.includes('desk') ? parsed.data.staffId : undefined;
    const { token } = await createApiKey(c.var.db, c.var.keys, { name, scopes, staffId }, c.var.signedIn.id);
    return showKeys(c, { made: { name, token } });
  } catch (error) {
    if (!(error instanceof AppError) || error.kind !== 'invalid') throw error;
    return showKeys(c, { typed, errors: errorsOf(error.fields) }, 422);
  }
});

keyPages.post('/desk/kunci/:id/cabut', async (c) => {
  await revokeApiKey(c.var.db, c.var.signedIn, idOf(c));
  return c.redirect('/desk/kunci', 303);
});

async function showKeys(
  c: AppContext,
  more: { made?: { name: string; token: string }; typed?: FormKey; errors?: Errors } = {},
  status: 200 | 422 = 200,
) {
  const [keys, accounts] = await Promise.all([listApiKeys(c.var.db), listAccounts(c.var.db)]);
  const people = accounts.filter((account) => account.active);
  const props = { regency: c.var.regency, who: c.var.signedIn, keys, people, ...more };
  return c.html(<KeysPage {...props} />, status);
}
