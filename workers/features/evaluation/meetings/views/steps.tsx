/** What is to do for a meeting, in its order, and the papers that come of it. */
import { formatDateTime } from '../../../../../shared/text.ts';
import { newKey } from '../../../../platform/ids.ts';
import { ConfirmForm, Table, Tag } from '../../../../ui/components.tsx';
import { AskForPack } from '../../packs/views/ask.tsx';
import { isOpen, isOver } from '../words.ts';
import type { MeetingPageProps } from './meeting.tsx';

type Props = MeetingPageProps & { own: string };

/** A step: what it is, whether it is done, and how to do it. */
export function Steps(props: Props) {
  const { own, line, toTell } = props;
  const { row, invited, attended } = line;
  const told = invited > 0 && toTell === 0;
  return (
    <section class="no-print">
      <h2>Persiapan dan pelaksanaan</h2>
      <Table
        caption="Persiapan dan pelaksanaan"
        hideCaption
        columns={['Langkah', 'Keadaan', 'Tindakan']}
        rows={[
          [
            'Rencana',
            <State done />,
            <a class="button second" href={`${own}/ubah`}>
              Ubah rencana
            </a>,
          ],
          [
            'Undang peserta',
            <State done={invited > 0} />,
            <a class="button second" href={`${own}/peserta`}>
              Daftar peserta
            </a>,
          ],
          ['Bekukan angka', <State done={row.frozenAt !== null} />, <Freeze {...props} />],
          [
            'Periksa pertanyaan',
            <State done={row.frozenAt !== null} />,
            <a class="button second" href={`${own}/pertanyaan`}>
              Pertanyaan
            </a>,
          ],
          ['Kirim undangan', <State done={told} />, toTell > 0 ? <Tell {...props} /> : '–'],
          [
            'Kehadiran',
            <State done={attended > 0} />,
            <a class="button second" href={`${own}/peserta`}>
              Catat yang hadir
            </a>,
          ],
          [
            'Notula',
            <State done={row.minutes !== null} />,
            <a class="button second" href={`${own}/notula`}>
              Tulis notula
            </a>,
          ],
        ]}
      />
    </section>
  );
}

const State = ({ done }: { done: boolean }) => (
  <Tag tone={done ? 'green' : 'grey'}>{done ? 'Sudah' : 'Belum'}</Tag>
);

function Freeze({ own, regency, line: { row } }: Props) {
  if (row.frozenAt === null)
    return (
      <form method="post" action={`${own}/bekukan`}>
        <button type="submit" class="second">
          Bekukan angka hari ini
        </button>
      </form>
    );
  return (
    <ConfirmForm
      action={`${own}/bekukan`}
      formKey={newKey()}
      summary="Bekukan lagi"
      submit="Ya, ganti dengan angka hari ini"
    >
      <input type="hidden" name="seen" value={row.frozenAt} />
      <p>
        Angka yang dibekukan {formatDateTime(row.frozenAt, regency.about.timeZone)} diganti. Pertanyaan yang
        sudah Anda ubah atau jawab tetap.
      </p>
    </ConfirmForm>
  );
}

function Tell({ own, toTell, line: { row }, local }: Props) {
  if (isOver(row, local)) return <>Hari rapatnya sudah lewat</>;
  return (
    <ConfirmForm
      action={`${own}/kirim`}
      formKey={newKey()}
      summary={`Kirim kepada ${toTell} akun`}
      submit="Ya, kirim undangan"
    >
      <p>Tiap akun menerima surel dengan waktu dan tempat rapat. Surel yang terkirim tidak dapat ditarik.</p>
    </ConfirmForm>
  );
}

/** What can be printed; the pack is for those who prepare. */
export function Papers({ own, regency, line: { row }, runs, packs }: Props & { runs: boolean }) {
  const frozen = row.frozenAt !== null;
  const held = runs && row.cancelledAt === null;
  return (
    <section class="no-print">
      <h2>Bahan dan cetakan</h2>
      <p class="actions">
        {frozen ? <a href={`${own}/lembar`}>Satu halaman untuk pimpinan</a> : null}
        {row.closedAt === null ? (
          <a href={`${own}/surat`}>{isOpen(row) ? 'Surat undangan' : 'Surat pembatalan'}</a>
        ) : null}
        {held ? <a href={`${own}/daftar-hadir`}>Daftar hadir</a> : null}
        {held ? <a href={`${own}/notula/cetak`}>Notula</a> : null}
      </p>
      {held && frozen ? (
        <AskForPack
          kind="meeting"
          subject={String(row.id)}
          label="Buat paket rapat (PDF dan XLSX)"
          packs={packs}
          regency={regency}
        />
      ) : null}
    </section>
  );
}
