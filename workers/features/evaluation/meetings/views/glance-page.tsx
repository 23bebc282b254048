/** The one page as it stands today, or as it was frozen for a meeting; it prints on one sheet of A4. */
import { type Period, periodBefore, periodId, periodName } from '../../../../../shared/figures/periods.ts';
import { runsEvaluation } from '../../../../../shared/permissions/rooms.ts';
import { formatDay } from '../../../../../shared/text.ts';
import { Page, type Who } from '../../../../ui/layout.tsx';
import { EvaluationNav } from '../../nav.tsx';
import type { MeetingRow } from '../queries.ts';
import { whenOf } from '../words.ts';
import { Glance, type GlanceProps } from './glance.tsx';

export interface GlancePageProps extends GlanceProps {
  who: Who;
  period: Period;
  /** Local ISO date of the figures. */
  day: string;
  /** Whose figures are frozen; null = as of today. */
  meeting: MeetingRow | null;
  /** The next meeting, to be led with this page. */
  next: MeetingRow | null;
}

export function GlancePage(props: GlancePageProps) {
  const { regency, who, period, meeting, next } = props;
  const title = meeting?.title ?? `Evaluasi pengaduan ${periodName(period)}`;
  const zone = regency.about.timeZone;
  return (
    <Page title={title} regency={regency} side="desk" who={who} path="/desk/evaluasi" scripts={['desk.js']}>
      <EvaluationNav here={meeting ? '/desk/evaluasi/rapat' : '/desk/evaluasi'} />
      {meeting ? (
        <p class="no-print">
          <a href={`/desk/evaluasi/rapat/${meeting.id}`}>← {meeting.title}</a>
        </p>
      ) : null}
      <h1>{title}</h1>
      <p>
        {meeting ? (
          <>
            {whenOf(meeting, zone)}
            {meeting.place ? `, ${meeting.place}` : ''}
            {meeting.chair ? `. Pimpinan rapat: ${meeting.chair}` : ''}. {periodName(period)}, angka dibekukan{' '}
            {formatDay(props.day)}.
          </>
        ) : (
          <>
            {periodName(period)}, angka {formatDay(props.day)}.
          </>
        )}
        {props.day <= period.to ? ' Periode ini belum berakhir: laporan terbaru masih dikerjakan.' : ''}
      </p>
      {props.page.any ? null : (
        <p>Belum ada laporan dalam periode ini. Angkanya terisi sendiri begitu laporan masuk.</p>
      )}
      <Glance {...props} />
      <p class="actions no-print">
        <button type="button" data-print hidden>
          Cetak
        </button>
        {meeting ? null : (
          <>
            {/* What is shown is not the only period. */}
            <a href={`/desk/evaluasi?periode=${periodId(periodBefore(period))}`}>Periode sebelumnya</a>
            <a href={`/desk/evaluasi/angka?periode=${periodId(period)}`}>Semua angka</a>
          </>
        )}
      </p>
      {meeting ? null : <Next next={next} runs={runsEvaluation(who)} />}
    </Page>
  );
}

function Next({ next, runs }: { next: MeetingRow | null; runs: boolean }) {
  if (next)
    return (
      <p class="no-print">
        Rapat berikutnya: <a href={`/desk/evaluasi/rapat/${next.id}`}>{next.title}</a>,{' '}
        {formatDay(next.startsAt)}.
      </p>
    );
  return runs ? (
    <p class="no-print">
      Belum ada rapat yang direncanakan. <a href="/desk/evaluasi/rapat/baru">Rencanakan rapat</a>
    </p>
  ) : null;
}
