/** A regency's data as an older version wrote them: only tables and columns that it had. */
import { env } from 'cloudflare:workers';
import { GENESIS, hashOf, payloadDigest } from '../../workers/cases/chain.ts';
import { contactValues } from '../../workers/cases/contact.ts';
import { DAY } from '../../workers/platform/clock.ts';
import { type Keys, loadKeys } from '../../workers/privacy/keys.ts';
import { seal } from '../../workers/privacy/seal.ts';
import { MONDAY } from './worker.ts';

type Row = Record<string, string | number | null>;

/** The first answer of case 2 falls due: five working days later, when the office closes. */
export const DUE = Date.UTC(2026, 6, 27, 8, 0);

/** Cases by state, each with what moved it there. */
const lives = [
  { id: 1, state: 'received', verbs: ['submit'], holder: '@admin', office: null },
  { id: 2, state: 'disposed', verbs: ['submit', 'dispose'], holder: 'PUPR', office: 'PUPR' },
  { id: 3, state: 'clarification', verbs: ['submit', 'ask'], holder: '@admin', office: null },
  { id: 4, state: 'held', verbs: ['submit', 'hold'], holder: '@verifier', office: null },
  { id: 5, state: 'answered', verbs: ['submit', 'dispose', 'answer'], holder: 'PUPR', office: 'PUPR' },
  {
    id: 6,
    state: 'resolved',
    verbs: ['submit', 'dispose', 'answer', 'confirm'],
    holder: 'PUPR',
    office: 'PUPR',
  },
];

export const codeOf = (id: number) => `LT-AAA${id}-AAAA`;

/** Writes them; the clock of case 2 runs, of 3 is paused, of 6 has stopped. */
export async function writeOlder(): Promise<void> {
  const keys = await loadKeys(env);
  for (const life of lives) await writeCase(keys, life);
  for (const [id, role] of [
    [1, 'admin'],
    [2, 'liaison'],
    [3, 'head'],
    [4, 'verifier'],
  ] as const) {
    const offices = id === 2 || id === 3 ? '["PUPR"]' : '[]';
    await put('staff', {
      id,
      name: role,
      email: `${role}@example.id`,
      roles: `["${role}"]`,
      offices,
      areas: '[]',
      active: 1,
      created_at: 0,
    });
  }
  // A setting that staff made.
  await put('regency_rows', {
    ...{ kind: 'switch', id: 'demandPerson', data: '{"id":"demandPerson","on":false}', position: 0 },
    ...{ data_hash: 'x', updated_at: MONDAY },
  });
  await put('case_accused', { case_id: 4, subject: 'office:DLH' });
  await put('case_copies', { case_id: 2, office: 'DLH' });
  await put('placements', { id: 1, code: 'ABC123', kind: 'office', ref: 'PUPR', created_at: 0 });
  await put('dead_letters', { id: 1, message: 'm', queue: 'unknown', body: '{}', at: MONDAY });
  await put('idempotency_keys', { key: 'k', digest: 'd', case_id: 1, seq: 1, at: MONDAY });
  await put('spent_challenges', { id: 'c', at: MONDAY });
  for (const [status, at] of [
    ['sent', 0],
    ['failed', 1],
    ['pending', MONDAY],
  ] as const)
    await put('deliveries', {
      id: `2:${at}:receipt:reporter`,
      case_id: 2,
      template: 'receipt',
      recipient: 'reporter',
      values: '{}',
      status,
      next_at: at,
      created_at: MONDAY,
    });
}

async function writeCase(
  keys: Keys,
  { id, state, verbs, holder, office }: (typeof lives)[number],
): Promise<void> {
  let prevHash = GENESIS;
  for (const [index, verb] of verbs.entries()) {
    const seq = index + 1;
    const salt = `salt ${id} ${seq}`;
    const link = {
      caseId: id,
      seq,
      verb,
      actor: seq === 1 ? 'public' : 'staff:1',
      at: MONDAY + seq,
      payloadDigest: await payloadDigest(salt, '{}', null),
      prevHash,
    };
    prevHash = await hashOf(link);
    await put('history', {
      case_id: id,
      seq,
      verb,
      actor: link.actor,
      at: link.at,
      payload_digest: link.payloadDigest,
      prev_hash: link.prevHash,
      hash: prevHash,
    });
    await put('entries', { case_id: id, seq, visibility: 'reporter', facts: '{}', words: null, salt });
  }
  const closed = state === 'resolved' ? MONDAY + 9 : null;
  const answered = ['answered', 'resolved'].includes(state);
  await put('cases', {
    ...{
      id,
      code: codeOf(id),
      version: verbs.length,
      head_hash: prevHash,
      state,
      kind: 'complaint',
      holder,
      office,
    },
    ...{ resume_state: state === 'clarification' ? 'received' : null, berkadar: state === 'held' ? 1 : 0 },
    ...{
      holder_since: MONDAY,
      next_due_at: DUE,
      due_at: DUE + 10 * DAY,
      anonymous: 0,
      confidential: state === 'held' ? 1 : 0,
    },
    ...{
      about_official: state === 'held' ? 1 : 0,
      channel: 'web',
      title: await seal(keys, { table: 'cases', column: 'title', row: id }, `Jalan nomor ${id}`),
    },
    ...{
      outcome: answered ? 'dijelaskan' : null,
      answered_by: answered ? 'staff:2' : null,
      answered_at: answered ? MONDAY + 3 : null,
    },
    ...{ submitted_by: 'public', received_at: MONDAY, routed_at: MONDAY + 1, closed_at: closed, settings: 1 },
  });
  const contact = await contactValues(keys, id, { name: 'Siti', email: `warga${id}@example.id` });
  if (contact)
    await put('contacts', {
      case_id: id,
      name: contact.name,
      email: contact.email,
      phone: null,
      email_index: contact.emailIndex,
      phone_index: null,
    });
  const clock = {
    subject: 'case',
    subject_id: id,
    started_seq: 1,
    started_at: MONDAY,
    due_at: DUE,
    days: 5,
    pauses: '[]',
  };
  const runs = { next_at: DUE, next_stage: 'late-head' };
  if (id === 2) await put('clocks', { ...clock, clock: 'first_answer', started_seq: 2, ...runs });
  if (id === 3)
    await put('clocks', {
      ...clock,
      clock: 'verify',
      paused_at: MONDAY + 2,
      next_at: null,
      next_stage: null,
    });
  if (id === 6)
    await put('clocks', {
      ...clock,
      clock: 'settle',
      started_seq: 2,
      stopped_at: MONDAY + 3,
      next_at: null,
      next_stage: null,
    });
}

/** Writes what the table has a column for; without the table, nothing. */
async function put(table: string, row: Row): Promise<void> {
  const { results } = await env.DB.prepare(`PRAGMA table_info("${table}")`).all<{ name: string }>();
  const names = results.map(({ name }) => name).filter((name) => name in row);
  if (names.length === 0) return;
  const columns = names.map((name) => `"${name}"`).join(', ');
  await env.DB.prepare(`INSERT INTO "${table}" (${columns}) VALUES (${names.map(() => '?').join(', ')})`)
    .bind(...names.map((name) => row[name] ?? null))
    .run();
}

/** Rows of every table. */
export async function countTables(): Promise<Record<string, number>> {
  const { results } = await env.DB.prepare(
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE '\\_cf\\_%' ESCAPE '\\' AND name <> 'd1_migrations'",
  ).all<{ name: string }>();
  const counts: Record<string, number> = {};
  for (const { name } of results)
    counts[name] = (await env.DB.prepare(`SELECT count(*) AS n FROM "${name}"`).first<number>('n')) ?? 0;
  return counts;
}
