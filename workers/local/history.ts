/**
 * Verifies the history of every case: the chain of its hashes, what each entry says against its digest, and that the
 * case stands at its end.
 */
import type { DatabaseSync } from 'node:sqlite';
import { firstBreak, payloadDigest } from '../cases/chain.ts';
import type { Keys } from '../privacy/keys.ts';
import { open } from '../privacy/seal.ts';

type Link = Parameters<typeof firstBreak>[0][number];

/** A link with the row beside it that holds what it says; `found` is null when that row is gone. */
type Row = Link & { found: number | null; facts: string; words: string | null; salt: string | null };

export interface Verified {
  cases: number;
  rows: number;
  /** Texts that were not compared, because they cannot be read without the keys. */
  unread: number;
  /** Codes of cases whose history is not whole, with what is wrong. */
  broken: string[];
}

const sql = `SELECT h.case_id AS caseId, h.seq, h.verb, h.actor, h.at, h.payload_digest AS payloadDigest,
    h.prev_hash AS prevHash, h.hash, e.seq AS found, e.facts, e.words, e.salt
  FROM history h LEFT JOIN entries e ON e.case_id = h.case_id AND e.seq = h.seq
  WHERE h.case_id = ? ORDER BY h.seq`;

/**
 * @param db the database of the cases, open for reading
 * @param keys null where they are kept elsewhere: then only entries without a text are compared with their digests
 */
export async function verifyHistory(db: DatabaseSync, keys: Keys | null): Promise<Verified> {
  const result: Verified = { cases: 0, rows: 0, unread: 0, broken: [] };
  const history = db.prepare(sql);
  for (const row of db.prepare('SELECT id, code, version, head_hash AS head FROM cases').iterate()) {
    const chain = history.all(Number(row.id)) as unknown as Row[];
    const at = await firstBreak(chain);
    const end = chain.at(-1);
    result.cases++;
    result.rows += chain.length;
    if (at !== null) result.broken.push(`${row.code}: entry ${at} does not fit the one before`);
    else if (end?.seq !== row.version || end?.hash !== row.head) {
      result.broken.push(`${row.code}: the case is not where its history ends`);
    }
    for (const entry of chain) {
      const told = await saysWhatItSaid(entry, keys);
      if (told === null) result.unread++;
      else if (!told) result.broken.push(`${row.code}: entry ${entry.seq} does not say what it said`);
    }
  }
  const [orphans] = db
    .prepare('SELECT count(*) AS n FROM history WHERE case_id NOT IN (SELECT id FROM cases)')
    .all();
  if (Number(orphans?.n) > 0) result.broken.push(`${orphans?.n} entries belong to no case`);
  return result;
}

/** @returns null when it cannot be told */
async function saysWhatItSaid(row: Row, keys: Keys | null): Promise<boolean | null> {
  if (row.found === null) return false;
  // Erased on purpose: text and salt go together, the digest stays.
  if (row.salt === null) return row.words === null;
  if (row.words !== null && keys === null) return null;
  const place = { table: 'entries', column: 'words', row: `${row.caseId}:${row.seq}` };
  try {
    const words = keys ? await open(keys, place, row.words) : null;
    return (await payloadDigest(row.salt, row.facts, words)) === row.payloadDigest;
  } catch {
    return false;
  }
}

/** One line for the operator, and what is broken. */
export function tellHistory({ cases, rows, unread, broken }: Verified): string {
  const whole = broken.length === 0 ? 'all whole' : 'NOT whole';
  const blind = unread > 0 ? ` (${unread} texts not compared: that needs the keys)` : '';
  return [
    `History: ${cases} cases with ${rows} entries, ${whole}${blind}.`,
    ...broken.slice(0, 20).map((line) => `  ${line}`),
  ].join('\n');
}
