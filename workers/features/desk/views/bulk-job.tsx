/** A bulk action: what would happen to each case, how far it is, and what became of each. */
import { formatDateTime, formatNumber } from '../../../../shared/text.ts';
import { newKey } from '../../../platform/ids.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import {
  Checkbox,
  ConfirmForm,
  ErrorSummary,
  type Errors,
  HiddenKey,
  Notice,
  Pagination,
  StateTag,
  Summary,
  Table,
} from '../../../ui/components.tsx';
import { Page, type Who } from '../../../ui/layout.tsx';
import { BULK_MOST, type BulkItem, type BulkJob, type Counts } from '../../bulk/queries.ts';
import type { ReminderGroup } from '../bulk-reminders.ts';
import { asksSure, bulkWords, happens, resultWords, statusWords } from '../bulk-words.ts';
import type { InboxLine } from '../inbox.ts';
import { CaseLink } from './bulk-form.tsx';

interface Props {
  regency: Regency;
  who: Who;
  job: BulkJob;
  counts: Counts;
  shown: { item: BulkItem; line: InboxLine }[];
  /** Position after which the next page begins. */
  next: number | null;
  later: boolean;
  refusedOnly: boolean;
  /** There were more cases than one action takes. */
  more: boolean;
  groups: ReminderGroup[];
  errors: Errors;
}

const titles = {
  preview: 'Pratinjau tindakan massal',
  running: 'Tindakan massal sedang berjalan',
  stopped: 'Tindakan massal dihentikan',
  done: 'Tindakan massal selesai',
};

export function BulkJobPage(props: Props) {
  const { regency, job, counts } = props;
  const title = titles[job.status];
  const at = (time: number | null) => (time === null ? null : formatDateTime(time, regency.about.timeZone));
  const rows: [string, string | null][] = [
    ['Tindakan', bulkWords[job.verb].title],
    ['Yang terjadi pada setiap laporan', happens(job, regency)],
    ['Dapat dibatalkan?', bulkWords[job.verb].undo],
    ['Keadaan', statusWords[job.status]],
    ['Dibuat', at(job.createdAt)],
    ['Dimulai', at(job.startedAt)],
    ['Selesai', at(job.finishedAt)],
  ];
  return (
    <Page title={title} regency={regency} side="desk" who={props.who}>
      <p>
        <a href="/desk/massal">← Tindakan massal saya</a>
      </p>
      <h1>{title}</h1>
      <ErrorSummary errors={props.errors} />
      {props.more ? (
        <Notice tone="warn">
          <p>
            Yang cocok lebih banyak daripada yang dapat dikerjakan sekaligus ({BULK_MOST}). Sesudah ini
            selesai, ulangi untuk sisanya.
          </p>
        </Notice>
      ) : null}
      <Counted job={job} counts={counts} />
      <Summary rows={rows.flatMap(([term, value]) => (value === null ? [] : [{ term, value }]))} />
      <Acts {...props} />
      <Groups groups={props.groups} job={job} />
      <Cases {...props} />
    </Page>
  );
}

/** The figures first. */
function Counted({ job, counts }: Pick<Props, 'job' | 'counts'>) {
  const { waiting, done, refused } = counts;
  const { done: word } = bulkWords[job.verb];
  if (job.status === 'running') {
    return (
      <Notice tone="info" live>
        <p>
          {formatNumber(done + refused)} dari {formatNumber(job.total)} laporan. Halaman ini boleh ditutup;
          pekerjaan berjalan terus. <a href={`/desk/massal/${job.id}`}>Muat ulang</a>
        </p>
        <progress max={job.total} value={done + refused} aria-label="Kemajuan">
          {formatNumber(done + refused)}
        </progress>
      </Notice>
    );
  }
  if (job.status === 'preview') {
    return (
      <Notice tone="info" title={`${formatNumber(waiting)} laporan akan ${word}`}>
        <p>
          {refused > 0
            ? `${formatNumber(refused)} tidak; sebabnya ada di bawah. Belum ada yang berubah.`
            : 'Belum ada yang berubah.'}
        </p>
      </Notice>
    );
  }
  return (
    <Notice
      tone={refused + waiting === 0 ? 'good' : 'warn'}
      title={`${formatNumber(done)} laporan ${word}`}
      live
    >
      <p>
        {refused === 0 ? 'Tidak ada yang ditolak.' : `${formatNumber(refused)} tidak; sebabnya ada di bawah.`}
        {waiting > 0 ? ` ${formatNumber(waiting)} tidak sempat dijalankan.` : ''}
      </p>
    </Notice>
  );
}

function Acts({ job, counts, errors }: Props) {
  const here = `/desk/massal/${job.id}`;
  if (job.status === 'preview') {
    if (counts.waiting === 0) return <p>Tidak ada yang dapat dijalankan.</p>;
    return (
      <form method="post" action={`${here}/mulai`}>
        <HiddenKey value={newKey()} />
        {asksSure.includes(job.verb) ? (
          <Checkbox
            name="sure"
            label="Saya sudah memeriksa daftar laporan di bawah."
            hint={errors.sure}
            required
          />
        ) : null}
        <p class="actions">
          <button type="submit">Jalankan untuk {formatNumber(counts.waiting)} laporan</button>
          <a class="button second" href="/desk">
            Jangan
          </a>
        </p>
      </form>
    );
  }
  if (job.status === 'running') {
    return (
      <ConfirmForm
        action={`${here}/henti`}
        formKey={newKey()}
        summary="Hentikan"
        submit="Ya, hentikan; yang sudah selesai tetap"
        danger
      />
    );
  }
  if (counts.refused + counts.waiting === 0) return null;
  return (
    <form method="post" action={`${here}/ulangi`} class="actions">
      <HiddenKey value={newKey()} />
      <button type="submit" class="second">
        Ulangi yang belum berhasil
      </button>
    </form>
  );
}

function Groups(props: { groups: ReminderGroup[]; job: BulkJob }) {
  if (props.groups.length === 0) return null;
  return (
    <>
      <h2>Kirim pengingatnya</h2>
      <ul>
        {props.groups.map(({ id, name, count }) => (
          <li>
            <a href={`/desk/massal/${props.job.id}/wa?ke=${encodeURIComponent(id)}`} rel="noopener">
              WhatsApp ke {name}
            </a>{' '}
            ({formatNumber(count)} laporan)
          </li>
        ))}
      </ul>
    </>
  );
}

function Cases(props: Props) {
  const { job, counts, shown, refusedOnly } = props;
  if (job.status === 'running') return null;
  const here = `/desk/massal/${job.id}`;
  const only = refusedOnly ? 'hanya=tidak' : '';
  return (
    <>
      {counts.refused > 0 && counts.refused < job.total ? (
        <p>
          {refusedOnly ? (
            <a href={here}>Tampilkan semua laporan</a>
          ) : (
            <a href={`${here}?hanya=tidak`}>Tampilkan hanya yang tidak ({formatNumber(counts.refused)})</a>
          )}
        </p>
      ) : null}
      {shown.length === 0 ? (
        <p>Tidak ada laporan pada halaman ini.</p>
      ) : (
        <Table
          caption={
            job.status === 'preview'
              ? 'Yang akan terjadi pada setiap laporan'
              : 'Yang terjadi pada setiap laporan'
          }
          columns={['Laporan', 'Keadaan sekarang', 'Hasil']}
          rows={shown.map(({ item, line }) => [
            <CaseLink code={line.code} title={line.title} />,
            <StateTag state={line.row.state} side="desk" />,
            resultWords(item, job),
          ])}
        />
      )}
      <Pagination
        previous={props.later ? `${here}?${only}` : null}
        next={props.next === null ? null : `${here}?dari=${props.next}${only && `&${only}`}`}
      />
    </>
  );
}
