/** The same offices in the words of fields, boats, markets and workplaces. Grammar: shared/routing/pattern.ts. */
import type { Topic } from '../../../routing/types.ts';

export const daily: Topic[] = [
  {
    to: 'cat:pertanian',
    strong: `peternakan, hortikultura, tanaman pangan, pupuk .. langka|mahal|kosong|jatah, ~pupuk, bibit .. unggul|gratis|bantuan|cabai|padi|jagung|sawit|durian, benih .. padi|jagung|kedaluwarsa, sapi .. kurus|mencret|pincang|lumpuh, kambing .. mencret|mati|sakit, ayam .. mati|mendadak|~tular, telur ayam & ternak, bebek .. mati, ternak .. mati|sakit|~tular|penyakit, penggerek, busuk buah, buah .. busuk|hitam|rontok, daun .. kuning|keriting|layu|bercak, pohon .. kakao|merica|durian|kelapa|cengkeh .. mati|layu|kering, kumbang kelapa, racun rumput, semprot .. hama|padi, drone, ~semprot .. tanaman, sumur .. sawah, pompa .. petani, lahan .. sawah, cetak sawah, ~bajak, mesin .. panen|perontok|tanam|bajak, rontok padi, dryer, ~jemur gabah, penggilingan, harga .. gabah|kakao|merica|sawit|jagung|kelapa & petani|panen, ~serang .. kebun|sawah|tanaman, kera .. kebun, tanaman .. ~makan|~rusak|mati, ~vaksin .. ternak|sapi, potong hewan, rph, rumah potong, hewan kurban, qurban`,
    medium: 'petak, ~tani, kuning & daun, mantri, bunting, ~ternak, benih, daun, ~panen, tanaman',
  },
  {
    to: 'cat:perikanan',
    strong:
      'kelautan, ~layar .. ikan, melaut, bagan, ~layan, hasil tangkapan, tangkapan .. nelayan, solar .. melaut|nelayan|kapal ikan, bbm .. nelayan, udang .. mati|penyakit, bandeng .. mati, ikan .. keramba|kolam|tambak, air tambak, tambak .. mati|rusak|pupuk, ~jemur rumputlaut, kartu nelayan, bantuan .. perahu|mesin|jaring|keramba, perahu .. nelayan, pakan ikan, bibit .. udang|bandeng|nila|lele, lele, pencurian ikan, kapal .. cantrang, cantrang, bius ikan, potas, terumbu karang',
    medium: 'pesisir, ombak .. nelayan, hasil laut',
  },
  {
    to: 'cat:pasar-usaha',
    strong:
      'perdagangan, perlindungan konsumen, konsumen, pelayanan pasar, toko modern, minimarket, pasar .. sepi|kotor|gelap|pindah|sampah|wc|toilet|listrik|lampu|parkir|kebakaran|penuh, wc pasar, pedagang .. kaki .. pasar, koperasi .. macet|simpan|tabungan|tidak, simpan pinjam, lpg .. langka|mahal|kosong|het, gas .. langka|mahal|kosong, harga .. naik|mahal|~lonjak & cabai|telur|minyak|bawang|ikan|ayam, minyak .. langka, jeriken, spbu .. antre|jeriken|~timbun|kosong, ~timbun .. bbm|lpg|sembako, makanan .. pewarna|boraks, beras plastik, ~jual .. kedaluwarsa, timbangan .. kurang|curang, kurang timbangan, ~timbang .. kurang, usaha .. modal, jualan .. online, ~jual .. kue|keripik|kerajinan, izin edar, merek .. dagang, industri .. kecil, kerajinan, tenun',
    medium: 'dagang, jualan, ~dagang, grosir, ~jual, modal, harga .. naik',
  },
  {
    to: 'cat:perizinan',
    strong:
      'penanaman modal, perizinan berusaha, persetujuan bangunan, izin mendirikan, izin praktik, sip, izin reklame, izin keramaian usaha, izin toko, izin .. cabut|belum|terbit|~urus|tambak|pangkalan, ~urus .. izin, ~terbit izin, nomor induk berusaha, akun oss, ~usaha .. izin, laik fungsi, legalitas usaha, legalitas, buka apotek|klinik|toko|usaha|warung|bengkel|salon|kafe|laundry .. surat|izin|syarat|daftar, mau buka apotek|klinik|toko|usaha|kafe|laundry, tower .. izin, izin .. tower, tanpa izin .. ~bangun, rekomendasi izin, mal pelayanan',
    medium: 'berkas .. izin, ~izin, pendaftaran usaha',
  },
  {
    to: 'cat:tenaga-kerja',
    strong: `ketenagakerjaan, hak pekerja, keselamatan pekerja, keselamatan kerja, pengupahan, perselisihan kerja, hubungan kerja, dipecat, ~pecat .. sepihak, diberhentikan .. perusahaan|pabrik|toko|kontrak, kontrak .. habis|kerja|diputus, upah .. umk|murah|rendah|telat|belum|potong, gaji .. umk|belum .. ~bayar & bos|perusahaan|toko|pabrik|kontraktor|kafe|warung, lembur .. ~bayar, tunggakan upah, ijazah .. perusahaan|toko|bos, ~tahan ijazah .. perusahaan|toko|bos|majikan, tenaga asing, tka, pekerja asing, rekrut .. tambang|perusahaan|lokal|luar, warga lokal .. kerja, putra daerah, ~utama .. lokal, orang luar .. kerja, pelatihan kerja, balai latihan, kursus .. gratis, pelatihan gratis, magang jepang, kerja .. luar negeri, malaysia & kerja, cari kerja, info .. kerja, lahan .. transmigrasi, warga trans, unit permukiman transmigrasi, jht, jamsos, cuti .. perusahaan|hamil .. pabrik, helm & pekerja`,
    medium: 'bos, majikan, dibayar & kerja, pabrik .. kerja, ~kerja, kerja .. tambang, trans',
  },
  {
    to: 'cat:perhubungan',
    strong: `transportasi darat, transportasi laut, transportasi, kelas kendaraan, kendaraan berat, andalalin, rekayasa lalulintas, jukir liar, kapal .. danau|rusak|~tumpang|tua|bocor|over|kelebihan, ~tumpang .. kapal|perahu|rakit|ketinting, dermaga .. rusak|papan|lapuk|patah, tambatan perahu, lampu .. merah .. mati, truk .. tonase|berat|~lebih|~hambur|tumpah|kampung|tambang .. lewat|sekolah, kendaraan berat .. lewat, bus .. ngetem|sekolah|terminal, angkot .. tidak|naik|sekolah, ongkos .. naik|mahal|kapal|angkot, tarif .. angkot|kapal|bus|parkir|ojek, parkir .. sembarang|liar|pasar|bahu|jalan|macet|tarif|mahal, ~parkir .. sembarang|bahu|jalan, rambu .. patah|hilang|rusak|tutup, portal, pembatas kecepatan, ~batas kecepatan, cermin .. jalan|tikungan, tikungan .. kecelakaan|tajam|rawan, rawan kecelakaan, sering .. kecelakaan .. tikungan|jalan, pagar pembatas, ~lintas .. sekolah, palang, kereta, mobil .. ngebut, motor .. ngebut, ~muatan`,
    medium: 'kapal motor, ~angkut .. penumpang, ongkos, terminal .. sepi, over, pelayaran, ~tumpang',
  },
  {
    to: 'cat:internet',
    strong:
      'teknologi informasi, komunikasi, jaringan internet, layanan .. aplikasi, aplikasi pemerintah, hilang sinyal, tidak ada sinyal, sinyal .. hilang|lemah|susah|jelek, internet .. lambat|lemot|mati|~putus|desa|gratis, menara telekomunikasi, fiber, kabel .. internet|wifi|fiber, hp .. sinyal, ~telepon .. bukit|sinyal, video call, web, situs, laman, website .. error|buka|~akses|mati, web .. pemda|desa .. buka, berita bohong, akun .. bupati|pemda, wa .. mengatasnamakan|mengaku, telepon .. mengaku, ~minta kode otp, otp, phising, data .. bocor, ~minta data, data .. desa|penduduk|kecamatan .. skripsi|tugas|penelitian, salinan dokumen, permintaan informasi, pejabat ppid, radio, live streaming, sandi',
    medium: 'online .. error, hp, digital, login, akun, informasi .. publik',
  },
  {
    to: 'cat:kepegawaian',
    strong:
      'kepegawaian, sk .. honorer|pensiun|kenaikan|pangkat|pppk, pensiunan, ~pensiun .. sk|urus|berkas, cuti .. pegawai|asn|pns, ~cuti .. asn, tes .. cpns|pppk, ~umum .. cpns|pppk, kartu istri, mutasi, ~mutasi, non asn, seleksi .. asn, jadwal .. tes, formasi, gaji .. pppk, tunjangan .. pppk',
    medium: 'tmt, angka kredit, honor .. kantor',
  },
  {
    to: 'cat:pajak-daerah',
    strong:
      'pajak bumi bangunan, sppt .. belum|salah|ganda|tidak, pbb .. naik|salah|ganda|bayar, nilai pajak, ~urus .. pbb, nama .. pbb, pajak .. salah|ganda|dobel|naik|online|qris, ~bayar .. pbb|pajak, pajak air tanah, pajak parkir, pajak hiburan, objek pajak, wajib pajak, retribusi .. online, opsen, mutasi .. pbb|sppt',
    medium: 'tagihan .. tanah, ~pajak',
  },
  {
    to: 'cat:wisata-olahraga',
    strong:
      'pariwisata, kepemudaan, tempat .. wisata, retribusi wisata, karcis .. wisata|pantai|permandian, permandian, air panas .. wisata, gazebo, camping, spot foto, turis, wisatawan, lapangan .. rumput|lampu|becek|rusak|desa|kecamatan|tribun, gawang, bola voli, seragam bola, klub, sanggar olahraga, pelatih, ajang, piala, bupati cup, tim .. juara|bola|voli, gelanggang, skatepark, senam, kolam .. renang, pencak silat, silat, karate, esport, anak muda .. kegiatan|lapangan|wadah|tempat',
    medium: 'remaja, ~olahraga, kunjungan, ~kunjung, pelatih',
  },
  {
    to: 'cat:keluarga-berencana',
    strong:
      'alat kb, pasang kb, kb gratis, suntik kb, program kb, pil, ~pasang .. implan|kb|iud, lepas .. implan|iud, bina keluarga, pik remaja, kader kb, tribina, jarak .. anak, mow, mop',
    medium: 'hamil',
  },
  {
    to: 'DKP',
    strong:
      'bantuan pangan, cadangan beras, harga pangan, pangan .. mahal|naik|langka, stok pangan, beras .. habis|langka|subsidi, bazar .. murah, pasar .. murah, jual murah .. beras|sembako',
    medium: 'sembako .. murah, kelaparan',
  },
  {
    to: 'DPK',
    strong:
      'taman bacaan, ~pinjam .. buku, buku .. cerita|anak & ~baca|pustaka, rumah baca, arsip .. lama|surat|tanah|foto, dokumen lama, mobil keliling .. buku, perpustakaan .. tutup|buka|jam|desa|keliling',
    medium: 'baca',
  },
  {
    to: 'BKAD',
    strong:
      'keuangan daerah, perbendaharaan, aset pemda, bangunan .. pemda|pemerintah .. kosong|rusak|terbengkalai|angker, gedung .. terbengkalai|mangkrak|kosong, kantor lama .. kosong|rusak, eks kantor, bekas kantor, kendaraan .. aset, mess pemda, ~bayar .. pihak ketiga|proyek, gaji .. belum .. pegawai|asn, thr .. asn, tukin, ~cair .. honor .. pegawai, rumdis .. kosong|rusak|terbengkalai',
    medium: 'kosong .. tahun & gedung|bangunan',
  },
  {
    to: 'KESBANGPOL',
    strong:
      'kerukunan umat, umat beragama, antar agama, antar suku, beda agama, ~diri .. gereja|masjid|pura|vihara, organisasi kemasyarakatan, izin .. penelitian|kkn, kkn .. mahasiswa, kkn .. penelitian, mahasiswa .. kkn, kkn, ~daftar .. ormas|lsm|organisasi|paguyuban|yayasan, unjuk rasa, demo, pemilu .. pendidikan, ideologi, forum .. kerukunan, narkoba .. penyuluhan',
    medium: 'agama, ~toleran, komunitas',
  },
  {
    to: 'SETDA',
    strong:
      'surat .. bupati, bupati .. datang|hadir|kunjung|undang, ~undang bupati, wakil bupati, hukum .. bantuan, bantuan .. pendidikan|kuliah|mahasiswa, biaya kuliah, kuliah .. bantuan, ~beasiswa, bantuan .. rumah ibadah, karpet, sound .. masjid, renovasi .. masjid|gereja|pura|mushola, ~bangun .. masjid|gereja|pura|mushola, pengurus masjid, imam .. honor|gaji|desa, pendeta, pemangku, pastor, kurban .. bupati, jamaah umrah, organisasi perangkat daerah, protokol, mes .. mahasiswa, batas .. kabupaten|kecamatan, kode wilayah, hibah, bansos .. masjid',
    medium: 'kuliah, kampus, tempat ibadah, gereja',
  },
  {
    to: 'SETWAN',
    strong:
      'anggota dewan .. dapil|aspirasi|janji|kunjung|datang, ~dewan .. reses, sidang .. dprd, rapat .. dewan|dprd, ~hadir rapat dprd, kantor dprd, ketemu dewan, pansus',
    medium: 'titip aspirasi',
  },
  {
    to: 'BAPELITBANGDA',
    strong:
      'penelitian .. daerah, usul .. musrenbang, hasil musrenbang, daftar usulan, usulan .. tidak|belum .. masuk|lolos|realisasi, ~rencana .. tahun, data .. pembangunan, masterplan, lomba inovasi, kawasan .. ~kembang, pemerataan, kajian, visi misi',
    medium: 'rencana, pembangunan .. tahun, masterplan',
  },
  {
    to: 'kecamatan',
    strong:
      'administrasi .. kecamatan, loket kecamatan, surat .. camat|kecamatan|kelurahan, dispensasi nikah, berkas .. camat|kecamatan, ~tandatangan camat, tandatangan .. camat, pagar .. tetangga, tetangga .. ~bangun .. batas, batas .. tetangga, tanah tetangga, ~tutup .. jalan .. warga, jalan .. ~tutup tetangga, tetangga .. ~tutup, penengah, ~tengah .. sengketa|tetangga, ~damai .. tetangga, selisih paham, pos ronda, poskamling, pawai, karnaval .. kecamatan, kirab, festival kecamatan, hut ri, upacara .. kecamatan, ~dirgahayu, rapat .. kecamatan, pelayanan .. kelurahan, ~urus .. kelurahan, jam .. kantor .. camat|kecamatan|lurah|kelurahan',
    medium: 'tetangga, gotong royong, ronda malam, ~rukun warga',
  },
  {
    to: 'LUAR-PLN',
    strong:
      'kelistrikan, aliran listrik, arus listrik, listrik .. sering|~naik|turun|desa|dusun|belum|token|tagihan|rumah|~padam, mati .. listrik, padam .. listrik|jam|malam & listrik, pohon .. kabel listrik, kabel .. ~juntai|rendah|putus|~tegang, tiang .. pln|listrik|miring|lapuk|roboh & !lampu, ~tambah daya, ~pasang meteran, pulsa listrik, stroom, strom, ~setrum .. kabel, kabel .. setrum, arus, kabel .. ~sentuh|atap|~gantung|~urai, kompensasi listrik',
    medium: 'tiang .. kabel, mati .. lampu & rumah',
  },
  {
    to: 'LUAR-BPN',
    strong:
      'surat hijau, sertifikat .. belum|hilang|ganda|dibagikan|program|massal, ~urus sertifikat, balik nama, ~sengketa .. tanah|lahan|warisan, tanah .. warisan|~klaim|diklaim|~ukur|batas|serobot, tanah .. orang lain .. sertifikat, ganti nama .. tanah, petugas ukur, peta bidang, ukur ulang, redistribusi, tora, ajb',
    medium: 'surat .. tanah, warisan',
  },
  {
    to: 'LUAR-BPJN',
    strong:
      'poros trans, jalan poros .. sulawesi|nasional|trans|negara, poros .. sulawesi, jalan besar .. antar provinsi, lintas sulawesi, jalan antar provinsi, perbatasan .. provinsi & jalan, jalan milik negara, jembatan .. poros nasional',
    medium: '',
  },
  {
    to: 'LUAR-BBWS',
    strong:
      'sungai .. ~tinggi|luap|~luap|~pindah|alur|sedimen|pasir, abrasi sungai, ~abrasi .. sungai, kikisan, muara .. dangkal|sedimen|tutup, tanggul .. jebol|bobol .. sungai, sungai .. jebol, bendung .. irigasi besar, ~susut danau, penguatan tebing, sungai .. kebun .. hilang|~gerus|~kikis, arus sungai .. ~gerus|~kikis|pindah',
    medium: 'muara, arus sungai',
  },
  {
    to: 'LUAR-PROV-DIK',
    strong:
      'sma .. spp|guru|seragam|kelas|rusak|~bangun|jurusan|daftar|zonasi|ijazah, smk .. praktik|alat|guru|jurusan|rusak|daftar|ijazah, siswa .. sma|smk, sekolah luar biasa, sekolah menengah',
    medium: '',
  },
  {
    to: 'LUAR-PROV-PU',
    strong:
      'jalan .. kewenangan provinsi, status .. provinsi, jalan .. milik provinsi, jalan poros provinsi, ~baiki .. provinsi, dinas bina marga provinsi, ruas .. provinsi',
    medium: '',
  },
  {
    to: 'LUAR-POLRES',
    strong:
      'kepolisian, kamtibmas, motor .. dicuri|raib|maling, ~curi .. motor|ternak|sapi|kelapa|sawit|kabel|uang|rumah, hilang .. teras|kandang|rumah & motor|sapi|hp, pencuri, ~bobol, kriminal, tindak pidana, ~jual sabu, ~pakai sabu, transaksi .. narkoba|sabu, bandar, remaja .. busur|tawuran, ~serang .. parang|badik, ~ancam .. parang|badik|senjata, ~tipu .. jutaan|pembeli|online|transfer|travel|umrah, arisan bodong, investasi bodong, bodong, pinjaman online .. teror, ~teror, orang asing .. rumah, laporan polisi, lapor polisi, kasus .. polisi, kecelakaan .. lari, tabrak lari, pungutan preman, geng, ~ganja, sajam, ~begal',
    medium: 'pencuri, ~jahat, korban .. tipu, rawan, hilang .. motor, pidana',
  },
  {
    to: 'LUAR-KEMENAG',
    strong:
      'urusan agama, pendidikan agama, pendidikan .. madrasah|pesantren, antrean haji, keberangkatan haji, ~berangkat haji, calon haji, ~nikah .. daftar|kua|gratis|biaya, ~urus nikah, buku .. nikah, duplikat .. nikah, bimbingan nikah, guru .. madrasah|pai, santri, pondok, ustaz, quran, imam .. masjid, hisab, sertifikasi .. wakaf',
    medium: 'islam, masjid, ~haji',
  },
  {
    to: 'LUAR-KLH',
    strong:
      'kehutanan, hutan .. ~tebang|gundul|~rambah|~bakar|ilegal, ~rambah .. hutan, perambahan, tambang .. tanpa izin|rakyat|pasir|emas|ilegal, ~tambang .. ilegal|liar|sungai, penambangan, izin .. pertambangan, konsesi .. vale|tambang, tumpahan .. minyak, pipa minyak, perusahaan tambang .. izin|~cabut|lahan|~cemar, smelter .. izin|asap|pusat, hilirisasi, kontrak .. vale, batas .. kawasan hutan, lahan .. kawasan, kebun .. kawasan',
    medium: 'penambang, ~tambang, izin .. perusahaan',
  },
];
