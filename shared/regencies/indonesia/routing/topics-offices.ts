/** Offices without a public category, kecamatan, and institutions outside the regency. */
import type { Topic } from '../../../routing/types.ts';

export const others: Topic[] = [
  {
    to: 'DPK',
    strong:
      'perpustakaan, ~pustaka, pojok baca, taman baca, arsip, ~arsip, minat baca, buku bacaan, literasi, pustaka keliling, pinjam buku, koleksi buku, mobil pintar',
    medium: 'buku, ~baca',
  },
  {
    to: 'BKAD',
    strong:
      'aset .. pemda|daerah|kabupaten|pemerintah, aset, gedung .. pemda|pemerintah .. kosong|terbengkalai|~pakai, gedung .. kosong, rumdis .. kosong|rusak, tanah .. pemda, lelang .. randis|kendaraan, randis .. lelang, tpp, gaji #, gaji .. pns|asn, tagihan .. proyek, ~bayar .. rekanan, rekanan, hibah .. tanah|aset, pinjam pakai, bkad, sewa .. tanah pemda|gedung, sewa gedung, kontraktor .. belum ~bayar .. pemda|dinas',
    medium: 'terbengkalai, gedung .. pemda, anggaran .. cair, belum cair & honor',
  },
  {
    to: 'KESBANGPOL',
    strong:
      'ormas, paguyuban, lsm, organisasi masyarakat, kerukunan, toleransi, fkub, izin penelitian, rekomendasi penelitian, penelitian .. izin, surat .. penelitian, kesbangpol, partai politik, yayasan, wawasan kebangsaan, rumah ibadah .. izin|tolak|~diri, aliran sesat, bendera .. konflik, konflik .. agama|suku, kesbang, radikal, perkumpulan',
    medium: 'organisasi, suku, ~diri .. organisasi',
  },
  {
    to: 'SETDA',
    strong:
      'beasiswa, hibah .. masjid|gereja|pura|ibadah, bantuan .. masjid|gereja|pura|mushola|musala|ibadah|pesantren, insentif .. imam|ngaji|pendeta|marbot|guru ngaji, imam .. insentif, guru ngaji, marbot, mtq, umrah .. gratis, audiensi, bertemu bupati, ketemu bupati, sambutan bupati, bagian kesra, kesra, lelang .. proyek|pengadaan, tender, lpse, pengadaan barang, peraturan daerah, perbup, bantuan hukum, bagian hukum, setda, sekretariat daerah, prokopim, undang .. bupati, upacara, safari ramadan, bantuan mahasiswa, asrama mahasiswa, proposal',
    medium: 'masjid, mahasiswa, bupati, mushola, gereja, pura, imam',
  },
  {
    to: 'SETWAN',
    strong:
      'dewan .. reses|turun|kunjung|aspirasi|rapat|dapil, reses, dprd, rdp, rapat dengar pendapat, dapil, sekretariat dprd, paripurna, pokir, setwan, gedung dewan',
    medium: 'dewan, legislatif, komisi',
  },
  {
    to: 'BAPELITBANGDA',
    strong:
      'musrenbang, musrenbangdes, rpjmd, rkpd, usulan .. ~tahun|prioritas|pembangunan, usulan pembangunan, prioritas usulan, perencanaan daerah, bappeda, bapelitbangda, inovasi daerah, riset, pembangunan .. merata, ~rata pembangunan, tata kota, rencana pembangunan, sipd',
    medium: 'usulan, inovasi, prioritas',
  },
  {
    to: 'INSPEKTORAT',
    strong:
      'lapor .. gratifikasi, ~lapor .. pungli, gratifikasi, inspektorat, antikorupsi, anti korupsi, bahaya korupsi, penyuluhan .. korupsi, sosialisasi .. korupsi|gratifikasi|pungli, saber pungli, lhkpn, wbs, whistleblowing, zona integritas, audit .. desa, reviu',
    medium: 'audit, korupsi, pungli',
  },
  {
    to: 'kecamatan',
    strong: `camat, kantor camat, kantor kecamatan, pihakkecamatan, tingkat kecamatan, lomba .. kecamatan, loket .. camat, legalisir .. camat|kecamatan, pelayanan kecamatan, staf camat, kantor lurah, kantor kelurahan, kelurahan .. pelayanan|surat|kantor|loket,
      ~mediasi, dimediasi, pagari .. jalan, ~pagar .. jalan .. setapak|warga|orang, ~pagar .. akses, sengketa .. tetangga|batas kebun, batas .. kebun|pekarangan, surat pengantar .. camat|kecamatan, lomba perahu, agustusan, tujuh belasan, # agustus, lurah, rekomendasi camat, paten, kerja bakti, gotong royong & kecamatan, pihakkelurahan, musyawarah .. kecamatan`,
    medium:
      'kecamatan, kelurahan, tetangga .. pagar|~pagar, kantor .. tutup, ronda, siskamling, lomba, perselisihan .. tetangga, silaturahmi',
  },
  {
    to: 'LUAR-PLN',
    strong: `pln, listrik .. @mati & !pju, listrik padam, mati lampu, lampu .. padam .. rumah|kampung|desa, token .. listrik, token, tiang listrik, kabel listrik, kabel pln, tegangan, voltase, ~padam listrik, pemadaman, sambungan listrik, pasang .. listrik, listrik .. ~pasang, gardu, trafo, travo, meteran listrik, meteran .. listrik, daya listrik, tagihan listrik, listrik .. ~naik|turun|rendah|mahal|boros, ~aliri listrik, belum .. listrik, listrik masuk, jaringan listrik, byarpet, tarif listrik, kilometer listrik, lampu rumah .. mati`,
    medium: 'listrik, kabel .. ~juntai|putus|rendah, tiang .. miring & kabel',
  },
  {
    to: 'LUAR-BPN',
    strong:
      'sertifikat .. tanah|rumah|kebun|program, sertifikat, ptsl, bpn, pertanahan, balik nama .. tanah|sertifikat, ~ukur .. tanah, sengketa tanah, sengketa lahan, tanah .. sengketa|serobot|~serobot, ~serobot .. tanah|lahan, tumpang tindih, hak milik, hgu, surat tanah, roya, patok .. tanah|batas, sporadik, prona, agraria, mafia tanah, tanah adat, tanah ulayat, pecah sertifikat',
    medium: 'tanah .. warisan, lahan .. klaim, patok, batas tanah',
  },
  {
    to: 'LUAR-BPJS',
    strong:
      'bpjs .. mandiri|kelas|~bayar|tunggak|iuran|denda|autodebet|bulanan|karyawan, iuran bpjs, tunggakan .. bpjs, ~tunggak .. bpjs, bpjs mandiri, jkn .. mandiri|kelas|~bayar, mobile jkn, kantor bpjs, peserta mandiri, faskes .. pindah|~ganti, pindah faskes, bpjs kesehatan .. ~bayar, ~bayar .. bpjs, naik kelas & bpjs, bayar .. sendiri & bpjs & !bukan',
    medium: 'tunggakan, autodebet, faskes',
  },
  {
    to: 'LUAR-BPJN',
    strong:
      'jalan nasional, jalan negara, trans sulawesi, poros nasional, jalan poros nasional, jalan trans, poros sulawesi, balai jalan, bpjn, jalan lintas sulawesi, jalan lintas provinsi, jembatan nasional, jalan pusat, jalan .. nasional|negara, poros .. nasional, jembatan .. trans|nasional',
    medium: 'poros provinsi sulawesi tengah',
  },
  {
    to: 'LUAR-BBWS',
    strong:
      'tebing sungai, balai sungai, balai besar, bbws, bronjong .. sungai, sungai .. bronjong, bronjong, ~normalisasi sungai, ~keruk sungai, sungai .. ~keruk, sungai .. dangkal|~dangkal, tanggul sungai, tanggul .. sungai, bibir sungai, bantaran sungai, sungai .. ~kikis|~gerus|abrasi|erosi, erosi .. sungai, bendungan, bendung .. jebol|@rusak|besar, pintu bendung, bantaran, daerah aliran sungai, sedimen sungai, waduk, pompengan',
    medium: 'bendung, ~kikis, sungai besar, sungai .. meluap, ~gerus',
  },
  {
    to: 'LUAR-PROV-DIK',
    strong:
      'sma, smk, slb, spp .. sma|smk, guru .. sma|smk, sma .. guruinsi, ijazah .. sma|smk, spmb .. sma|smk, jurusan .. smk',
    medium: 'prakerin, osis',
  },
  {
    to: 'LUAR-PROV-PU',
    strong:
      'jalan provinsi, pemprov .. jalan, jalan .. pemprov, jalan .. provinsi, jalan milik provinsi, poros provinsi, jembatan provinsi, ruas provinsi, provinsi .. jalan, pupr provinsi, gubernur .. jalan, jalan .. gubernur',
    medium: 'pemprov, provinsi, gubernur',
  },
  {
    to: 'LUAR-POLRES',
    strong: `~curi, maling, pencurian, ~rampok, begal, jambret, narkoba, sabu, judi, sabung ayam, togel, polisi .. patroli, patroli, ~bunuh, ~aniaya, ~tikam, ~keroyok, tawuran, ~kelahi, perkelahian, balap liar, balapan, ~tipu .. online|arisan|investasi|uang|rumah, penipuan, tilang, sim, surat izin mengemudi, skck, geng motor, senjata, busur, panah, badik .. ~bawa, ~bawa .. parang, kehilangan motor, motor .. hilang|~curi, ~hilang motor, ternak hilang, ~peras .. preman, preman, premanisme, ~culik, pembobolan, ~bobol .. rumah, pil koplo, obat terlarang, ~edar, ~pengedar, polisi, pemalakan, ~palak, ~ancam .. bunuh, debt collector, pinjol, stnk, bom ikan, hilang .. malam`,
    medium: 'mencurigakan, pelaku, keamanan, hilang & motor, kehilangan, tipu, ~ancam, penipu, calo',
  },
  {
    to: 'LUAR-KEMENAG',
    strong:
      'madrasah, mts, man, aliyah, ibtidaiyah, tsanawiyah, haji, umroh, umrah, kua, ~nikah .. kua|daftar|syarat, daftar nikah, bukunikah, penghulu, wakaf, pesantren, kemenag, kementerian agama, porsi haji, kuota haji, pelunasan haji, manasik, isbat nikah, guru agama, guru madrasah, tpq, zakat, baznas, penyuluh agama, calon pengantin, sertifikasi halal masjid, kiblat',
    medium: 'nikah, ~nikah, agama',
  },
  {
    to: 'LUAR-KLH',
    strong: `izin tambang, tambang .. izin|ilegal|liar|galian, iup, kementerian .. lingkungan|esdm|kehutanan, pemerintah pusat .. tambang|cabut, pusat .. cabut, konsesi, hutan lindung, galian c, tambang pasir, tambang batu, pengeboran .. tambang, ~eksplorasi, tambang .. tolak|~tolak, ~tolak .. tambang, illegal logging, pembalakan, ~balak liar, kayu ilegal, esdm, inspektur tambang, reklamasi tambang, tumpahan minyak .. perusahaan, kontrak karya, tambang emas, kawasan hutan`,
    medium: 'tambang, izin .. pusat, hutan, kayu, pemerintah pusat, ~bor',
  },
];
