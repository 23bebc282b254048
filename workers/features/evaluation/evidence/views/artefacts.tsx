/** What Kanal shows by itself: fixed, and what could be fixed today. */
import { isProof } from '../../../../../shared/evidence.ts';
import { formatDateTime } from '../../../../../shared/text.ts';
import { newKey } from '../../../../platform/ids.ts';
import { Details, HiddenKey } from '../../../../ui/components.tsx';
import { type Found, proofs } from '../proofs/proofs.ts';
import { foundIn } from '../proofs/written.ts';
import { proofName } from '../words.tsx';
import { EVIDENCE } from './binder.tsx';
import type { CriterionPageProps } from './criterion.tsx';

export function Artefacts(props: CriterionPageProps & { runs: boolean }) {
  const { line, today, runs } = props;
  const own = `${EVIDENCE}/kriteria/${line.criterion.id}`;
  const canFix = line.criterion.proofs.some((proof) => today.get(proof));
  return (
    <section aria-labelledby="kanal">
      <h2 id="kanal">Yang ditunjukkan Kanal</h2>
      {line.criterion.proofs.map((proof) => (
        <ProofState {...props} proof={proof} />
      ))}
      {runs && canFix ? (
        <form method="post" action={`${own}/catat`} class="actions no-print">
          <HiddenKey value={newKey()} />
          <button type="submit">Catat yang ditemukan hari ini</button>
        </form>
      ) : null}
    </section>
  );
}

function ProofState({ line, today, names, regency, proof }: CriterionPageProps & { proof: string }) {
  const fixed = line.artefacts.find((one) => one.proof === proof);
  const found = today.get(proof) ?? null;
  return (
    <>
      <h3>{proofName(proof)}</h3>
      {fixed ? (
        <>
          <p>
            Tercatat {formatDateTime(fixed.takenAt, regency.about.timeZone)} oleh{' '}
            {names.get(fixed.takenBy) ?? 'petugas'}, pada <a href={fixed.address}>{fixed.address}</a>.
          </p>
          <Facts found={foundIn(fixed)} />
          <p class="hint mono">SHA-256 {fixed.digest}</p>
        </>
      ) : (
        <p>Belum tercatat.</p>
      )}
      {found === null ? <p>{isProof(proof) ? proofs[proof].needs : null}</p> : null}
      {found && !fixed ? <Facts found={found} /> : null}
      {found && fixed ? (
        <Details summary="Yang ditemukan hari ini">
          <Facts found={found} />
        </Details>
      ) : null}
    </>
  );
}

function Facts({ found }: { found: Found }) {
  return (
    <ul>
      {found.map(([term, value]) => (
        <li>
          {term}: {value}
        </li>
      ))}
    </ul>
  );
}
