/** One item of the plan: what was planned, how far it is, what shows it, and what happened. */
import { measureNames } from '../../../../../shared/action.ts';
import { reportsAction, runsEvaluation } from '../../../../../shared/permissions/rooms.ts';
import { formatDateTime, formatRupiah, isoOffset } from '../../../../../shared/text.ts';
import type { Regency } from '../../../../regency/snapshot.ts';
import { Done, type Errors, Notice, Summary, Tag, Timeline } from '../../../../ui/components.tsx';
import { Page } from '../../../../ui/layout.tsx';
import type { SignedIn } from '../../../http.ts';
import { EvaluationNav } from '../../nav.tsx';
import { PLAN } from '../filter.ts';
import type { ShownStep } from '../history.ts';
import type { ActionLine, FileRow } from '../queries.ts';
import { dueText, officeName, progressText, standingOf } from '../words.ts';
import { ActionFiles } from './files.tsx';
import { Report, type TypedReport } from './report.tsx';

export interface ActionPageProps {
  regency: Regency;
  who: SignedIn;
  /** Epoch ms. */
  now: number;
  line: ActionLine;
  files: FileRow[];
  history: ShownStep[];
  done: string | undefined;
  /** State that somebody chose on the board and that asks for words first. */
  to: string | undefined;
  /** A form of the page that was refused. */
  refused?:
    | { form: 'report'; errors: Errors; typed: TypedReport; conflict: boolean }
    | { form: 'file'; errors: Errors; title: string };
}

const sentences: Record<string, string> = {
  buat: 'Kegiatan masuk ke rencana aksi. Penanggung jawabnya diingatkan menjelang batas waktu.',
  ubah: 'Perubahan tersimpan.',
  lapor: 'Laporan tersimpan.',
  selesai: 'Kegiatan dinyatakan selesai. Pengingatnya berhenti.',
  batal: 'Kegiatan dibatalkan. Pengingatnya berhenti.',
  buka: 'Kegiatan dibuka lagi. Pengingatnya berjalan lagi.',
  berkas: 'Bukti tersimpan. Data kamera dan lokasi di dalam foto sudah dibuang.',
  hapus: 'Bukti dihapus.',
};

export function ActionPage(props: ActionPageProps) {
  const { regency, who, line, refused } = props;
  const { row } = line;
  const own = `${PLAN}/${row.id}`;
  const { label, tone } = standingOf(line);
  const open = row.doneAt === null;
  return (
    <Page title={row.activity} regency={regency} side="desk" who={who} path="/desk/evaluasi">
      <EvaluationNav here={PLAN} />
      <p>
        <a href={PLAN}>← Rencana aksi</a>
      </p>
      <Done sentence={sentences[props.done ?? '']} />
      {refused?.form === 'report' && refused.conflict ? (
        <Notice tone="warn" title="Orang lain sudah mengubah kegiatan ini" live>
          <p>Yang terbaru ada di halaman ini. Isian Anda masih ada di bawah; periksa, lalu kirim lagi.</p>
        </Notice>
      ) : null}
      <h1>{row.activity}</h1>
      <p>
        <Tag tone={tone}>{label}</Tag>
      </p>
      <Facts {...props} />
      {runsEvaluation(who) && open ? (
        <p class="actions no-print">
          <a class="button second" href={`${own}/ubah`}>
            Ubah rencana
          </a>
        </p>
      ) : null}
      <Report {...props} />
      <ActionFiles {...props} changes={reportsAction(who, row)} />
      <History {...props} />
    </Page>
  );
}

function Facts({ regency, now, line }: ActionPageProps) {
  const { row, owner, decision, meeting, measured, program } = line;
  return (
    <Summary
      rows={[
        { term: 'Instansi', value: officeName(regency, row.office) },
        { term: 'Orang yang bertanggung jawab', value: owner ?? 'Pejabat penghubung instansi' },
        ...(row.target ? [{ term: 'Sasaran', value: row.target }] : []),
        { term: 'Batas waktu', value: dueText(line, regency, now) },
        { term: 'Anggaran', value: row.budget === null ? 'Belum diisi' : formatRupiah(row.budget) },
        {
          term: 'Kemajuan',
          value: (
            <>
              {progressText(line)}
              {measured ? (
                <small>
                  {' '}
                  Dihitung dari kampanye: {measureNames[measured.measure].toLowerCase()},{' '}
                  {program ?? 'semua program'}.
                </small>
              ) : null}
            </>
          ),
        },
        ...(decision && meeting
          ? [
              {
                term: 'Keputusan rapat',
                value: (
                  <>
                    {decision.text} (<a href={`/desk/evaluasi/rapat/${meeting.id}`}>{meeting.title}</a>)
                  </>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}

function History({ regency, history }: ActionPageProps) {
  const zone = regency.about.timeZone;
  return (
    <section aria-labelledby="riwayat">
      <h2 id="riwayat">Riwayat</h2>
      <Timeline
        items={history.map(({ title, note, who, at, state }) => ({
          title,
          by: who,
          time: formatDateTime(at, zone),
          datetime: isoOffset(at, zone),
          ...(state === 'blocked' ? { tone: 'warn' as const } : {}),
          children: note ? <p class="quote">{note}</p> : null,
        }))}
      />
    </section>
  );
}
