/** What was found, as it is kept and hashed: whoever has the text can work out the hash anew. */
import { type ProofId, proofNames } from '../../../../../shared/evidence.ts';
import { type Found, proofs } from './proofs.ts';

/** @param day local ISO date */
export const written = (proof: ProofId, day: string, found: Found): string =>
  JSON.stringify({ bukti: proofNames[proof], alamat: proofs[proof].address, tanggal: day, temuan: found });

export const foundIn = ({ found }: { found: string }): Found =>
  (JSON.parse(found) as { temuan: Found }).temuan;
