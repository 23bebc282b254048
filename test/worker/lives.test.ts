import { env } from 'cloudflare:workers';
import { asc } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { firstBreak } from '../../workers/cases/chain.ts';
import { history } from '../../workers/cases/table.ts';
import { DAY } from '../../workers/platform/clock.ts';
import { openDb } from '../../workers/platform/db.ts';
import { openStage, playLives } from '../support/lives.ts';
import { loadRegency, MONDAY, setClock } from '../support/worker.ts';

it('invented lives are what the real verbs allow, and nothing happens after their end', async () => {
  setClock(MONDAY);
  await loadRegency();
  const from = MONDAY - 365 * DAY;
  const stage = await openStage(from, MONDAY);
  const played = await playLives(stage, { seed: 7, count: 120, from, until: MONDAY });
  const rows = await openDb(env.DB).select().from(history).orderBy(asc(history.seq));
  const chains = Map.groupBy(rows, ({ caseId }) => caseId);
  expect(chains.size).toBe(played.length);
  expect(played.length).toBe(120);
  for (const { life, caseId } of played) {
    const chain = chains.get(caseId) ?? [];
    expect(await firstBreak(chain)).toBeNull();
    // What a duplicate does stands in its parent's history, too.
    const own = chain.map(({ verb }) => verb).filter((verb) => !verb.startsWith('merged_'));
    expect(own).toEqual(['submit', ...life.steps.map(({ verb }) => verb)]);
    expect(chain.every(({ at }) => at <= MONDAY)).toBe(true);
  }
});
