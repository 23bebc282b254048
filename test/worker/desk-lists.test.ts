/** Every list of the inbox at 1,000 and at 100,000 cases: what it reads, what it counts, and that it finds what it should. */
import { env } from 'cloudflare:workers';
import { beforeEach, describe, it } from 'vitest';
import type { Role, Staff } from '../../shared/permissions/people.ts';
import { countLists, PAGE, readInbox } from '../../workers/features/desk/inbox.ts';
import { type DeskList, deskLists } from '../../workers/features/desk/lists.ts';
import { COUNT_LIMIT } from '../../workers/features/desk/look.ts';
import { DAY } from '../../workers/platform/clock.ts';
import { openDb } from '../../workers/platform/db.ts';
import { seal } from '../../workers/privacy/seal.ts';
import { counting } from '../support/rows.ts';
import { addStaff, loadRegency, MONDAY, testCtx } from '../support/worker.ts';

beforeEach(() => loadRegency());

const NOW = MONDAY;
/** Every list is somebody's. */
const people: { roles: Role[]; offices: string[] }[] = [
  { roles: ['admin'], offices: ['DISKOMINFOSP'] },
  { roles: ['liaison'], offices: ['PUPR'] },
  { roles: ['verifier'], offices: [] },
  { roles: ['leader'], offices: [] },
];

/** What each list is looking for, as columns that differ from the plain case. */
const wanted: Record<string, string> = {
  tugas: '',
  terlambat: 'next_due_at = :now - 1000',
  'hari-ini': 'next_due_at = :now + 1000',
  'belum-diverifikasi': "state = 'received'",
  'belum-opd': "state = 'verified'",
  dikembalikan: "state = 'returned'",
  keberatan: "state = 'reopened'",
  'perlu-dilepas': 'anonymous = 1',
  ditahan: "state = 'held'",
  persetujuan: 'proposal_seq = 3, next_due_at = :now',
  dibantah: "state = 'reopened'",
  'menunggu-pelapor': "state = 'clarification'",
  tembusan: '',
  ditutup: "state = 'resolved', closed_at = :now - id",
  semua: '',
  'terlambat-opd': "next_due_at = :now - 1000, holder = 'PUPR'",
  'belum-sp4n': 'sp4n = null',
  'jawaban-sp4n': 'answered_at = id, sp4n_answer_at = null',
};

/** So many cases of one holder that no list but the plain ones wants. */
async function fill(list: DeskList, person: Staff, count: number): Promise<void> {
  const copied = list.id === 'tembusan';
  const holder = copied
    ? 'DLH'
    : (person.offices[0] ?? (person.roles.includes('verifier') ? '@verifier' : '@admin'));
  const held = person.roles.includes('admin') ? '@admin' : holder;
  await env.DB.batch([
    env.DB.prepare('DELETE FROM cases'),
    env.DB.prepare('DELETE FROM case_copies'),
    env.DB.prepare(
      `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${count})
       INSERT INTO cases (id, code, version, head_hash, state, kind, holder, holder_since, office, next_due_at, due_at,
         anonymous, confidential, about_official, channel, title, submitted_by, received_at, routed_at, settings, sp4n)
       SELECT i, 'LT-' || i, 1, 'x', 'in_progress', 'complaint', '${held}', 1, '${holder}', ${NOW + 40 * DAY} + i / 100,
         1, 0, 0, 0, 'web', '', 'public', i, 1, 1, 'S' || i FROM n`,
    ),
  ]);
}

/** Makes every so manieth case one that the list wants. @param every 1 = all of them */
async function want(list: DeskList, count: number, every: number): Promise<void> {
  const set = (wanted[list.id] ?? '').replaceAll(':now', String(NOW));
  const statements = [
    ...(set ? [env.DB.prepare(`UPDATE cases SET ${set} WHERE id % ${every} = 0`)] : []),
    ...(list.id === 'tembusan'
      ? [
          env.DB.prepare('DELETE FROM case_copies'),
          env.DB.prepare(
            `INSERT INTO case_copies SELECT id, CASE WHEN id % ${every} = 0 THEN 'PUPR' ELSE 'DPKPP' END FROM cases`,
          ),
        ]
      : []),
  ];
  if (statements.length > 0) await env.DB.batch(statements);
  await titleFirst(count, every);
}

/** Only titles that a page shows are sealed text: of the first and the last wanted ones. */
async function titleFirst(count: number, every: number): Promise<void> {
  const { keys } = await testCtx();
  const near = Array.from({ length: 2 * PAGE + 20 }, (_, index) => [index + 1, (index + 1) * every]).flat();
  const ids = [...new Set([...near, ...near.map((id) => count + every - id)])].filter((id) => id > 0);
  const titled = ids.map(async (id) =>
    env.DB.prepare('UPDATE cases SET title = ? WHERE id = ?').bind(
      await seal(keys, { table: 'cases', column: 'title', row: id }, 'Jalan rusak'),
      id,
    ),
  );
  await env.DB.batch(await Promise.all(titled));
}

async function measure(person: Staff, list: DeskList) {
  const { keys, regency } = await testCtx();
  const { d1, rows } = counting(env.DB);
  const db = openDb(d1);
  const spent = async <T>(work: Promise<T>) => {
    const before = rows.read;
    const result = await work;
    return { read: rows.read - before, result };
  };
  const read = (cursor?: string) => spent(readInbox(db, keys, regency, person, { list, cursor }, NOW));
  const first = await read();
  const second = await read(first.result.next ?? undefined);
  const counted = await spent(countLists(db, regency, person, [list], NOW));
  return {
    first: first.read,
    second: second.read,
    counts: counted.read,
    lines: first.result.lines.length,
    later: second.result.lines.length,
    count: counted.result[0],
  };
}

async function personOf(list: DeskList): Promise<Staff> {
  const { regency } = await testCtx();
  for (const { roles, offices } of people) {
    const person = { id: 1, roles, offices };
    if (list.id === 'ditahan' && !roles.includes('verifier')) continue;
    if (list.sources(person, regency, NOW).length > 0) return addStaff(roles, offices);
  }
  throw new Error(`nobody has ${list.id}`);
}

/** Rows that one line costs: the search for the next of its group, the case, and the queue's own bookkeeping. */
const A_LINE = 10;
/** Two searches for each holder: "semua" has the most. */
const CONSTANT = 150;

describe.each(deskLists.map((list) => ({ id: list.id, list })))('the list $id', ({ list }) => {
  it('reads a page and a constant, of many or spread thin', { timeout: 300_000 }, async ({ expect }) => {
    const person = await personOf(list);
    const at = async (count: number) => {
      await fill(list, person, count);
      await want(list, count, count / 100);
      const thin = await measure(person, list);
      await want(list, count, 1);
      return { thin, many: await measure(person, list) };
    };
    const small = await at(1_000);
    const large = await at(100_000);
    for (const how of ['thin', 'many'] as const) {
      const { first, second, ...rest } = large[how];
      const { first: fewFirst, second: fewSecond, ...few } = small[how];
      expect(rest).toEqual(few);
      // Where lines share a due, the next one is found in one search instead of two.
      expect(Math.abs(first - fewFirst)).toBeLessThanOrEqual(PAGE + 1);
      expect(Math.abs(second - fewSecond)).toBeLessThanOrEqual(PAGE + 1);
    }
    expect(large.thin).toMatchObject({ lines: PAGE, later: PAGE });
    expect(large.many.count).toEqual({ id: list.id, count: 99, exact: false });
    for (const { first, second, counts } of Object.values(large)) {
      expect(Math.max(first, second)).toBeLessThanOrEqual(A_LINE * (PAGE + 1) + CONSTANT);
      expect(counts).toBeLessThanOrEqual(A_LINE * COUNT_LIMIT + CONSTANT);
    }
  });
});
