/** /desk/pengaturan/coba-kalimat: a sentence, and where the rules would send it. Nothing of it is kept. */
import { Hono } from 'hono';
import { type CaseKind, caseKinds } from '../../../shared/lifecycle/states.ts';
import { decide } from '../../../shared/routing/decide.ts';
import { atMost } from '../api.ts';
import type { AppContext, AppEnv } from '../http.ts';
import { readRun, rulesOf } from '../routing/queries.ts';
import { type Tried, TryPage } from './views/try.tsx';

export const tryPages = new Hono<AppEnv>();

/** Characters. */
const LONGEST = 4_000;

tryPages.get('/', (c) => show(c, null));

tryPages.post('/', atMost(32 * 1024), async (c) => {
  const { db, regency } = c.var;
  const form = await c.req.formData();
  const typed = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value.trim() : '';
  };
  const text = typed('text').slice(0, LONGEST);
  const kind: CaseKind = caseKinds.find((one) => one === typed('kind')) ?? 'complaint';
  const [category, area] = [typed('category'), typed('area')];
  const said = { text, kind, category, area };
  if (text === '') return show(c, { ...said, decision: null }, 422);
  const rules = await rulesOf(db, regency);
  const known = {
    category: regency.categories.has(category) ? category : null,
    area: regency.areas.has(area) ? area : null,
  };
  return show(c, { ...said, decision: decide({ kind, text, ...known, aboutOfficial: false }, rules) });
});

async function show(c: AppContext, tried: Tried | null, status: 200 | 422 = 200): Promise<Response> {
  const { db, regency, signedIn } = c.var;
  const run = await readRun(db);
  return c.html(<TryPage regency={regency} who={signedIn} tried={tried} run={run} />, status);
}
