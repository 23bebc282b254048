/** How the state of evidence is told. */
import { isProof, type Level, levelNames, proofNames } from '../../../../shared/evidence.ts';
import { Tag, type Tone } from '../../../ui/components.tsx';
import type { CriterionLine, Review } from './queries.ts';

export const proofName = (proof: string): string => (isProof(proof) ? proofNames[proof] : proof);

export const verdictNames: Record<Review['verdict'], string> = { accepted: 'Cukup', wanting: 'Kurang' };

export const levelText = (level: Level | 0): string =>
  level === 0 ? 'Tingkat 0 · belum ada tingkat yang tercapai' : `Tingkat ${level} · ${levelNames[level]}`;

/** What there is, what was added after the last review, and what a reviewer said. */
export function stateOf(line: CriterionLine): { label: string; tone: Tone } {
  const { standing, review, artefacts, documents } = line;
  if (standing.wanting) return { label: 'Kurang menurut pemeriksa', tone: 'red' };
  if (standing.awarded)
    return review?.verdict === 'accepted' && !isChangedSince(line)
      ? { label: 'Terpenuhi, sudah diperiksa', tone: 'green' }
      : { label: 'Terpenuhi', tone: 'green' };
  return artefacts.length + documents.length > 0
    ? { label: 'Sebagian', tone: 'amber' }
    : { label: 'Belum ada bukti', tone: 'grey' };
}

export function StateOf({ line }: { line: CriterionLine }) {
  const { label, tone } = stateOf(line);
  return <Tag tone={tone}>{label}</Tag>;
}

/** Something was added after the last review. */
export function isChangedSince({ review, artefacts, documents }: CriterionLine): boolean {
  const at = review?.at ?? 0;
  return artefacts.some(({ takenAt }) => takenAt > at) || documents.some(({ uploadedAt }) => uploadedAt > at);
}

/** What is still missing, as sentences without a full stop. */
export function missingOf({ criterion, standing }: CriterionLine): string[] {
  return [
    ...standing.proofs.map((proof) => `Belum dicatat: ${proofName(proof)}`),
    ...(standing.document ? [`Belum diunggah: ${criterion.adds.replace(/\.$/, '')}`] : []),
    ...(standing.wanting ? ['Pemeriksa menilainya kurang'] : []),
  ];
}
