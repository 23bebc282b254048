/**
 * The register of processing (UU 27/2022 art. 31): what this software does with personal data, for what, and how it is
 * kept. Legal bases and recipients are for the regency to confirm.
 */
import type { PackProcessing } from '../types.ts';

const SEALED =
  'Disegel per isian (AES-256-GCM) dengan kunci milik pemerintah kabupaten; dibuka menurut peran; pembukaan identitas beralasan dan tercatat; riwayat berantai hash.';
const KANAL =
  'Basis data dan penyimpanan berkas Kanal, beserta cadangannya. Tempatnya menurut pemasangan: mesin pemerintah kabupaten, atau Cloudflare.';
const PUBLIC_SERVICE =
  'Pelaksanaan tugas pelayanan publik dan kewajiban hukum (UU 27/2022 Pasal 20 ayat (2) huruf c dan e; UU 25/2009; Perpres 76/2013)';

const row = (id: string, rest: Omit<PackProcessing, 'id' | 'check'>): PackProcessing => ({
  id,
  ...rest,
  check: true,
});

export const processing: PackProcessing[] = [
  row('pengaduan', {
    name: 'Menerima dan menangani laporan warga',
    purpose:
      'Memeriksa, menyalurkan, menindaklanjuti, dan menjawab pengaduan, aspirasi, dan permintaan informasi.',
    basis: PUBLIC_SERVICE,
    data: 'Judul dan isi laporan, tempat dan tanggal kejadian, titik lokasi bila diberikan, balasan, penilaian.',
    whose: 'Pelapor, dan orang yang disebut di dalam laporan.',
    recipients: 'OPD, kecamatan, atau BUMD yang menangani; admin instansi; pimpinan tanpa identitas pelapor.',
    place: KANAL,
    keeps:
      'Menurut masa simpan isi laporan di Pengaturan; catatan penanganan tanpa data pribadi disimpan sebagai arsip.',
    safeguards: `${SEALED} Laporan anonim baru dibaca instansi sesudah dihitamkan dan dilepas.`,
  }),
  row('kontak', {
    name: 'Menghubungi pelapor',
    purpose: 'Tanda terima, pertanyaan, jawaban, dan PIN baru.',
    basis:
      'Persetujuan: kontak boleh tidak diisi dan dapat dihapus pelapor sendiri (UU 27/2022 Pasal 20 ayat (2) huruf a)',
    data: 'Nama, alamat surat elektronik, nomor telepon.',
    whose: 'Pelapor yang meninggalkan kontak.',
    recipients:
      'Tidak ada selain petugas yang membukanya dengan alasan, dan server surat pemerintah kabupaten.',
    place: KANAL,
    keeps: 'Menurut masa simpan kontak di Pengaturan, atau sampai dihapus pelapor.',
    safeguards: `${SEALED} Ditampilkan tersamar; dicari lewat indeks buta (HMAC).`,
  }),
  row('berkadar', {
    name: 'Pengaduan tentang aparat',
    purpose: 'Pemeriksaan pengaduan berkadar pengawasan oleh Inspektorat.',
    basis: `${PUBLIC_SERVICE}; ketentuan pengawasan internal pemerintah`,
    data: 'Isi laporan dan lampiran, siapa yang diadukan.',
    whose: 'Pelapor, dan aparat yang diadukan.',
    recipients: 'Verifikator yang ditunjuk dan Inspektorat saja; pimpinan hanya jumlah dan tanggal.',
    place: KANAL,
    keeps: 'Menurut masa simpan isi laporan di Pengaturan.',
    safeguards: `${SEALED} Tidak diketahui yang diadukan, tidak dipublikasikan, tidak dihitung per desa.`,
  }),
  row('lampiran', {
    name: 'Foto dan dokumen laporan',
    purpose: 'Bukti keadaan dan bukti pekerjaan.',
    basis: PUBLIC_SERVICE,
    data: 'Foto dan PDF, tanpa EXIF dan koordinat; dapat memuat wajah, rumah, atau pelat nomor.',
    whose: 'Pelapor, dan orang yang terlihat.',
    recipients: 'Instansi yang menangani; dari laporan anonim hanya yang dilepas.',
    place: KANAL,
    keeps: 'Bersama isi laporannya; yang tidak pernah dikirim dihapus dalam tiga hari.',
    safeguards: 'Dibersihkan saat diterima, disegel seperti teks, tidak pernah publik.',
  }),
  row('petugas', {
    name: 'Akun petugas',
    purpose: 'Masuk ke Kanal, hak menurut peran, dan pertanggungjawaban tindakan.',
    basis: 'Kewajiban hukum dan tugas kedinasan (UU 27/2022 Pasal 20 ayat (2) huruf c dan e)',
    data: 'Nama, surat elektronik dinas, jabatan dan instansi, nomor WhatsApp bila diberikan, waktu masuk.',
    whose: 'Petugas pemerintah kabupaten dan KIM.',
    recipients: 'Admin instansi.',
    place: KANAL,
    keeps: 'Selama akun dipakai; nama pelaku tetap pada riwayat laporan.',
    safeguards: 'Kata sandi hanya berupa hash; kode dua langkah; nomor telepon disegel; sesi dapat dicabut.',
  }),
  row('akses', {
    name: 'Catatan akses, ekspor, dan insiden',
    purpose:
      'Membuktikan siapa membuka, mengambil, atau mencetak data dan mengapa; menangani insiden dan permintaan hak.',
    basis: 'Kewajiban hukum (UU 27/2022 Pasal 31, 39, dan 46)',
    data: 'Petugas, waktu, yang dibuka, alasan; keterangan insiden; permintaan penghapusan.',
    whose: 'Petugas; pelapor yang meminta.',
    recipients: 'Admin instansi, Inspektorat, petugas pelindungan data.',
    place: KANAL,
    keeps: 'Tidak dihapus: catatan tidak dapat diubah.',
    safeguards: 'Hanya dapat ditambah; alasan dan keterangan disegel.',
  }),
  row('medsos', {
    name: 'Pencatatan kiriman media sosial',
    purpose: 'Menjawab pertanyaan evaluasi: warga melapor lewat saluran resmi atau media sosial.',
    basis: PUBLIC_SERVICE,
    data: 'Alamat kiriman, catatan petugas, tangkapan layar bila ada.',
    whose: 'Penulis kiriman terbuka di media sosial.',
    recipients: 'Admin instansi, humas, petugas yang mencatat.',
    place: KANAL,
    keeps: 'Selama diperlukan evaluasi; yang menjadi laporan mengikuti laporannya.',
    safeguards: 'Alamat dan catatan disegel; yang tampil dalam angka hanya jumlah.',
  }),
  row('sp4n', {
    name: 'Pendampingan SP4N-LAPOR!',
    purpose: 'Mencatat laporan yang masuk lewat SP4N-LAPOR! dan menyalin jawaban ke sana.',
    basis: 'Kewajiban hukum (Perpres 76/2013; KepmenPANRB 680/2020)',
    data: 'Nomor pelacakan, judul, isi, dan tindak lanjut dari ekspor SP4N-LAPOR!.',
    whose: 'Pelapor SP4N-LAPOR!.',
    recipients: 'Admin instansi, OPD yang menangani; Kementerian PANRB sebagai pengelola SP4N-LAPOR!.',
    place: KANAL,
    keeps: 'Berkas unggahan paling lama sehari; laporannya seperti laporan lain.',
    safeguards: SEALED,
  }),
  row('acara', {
    name: 'Undangan dan kehadiran acara sosialisasi',
    purpose: 'Mengundang peserta pengarahan, pertemuan, dan bimtek, dan mencatat siapa yang hadir.',
    basis: PUBLIC_SERVICE,
    data: 'Nama dan instansi peserta, kehadiran, foto acara, daftar hadir bertanda tangan.',
    whose: 'Pejabat penghubung, kepala OPD, dan peserta lain yang diundang.',
    recipients: 'Humas dan admin instansi; pimpinan hanya jumlah.',
    place: KANAL,
    keeps: 'Nama peserta tanpa akun dihapus petugas sesudah 12 bulan; jumlah per instansi disimpan.',
    safeguards: 'Nama dan berkas disegel; lewat API hanya jumlah per instansi.',
  }),
  row('rapat-evaluasi', {
    name: 'Rapat evaluasi pengaduan',
    purpose:
      'Mengundang peserta rapat evaluasi, mencatat siapa yang hadir, apa yang dijawab, dan apa yang diputuskan.',
    basis: PUBLIC_SERVICE,
    data: 'Nama dan instansi peserta, kehadiran, jawaban OPD, notula.',
    whose: 'Pimpinan, kepala OPD, pejabat penghubung, dan peserta lain yang diundang.',
    recipients: 'Admin instansi dan pimpinan; OPD hanya pertanyaan dan jawabannya sendiri.',
    place: KANAL,
    keeps: 'Seperti arsip rapat dinas.',
    safeguards: 'Nama tanpa akun, jawaban, dan notula disegel.',
  }),
  row('rencana-aksi', {
    name: 'Rencana aksi dan bukti pelaksanaannya',
    purpose: 'Menjalankan keputusan rapat evaluasi dan menunjukkan bahwa kegiatannya dilaksanakan.',
    basis: PUBLIC_SERVICE,
    data: 'Nama petugas penanggung jawab, catatan kemajuan, foto kegiatan, notula, dan surat.',
    whose: 'Petugas, dan orang yang kebetulan terlihat di foto kegiatan.',
    recipients: 'Petugas yang membaca evaluasi; lewat API tanpa nama dan tanpa catatan.',
    place: KANAL,
    keeps: 'Seperti arsip rapat dinas.',
    safeguards: 'Catatan dan berkas disegel; data kamera dan lokasi dibuang dari foto.',
  }),
  row('bukti-penilaian', {
    name: 'Bukti penilaian SPBE dan Pemdi',
    purpose: 'Menunjukkan kepada penilai bagaimana pengaduan dikelola.',
    basis: PUBLIC_SERVICE,
    data: 'Nama dan jabatan di dalam SK Tim, SOP, dan notula yang diunggah; siapa yang mengunggah dan memeriksa.',
    whose: 'Pejabat dan petugas pengelola pengaduan.',
    recipients: 'Admin instansi, pimpinan, dan Inspektorat; penilai menurut berkas yang diserahkan.',
    place: KANAL,
    keeps: 'Seperti arsip penilaian.',
    safeguards: 'Berkas disegel; lewat API hanya judul, nomor, tanggal, dan SHA-256.',
  }),
  row('foto-pemasangan', {
    name: 'Foto bahan sosialisasi yang terpasang',
    purpose: 'Membuktikan bahwa spanduk, poster, dan bahan lain terpasang dan masih utuh.',
    basis: PUBLIC_SERVICE,
    data: 'Foto tempat, yang dapat memuat orang yang lewat; titik tempatnya bila diberikan; catatan pemasang.',
    whose: 'Orang yang kebetulan terlihat di foto.',
    recipients: 'Humas, admin instansi, dan pimpinan.',
    place: KANAL,
    keeps:
      'Gambar satu tahun; foto yang tidak dipakai sehari. Sidik gambar tetap, supaya tidak dipakai dua kali.',
    safeguards: 'Disegel; data kamera dan lokasi di dalam berkas dihapus.',
  }),
  row('mitra-media', {
    name: 'Narahubung mitra media',
    purpose: 'Menghubungi media yang menyiarkan atau memberitakan kanal pengaduan.',
    basis: PUBLIC_SERVICE,
    data: 'Nama, nomor telepon, dan alamat e-mail narahubung.',
    whose: 'Pegawai atau pengelola media mitra.',
    recipients: 'Humas dan admin instansi.',
    place: KANAL,
    keeps: 'Selama masih dihubungi; dihapus petugas di formulir mitranya.',
    safeguards: 'Disegel; tidak diberikan lewat API.',
  }),
  row('papan', {
    name: 'Penghitungan pemindaian papan QR',
    purpose: 'Mengetahui papan mana yang dipakai warga.',
    basis: PUBLIC_SERVICE,
    data: 'Sidik pendek dari alamat jaringan dengan garam yang berganti setiap hari; tidak ada nama atau lokasi orang.',
    whose: 'Orang yang memindai papan.',
    recipients: 'Tidak ada; yang tampil hanya jumlah, yang kurang dari lima disembunyikan.',
    place: KANAL,
    keeps: 'Garam dan sidik dua hari; jumlah per hari disimpan.',
    safeguards: 'Sesudah garamnya dihapus tidak ada yang dapat mengatakan siapa pernah memindai.',
  }),
];
