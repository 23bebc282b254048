/** /desk/pengaturan/hari-libur/tempel: a whole year of days off at once. All lines are taken, or none. */
import { Hono } from 'hono';
import type { PackHoliday } from '../../../shared/regencies/types.ts';
import { type BadLine, holidayId, MOST_LINES, parseHolidays } from '../../../shared/settings/holidays.ts';
import { readRows } from '../../regency/rows.ts';
import { type Write, writeRows } from '../../regency/write.ts';
import { atMost } from '../api.ts';
import type { AppContext, AppEnv } from '../http.ts';
import { editorOf } from './editor.ts';
import { holidayEffect } from './effect.ts';
import { HolidayPastePage } from './views/holidays.tsx';

export const holidayPages = new Hono<AppEnv>();

holidayPages.get('/', (c) => show(c, { text: '' }));

holidayPages.post('/', atMost(64 * 1024), async (c) => {
  const form = await c.req.formData();
  const text = String(form.get('text') ?? '').replaceAll('\r\n', '\n');
  const { days, bad } = parseHolidays(text);
  if (bad.length > 0 || days.length === 0 || days.length > MOST_LINES)
    return show(c, { text, bad, count: days.length }, 422);
  const { db, regency } = c.var;
  const rows = await readRows<PackHoliday>(db, 'holiday');
  // A day may stand under another name already: it is off once.
  const known = new Set(rows.map(({ data }) => `${data.date}:${data.kind}`));
  const fresh = days.filter(({ date, kind }) => !known.has(`${date}:${kind}`));
  if (fresh.length === 0 || form.get('sure') === null) {
    const effect = await holidayEffect(db, regency, [], fresh);
    return show(c, { text, fresh, known: days.length - fresh.length, effect });
  }
  await writeRows(editorOf(c), fresh.map(added));
  return c.redirect('/desk/pengaturan/hari-libur?selesai=tambah', 303);
});

/** Also brings one back that was ended. */
const added = (day: PackHoliday): Write => ({
  ...{ kind: 'holiday', id: holidayId(day) },
  change: 'added',
  next: () => ({ data: day, inForce: true }),
});

export interface Pasted {
  text: string;
  bad?: BadLine[];
  /** Lines that could be read. */
  count?: number;
  /** To be added once somebody agrees. */
  fresh?: PackHoliday[];
  /** Lines whose day is there already. */
  known?: number;
  effect?: string;
}

function show(c: AppContext, pasted: Pasted, status: 200 | 422 = 200) {
  return c.html(<HolidayPastePage regency={c.var.regency} who={c.var.signedIn} {...pasted} />, status);
}
