/** How far each score has come, and the other pages of the room. */
import { indicatorNames, levelNames } from '../../../../../shared/evidence.ts';
import { runsEvaluation } from '../../../../../shared/permissions/rooms.ts';
import type { Regency } from '../../../../regency/snapshot.ts';
import { Notice, Table } from '../../../../ui/components.tsx';
import { Page, type Who } from '../../../../ui/layout.tsx';
import { EvaluationNav } from '../../nav.tsx';
import type { IndicatorLine } from '../queries.ts';
import { levelText } from '../words.tsx';

export const EVIDENCE = '/desk/evaluasi/bukti';

export function BinderPage(props: { regency: Regency; who: Who; indicators: IndicatorLine[] }) {
  const { regency, who, indicators } = props;
  const unconfirmed = indicators.flatMap(({ criteria }) => criteria).some(({ criterion }) => criterion.check);
  return (
    <Page title="Bukti penilaian" regency={regency} side="desk" who={who} path="/desk/evaluasi">
      <EvaluationNav here={EVIDENCE} />
      <h1>Bukti penilaian</h1>
      <p>
        Tingkat tercapai bila semua kriterianya, dan semua kriteria di bawahnya, terpenuhi. Kriteria terpenuhi
        hanya dengan bukti yang tercatat: apa yang ditunjukkan Kanal pada suatu tanggal, atau dokumen yang
        diunggah.
      </p>
      {unconfirmed ? (
        <Notice tone="warn">
          <p>
            Kata-kata kriteria belum dicocokkan dengan pedoman penilaian tahun ini.
            {who.roles.includes('admin') ? (
              <>
                {' '}
                <a href="/desk/pengaturan/kriteria?tampil=pastikan">Cocokkan di Pengaturan</a>
              </>
            ) : null}
          </p>
        </Notice>
      ) : null}
      <Table
        caption="Penilaian"
        hideCaption
        columns={['Penilaian', 'Tercapai', 'Kriteria terpenuhi', 'Berikutnya']}
        rows={indicators.map((line) => [
          <a href={`${EVIDENCE}/${line.id}`}>
            {indicatorNames[line.id].short}: {indicatorNames[line.id].name}
          </a>,
          levelText(line.level),
          `${line.criteria.filter(({ standing }) => standing.awarded).length} dari ${line.criteria.length}`,
          nextOf(line),
        ])}
      />
      <h2>Kepuasan dan keterhubungan</h2>
      <ul>
        <li>
          <a href={`${EVIDENCE}/skm`}>Kepuasan pelapor (SKM U9) menurut triwulan dan OPD</a>
        </li>
        <li>
          <a href={`${EVIDENCE}/keterhubungan`}>Keterhubungan (SK Tim) dan rencana aksi</a>
        </li>
      </ul>
      {runsEvaluation(who) ? null : <p class="hint">Bukti dicatat dan diunggah oleh admin atau pimpinan.</p>}
    </Page>
  );
}

/** The level after the one that is reached. */
function nextOf({ criteria, level }: IndicatorLine): string {
  const next = criteria.find(({ criterion }) => criterion.level === level + 1)?.criterion.level;
  if (level === 5) return 'Tingkat tertinggi';
  return next ? `Tingkat ${next}: ${levelNames[next]}` : `Tingkat ${level + 1} belum punya kriteria`;
}
