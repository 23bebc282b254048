/** Invented documents for the criteria that ask the regency for one: who uploads what, and what a reviewer says of it. */
import { formatDay } from '../../../../shared/text.ts';
import { makePaper } from '../../../platform/pdf/paper.ts';
import type { Regency } from '../../../regency/snapshot.ts';

export interface SamplePaper {
  criterion: string;
  title: string;
  number: string;
  /** Days before the load. */
  datedAgo: number;
  lines: readonly string[];
  /** Without, nobody has looked at it. */
  review?: { verdict: 'accepted' | 'wanting'; note: string };
}

export const samplePapers: readonly SamplePaper[] = [
  {
    criterion: 'spbe42-1-informasi',
    title: 'SK Tim pengelola pengaduan (contoh)',
    number: '000/CONTOH/SK',
    datedAgo: 210,
    lines: [
      'Penanggung jawab: Sekretaris Daerah.',
      'Ketua: kepala instansi yang mengelola pengaduan.',
      'Anggota: pejabat penghubung setiap OPD dan kecamatan.',
    ],
    review: { verdict: 'accepted', note: 'Nomor, tanggal, dan anggotanya lengkap. Contoh.' },
  },
  {
    criterion: 'spbe42-3-transaksi',
    title: 'SOP penanganan pengaduan (contoh)',
    number: '000/CONTOH/SOP-1',
    datedAgo: 180,
    lines: [
      'Laporan yang masuk diperiksa dan didisposisikan dalam batas waktu verifikasi.',
      'OPD memberi tanggapan pertama, lalu jawaban dengan hasilnya.',
      'Laporan selesai bila pelapor setuju, atau bila ia tidak membantah sampai batas waktunya lewat.',
    ],
  },
  {
    criterion: 'spbe43-3-berkala',
    title: 'SOP penerbitan data (contoh)',
    number: '000/CONTOH/SOP-2',
    datedAgo: 150,
    lines: [
      'Data pengaduan diterbitkan setiap triwulan.',
      'Angka diperiksa sebelum diterbitkan, dan tidak berubah lagi sesudahnya.',
    ],
    review: { verdict: 'wanting', note: 'Belum menyebut siapa yang menyetujui terbitan. Contoh.' },
  },
];

/** The same paper gives the same bytes. @param datedOn local ISO date. @param madeAt epoch ms */
export function writeSample(
  { title, number, lines }: SamplePaper,
  { about }: Regency,
  datedOn: string,
  madeAt: number,
): Promise<Uint8Array> {
  return makePaper({ title, foot: about.fullName, sample: true, madeAt }, (paper) => {
    paper.heading(title, 1);
    paper.facts([
      ['Nomor', number],
      ['Tanggal', formatDay(datedOn)],
    ]);
    for (const [n, line] of lines.entries()) paper.text(`${n + 1}. ${line}`);
    paper.text('Dokumen ini rekaan. Ia hanya memperlihatkan bagaimana bukti diunggah dan diperiksa.', {
      soft: true,
    });
  });
}
