/** Verifies the history of every case: the chain of its hashes, and that the case stands at its end. */
import type { DatabaseSync } from 'node:sqlite';
import { firstBreak } from '../cases/chain.ts';

type Rows = Parameters<typeof firstBreak>[0];

export interface Verified {
  cases: number;
  rows: number;
  /** Codes of cases whose history is not whole, with what is wrong. */
  broken: string[];
}

/** @param db the database of the cases, open for reading */
export async function verifyHistory(db: DatabaseSync): Promise<Verified> {
  const result: Verified = { cases: 0, rows: 0, broken: [] };
  const history = db.prepare(
    `SELECT case_id AS caseId, seq, verb, actor, at, payload_digest AS payloadDigest, prev_hash AS prevHash, hash
     FROM history WHERE case_id = ? ORDER BY seq`,
  );
  for (const row of db.prepare('SELECT id, code, version, head_hash AS head FROM cases').iterate()) {
    const chain = history.all(Number(row.id)) as unknown as Rows;
    const at = await firstBreak(chain);
    const end = chain.at(-1);
    result.cases++;
    result.rows += chain.length;
    if (at !== null) result.broken.push(`${row.code}: entry ${at} does not fit the one before`);
    else if (end?.seq !== row.version || end?.hash !== row.head) {
      result.broken.push(`${row.code}: the case is not where its history ends`);
    }
  }
  const [orphans] = db
    .prepare('SELECT count(*) AS n FROM history WHERE case_id NOT IN (SELECT id FROM cases)')
    .all();
  if (Number(orphans?.n) > 0) result.broken.push(`${orphans?.n} entries belong to no case`);
  return result;
}

/** One line for the operator, and what is broken. */
export function tellHistory({ cases, rows, broken }: Verified): string {
  const whole = `History: ${cases} cases with ${rows} entries, ${broken.length === 0 ? 'all whole' : 'NOT whole'}.`;
  return [whole, ...broken.slice(0, 20).map((line) => `  ${line}`)].join('\n');
}
