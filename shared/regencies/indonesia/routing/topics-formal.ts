/** The same offices in the words of letters, forms and notices. Grammar: shared/routing/pattern.ts. */
import type { Topic } from '../../../routing/types.ts';

export const formal: Topic[] = [
  {
    to: 'cat:jalan-jembatan',
    strong: `infrastruktur jalan, ~bebas lahan .. jalan, peningkatan jalan, pemeliharaan jalan, perbaikan jalan, kelas jalan, bina marga, pembangunan jembatan, ~bangun .. jembatan, oprit, plat deker, gorong gorong, pedestrian, ~perbaik .. jembatan, jembatan gantung, rakit, ~terperosok, ban .. pecah|bocor & lubang, jalan .. putus|tanah|setapak|licin|terisolir, terisolir, ~isolir, ~keras jalan, urugan, jalan alternatif, jalan lingkar, proyek .. mangkrak|mandek|tidak selesai, mangkrak, talut, crossing, papan jembatan, tali jembatan`,
    medium:
      'infrastruktur, utilitas, ~isolasi, konstruksi, ~bangun, trotoar .. rusak|~bangun, timbunan, batu, pekerja .. jalan, jatuh .. motor',
  },
  {
    to: 'cat:saluran-air',
    strong:
      'sedimen .. saluran, ~keruk .. saluran|parit|selokan, genangan, sodetan, air .. tidak .. ~alir .. jalan, pembuang air, air .. pekarangan & hujan & parit, kolam retensi, tali air',
    medium: 'banjir .. selokan|got|parit|drainase, ~sumbat .. sampah',
  },
  {
    to: 'cat:lampu-jalan',
    strong:
      'gelap .. malam & jalan|lorong|kampung|desa|dusun|tikungan, minta .. lampu, ~pasang .. lampu, lampu .. baru, tiang .. lampu, kabel pju, penerangan umum, titik lampu, lampu .. ~curi, rawan .. gelap',
    medium: 'lampu .. jalan, gelap .. jalan, malam .. gelap',
  },
  {
    to: 'cat:rumah-permukiman',
    strong:
      'permukiman, perumahan rakyat, fasum fasos, penyerahan fasum, pemakaman, taman makam, lahan makam, rumah .. rumbia|gubuk|papan|bambu|panggung & bantuan|lapuk|layak|bocor, ~huni, gubuk, rumah .. nyaris|hampir roboh & janda|nenek|lansia|bantuan, semenisasi, ~semen lorong, jamban keluarga, wc umum .. kampung, pengelolaan rusun, kaplingan perumahan, sertifikat rumah .. developer',
    medium: 'rumah .. papan, hunian, rumah .. bocor, air limbah domestik',
  },
  {
    to: 'cat:air-ledeng',
    strong:
      'layanan air minum, air minum, pelanggan pdam, pamsimas, air .. giliran, air .. asin, keran .. angin, meteran .. air, air .. kampung & pipa, tagihan .. air, denda .. air, nunggak .. air, air .. tidak .. naik, air .. tidak .. keluar, keluar .. angin, air .. tidak jalan, air .. cacing, air .. bau, ~alir .. rumah & air, air .. mandi & tidak .. ~alir, perpipaan, sambungan rumah, reservoir, krisis air',
    medium: 'air .. kecil, air .. bersih, kolam .. air, ~salur air, pompa air',
  },
  {
    to: 'cat:sampah',
    strong:
      'pengelolaan sampah, pengangkutan sampah, kebersihan lingkungan, retribusi kebersihan, kantong plastik, popok, bau .. bangkai, tumpukan .. sampah, sampah .. sungai|pantai|pasar|selokan|jalan|laut|lapangan, buang .. sungai & popok|plastik|kasur, tempat pembuangan, pembuangan akhir, puntung, botol plastik, jam buang, petugas .. ~angkut .. sampah, penjemputan sampah',
    medium: 'kotor, bersih bersih, plastik, ~bau',
  },
  {
    to: 'cat:pencemaran',
    strong:
      'pencemaran lingkungan, lingkungan hidup, limbah medis, limbah cair, limbah berbahaya, polusi udara, kebisingan .. pabrik|mesin|bengkel, pohon .. ~tebang|~pangkas|pangkas|tebang, penghijauan, ruang hijau, taman .. kering|rusak|kotor|mati|rumput, bunga taman, rumput .. median, penanaman pohon, ~tanam pohon, air sumur .. bau|hitam|minyak|berubah, sumur .. ~cemar, debu .. rumah, asap .. rumah & pabrik|bakar, cat semprot & bau, bengkel las .. bising, tahu tempe & limbah, tambak .. limbah, ~buang .. limbah, ~buang .. oli, kaporit sungai, ikan .. mengapung|mati, kotoran ayam, kotoran babi, lalat .. kandang, satwa, konservasi',
    medium: 'lingkungan, kotoran, tebang, ~tebang, sungai & gatal',
  },
  {
    to: 'cat:bencana',
    strong:
      'penanggulangan bencana, kebencanaan, posko bencana, pascabencana, banjir bandang, air .. masuk .. rumah, rumah .. masuk air, kemasukan air, selimut & banjir, tenda, ~ungsi, sirine, peringatan dini, tanah .. ambles|gerak|longsor, rumah .. sungai & jatuh|~gerus|tinggal, seng .. ~terbang, angin .. ~terbang|rusak, terdampak, korban .. banjir|angin|longsor|gempa, tebing .. rumah, ~tanggul darurat, ~timpa pohon, pohon .. ~timpa, pohon .. ~halang|tutup .. jalan, cuaca ekstrem, huntara, hunian sementara',
    medium: 'darurat, ~landa, air pasang, bandang, siap siaga',
  },
  {
    to: 'cat:kebakaran',
    strong:
      'pemadaman kebakaran, penyelamatan, pos pemadam, mobil .. damkar, simulasi kebakaran, ~lepas cincin, cincin .. tidak .. ~lepas, kucing .. sumur|plafon|atap|pohon|selokan, evakuasi sarang, sarang .. lebah|tawon, ular .. ~tangkap|kandang|rumah, kompor meledak, ~bakar hutan, lahan .. ~bakar, sarang .. plafon, anak .. terkunci',
    medium: 'plafon & sarang, ~asap tebal',
  },
  {
    to: 'cat:ketertiban',
    strong:
      'ketenteraman, penertiban, linmas, hiburan malam, tempat hiburan, tempat karaoke, pesta .. malam|larut|miras, musik .. hajatan|tetangga|tidur, anak punk, gerobak .. jalan|trotoar, ~jual .. miras, warung .. miras|ballo|tuak, biliar, mesum, remang, kos .. pasangan, parkir liar, ayam .. tetangga .. ~masuk|rusak, anjing .. gonggong|~gonggong, ~gembala .. lapangan|jalan|sekolah, kotoran .. sapi .. jalan, baliho .. roboh|liar|~halang, ~langgar perda, ~jual .. bahu, pedagang .. liar|jalan|taman, sound .. malam|subuh, ganggu .. tidur & musik|karaoke|suara, ternak',
    medium: 'mengganggu, ~ganggu warga, keresahan, hajatan, pesta, ~gonggong',
  },
  {
    to: 'cat:puskesmas',
    strong:
      'pelayanan kesehatan, vaksinasi, pelayanan puskesmas, tenaga medis, gawat darurat .. puskesmas, pcr, ~swab, karantina, covid, posyandu lansia, abate, cacar, campak, hepatitis, kaki gajah, batuk darah, hiv, cacingan, alat tensi, poli gigi .. puskesmas, rujukan .. puskesmas, antrean .. obat, ambulans .. laut|danau|desa, mobil .. jenazah, kader posyandu, timbang bayi, bayi .. gizi, air minum .. lumut, pemeriksaan .. gratis, tablet tambah darah, pmt, klinik, epidemi, wabah, usg, hamil .. periksa|bidan|~lahir, ~lahir .. bidan, makanan basi, jamban sehat, rabies .. manusia',
    medium: 'medis, ~tular, ~obat, ~obatan, muntah, penyakit .. menular, ~lahir, demam .. anak',
  },
  {
    to: 'cat:rumah-sakit',
    strong:
      'pelayanan rumahsakit, ventilator, kamar .. inap, ruang .. inap, parkir .. rumahsakit, jadwal dokter .. rumahsakit|rsud, makanan pasien, ruang tunggu .. poli, lift .. rumahsakit, keluarga pasien, penunggu pasien, pasien .. lantai, poli .. antre|tutup|dokter|mata|anak|gigi|kandungan|bedah|jantung, dokter .. poli, jam besuk, besuk, ct scan, oksigen, bank darah, ruang operasi, pendaftaran .. rsud|poli|pasien, resep, jenazah & rumahsakit',
    medium: 'dirawat, ~rawat, infus, ranjang, dokter spesialis',
  },
  {
    to: 'cat:jaminan-kesehatan',
    strong:
      'jaminan sosial kesehatan, bpjs .. ~daftar|dinonaktifkan|dicoret|miskin|desa|pemda|bantuan, kartu .. nonaktif & berobat, peserta pbi, kartu indonesia sehat, ~tanggung pemda, berobat .. ktp',
    medium: 'nonaktif, dinonaktifkan',
  },
  {
    to: 'cat:sekolah',
    strong:
      'pendidikan, kebudayaan, lembaga pendidikan, tenaga kependidikan, gtk, pelajar .. belajar, ujian sekolah, anbk, ijazah .. hilang|rusak|salah, kelas .. digabung|gabung|bocor|kurang, ~gabung kelas, guru .. tidak ada, guru .. satu, sekolah .. jauh|rusak|~bangun|bantuan|tergenang|banjir|pagar|komputer|lapangan|buku|filial, buku pelajaran, buku .. siswa, ~didik, anak .. putus|berhenti .. sekolah, tunggakan spp, biaya sekolah, ~daftar .. sekolah, ~sekolah, uang sekolah, mushola sekolah, kantin, jajanan .. sekolah, makam .. kuno|raja, situs, ~lestari budaya, tarian, sanggar, alat musik, rumah guru, calistung',
    medium: 'murid .. kelas, belajar .. lantai, laptop, kursi .. kelas, budaya, murid',
  },
  {
    to: 'cat:bantuan-sosial',
    strong:
      'perlindungan sosial, kesejahteraan sosial, rehabilitasi, bantuan langsung tunai, prakerja, mbr, pmks, ppks, kartu .. bantuan, penerima .. mampu, orang kaya .. bantuan, mampu .. ~terima .. bantuan, bantuan .. tidak .. tepat, salah sasaran, tepat sasaran, ~data ulang, verifikasi .. miskin, kursi .. roda, popok lansia, sebatang kara, hidup sendiri & nenek|kakek|lansia, tidak .. makan & nenek|janda|lansia, anak .. yatim, ~asuh, tuna wisma, orang terlantar, buta & bantuan, cacat & bantuan, telanjang, ~ganggu pikiran, pikiran .. ~ganggu, depresi, cacat, stroke & bantuan, ~daftar .. pkh|bansos|bantuan|dtsen, cek .. bansos, saldo .. kosong & bantuan|kks|bpnt|pkh, kartu .. saldo, belum pernah .. bantuan, bantuan .. belum|tidak .. cair|masuk|dapat',
    medium: 'susah, kesusahan, tidak .. kerja & anak, penerima, tunai, sosial',
  },
  {
    to: 'cat:kekerasan',
    strong:
      'kesetaraan gender, pemberdayaan perempuan, perlindungan anak, perlindungan perempuan, kekerasan seksual, ~nikah .. dini|bawah umur|umur #, dinikahkan .. umur, ~telantar .. istri, suami .. ~pukul|~ancam, ~perkosa',
    medium: 'perempuan, ~trauma',
  },
  {
    to: 'cat:kependudukan',
    strong:
      'administrasi kependudukan, kependudukan, pencatatan sipil, adminduk, pindah .. keluar|masuk|antar, legalisir .. kk|ktp|akta, nik .. tidak .. ~daftar|online|aktif|ditemukan, nama .. salah|beda|keliru .. ktp|kk|akta, beda .. nama, nama .. beda .. ijazah, status .. kawin|cerai .. ktp|kk, ganti .. status, ktp .. hilang|rusak|patah|luntur|cetak, kk .. hilang|baru|online|barcode, ~rekam, jemput bola, akta .. hilang|anak|bayi|nikah, anak .. belum .. akta, tambah .. kk, keluar .. kk, kk .. anak, ~urus .. ktp|kk|akta, dokumen kependudukan, sptjm',
    medium: 'perekaman, cetak, ~cetak, nikah siri, sidik jari',
  },
  {
    to: 'cat:desa',
    strong:
      'pembangunan desa, pemerintahan desa, pemberdayaan masyarakat, alokasi .. desa, aset desa, perdes, rkpdes, musyawarah .. desa, posyandu .. honor, batas .. dusun|desa|wilayah, kantor desa .. bocor|rusak|~bangun|wifi|listrik, bpd .. pemilihan|calon|anggota, ~calon .. kades, calon kades, pengganti .. kades|kadus|sekdes, kades .. meninggal|kosong|sementara|baru, dana .. dusun, dusun .. pemekaran, koperasi desa, kopdes, koperasi merah putih, blt, surat .. desa, sid, padat karya, kader .. honor|insentif, honor .. kader|rt|kadus|linmas|bpd, insentif .. belum',
    medium: 'musyawarah, rukun, ~desa, warga desa, kampung .. kas',
  },
];
