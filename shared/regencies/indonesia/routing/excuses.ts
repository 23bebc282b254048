/** What takes an act back. An excuse that touches the words of an act always does; others name the act's id. */
import type { AccusationData } from '../../../routing/types.ts';

export const excuses: AccusationData['excuses'] = [
  {
    id: 'menyuapi',
    patterns: `~makan .. ~suap, nasi .. ~suap, bubur .. ~suap, ~suap .. ~makan, ~suap .. nasi, ~suap .. bubur, obat .. ~suap, ~suap .. sendok, sendok .. ~suap, ~suap .. mandi, mandi .. ~suap, ~suap .. lumpuh, lumpuh .. ~suap, ~suap bayi, ~suap anak, ~suap nenek, ~suap kakek, anak .. ~suap .. makan, lansia .. ~suap, ~suap .. minum, sesuap`,
  },
  {
    id: 'ucapan',
    patterns: `sehat selalu, sukses selalu, salut, ~pertahan, pertahankan, apresiasi, jempol, ~contoh, mantap, ramah & !tidak, sabar & !disuruh, sigap, ~sigap, terbantu, kagum, bangga, memuaskan, puas & !tidak, terbaik, pelayanan .. bagus|baik|cepat, orangnya baik, baik hati, berkah, semoga .. ~balas, senyum, tidak ada .. minta apa`,
  },
  {
    id: 'pengetahuan',
    patterns: `tidak .. ~tuduh siapa & bagaimana|prosedur|alur|mana, tugas kuliah, skripsi, makalah, murni .. ~tanya, cuma .. ~tanya, sekadar .. ~tanya, bahan diskusi, bahan ajar, narapidana, bukan ~tuduh`,
  },
  {
    id: 'penyuluhan',
    patterns: `~suluh .. korupsi|gratifikasi|pungli|suap, sosialisasi .. korupsi|gratifikasi|pungli|suap, bahaya .. korupsi|gratifikasi|pungli|suap, ~didik .. korupsi, lomba .. korupsi, anti .. korupsi|pungli|gratifikasi|suap, antikorupsi, ~cegah .. korupsi|pungli|gratifikasi, hari .. korupsi, materi .. korupsi, poster .. pungli|korupsi|gratifikasi, spanduk .. pungli|korupsi|gratifikasi, seminar .. korupsi, pelajaran .. korupsi, kantin kejujuran, duta .. korupsi, zona .. pungli|korupsi, bebas .. korupsi|pungli|calo, desa antikorupsi, wilayah bebas`,
  },
  {
    id: 'cara melapor',
    patterns: `bagaimana|alur|prosedur|cara|tata cara|mana|nomor|formulir .. ~lapor .. gratifikasi|korupsi|pungli|suap, kalau .. pungli|korupsi|suap|gratifikasi .. ~lapor .. mana|siapa, apa .. beda .. gratifikasi|pungli|suap|korupsi, apakah .. termasuk .. gratifikasi|pungli|suap, pengertian .. gratifikasi|pungli, ~lapor .. gratifikasi .. mana|bagaimana`,
  },
  {
    id: 'pujian',
    patterns: `tidak .. ~minta .. sepeser, tidak .. sepeser, tidak .. pungli, tanpa .. pungli|calo|biaya|bayar|uang|pungutan, tidak .. ~pungut .. biaya|bayaran|uang|sepeser, tidak dimintai, tidak ~minta .. uang|bayaran|imbalan|biaya, tidak .. bayar .. sepeser, tidak ada .. biaya|pungutan|calo|uang, tidak pernah .. ~minta .. uang|bayaran, tidak perlu .. ~bayar, ~tolak .. uang|imbalan|amplop|pemberian, ~kembali .. uang .. saya, menolak .. ~kasih, tidak mau .. terima .. uang|imbalan, tidak .. marah|kasar|bentak|~persulit|pilih kasih, tanpa .. ~persulit|~beda|pilih`,
  },
  {
    id: 'halangan',
    patterns: `pensiun, sakit, cuti, meninggal, wafat, almarhum, almarhumah, kosong .. jabatan, jabatan .. kosong, pindah tugas, dimutasi, mutasi, ~mutasi, belum .. pengganti|ganti, pengganti, melahirkan, lahiran, operasi, dioperasi, naik haji, ibadah haji, diklat, kekurangan .. guru|tenaga|dokter|bidan|pegawai|petugas, kurang .. guru|tenaga|dokter, tidak ada .. guru .. mapel, dokter .. cuma satu, cuma satu .. dokter|bidan|perawat|guru|petugas, tenaga .. terbatas, kecelakaan, stroke, dirawat, tugas belajar, hamil`,
  },
  {
    id: 'swasta',
    patterns:
      'bukan .. petugas, bukan .. pegawai, bukan .. aparat, bukan pejabat, bukan pns, orang swasta, swasta, pihak swasta, pedagang biasa, warga biasa, orang biasa, bukan .. orang .. pemerintah|dinas|desa|kantor',
  },
  {
    id: 'penipu',
    patterns:
      'penipu, penipuan, modus .. tipu, gadungan, palsu .. mengaku, mengaku .. palsu, nomor .. tidak dikenal, mengatasnamakan, ~atasnama, nomor baru .. mengaku, akun .. minta|palsu|foto, mencatut, ~catut nama, petugas palsu, pegawai palsu',
  },
  {
    id: 'korban',
    patterns: `guru|perawat|bidan|dokter|petugas|pegawai|nakes|kades|penyuluh .. dipukul|dimaki|diancam|dibentak|diusir|dilempar|dilempari|ditampar|diserang|dikeroyok|dihina|dianiaya|diintimidasi|diteriaki|dikatai|ditendang|didorong .. @swasta, @swasta .. ~pukul|~maki|~ancam|~bentak|~serang|~keroyok|~hina|~aniaya|~marah .. guru|perawat|bidan|dokter|petugas|pegawai|nakes|kades, teman .. ~bully, ~bully .. teman|siswa|murid|kelas, saya guru, saya perawat, saya bidan, sebagai guru, kami .. guru honorer, saya honorer, guru .. dipukul .. orangtua`,
  },
  {
    id: 'tidak menuduh',
    patterns:
      'bukan salah, fitnah, ~fitnah, tidak pegang .. rupiah, tidak bersalah, tidak terbukti, kabar bohong, klarifikasi, tidak .. ~salahkan, tidak ~tuduh, bukan ~tuduh, tidak bermaksud ~tuduh',
  },
  {
    id: 'bertanya',
    patterns:
      'minta informasi, mau tanya, ingin tahu, apa boleh, apakah boleh, boleh tidak, bolehkah, mau tahu, aturannya, ada aturan, menurut aturan, wajib sukarela, sukarela wajib, wajib tidak, apa syarat',
  },
  {
    id: 'tarif resmi',
    patterns:
      'berapa .. biaya, biaya .. berapa, gratis bayar, bayar gratis, apakah .. bayar, apakah gratis, tarif resmi, retribusi .. resmi, berapa .. bayar, harus bayar berapa, biaya .. resmi, ~bayar .. mana, mana .. ~bayar',
  },
];

/** Words around a person in office that only ask, praise, miss or quote him. */
export const neutral = `kapan|siapa|jam|berapa|mana|syarat|daftar|formasi|penerimaan|usul|tambah|~tambah|butuh|perlu . @pejabat, ~latih . @pejabat,
  @pejabat kurang, @pejabat ~kurang, kurang . @pejabat, ~kurang . @pejabat, @pejabat . kosong|pensiun|sakit|cuti|pindah|meninggal|wafat|pengganti|honorer|siltap|kebanjiran|kecelakaan|dipukul|diancam|terbatas|kewalahan|melahirkan|operasi|hamil|dirawat|stroke,
  @pejabat .. pensiun|sakit|cuti|meninggal|wafat|melahirkan|dirawat|belum cair|belum dibayar|telat # bulan, guru honorer, perawat honorer, tenaga honorer, @pejabat cuma satu|dua, cuma satu|dua|# @pejabat, cuma . satu|dua & @pejabat,
  tidak ada @pejabat, tidak @pejabat, belum . @pejabat, @pejabat belum, @pejabat . belum . terima|datang|~gaji|dapat|cair|ada,
  @pejabat . ramah|sabar|baik|bagus|sigap|~bantu|~tegur|~jelas|~surat|~usul|~usaha|~catat|~janji|~musyawarah|~mediasi, @pejabat ~lapor, datang cepat .. @pejabat, @pejabat datang cepat,
  dibantu @pejabat, minta bantuan @pejabat, duduk . @pejabat, kantor camat|lurah|kades|kadus|rt, honor|insentif|gaji|siltap . @pejabat|kader, guru|bidan|dokter|perawat . tidak ada, lapor . @pejabat, ~lapor . @pejabat, ~sampai . @pejabat, ~tanya . @pejabat, ~hubung . @pejabat, ~telepon . @pejabat, bilang @pejabat,
  kata @pejabat, @pejabat bilang|kata . habis|rusak|tunggu|~tunggu|belum|kurang|kosong|kembali|pusat|anggaran|gangguan|error|giliran|wewenang|kabupaten|provinsi & !langsung & !uang, pesan @pejabat, @pejabat ~minta . ~tanya|~lapor|~tulis,
  @pejabat . tidak bisa . ~apa|~buat|~atas, @pejabat . angkat tangan, wilayah|depan|dusun|lorong @pejabat, anak|istri|ibu|bapak|suami|keluarga @pejabat . kecelakaan|sakit|meninggal|hilang|jatuh,
  @pejabat . turun . lihat|langsung, @pejabat turun, guru .. les privat, mengaku . @pejabat, atas nama . @pejabat, nama . @pejabat . ~minta|~tipu, foto . @pejabat, saya @pejabat, kami @pejabat, sebagai @pejabat, suami . @pejabat, petugas @swasta, perawat . kunjungan,
  kolektor|pegawai|petugas|mandor|satpam|pengawas|sopir|karyawan|staf|kasir|bendahara|ketua|pengurus|panitia toko|minimarket|bank|swasta|perusahaan|koperasi|leasing|kos|perumahan|kebun|sawit|arisan|masjid|gereja|pabrik|tambang|hotel|vale|indihome|telkom|ojek`;
