/** Absence, favouritism, rudeness, politics, protection of vice, withheld papers and secrecy. */
import type { Act } from '../../../routing/types.ts';

export const conduct: Act[] = [
  {
    id: 'mangkir',
    needs: 'near',
    excusedBy: ['halangan', 'ucapan'],
    patterns: `masuk .. @hari, buka .. @hari, ~buka .. @hari, cuma buka, cuma .. foto, datang . foto, ~foto .. pergi|pulang, sibuk .. kebun|sawah|toko|jual|usaha|motor|urusan, jual beli, ~jual .. kelas|kantor, kerja .. tambang|perusahaan|tempat|proyek|shift, shift, hajatan, @hari .. pulang, pulang .. @hari|kampung, pulang kampung, masuk .. cuma, masuk .. # .. pulang, datang .. cuma, datang .. pulang, dua gaji, dua sk, ~tandatangan .. pulang, ~absen .. pulang, jarang .. masuk|datang|ada|kantor|hadir|~ajar|~tempat|kelihatan|muncul|berkantor|turun|buka|kerja|~tugas, tidak pernah .. masuk|datang|ada|kantor|hadir|~ajar|~tempat|kelihatan|muncul|berkantor|turun|~tugas|~buka, ~bolos, mangkir, absen, ~absen, titip absen, ~alpa, malas, malas malasan,
      pulang cepat, pulang .. jam, pulang duluan, datang .. terlambat|telat, terlambat .. datang|masuk|buka, telat .. datang|masuk, suka .. terlambat|telat, sering .. terlambat|telat|kosong|tidak .. ada|masuk|datang|tempat|kebun|warung, sering .. kebun|luar|warung|rumah|toko, daripada .. kelas|kantor|~ajar,
      jam kerja, jam dinas, jam kantor, jam mengajar, jam pelajaran, ~keluyur, keluyuran, nongkrong, main .. hp|game|domino|catur|kartu|slot|judi|remi|tiktok|telepon|gaple, sibuk .. hp|telepon, domino, tidur .. jam|kantor|meja|ruang, ~tidur .. kerja, ketiduran, arisan, karaoke, ngobrol, ngerumpi, gosip, ngopi, warung kopi,
      terima gaji, makan gaji, honor|insentif|siltap|gaji .. lanjut|tetap, ~gaji .. jalan|penuh|tidak .. kerja, gaji .. jalan|utuh|tetap|penuh, tinggal .. kota|makassar|palopo|luar & @kepala, sebulan .. dua|cuma, seminggu .. cuma, cuma .. sebulan|seminggu, berbulan bulan .. tidak .. masuk|datang, ~tinggal .. tugas|kelas, ~tinggal .. tempat tugas,
      murid|siswa|anak .. ~suruh .. ~catat, disuruh ~catat, ~suruh ~catat, kelas .. ~biar, meninggalkan .. pasien|loket|murid, hilang .. jam, tidak ~tempat .. jam, tidak .. kantor .. #, ~kerja .. tempat lain, kuliah .. makassar|palopo, urus .. kebun|toko|bisnis|sawit sendiri, ~buka praktik, klinik pribadi, praktik .. rumah`,
  },
  {
    id: 'membocorkan',
    needs: 'office',
    patterns: `~beri|~kasih|~bocor|~sebar|~teruskan|~serah|~kirim .. nomor|nama|identitas|alamat|laporan|data .. saya|kami|pelapor, ~bocor .. nama|identitas|laporan|pelapor|data|nomor, nomor saya, nama saya .. ~sebar|~bocor|~kasih|~beri|~tahu, tahu .. saya .. ~lapor, saya .. ~telepon .. disuruh, disuruh diam, suruh .. cabut, ~cabut laporan, ~cabut .. laporan, ~ancam .. pelapor|~lapor|~laporan, gara gara ~lapor, ~lapor .. ~ancam|~intimidasi|~mutasi|~pecat|~marah|~datangi|~cari|~pindah|~cari cari`,
  },
  {
    id: 'hukuman di sekolah',
    needs: 'office',
    excusedBy: ['korban'],
    patterns: `~jemur & @murid & kelas|guru|lapangan|seragam|~bayar, @murid .. ~jemur, ~hukum .. lari|push|berdiri|berlutut & @murid, @murid .. ~pukul|~tampar|~cubit|~jewer|~tendang & guru|sekolah|kelas|kepsek & !teman, guru .. ~pukul|~tampar|~cubit|~jewer|~tendang|~lempar, rambut .. ~gunting|~cukur|~botak & sekolah|guru, @murid .. ~usir|~keluarkan .. kelas|sekolah`,
  },
  {
    id: 'data dibuka',
    needs: 'office',
    excusedBy: ['penipu'],
    patterns: `data|penyakit|foto|nama|aib .. saya|pasien|warga|penerima .. ~bagi|~sebar|grup|facebook|status, ~bagi|~sebar|~unggah|~posting .. data|penyakit|foto|aib, penyakit .. grup`,
  },
  {
    id: 'mendahulukan',
    needs: 'sure',
    patterns: `cuma .. rumah @kepala, rumah @kepala .. duluan|terang|mulus|dapat|semua|~alir, duluan .. rumah @kepala, khusus .. rumah @kepala, cuma .. @keluarga @kepala, rumah .. @keluarga @kepala .. dapat|duluan|~bedah, semua pegawai .. saudara|keluarga, satu keluarga .. kantor|desa|semua, kantor keluarga, bersaudara .. kantor|desa, @kepala .. istri|anak|adik .. bendahara|kaur|operator|ketua|direktur, istri|anak|adik|ipar @kepala .. bendahara|kaur|operator|ketua|direktur|jabat,
      ~berhenti|~pecat|dicopot|dikeluarkan|dimutasi|dipindah|~pindah .. ~kritik|~dukung|pilihan|~lapor|protes|~protes`,
  },
  {
    id: 'tindakan',
    needs: 'sure',
    excusedBy: ['korban', 'swasta', 'ucapan', 'penipu'],
    patterns: `@pejabat .. ~jual .. & !umkm & !alat, @pejabat .. ~kuasai|~pungut|~tilep|~sita|~gadai|~coret|~ancam|~usir|~gelap|~peras|~palsu|~selingkuh|~lecehkan|~cabuli|~hina|~maki|~bentak|~tampar, @pejabat .. ~potong .. uang|bantuan|honor|gaji|insentif|dana|jatah|#, ~jual|~kuasai|~sita|~gadai|~coret|~gelap|~palsu .. @pejabat & !mohon`,
  },
  {
    id: 'kantor ditinggalkan',
    needs: 'office',
    excusedBy: ['halangan'],
    patterns: `kosong melompong, kantor .. kosong, ruang pelayanan .. kosong|~kunci, kantor .. ~kunci|terkunci|digembok|gembok, tidak .. seorang .. pegawai|petugas|staf, tidak ada .. pegawai|petugas|staf & kantor|loket|jam, tidak satu .. pegawai|petugas|staf, semua .. pegawai|petugas|staf .. arisan|keluar|pulang|rapat|pesta|tidak, pegawai .. arisan|keluar|pulang|pesta|tidak ada|nongkrong,
      kantor .. tutup .. hari kerja|jam kerja, kantor .. jarang buka|~buka, jarang buka, tidak pernah ~buka, hantu .. pegawai, pegawai hantu, honorer siluman, honorer fiktif, nama .. ~gaji|honorer .. kuliah|tidak pernah|tidak kerja, nama .. honorer .. ~gaji, ~gaji .. orang .. kuliah|tidak|makassar, ~terima gaji .. tidak pernah, ~terima honor .. tidak pernah, tidak pernah .. kerja|masuk .. ~gaji|honor|terima`,
  },
  {
    id: 'pilih kasih',
    needs: 'near',
    excusedBy: ['swasta', 'bertanya'],
    patterns: `@keluarga .. lulus|lolos|~terima|dapat|~angkat|masuk|penerima|~dulu|~utama|~prioritas|~menang|proyek|jabat|~daftar|~kerja|honorer, lulus|lolos|~angkat|penerima|~dulu|~utama|~prioritas|~lantik|~menang .. @keluarga, @keluarga .. ~lantik, yang dapat .. @keluarga, @keluarga .. semua, semua .. @keluarga, @keluarga .. sendiri, hanya .. @keluarga, keluarga @kepala, adik @kepala, keponakan @kepala, menantu @kepala, ipar @kepala, sepupu @kepala, kerabat @kepala,
      @keluarga .. dekat, orang .. dekat .. @kepala|pejabat|pegawai|bupati, pilih kasih, tebang pilih, pilih pilih, pilih .. orang, beda bedakan, ~beda .. warga|siswa|murid|pasien|orang, ~anak emas, ~anak tiri, ~diskriminasi, tidak adil, ~titip, titipan, dinasti, ~coret .. nama|daftar|penerima, nama .. ~coret|~hapus|~hilang, ~hapus .. nama|daftar|penerima, bocor .. soal|ujian, soal .. bocor, kunci jawaban, nilai .. ~ubah|~naik|~tukar|~beli|~atur, nilai .. tidak .. umum, ~atur .. nilai, seleksi .. aneh|curang|tidak|~atur, curang, ~curang, ~kecurangan, rekrut .. @keluarga, ~angkat .. @keluarga, rangkap jabatan, ~rangkap, ~loloskan, ~luluskan, ~istimewa, nilai .. les, les .. rumah, les .. nilai, les .. ~bayar, les .. guru`,
  },
  {
    id: 'perilaku',
    needs: 'near',
    negatable: true,
    excusedBy: ['korban', 'ucapan'],
    patterns: `@buruk, tidak sopan, tidak ramah, tidak santun, seenaknya, seenak, semena mena, sewenang wenang, ~sewenang, semaunya, sesuka hati, cuek, acuh, tidak peduli .. pasien|warga, tidak ~layan, tidak mau .. ~layan|~bantu|~tandatangan|~terima|~urus|~periksa, ~persulit, ~sulit .. warga|surat|urusan|saya|kami, ~tolak .. pasien|melayani|warga|~periksa|~tandatangan|surat, ~abai .. pasien, ~biar .. pasien, ~ping pong, dipingpong, ~pingpong,
      mabuk, ~mabuk, selingkuh, ~selingkuh, ~zina, asusila, mesum, ~goda, genit, ~rayu, ~raba, ~peluk, ~cium, ~cabul, ~leceh, tidak senonoh, chat .. mesum|genit, pegang pegang, ~hukum .. murid|siswa|anak|push, kirim pesan .. malam|perempuan|siswi, ~kirim .. pesan .. anak, minta foto, chat .. anak|siswi|malam, ~aniaya, ~siksa, ~pukul, ~tampar, judi, ~judi, sabung ayam, narkoba, sabu, nyabu, poligami, nikah siri, ~hamili, ~tipu, ~bohong, ~ingkar janji, arogan, mentang mentang, ~keras .. murid|siswa|anak, rasis, ~sindir, ~viral, ~usir, tunjuk tunjuk, gebrak, ~gebrak, bercanda, ~permalu, merokok .. kelas|ruang|pasien, gemetar .. guru, pegang tangan, pegang .. paha|pundak|badan|pantat|dada, pangku, ~pangku, ~pijat, foto .. ~kirim, kamar .. ~kunci, ~kunci .. ruang, ~kunci pintu, menyinggung, ~tersinggung, ~kata katai, dikatai, ~kata .. bodoh|kasar|miskin, adu domba, ~fitnah, ~sebar .. data|aib|rahasia, ~bocor .. data|identitas|laporan|rahasia|nama, ~foto .. diam, malpraktik, salah suntik, lalai, ~lalai, teledor, ceroboh, telantarkan .. pasien`,
  },
  {
    id: 'politik',
    needs: 'office',
    patterns: `stiker .. calon|caleg|paslon|kandidat, kampanye, ~kampanye, ~dukung .. calon|caleg|paslon|kandidat|bupati|petahana, ~pilih .. calon|caleg|paslon|kandidat, pilih dulu, pilih nomor, ~coblos nomor, kalau mau .. pilih, wajib .. pilih|~dukung, ~arah .. pilih|~dukung, suruh .. pilih|coblos, ~coblos .. nomor|calon|caleg, netralitas, tidak netral, beda pilihan, beda dukungan, pilihan beda, tidak pilih .. dia|kades|calon|beliau, tidak ~dukung .. dia|kades|calon, bukan pendukung, pendukung .. ~dapat|~dulu|~bagi, serangan fajar, politik uang, timses, ~bagi .. sembako .. calon|pilih|coblos, baliho .. calon .. pegawai|pns|kades, ~ancam .. pilih|coret, gara gara .. pilih|~dukung`,
  },
  {
    id: 'membekingi',
    needs: 'office',
    patterns: `~beking, ~backing, becking, ~bekeng, backingan, bekingan, ~lindung .. bandar|judi|tambang|miras|kafe|pelaku|sabung|penjual, dapat jatah, kasih jatah, ~kasih .. jatah, jatah .. pemilik|bandar|kafe|preman, setoran .. kafe|tambang|judi|parkir|tiap, tidak pernah .. razia, tutup mata, pura pura .. tidak|buta, ~pura .. tidak tahu, main mata, kerja .. calo|bandar|penadah|pemilik, ~bocor .. razia, ~bocor .. operasi, ~damai .. tempat, ~lepas .. pelaku|tersangka|bayar, ~diamkan, kebal hukum, pelihara .. preman, milik .. oknum|kades|aparat|polisi|dewan|pejabat, oknum`,
  },
  {
    id: 'surat ditahan',
    needs: 'office',
    excusedBy: ['swasta', 'bertanya'],
    patterns: `ijazah|rapor|kartu ujian|sertifikat|surat|ktp|kk|berkas|skhu .. ~tahan|~sita|~gadai, ~tahan .. ijazah|rapor|kartu ujian|surat|sertifikat|berkas|ktp, tidak boleh .. ikut .. ujian|ulangan, tidak .. ikut .. ulangan|ujian .. bayar|lunas|beli, tidak .. ~ambil .. ijazah|rapor .. bayar|lunas, belum .. lunas .. ijazah|rapor|ujian, lunas .. ijazah|rapor|ujian, ijazah .. lunas|~bayar, lunasi uang, uang .. perpisahan|gorden|cat|pagar|bangku|gedung|komite|kursi|lks|les|seragam|daftar ulang|kelulusan|wisuda|ujian .. ~bayar|~wajib|~patok|ribu|juta|@jumlah, uang .. perpisahan|gorden|pagar|gedung|komite|pembangunan|bangku & @minta|wajib|~bayar|~paksa, komite .. ~bayar|wajib|~patok|ribu|juta, sumbangan komite, uang komite, wajib .. study tour|studi tur|tur, ~wajib .. seragam|buku|lks|les|kain, buku .. toko .. istri|suami|sendiri, beli .. toko .. istri|suami|guru|kepsek, beli .. guru|kepsek|sekolah & wajib, harus beli .. sekolah|guru|koperasi, ~paksa beli, persulit .. tandatangan, tidak mau .. tandatangan, ~tandatangan .. ~bayar|~tahan|~persulit|uang`,
  },
  {
    id: 'tertutup',
    needs: 'near',
    excusedBy: ['bertanya'],
    patterns: `tidak .. transparan, transparan, transparansi, tidak .. terbuka, ~tutup tutup, ~sembunyi, ~rahasia, tidak mau .. lihat|~tunjuk|~jawab|~jelas|buka|kasih|~lapor, tidak pernah .. ~tunjuk|~umum|~lapor|musyawarah|rapat|~jelas|~pasang|~tempel|terbuka|~tanggung jawab, tidak .. ~umum, tidak .. laporan, tidak ada laporan, laporan .. tidak pernah, tanpa .. musyawarah|rapat|persetujuan|sepengetahuan, tidak .. musyawarah, tidak .. ~libat .. warga|bpd, ~ubah .. hasil musyawarah, ~diam, tidak .. ~tanggung jawab, ~putus .. sepihak, sepihak, ditanya .. marah|diam|~elak|~hindar|alasan, janji .. tidak pernah, ~ganti .. kadus|perangkat|kader .. tanpa|sepihak|alasan, ~pecat .. kadus|kader|perangkat|rt, ~berhenti .. kadus|kader|perangkat|honorer|rt .. tanpa|sepihak|alasan, ~ganti .. orang .. dia|kades`,
  },
];
