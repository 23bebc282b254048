/** What a reporter may ask of their own data: all of it, and that it is erased. */
import { formatDate, formatDateTime } from '../../../../shared/text.ts';
import type { TimeZone } from '../../../../shared/working-time.ts';
import type { ErasureRequest } from '../../../privacy/erasures.ts';
import { Checkbox, TextArea } from '../../../ui/components.tsx';
import type { Report } from '../report.ts';
import { type ActProps, Folded, fieldId } from './form.tsx';

export function DataActs(props: ActProps & { report: Report; zone: TimeZone }) {
  const { report, zone } = props;
  const { erasedAt } = report.view;
  return (
    <section aria-labelledby="data-anda">
      <h2 id="data-anda">Data Anda</h2>
      {erasedAt === null ? null : (
        <p>
          Isi laporan, jawaban, dan berkasnya dihapus pada {formatDate(erasedAt, zone)}. Riwayatnya tetap,
          tanpa isi.
        </p>
      )}
      {report.requests.map((asked) => (
        <p>
          Permintaan penghapusan {formatDateTime(asked.askedAt, zone)}: {stateOf(asked, zone)}
        </p>
      ))}
      <p class="actions">
        <a class="button second" href="/lacak/laporan/data">
          Unduh data saya
        </a>
      </p>
      {report.acts.includes('hapus-data') ? <RequestAct {...props} open={report.view.open} /> : null}
    </section>
  );
}

function stateOf(asked: ErasureRequest, zone: TimeZone): string {
  if (asked.decision === null)
    return `menunggu keputusan, paling lambat ${formatDateTime(asked.dueAt, zone)}.`;
  if (asked.decision === 'refused') return `belum dapat dipenuhi. ${asked.answer ?? ''}`;
  if (asked.doneAt === null) return 'dikabulkan. Isi laporan dihapus setelah laporan ini selesai.';
  return `dikabulkan dan dihapus pada ${formatDate(asked.doneAt, zone)}.`;
}

function RequestAct(props: ActProps & { open: boolean }) {
  return (
    <Folded
      {...props}
      act="hapus-data"
      summary="Minta semua data saya dihapus"
      submit="Kirim permintaan"
      danger
    >
      {({ typed, errors }) => (
        <>
          <p>
            Petugas pelindungan data memutuskannya dalam 3 × 24 jam tanpa membaca laporan Anda; jawabannya
            tampil di halaman ini. Bila dikabulkan, kontak, isi laporan, jawaban, dan berkasnya dihapus dan
            tidak dapat dikembalikan. Yang tetap hanya riwayat tanpa isi dan angkanya.
          </p>
          {props.open ? (
            <p>
              <strong>Laporan ini belum selesai.</strong> Isinya baru dihapus setelah laporan selesai atau
              Anda cabut.
            </p>
          ) : null}
          <TextArea
            id={fieldId('hapus-data', 'reason')}
            name="reason"
            label="Alasan (boleh dikosongkan)"
            rows={3}
            value={typed.reason}
            error={errors.reason}
            more={{ maxlength: 10_000 }}
          />
          <Checkbox
            id={fieldId('hapus-data', 'contactNow')}
            name="contactNow"
            value="1"
            label="Hapus nama dan kontak saya sekarang juga"
            hint="Tanpa menunggu keputusan. Sesudah itu tidak ada kabar lewat e-mail, dan PIN yang hilang tidak dapat diganti."
            checked={typed.contactNow === '1'}
          />
        </>
      )}
    </Folded>
  );
}
