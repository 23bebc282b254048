/** The binder on paper: how far the score has come, and what shows each criterion, with date, address and hash. */
import { levelNames, levels } from '../../../../../shared/evidence.ts';
import { formatDate, formatDateTime, formatDay } from '../../../../../shared/text.ts';
import type { Paper } from '../../../../platform/pdf/paper.ts';
import type { Regency } from '../../../../regency/snapshot.ts';
import { foundIn } from '../proofs/written.ts';
import type { Artefact, CriterionLine, DocumentRow, IndicatorLine, Review } from '../queries.ts';
import { levelText, missingOf, proofName, stateOf, verdictNames } from '../words.tsx';
import { documentName } from './contents.ts';

export interface Binder {
  regency: Regency;
  line: IndicatorLine;
  /** Names by actor. */
  names: ReadonlyMap<string, string>;
  title: string;
  /** Epoch ms. */
  askedAt: number;
}

export function writeBinder(paper: Paper, binder: Binder): void {
  const { regency, line, title, askedAt } = binder;
  const { criteria, level } = line;
  const count = (what: (one: CriterionLine) => number) =>
    String(criteria.reduce((sum, one) => sum + what(one), 0));
  paper.heading(title, 1);
  paper.text(`${regency.about.fullName}, keadaan ${formatDateTime(askedAt, regency.about.timeZone)}.`);
  paper.facts([
    ['Tercapai', levelText(level)],
    ['Kriteria terpenuhi', `${count(({ standing }) => Number(standing.awarded))} dari ${criteria.length}`],
    ['Bukti dari Kanal', count(({ artefacts }) => artefacts.length)],
    ['Dokumen', count(({ documents }) => documents.length)],
  ]);
  paper.text(
    'Tingkat tercapai bila semua kriterianya, dan semua kriteria di bawahnya, terpenuhi. Kriteria terpenuhi hanya dengan bukti yang tercatat atau dokumen yang diunggah. SHA-256 dapat dihitung ulang dari berkas di dalam ZIP.',
    { soft: true },
  );
  for (const one of levels) {
    paper.space(8);
    paper.heading(`Tingkat ${one}: ${levelNames[one]}`, 1);
    const own = criteria.filter(({ criterion }) => criterion.level === one);
    if (own.length === 0)
      paper.text('Belum ada kriteria untuk tingkat ini, jadi tingkat ini belum tercapai.');
    for (const criterion of own) writeCriterion(paper, binder, criterion);
  }
}

function writeCriterion(paper: Paper, binder: Binder, line: CriterionLine): void {
  const { criterion, review, artefacts, documents } = line;
  const missing = missingOf(line);
  const { check, source } = criterion;
  paper.heading(criterion.text);
  paper.facts([
    ['Keadaan', stateOf(line).label],
    ['Sumber', check ? `${source} (perlu dipastikan)` : source],
    ...missing.map((one, at) => [at === 0 ? 'Yang masih kurang' : '', one] as const),
    ...(review ? [['Pemeriksaan', reviewText(binder, review)] as const] : []),
  ]);
  for (const artefact of artefacts) writeArtefact(paper, binder, artefact);
  for (const row of documents) writeDocument(paper, binder, row);
}

const reviewText = (binder: Binder, { verdict, note, by, at }: Review): string => {
  const when = formatDate(at, binder.regency.about.timeZone);
  return `${verdictNames[verdict]}, ${nameOf(binder, by)}, ${when}${note ? `. ${note}` : ''}`;
};

function writeArtefact(paper: Paper, binder: Binder, artefact: Artefact): void {
  const when = formatDateTime(artefact.takenAt, binder.regency.about.timeZone);
  paper.text(proofName(artefact.proof), { bold: true, gap: 2 });
  paper.facts([
    ['Tercatat', `${when}, ${nameOf(binder, artefact.takenBy)}`],
    ['Alamat di Kanal', artefact.address],
    ...foundIn(artefact),
    ['SHA-256', artefact.digest],
  ]);
}

function writeDocument(paper: Paper, binder: Binder, row: DocumentRow): void {
  const day = formatDay(row.datedOn);
  const when = formatDateTime(row.uploadedAt, binder.regency.about.timeZone);
  paper.text(row.title, { bold: true, gap: 2 });
  paper.facts([
    ['Tanggal dokumen', row.number ? `${day}, nomor ${row.number}` : day],
    ['Diunggah', `${when}, ${nameOf(binder, row.uploadedBy)}`],
    ['Berkas di dalam ZIP', documentName(row)],
    ['SHA-256', row.digest],
  ]);
}

const nameOf = ({ names }: Binder, actor: string): string => names.get(actor) ?? 'petugas';
