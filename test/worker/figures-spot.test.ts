/** Ten figures by SQL that was written by hand, on a regency that has lived for a while. */
import { env } from 'cloudflare:workers';
import { beforeEach, it } from 'vitest';
import { definitionOf, type FigureId, type Value } from '../../shared/figures/definitions.ts';
import { spanValue } from '../../shared/figures/together.ts';
import { proofs } from '../../workers/features/evaluation/evidence/proofs/proofs.ts';
import { readFacts } from '../../workers/features/evaluation/evidence/proofs/queries.ts';
import { countPosts } from '../../workers/features/evaluation/figures/counting/posts.ts';
import { readFigures } from '../../workers/features/evaluation/figures/queries.ts';
import { spanAsks, takeSpan } from '../../workers/features/evaluation/figures/spans.ts';
import { foldIndex } from '../../workers/features/search/queries.ts';
import { DAY } from '../../workers/platform/clock.ts';
import { openDb } from '../../workers/platform/db.ts';
import { foldFigures } from '../support/figures.ts';
import { openStage, playLives } from '../support/lives.ts';
import { loadRegency, MONDAY } from '../support/worker.ts';

beforeEach(loadRegency);

const [FROM, TO, YESTERDAY, TODAY] = ['2026-04-25', '2026-07-16', '2026-07-12', '2026-07-13'] as const;

// Local days: Makassar is eight hours ahead of UTC.
const DAY_OF = (column: string) => `date(${column} / 1000 + 28800, 'unixepoch')`;
const ORDINARY = `routed_at IS NOT NULL AND berkadar = 0 AND state <> 'held' AND holder NOT IN ('@verifier', '@inspector', '@leader')
  AND (about_official = 0 OR freed = 1) AND spam = 0`;
const MINE = `FROM cases WHERE ${ORDINARY} AND state <> 'merged' AND ${DAY_OF('received_at')} BETWEEN '${FROM}' AND '${TO}'`;
const OWN = `${MINE} AND imported_at IS NULL`;
const FIRST = (verbs: string, after = '0') =>
  `(SELECT min(at) FROM history h WHERE h.case_id = cases.id AND verb IN (${verbs}) AND at >= ${after})`;
const SENT = FIRST("'route', 'dispose'");
const COUNT = (what: string, of: string, from = MINE) =>
  `SELECT total(${what}) AS a, total(${of}) AS b ${from}`;

const byHand: Partial<Record<FigureId, string>> = {
  received: COUNT('1', '0'),
  followed_up: COUNT("state IN ('in_progress', 'reopened', 'answered', 'forwarded', 'resolved')", '1'),
  settled: COUNT("state = 'resolved'", '1'),
  carried_out: COUNT("state = 'resolved' AND outcome = 'dikerjakan'", '1'),
  follow_up_days: `SELECT total((answered - sent) / 86400000.0) AS a, total(1) AS b FROM (
    SELECT ${SENT} AS sent, ${FIRST("'follow_up', 'answer'", SENT)} AS answered ${OWN}) WHERE answered IS NOT NULL`,
  misrouted: COUNT(
    `EXISTS (SELECT 1 FROM history g JOIN history h ON h.case_id = g.case_id AND h.seq > g.seq JOIN entries e ON e.case_id = h.case_id AND e.seq = h.seq
      WHERE g.case_id = cases.id AND g.verb = 'return' AND h.verb = 'decide_return' AND e.facts ->> 'accepted' = 1)`,
    `${SENT} IS NOT NULL`,
    OWN,
  ),
  satisfaction: COUNT('rating * 25', 'rating IS NOT NULL', OWN),
  sp4n_numbered: COUNT('sp4n IS NOT NULL', '1'),
  promise_kept: `SELECT total(answered IS NOT NULL AND answered <= due_at) AS a, total(1) AS b FROM (
    SELECT *, ${FIRST("'answer', 'close_forwarded'")} AS answered,
      (SELECT max(at) FROM history h WHERE h.case_id = cases.id AND verb = 'ask') AS asked FROM cases
    WHERE ${ORDINARY} AND imported_at IS NULL AND ${DAY_OF('due_at')} BETWEEN '${FROM}' AND '${YESTERDAY}')
    WHERE answered IS NOT NULL OR NOT (state IN ('archived', 'merged') AND closed_at <= due_at OR state = 'clarification' AND asked <= due_at)`,
  verify_on_time: `SELECT total(stopped_at <= c.due_at AND ended NOT IN ('withdraw', 'expire')) AS a, total(1) AS b FROM (
    SELECT clocks.*, (SELECT verb FROM history h WHERE h.case_id = subject_id AND seq > started_seq AND at = stopped_at LIMIT 1) AS ended FROM clocks) c
    JOIN cases ON cases.id = subject_id AND subject = 'case'
    WHERE clock = 'verify' AND ${ORDINARY} AND ${DAY_OF('c.due_at')} BETWEEN '${FROM}' AND '${YESTERDAY}'
      AND NOT (ifnull(ifnull(paused_at, stopped_at), 9e15) <= c.due_at AND (stopped_at IS NULL OR ended IN ('withdraw', 'expire')))`,
  posts_seen: `SELECT count(*) AS a, 0 AS b FROM social_posts WHERE seen_on BETWEEN '${FROM}' AND '${TO}'`,
  posts_converted: `SELECT total(outcome IN ('made_case', 'already_case')) AS a, total(1) AS b FROM social_posts WHERE seen_on BETWEEN '${FROM}' AND '${TO}'`,
};

it('ten figures agree with SQL written by hand', async ({ expect }) => {
  const stage = await openStage(MONDAY - 90 * DAY, MONDAY);
  await playLives(stage, { seed: 5, count: 70, from: MONDAY - 90 * DAY, until: MONDAY });
  await foldFigures();
  while (await countPosts(openDb(env.DB)));
  const period = { kind: 'free', from: FROM, to: TO } as const;
  const span = takeSpan(await readFigures(openDb(env.DB), spanAsks(period, YESTERDAY)), period, TODAY);
  const found: Record<string, number[]> = {};
  for (const [id, sql] of Object.entries(byHand)) {
    const row = await env.DB.prepare(sql).first<{ a: number; b: number }>();
    found[id] = [row?.a ?? -1, row?.b ?? -1].map((n) => Math.round(n * 1e6) / 1e6);
  }
  const told = Object.keys(byHand).map((id) => [
    id,
    numbersOf(spanValue(definitionOf(id as FigureId), span)),
  ]);
  expect(Object.fromEntries(told)).toEqual(found);
  // None of them is right for want of cases.
  for (const [id, [hits]] of Object.entries(found)) expect([id, hits]).not.toEqual([id, 0]);

  // What such a regency can prove by itself: the index of the search, once it was made, too.
  while (await foldIndex(env, 20));
  const facts = await readFacts(env, { db: openDb(env.DB), regency: stage.regency, now: MONDAY });
  for (const id of ['reports', 'search', 'transactions', 'analytics', 'sp4n', 'ratings'] as const)
    expect([id, proofs[id].look(facts)]).not.toEqual([id, null]);
});

function numbersOf(value: Value): number[] {
  const [a, b] =
    value.kind === 'count'
      ? [value.n, 0]
      : value.kind === 'share'
        ? [value.hits, value.of]
        : [value.sum, value.of];
  return [a, b].map((n) => Math.round(n * 1e6) / 1e6);
}
