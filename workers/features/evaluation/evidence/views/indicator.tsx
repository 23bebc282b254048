/** One score: its criteria level by level, and what is missing. */
import { indicatorNames, levelNames, levels } from '../../../../../shared/evidence.ts';
import { reviewsEvidence, runsEvaluation } from '../../../../../shared/permissions/rooms.ts';
import { newKey } from '../../../../platform/ids.ts';
import type { Regency } from '../../../../regency/snapshot.ts';
import { Done, HiddenKey, Table } from '../../../../ui/components.tsx';
import { Page, type Who } from '../../../../ui/layout.tsx';
import { AsOf } from '../../as-of.tsx';
import { EvaluationNav } from '../../nav.tsx';
import type { PackRow } from '../../packs/queries.ts';
import { AskForPack, PacksMade } from '../../packs/views/ask.tsx';
import type { CriterionLine, IndicatorLine } from '../queries.ts';
import { levelText, missingOf, StateOf } from '../words.tsx';
import { EVIDENCE } from './binder.tsx';

const sentences: Record<string, string> = {
  catat: 'Bukti yang ada di Kanal tercatat, dengan tanggal, alamat dan SHA-256.',
  tetap: 'Tidak ada bukti baru yang dapat dicatat hari ini.',
};

interface Props {
  regency: Regency;
  who: Who;
  line: IndicatorLine;
  packs: PackRow[];
  done: string | undefined;
  /** Local ISO date. */
  today: string;
}

export function IndicatorPage(props: Props) {
  const { regency, who, line, done } = props;
  const { short, name } = indicatorNames[line.id];
  return (
    <Page title={short} regency={regency} side="desk" who={who} path="/desk/evaluasi">
      <EvaluationNav here={EVIDENCE} />
      <p class="no-print">
        <a href={EVIDENCE}>← Bukti penilaian</a>
      </p>
      <Done sentence={sentences[done ?? '']} />
      <h1>
        {short}: {name}
      </h1>
      <AsOf day={props.today} />
      <p>
        <strong>{levelText(line.level)}</strong>
      </p>
      {runsEvaluation(who) ? (
        <form method="post" action={`${EVIDENCE}/${line.id}/catat`} class="actions no-print">
          <HiddenKey value={newKey()} />
          <button type="submit">Catat semua bukti yang ada di Kanal</button>
        </form>
      ) : null}
      {levels.map((level) => (
        <LevelSection
          level={level}
          lines={line.criteria.filter(({ criterion }) => criterion.level === level)}
        />
      ))}
      {reviewsEvidence(who) ? (
        <section aria-labelledby="berkas" class="no-print">
          <h2 id="berkas">Berkas bukti</h2>
          <p>Satu PDF, dan satu ZIP dengan PDF itu, dokumen dan catatan buktinya.</p>
          <Binders {...props} />
        </section>
      ) : null}
    </Page>
  );
}

function Binders({ regency, who, line, packs }: Props) {
  if (runsEvaluation(who))
    return (
      <AskForPack kind="binder" subject={line.id} label="Buat berkas bukti" packs={packs} regency={regency} />
    );
  return packs.length > 0 ? (
    <PacksMade packs={packs} regency={regency} />
  ) : (
    <p>Belum ada. Admin atau pimpinan yang membuatnya.</p>
  );
}

function LevelSection({ level, lines }: { level: (typeof levels)[number]; lines: CriterionLine[] }) {
  const title = `Tingkat ${level}: ${levelNames[level]}`;
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      {lines.length === 0 ? (
        <p>Belum ada kriteria untuk tingkat ini, jadi tingkat ini belum tercapai.</p>
      ) : (
        <Table
          caption={title}
          hideCaption
          columns={['Kriteria', 'Keadaan', 'Yang masih kurang']}
          rows={lines.map((line) => [
            <a href={`${EVIDENCE}/kriteria/${line.criterion.id}`}>{line.criterion.text}</a>,
            <StateOf line={line} />,
            <Missing line={line} />,
          ])}
        />
      )}
    </section>
  );
}

function Missing({ line }: { line: CriterionLine }) {
  const missing = missingOf(line);
  return missing.length === 0 ? (
    <>Tidak ada</>
  ) : (
    <ul>
      {missing.map((one) => (
        <li>{one}</li>
      ))}
    </ul>
  );
}
