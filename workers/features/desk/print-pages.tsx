/** /desk/kasus/CODE/cetak: asks why, then shows the case as it goes on paper. */
import { Hono } from 'hono';
import { now } from '../../platform/clock.ts';
import { AppError } from '../../platform/problem.ts';
import { errorsOf } from '../../ui/components.tsx';
import type { AppEnv } from '../http.ts';
import { codeOf, viewOf } from './act.ts';
import { reasonOf, writeDown } from './giving.ts';
import { PrintedPage, PrintPage } from './views/print.tsx';

export const printPages = new Hono<AppEnv>();

printPages.get('/:code/cetak', async (c) => {
  const { regency, signedIn } = c.var;
  const props = { regency, who: signedIn, view: await viewOf(c, codeOf(c)) };
  return c.html(<PrintPage {...props} typed="" errors={{}} />);
});

printPages.post('/:code/cetak', async (c) => {
  const { regency, signedIn } = c.var;
  const props = { regency, who: signedIn, view: await viewOf(c, codeOf(c)) };
  const form = await c.req.formData();
  try {
    const reason = reasonOf(form);
    await writeDown(c, { kind: 'print', subject: `case:${props.view.id}`, what: 'case', reason });
    return c.html(<PrintedPage {...props} at={now()} />);
  } catch (error) {
    if (!(error instanceof AppError) || error.kind !== 'invalid') throw error;
    const typed = String(form.get('reason') ?? '');
    return c.html(<PrintPage {...props} typed={typed} errors={errorsOf(error.fields)} />, 422);
  }
});
