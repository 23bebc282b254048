/** /desk/evaluasi/bukti/skm: satisfaction by quarter and office, as a page and as files. */
import { Hono } from 'hono';
import { parsePeriod } from '../../../../../shared/figures/periods.ts';
import { now } from '../../../../platform/clock.ts';
import type { AppContext, AppEnv } from '../../../http.ts';
import { offerSheet } from '../../../sheets.ts';
import { quarterOf, quartersUntil, readSatisfaction } from './read.ts';
import { satisfactionSheet } from './sheet.ts';
import { SatisfactionPage } from './view.tsx';

export const satisfactionPages = new Hono<AppEnv>();

async function read(c: AppContext) {
  const { db, regency } = c.var;
  const today = regency.calendar.localDate(now());
  const quarters = quartersUntil(quarterOf(parsePeriod(c.req.query('sampai') ?? ''), today));
  return { regency, today, quarters, lines: await readSatisfaction(db, regency, quarters) };
}

satisfactionPages.get('/', async (c) =>
  c.html(<SatisfactionPage {...(await read(c))} who={c.var.signedIn} />),
);

offerSheet(satisfactionPages, '/tabel', async (c) => satisfactionSheet(await read(c)));
