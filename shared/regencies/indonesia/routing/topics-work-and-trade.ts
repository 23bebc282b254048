/** Farming, fishing, trade, permits, work, transport and the offices behind the counters. */
import type { Topic } from '../../../routing/types.ts';

export const economy: Topic[] = [
  {
    to: 'cat:pertanian',
    strong: `pupuk, hama, bibit .. @tanaman, benih, bibit gratis, traktor, combine, mesin panen, mesin tanam, kelompoktani, @tanaman .. busuk|layu|mati|kuning|rontok|serang|penyakit|~serang|hitam|kering,
      babihutan, hama babi, monyet, landak, wereng, tikus .. sawah|padi, ~tikus, ulat, walang sangit, keong, racun .. tikus|hama, pestisida, herbisida, alsintan, hand tractor, pompa .. sawah, handtraktor, penyuluh, ppl,
      @hewan .. sakit|mati|luka|ngiler|penyakit|~vaksin|hamil|bunting|kawin|suntik|~periksa, mantri hewan, dokter hewan, mantri ternak, vaksin .. @hewan, @hewan .. vaksin, pmk, rabies, flu burung, jembrana, inseminasi, kawin suntik, petani, gagal panen, asuransi tani, autp, rdkk, kartu tani,
      distan, pertanian, peternak, gabah .. harga, harga gabah, bulog, bibit sapi, bantuan sapi, bantuan kambing, bibit kakao, sawit rakyat, replanting, harga sawit, tbs, pekarangan .. bibit, perkebunan, babi .. mati, asf, kakao, merica`,
    medium:
      'sawah, padi, panen, jagung, bibit, sawit, tani, cengkeh, kebun .. serang, gabah, ternak, ~tanam, nonsubsidi, hewan, buah .. busuk',
    weak: 'kebun, sapi, ayam',
  },
  {
    to: 'cat:perikanan',
    strong: `nelayan, tambak, rumputlaut, pukat, trawl, bom ikan, ~bom .. ikan, jaring, racun ikan, ~setrum ikan, setrum .. ikan, bibit ikan, benih ikan, benur, keramba, karamba, kolam ikan, ikan .. budidaya, budidaya ikan,
      pelelangan .. ikan, pelelangan, solar .. nelayan, mesin ketinting, mesin .. perahu & bantuan, cold storage, pabrik es, udang, bandeng, nila, kepiting, diskan, alat tangkap, rumpon, bagang, kartu kusuka`,
    medium: 'ikan, laut, pelelangan, ~tangkap ikan, perahu .. bantuan, teripang, penyu',
    weak: 'perahu',
  },
  {
    to: 'cat:pasar-usaha',
    strong: `los .. pasar, pasar .. atap|bocor|becek|kumuh|@rusak|los|kios|retribusi|karcis|sempit|~bangun, kios pasar, kios .. pasar, pedagang .. pasar, retribusi pasar, karcis .. pasar, timbangan, ~timbang, takaran, tera, lpg, pangkalan, pangkalan gas, umkm, usaha kecil, koperasi,
      minyak goreng, minyakita, harga .. sembako|cabai|telur|minyak|gula|bawang|ayam|daging|lpg|bbm, sembako .. mahal, bantuan .. usaha, modal usaha, bantuan modal, kur, pelatihan kemasan, kemasan, label halal, sertifikat halal, halal, bpom, produk .. lokal, ~jual .. produk, makanan kedaluwarsa, kedaluwarsa, kadaluarsa, expired, pasar malam, pasar baru, pasar tradisional,
      pengrajin, industri rumahan, ~tera, spbu .. takaran|meteran|curang, pengecer .. jual|harga, het, disdag, pelatihan .. umkm|usaha, barang palsu, gerobak, lapak .. pasar, pameran, kios, los`,
    medium:
      'pasar, pedagang, harga, bbm, pertalite, solar, spbu, warung, usaha, antrean .. solar|bbm|pertalite, pengecer, gas',
    weak: 'mahal, beli, toko',
  },
  {
    to: 'DKP',
    strong: `harga beras, pasar pangan, pangan murah, pasar murah, stok beras, cadangan pangan, gerakan pangan, gpm, lumbung pangan, lumbung, ketahanan pangan, rawan pangan, beras .. mahal|naik|langka|kosong|sphp, sphp, keamanan pangan, pangan .. uji|pestisida|formalin, formalin, operasi pasar, pekarangan pangan`,
    medium: 'pangan, beras, harga .. naik & beras',
  },
  {
    to: 'cat:perizinan',
    strong: `oss, nib, pbg, imb, kbli, izin usaha, izin .. usaha|bangunan|praktik|apotek|klinik|toko|kos|reklame|warung|pendirian|~diri|lokasi, ~izin .. usaha, siup, perizinan, mpp, dpmptsp, slf, sertifikat laik, pkkpr, kesesuaian ruang, berizin, investasi, ~urus izin, surat izin, sip .. dokter|bidan|perawat`,
    medium: 'izin, izinnya, investor, ~izin',
  },
  {
    to: 'cat:tenaga-kerja',
    strong: `lowongan, loker, gaji .. ~bayar & kontraktor|perusahaan|bos|majikan|subkon|outsourcing|toko|pt, upah, pesangon, phk, ~phk, thr, umk, buruh, karyawan, tenaga kerja, pekerja .. lokal, pelatihan .. las|menjahit|~jahit|kerja|komputer|mekanik|operator|barista|salon, blk, kartu kuning, kartu pencari kerja, pencari kerja, bursa kerja, job fair,
      transmigrasi, transmigran, lahan usaha, jatah lahan .. trans, subkontraktor, subkon, outsourcing, magang, tki, pmi, bpjs ketenagakerjaan, jamsostek, kontrak kerja, ~pecat, ~rumah .. karyawan, lembur, kecelakaan kerja, mogok, serikat, disnaker, slip gaji, jam kerja & perusahaan, hubungan industrial, gaji .. perusahaan|kontraktor|toko, gaji .. telat|tunggak|~tahan & !guru & !desa & !honorer, luar negeri`,
    medium:
      'gaji, kerja, perusahaan, pekerja, kontraktor, ~rekrut, rekrutmen, cari kerja, pelatihan, kursus, pengangguran, nganggur',
  },
  {
    to: 'cat:perhubungan',
    strong: `rambu, truk .. ~kebut|kebut|ngebut|laju|kencang|~batas|jam, kebut, ~kebut, zebracross, marka, parkir, terminal, angkot, angkutan, kapal .. jadwal|penumpang|ferry|muatan|pelampung, jadwal kapal, tiket kapal, ferry, feri, dermaga, pelabuhan, kir, uji kendaraan, poldur, trafficlight, cermin tikungan, cermin cembung, pelampung, halte, bus, travel, ojek, bentor, pembatas jalan, guardrail, pagar pengaman jalan, warning light, lampu kuning, truk .. muatan|~parkir|besar .. kampung|lintas, tonase,
      ~muat .. ~lebih, kemacetan, macet .. jalan, ~atur lalulintas, dishub, penyeberangan, kapal, speedboat, tiket .. kapal, bandara, ~parkir, jukir, tukang parkir, penumpang .. kapal|perahu, laju .. sekolah, kendaraan .. laju|kencang .. sekolah, ~seberang anak sekolah, pita kejut, marka jalan, tikungan & cermin`,
    medium:
      'lalulintas, truk, macet, kendaraan .. kencang, mobil .. laju, penumpang, ngebut, kecelakaan, tikungan, trayek, ongkos, ~seberang, tiket',
    weak: 'sopir, laju, mobil, perahu',
  },
  {
    to: 'cat:internet',
    strong: `sinyal, internet, wifi, blank spot, blankspot, tower, bts, jaringan .. internet|telkomsel|seluler|lemot|hilang|indihome, telkomsel, indosat, indihome, ppid, website .. pemda|pemerintah|kabupaten|~akses, situs .. pemda|kabupaten, aplikasi .. pemda|pengaduan|kabupaten, hoaks, hoax, ~retas, penipu .. pemda|bupati|dinas|bantuan, ~tipu .. mengaku|~aku, mengaku .. pemda|bupati|dinas|petugas .. transfer,
      data statistik, jumlah penduduk, meminta .. data, permohonan data, akun palsu, nomor .. mengaku, siaran radio, videotron, diskominfo, cctv, media sosial .. pemda, tanda tangan elektronik, ~lapor .. aplikasi, aplikasi .. lapor, keterbukaan informasi, link palsu, kabar bohong, data .. skripsi, data .. penelitian`,
    medium:
      'jaringan, aplikasi, website, online, data, skripsi, server, error, penipu, facebook, whatsapp, informasi publik, dokumen',
  },
  {
    to: 'cat:kepegawaian',
    strong: `cpns, pppk, casn, formasi, mutasi .. pegawai|guru|pns, kenaikan pangkat, naik pangkat, sk pensiun, taspen, bkpsdm, honorer .. ~angkat|database|data|pppk|~daftar, database honorer, kartu pegawai, tes asn, asn, diklat, pns, tenaga honorer, honorer r, paruh, nip, seleksi .. pppk|cpns, tugas belajar, izin belajar`,
    medium: 'honorer, mutasi, pegawai, pangkat, seleksi',
  },
  {
    to: 'cat:pajak-daerah',
    strong:
      'pbb, bphtb, sppt, njop, pajak bumi, pajak restoran, pajak hotel, pajak reklame, pajak daerah, pajak .. sarang walet, pajak galian, bapenda, pajak .. tanah, pajak .. rumah, tunggakan pajak, denda pajak, pajak .. warung, retribusi daerah, tagihan pajak, kantor pajak daerah, ~bayar pajak',
    medium: 'pajak, retribusi, karcis',
  },
  {
    to: 'cat:wisata-olahraga',
    strong: `wisata, ~wisata, pantai, air terjun, lapangan .. voli|bola|futsal|basket|takraw|tenis|bulutangkis|olahraga, lapangan bola, lapangan voli, gor, stadion, karang taruna, atlet, wahana, banana boat, homestay, penginapan wisata, turnamen, kejuaraan, pemuda .. kegiatan|pelatihan|organisasi, popda, porprov, pengunjung, gazebo, permandian, olahraga, sepak bola, futsal, voli, tempat wisata, objek wisata, ekonomi kreatif, kolam renang, festival, pramuka, knpi, paskibraka, disparpora, tribun, jogging`,
    medium: 'lapangan, pemuda, anak muda, danau, lomba, bola, pengunjung',
  },
  {
    to: 'cat:keluarga-berencana',
    strong:
      'kb, implan, susuk, kontrasepsi, pil kb, suntik kb, spiral, iud, vasektomi, tubektomi, steril, kampung kb, dppkb, penyuluh kb, plkb, bkb, ~rencana keluarga, keluarga berencana, dapur sehat, genre, kondom, pus, keluarga .. risiko stunting, keluarga berisiko',
    medium: 'jarak kelahiran',
  },
];
