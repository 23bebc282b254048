/**
 * Many cases at once, by SQL: what scale tests of figures need. Their months, places, categories, channels and offices
 * are spread evenly, every case has its history, entries and clocks, and nothing is sealed or chained. Lives as people
 * live them are in `lives.ts`.
 */
import { env } from 'cloudflare:workers';
import { DAY, HOUR } from '../../workers/platform/clock.ts';
import { openDb } from '../../workers/platform/db.ts';
import { regencyAt } from '../../workers/regency/snapshot.ts';
import { emptyCases } from './rows.ts';

const CHANNELS = ['web', 'qr', 'mobile', 'whatsapp', 'walk_in_opd', 'sp4n_web', 'facebook', 'phone'];

/** What became of case i, by i % 20. */
const STATES = [
  ...['received', 'disposed', 'disposed', 'in_progress', 'answered', 'forwarded', 'archived'],
  ...['archived', 'held', 'disposed', 'resolved', 'resolved', 'resolved', 'resolved', 'resolved'],
  ...['resolved', 'resolved', 'resolved', 'resolved', 'reopened'],
];
const SPAM = 6;
const BERKADAR = 9;
const CONFIRMED = 10;

/**
 * Replaces all cases by so many, received evenly from `from` to `to` (epoch ms). Needs a loaded regency.
 * Ids are 1 … count.
 */
export async function manyCases(count: number, from: number, to: number): Promise<void> {
  await emptyCases('contacts', 'case_copies', 'case_accused', 'fold_marks');
  const regency = await regencyAt(openDb(env.DB), to);
  const categories = [...regency.categories.values()].filter(
    ({ office }) => office !== null && regency.offices.get(office)?.kind === 'opd',
  );
  const villages = [...regency.areas.values()].filter(({ level }) => level === 'desa');
  const lists = [
    JSON.stringify(STATES),
    JSON.stringify(categories.map(({ id }) => id)),
    JSON.stringify(categories.map(({ office }) => office)),
    JSON.stringify(villages.map(({ code }) => code)),
    JSON.stringify(CHANNELS),
  ];
  const of = (list: number, length: number, step: number) => `?${list} ->> ((i / ${step}) % ${length})`;
  const received = `${from} + ${to - from} / ${count} * (i - 1)`;
  const answered = `shape IN (4, 19) OR shape BETWEEN ${CONFIRMED} AND 18`;
  await env.DB.batch([
    env.DB.prepare(
      `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${count}),
       shaped AS (SELECT i, i % 20 AS shape, ${of(1, 20, 1)} AS state, ${received} AS received,
         ${of(2, categories.length, 20)} AS category, ${of(3, categories.length, 20)} AS office FROM n),
       dated AS (SELECT *, CASE WHEN ${answered} THEN received + ${DAY} * (3 + i / 20 * 7 % 25) END AS answered FROM shaped)
       INSERT INTO cases (id, code, version, head_hash, state, kind, berkadar, category, area, office, holder, holder_since,
         next_due_at, due_at, anonymous, confidential, about_official, spam, channel, sp4n, title, outcome, answered_by,
         answered_at, rating, submitted_by, received_at, routed_at, closed_at, settings)
       SELECT i, 'LT-' || i, 1, 'x', state,
         CASE i / 11 % 10 WHEN 0 THEN 'information' WHEN 1 THEN 'aspiration' ELSE 'complaint' END,
         shape = ${BERKADAR}, category, CASE WHEN shape NOT IN (8, ${BERKADAR}) THEN ${of(4, villages.length, 7)} END,
         CASE WHEN shape IN (0, 5, 6, 7, 8) THEN NULL WHEN shape = ${BERKADAR} THEN '${regency.about.inspectorate}' ELSE office END,
         CASE WHEN shape IN (0, 5, 6, 7) THEN '@admin' WHEN shape = 8 THEN '@verifier' WHEN shape = ${BERKADAR} THEN '@inspector' ELSE office END,
         received, received + ${5 * DAY}, received + ${25 * DAY}, 0, shape IN (8, ${BERKADAR}), shape = ${BERKADAR},
         shape = ${SPAM}, ${of(5, CHANNELS.length, 3)}, CASE WHEN i % 3 = 0 THEN '' || (1000000 + i) END, '',
         CASE WHEN answered IS NOT NULL THEN iif(i / 20 % 2, 'dikerjakan', 'dijelaskan') WHEN shape = ${SPAM} THEN 'spam' WHEN shape = 7 THEN 'terlalu_umum' END,
         CASE WHEN answered IS NOT NULL THEN 'staff:1' END, answered,
         CASE WHEN shape = ${CONFIRMED} THEN 1 + i / 20 % 4 END, 'public', received,
         CASE WHEN shape > 0 THEN received + ${HOUR} END,
         CASE state WHEN 'resolved' THEN answered + ${DAY} * 14 WHEN 'archived' THEN received + ${DAY} END, 1
       FROM dated`,
    ).bind(...lists),
    ...[...VERBS.flatMap(rowsOf), LAST_VERSION, ...CLOCKS.map(clockOf)].map((sql) => env.DB.prepare(sql)),
  ]);
}

/** Verbs of the cases as they stand: [seq, verb, actor, when, facts, of which cases]. */
const VERBS = [
  [
    1,
    "'submit'",
    "'public'",
    'received_at',
    `json_object('kind', kind, 'area', area, 'category', category)`,
    '1',
  ],
  [
    2,
    "CASE state WHEN 'forwarded' THEN 'forward' WHEN 'archived' THEN 'archive' WHEN 'held' THEN 'hold' ELSE 'route' END",
    "'job:routing'",
    'routed_at',
    `json_object('office', office, 'outside', iif(state = 'forwarded', 'LUAR-PLN', NULL))`,
    'routed_at IS NOT NULL',
  ],
  [
    3,
    "'follow_up'",
    "'staff:1'",
    `received_at + ${2 * DAY}`,
    "'{}'",
    "answered_at IS NOT NULL OR state = 'in_progress'",
  ],
  [4, "'answer'", "'staff:1'", 'answered_at', `json_object('outcome', outcome)`, 'answered_at IS NOT NULL'],
  [
    5,
    "CASE WHEN state = 'reopened' THEN 'contest' WHEN rating IS NULL THEN 'settle' ELSE 'confirm' END",
    "iif(rating IS NULL AND state = 'resolved', 'job:clock', 'reporter')",
    `ifnull(closed_at, answered_at + ${5 * DAY})`,
    "'{}'",
    "state IN ('resolved', 'reopened')",
  ],
  [6, "'rate'", "'reporter'", 'closed_at', `json_object('score', rating)`, 'rating IS NOT NULL'],
] as const;

const LAST_VERSION = 'UPDATE cases SET version = (SELECT max(seq) FROM entries WHERE case_id = cases.id)';

/** One statement for each verb: D1 takes five terms in a compound SELECT. */
const rowsOf = ([seq, verb, actor, at, facts, where]: (typeof VERBS)[number]): string[] => [
  `INSERT INTO history (case_id, seq, verb, actor, at, payload_digest, prev_hash, hash)
     SELECT id, ${seq}, ${verb}, ${actor}, ${at}, 'x', 'x', 'x' FROM cases WHERE ${where}`,
  `INSERT INTO entries (case_id, seq, visibility, facts) SELECT id, ${seq}, 'reporter', ${facts} FROM cases WHERE ${where}`,
];

const CLOCKS = [
  ['verify', 1, 'received_at', 5, 'routed_at', '1'],
  [
    'first_answer',
    2,
    'routed_at',
    7,
    `iif(answered_at IS NULL AND state <> 'in_progress', NULL, received_at + ${2 * DAY})`,
    'office IS NOT NULL',
  ],
  ['settle', 2, 'routed_at', 20, 'answered_at', 'office IS NOT NULL'],
  ['promise', 2, 'routed_at', 25, 'answered_at', 'office IS NOT NULL'],
  ['forwarded', 2, 'routed_at', 14, 'NULL', "state = 'forwarded'"],
  ['reporter', 4, 'answered_at', 14, 'closed_at', 'answered_at IS NOT NULL'],
] as const;

/** Those that still run are due long after any test's now. */
const clockOf = ([clock, seq, start, days, stop, where]: (typeof CLOCKS)[number]): string =>
  `INSERT INTO clocks (subject, subject_id, clock, started_seq, started_at, days, due_at, stopped_at, next_at)
     SELECT 'case', id, '${clock}', ${seq}, ${start}, ${Math.round((days * 5) / 7)}, ${start} + ${days * DAY}, ${stop},
       iif(${stop} IS NULL, 4000000000000 + id, NULL) FROM cases WHERE ${where}`;
