/**
 * The history of a case: append-only and hash-chained. The hash covers only case, seq, verb, actor, time, the digest
 * of the payload and the hash before; texts live outside, so erasing them leaves the chain whole (design.md).
 */
import { saltedDigest, sha256Hex } from '../privacy/mac.ts';

export interface Link {
  caseId: number;
  seq: number;
  verb: string;
  actor: string;
  at: number;
  payloadDigest: string;
  prevHash: string;
}

/** The hash before the first row. */
export const GENESIS = '0'.repeat(64);

export function hashOf(link: Link): Promise<string> {
  return sha256Hex(
    JSON.stringify([
      link.caseId,
      link.seq,
      link.verb,
      link.actor,
      link.at,
      link.payloadDigest,
      link.prevHash,
    ]),
  );
}

/** Digest of facts and words under the row's salt. */
export function payloadDigest(salt: string, facts: string, words: string | null): Promise<string> {
  return saltedDigest(salt, JSON.stringify([facts, words]));
}

/** @returns the first seq that does not fit, or null when the chain is whole */
export async function firstBreak(rows: readonly (Link & { hash: string })[]): Promise<number | null> {
  let prev = GENESIS;
  let seq = 1;
  for (const row of rows) {
    if (row.seq !== seq || row.prevHash !== prev || (await hashOf(row)) !== row.hash) return row.seq;
    prev = row.hash;
    seq++;
  }
  return null;
}
