/** How a complaint travels, with the days that are in force, and where to go when the answer is not good. */

import { clockDays } from '../../../cases/due.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import { Table } from '../../../ui/components.tsx';

interface Props {
  regency: Regency;
  /** Local ISO date: the days in force. */
  today: string;
}

const ordinary = { kind: 'complaint', berkadar: false, urgent: false } as const;

export function Journey({ regency, today }: Props) {
  const days = (clock: Parameters<typeof clockDays>[1], of: Parameters<typeof clockDays>[2] = ordinary) =>
    clockDays(regency, clock, of, today);
  const settle = (of: Partial<Parameters<typeof clockDays>[2]>) => {
    const total = days('verify', { ...ordinary, ...of }) + days('settle', { ...ordinary, ...of });
    return `${total} hari kerja sesudah diterima`;
  };
  return (
    <>
      <h2>Perjalanan laporan Anda</h2>
      <ol>
        <li>
          <strong>Diterima.</strong> Anda mendapat nomor laporan dan tanggal janji jawabannya.
        </li>
        <li>
          <strong>Diperiksa</strong> paling lama {days('verify')} hari kerja, lalu disampaikan ke OPD yang
          berwenang. Bila salah alamat, OPD mengembalikannya dan Anda melihatnya.
        </li>
        <li>
          <strong>Ditindaklanjuti.</strong> OPD memberi jawaban awal dengan langkah berikutnya paling lama{' '}
          {days('first_answer')} hari kerja sesudah menerimanya.
        </li>
        <li>
          <strong>Dijawab.</strong> Jawaban akhir menyebut apa yang dikerjakan, dijelaskan, atau dijadwalkan.
        </li>
        <li>
          <strong>Selesai</strong> hanya bila Anda menyatakannya, atau {days('reporter')} hari kerja sesudah
          jawaban tanpa bantahan. Petugas tidak dapat menutupnya lebih cepat.
        </li>
      </ol>
      <Table
        caption="Janji jawaban akhir"
        columns={['Laporan', 'Paling lama']}
        rows={[
          ['Pengaduan', settle({})],
          ['Pengaduan tentang aparat', settle({ berkadar: true })],
          ['Permintaan informasi', settle({ kind: 'information' })],
          ['Aspirasi', settle({ kind: 'aspiration' })],
        ]}
      />
    </>
  );
}

export function Complaining({ regency, today }: Props) {
  return (
    <>
      <h2 id="tidak-puas">Bila jawabannya tidak memuaskan</h2>
      <ul>
        <li>
          <strong>Bantah di Kanal.</strong> Buka <a href="/lacak">Lacak laporan</a>, pilih bahwa masalahnya
          belum selesai, dan tulis alasannya, paling lama {clockDays(regency, 'reporter', ordinary, today)}{' '}
          hari kerja sesudah jawaban. Yang memutuskan bukan petugas yang menjawab.
        </li>
        <li>
          <strong>SP4N-LAPOR!,</strong> sistem nasional: <a href="https://www.lapor.go.id">lapor.go.id</a>,
          SMS 1708, @lapor1708.
        </li>
        <li>
          <strong>Ombudsman RI,</strong> bila janji dilanggar atau pelayanan buruk:{' '}
          <a href="https://ombudsman.go.id">ombudsman.go.id</a>. Ombudsman meminta bukti bahwa Anda sudah
          mengadu; bukti itu dapat diunduh di halaman laporan Anda setelah tanggal janji lewat.
        </li>
      </ul>
    </>
  );
}
