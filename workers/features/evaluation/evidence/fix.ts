/** Fixes what Kanal shows by itself: at this moment, at this address, this was found, and this is its hash. */
import { sql } from 'drizzle-orm';
import { isProof } from '../../../../shared/evidence.ts';
import { unavailable } from '../../../platform/db.ts';
import { sha256Hex } from '../../../privacy/mac.ts';
import type { Doer } from '../../doer.ts';
import { proofs } from './proofs/proofs.ts';
import { type Facts, readFacts } from './proofs/queries.ts';
import { written } from './proofs/written.ts';

/**
 * All proofs of these criteria that there are today. Done twice on a day with nothing new, it adds nothing.
 * @returns how many artefacts there are more
 * @throws AppError unavailable
 */
export async function fixProofs(
  env: Pick<Env, 'SEARCH'>,
  to: Doer,
  criteria: readonly { id: string; proofs: readonly string[] }[],
): Promise<number> {
  const facts = await readFacts(env, to);
  const found = await Promise.all(
    criteria.flatMap(({ id, proofs: names }) => names.map((name) => artefactOf(id, name, facts))),
  );
  try {
    const { meta } = await to.db.run(sql`
      insert into evidence_artefacts (criterion, proof, address, found, digest, taken_by, taken_at)
      select value ->> 'criterion', value ->> 'proof', value ->> 'address', value ->> 'found', value ->> 'digest',
        ${to.by}, ${to.now}
      from json_each(${JSON.stringify(found.flat())}) where not exists (select 1 from evidence_artefacts a
        where a.criterion = value ->> 'criterion' and a.proof = value ->> 'proof' and a.digest = value ->> 'digest')`);
    return meta.changes;
  } catch (error) {
    throw unavailable(error);
  }
}

/** One, or none when it is not enough. */
async function artefactOf(criterion: string, proof: string, facts: Facts) {
  const seen = isProof(proof) ? proofs[proof].look(facts) : null;
  if (!isProof(proof) || seen === null) return [];
  const found = written(proof, facts.today, seen);
  return [{ criterion, proof, address: proofs[proof].address, found, digest: await sha256Hex(found) }];
}
