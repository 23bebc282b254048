/**
 * Examples that an officer may start an answer from. None of them can be sent as it is: what only the officer knows stands
 * in square brackets, and an unfilled bracket is refused (shared/answer-text.ts). {kode}, {instansi}, {tanggal} and
 * {kabupaten} are filled in.
 */
import type { PackAnswer } from '../types.ts';

type Row = Pick<PackAnswer, 'id' | 'label' | 'verb' | 'text'> & Partial<PackAnswer>;

const rows: Row[] = [
  {
    id: 'tanggapan-ditinjau',
    label: 'Diterima, akan ditinjau',
    verb: 'follow_up',
    state: 'disposed',
    text: 'Terima kasih atas laporan Bapak/Ibu. Laporan sudah kami baca dan ditangani [bidang atau petugas]. Kami akan meninjau [tempat yang ditinjau] pada [hari dan tanggal].',
    nextStep: '[langkah berikutnya, misalnya meninjau lokasi]',
  },
  {
    id: 'tanggapan-jalan',
    label: 'Jalan: ditinjau dan diamankan dahulu',
    verb: 'follow_up',
    category: 'jalan-jembatan',
    text: 'Kami sudah memeriksa status jalan itu: [jalan kabupaten, desa, provinsi, atau nasional]. Petugas akan meninjau kerusakannya pada [hari dan tanggal]. Sementara menunggu, kami [pengamanan sementara, misalnya memasang rambu].',
    nextStep: '[langkah berikutnya, misalnya menghitung kebutuhan perbaikan]',
  },
  {
    id: 'tanggapan-perkembangan',
    label: 'Kabar perkembangan',
    verb: 'follow_up',
    state: 'in_progress',
    text: 'Sampai {tanggal}, [apa yang sudah dilakukan]. Yang belum selesai adalah [apa yang belum], karena [sebabnya].',
    nextStep: '[langkah berikutnya]',
  },
  {
    id: 'jawaban-dikerjakan',
    label: 'Sudah dikerjakan',
    verb: 'answer',
    outcome: 'dikerjakan',
    text: '[Pekerjaan apa] di [tempatnya] sudah selesai pada [hari dan tanggal], dikerjakan oleh [pelaksananya]. Bila menurut Bapak/Ibu masih ada yang kurang, mohon sampaikan lewat halaman laporan ini.',
  },
  {
    id: 'jawaban-lampu',
    label: 'Lampu jalan sudah menyala',
    verb: 'answer',
    category: 'lampu-jalan',
    outcome: 'dikerjakan',
    text: 'Lampu jalan di [tempatnya] sudah menyala lagi sejak [hari dan tanggal]. Penyebab padamnya [penyebabnya], dan yang kami ganti [bagian yang diganti].',
  },
  {
    id: 'jawaban-sampah',
    label: 'Sampah sudah diangkut',
    verb: 'answer',
    category: 'sampah',
    outcome: 'dikerjakan',
    text: 'Sampah di [tempatnya] sudah kami angkut pada [hari dan tanggal]. Selanjutnya tempat itu diangkut setiap [jadwal pengangkutan]. Bila terlewat, Bapak/Ibu dapat menghubungi [nomor petugas atau kantor].',
  },
  {
    id: 'jawaban-dijadwalkan',
    label: 'Dijadwalkan dengan anggaran',
    verb: 'answer',
    outcome: 'dijadwalkan',
    text: '[Pekerjaan apa] di [tempatnya] belum dapat dikerjakan sekarang karena [sebabnya]. Pekerjaan ini kami jadwalkan pada [bulan dan tahun] dengan anggaran yang tercantum di bawah. Sementara itu kami [penanganan sementara].',
  },
  {
    id: 'jawaban-dijelaskan',
    label: 'Penjelasan',
    verb: 'answer',
    outcome: 'dijelaskan',
    text: 'Mengenai [pokok laporan], dapat kami jelaskan bahwa [penjelasannya]. Ketentuannya ada pada [peraturan atau keputusan]. Kami sudah membicarakannya dengan [pihak yang terkait] pada [hari dan tanggal].',
    nextStep: '[apa yang dapat dilakukan pelapor selanjutnya, dan ke mana]',
  },
  {
    id: 'jawaban-kependudukan',
    label: 'Dokumen kependudukan: cara dan waktunya',
    verb: 'answer',
    category: 'kependudukan',
    outcome: 'dijelaskan',
    text: 'Pengurusan [dokumen apa] terhambat karena [sebabnya]. Bapak/Ibu dapat mengambil atau melanjutkannya di [loket atau kantor] mulai [hari dan tanggal] dengan membawa [berkas yang diperlukan]. Layanan ini tidak dipungut biaya.',
  },
  {
    id: 'jawaban-tidak-dapat',
    label: 'Tidak dapat dipenuhi, dengan alasan',
    verb: 'answer',
    outcome: 'tidak_dapat',
    text: 'Mohon maaf, [yang diminta] tidak dapat kami penuhi karena [alasannya]. Hal ini sudah kami periksa pada [hari dan tanggal] bersama [pihak yang terkait]. Pilihan lain yang ada ialah [pilihan bagi pelapor].',
    nextStep: '[apa yang dapat dilakukan pelapor selanjutnya]',
  },
  {
    id: 'jawaban-bukan-wewenang',
    label: 'Bukan wewenang kami',
    verb: 'answer',
    outcome: 'bukan_wewenang',
    text: '[Hal yang dilaporkan] merupakan wewenang [instansi yang berwenang], bukan {instansi}. Pada [hari dan tanggal] kami sudah [apa yang dilakukan, misalnya menyurati instansi itu].',
    nextStep: '[cara menghubungi instansi yang berwenang]',
  },
  {
    id: 'tanya-keterangan',
    label: 'Mohon dilengkapi',
    verb: 'ask',
    text: 'Agar laporan {kode} dapat kami tindak lanjuti, mohon sebutkan [keterangan yang kurang], misalnya [contoh jawabannya].',
  },
  {
    id: 'tanya-foto',
    label: 'Mohon foto',
    verb: 'ask',
    text: 'Mohon kirimkan foto [apa yang perlu terlihat] dari [arah atau jarak pengambilan]. Wajah orang dan nomor kendaraan tidak perlu terlihat.',
  },
  {
    id: 'kembali-bukan-tugas',
    label: 'Bukan tugas kami',
    verb: 'return',
    text: 'Laporan ini tentang [pokok laporan], yang menjadi tugas [instansi yang tepat] karena [dasar pembagian tugas]. {instansi} sudah memeriksanya pada {tanggal}.',
  },
  {
    id: 'terus-instansi-luar',
    label: 'Diteruskan ke instansi luar',
    verb: 'forward',
    text: '[Hal yang dilaporkan] ditangani [instansi luar], bukan pemerintah {kabupaten}. Laporan Bapak/Ibu kami teruskan pada {tanggal} lewat [cara penerusan]. Instansi itu juga dapat dihubungi di [nomor atau alamat]. Kami akan menanyakan hasilnya.',
  },
  {
    id: 'hasil-instansi-luar',
    label: 'Hasil dari instansi luar',
    verb: 'close_forwarded',
    text: '[Instansi luar] memberi tahu kami pada [hari dan tanggal] bahwa [hasilnya]. Bila masih ada kendala, Bapak/Ibu dapat menghubungi [nomor atau alamat].',
  },
];

export const answers: PackAnswer[] = rows.map(
  ({ id, label, verb, text, category = null, state = null, outcome = null, nextStep = null }) => ({
    ...{ id, label, verb, category, state, outcome, text, nextStep },
  }),
);
