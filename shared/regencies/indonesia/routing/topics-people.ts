/** Health, school, aid, papers and village matters. Grammar of the patterns: shared/routing/pattern.ts. */
import type { Topic } from '../../../routing/types.ts';

export const people: Topic[] = [
  {
    to: 'cat:puskesmas',
    strong: `puskesmas, pustu, posyandu, polindes, poskesdes, imunisasi, vaksin & !sapi & !ternak & !ayam & !anjing, ambulans, bidan, dbd, ~fogging,
      fogging, ~asap nyamuk, jentik, nyamuk, malaria, stunting, gizi buruk, gizi, mencret, diare, muntaber, tbc, tb paru, kusta, campak,
      dinkes, keracunan, ~racun makanan, depot air, air .. isi ulang, ~digigit anjing|ular, vaksin .. manusia, suntik rabies, anak .. gigit, gigit anjing, kena gigit, vaksin rabies .. puskesmas, puskesmas .. rabies, orang .. gigit, var,
      kunjungan rumah .. perawat, perawat .. kunjungan|~kunjung, kader, melahirkan, persalinan, obat .. habis|kosong,
      sunatan massal, khitan massal, kesehatan gratis, ~periksa kesehatan, cek kesehatan, pengobatan gratis, wabah, apotek, vitamin,
      mata katarak, operasi katarak, kesehatan jiwa, obat odgj, pirt, dokter .. desa, home care, kesling`,
    medium:
      'perawat, dokter, obat, imunisas, penyakit, demam, batuk, kesehatan, berobat, pasien, gatal, nakes, mantri, dirujuk, rujukan',
    weak: 'sakit, bayi, balita, hamil',
  },
  {
    to: 'cat:rumah-sakit',
    strong: `rsud, rumahsakit, igd, poli, poliklinik, rawat inap, ruang perawatan, ruang rawat, dokter spesialis, dokter bedah,
      cuci darah, hemodialisa, kamar operasi, kamar mayat, bangsal, apotek .. rumahsakit, ruang bersalin, icu, nicu, dokter anak,
      antrean .. poli, radiologi, rontgen, laboratorium .. rumahsakit, farmasi`,
    medium:
      'opname, pasien, spesialis, rawat, operasi, ruang tunggu & pasien, kamar & pasien, kantong darah, pmi',
  },
  {
    to: 'cat:jaminan-kesehatan',
    strong: `kis, pbi, bpjs|jkn .. gratis|pemerintah|nonaktif|~aktif|miskin|mampu, jkn, uhc, jamkesda, bpjs .. pbi, ~aktif .. kis,
      bpjs gratis, kartu sehat, bpjs .. pemda, ~tanggung .. pemerintah & bpjs, bpjs & sktm, bpjs`,
    medium: 'berobat .. gratis, jaminan kesehatan, sktm',
  },
  {
    to: 'cat:sekolah',
    strong: `@sekolah .. atap|bocor|@rusak|bangku|kursi|meja|wc|pagar|kelas, ruang kelas, atap .. sekolah|kelas|sd|smp, seragam, spmb,
      penerimaan .. murid|siswa|peserta, zonasi, guru .. kurang|kosong|honorer|pensiun|pengganti, kurang guru, guru honorer, pelajaran,
      ~bangun .. paud|tk|sd|smp, paud, tk, smp, sd, buku paket, ijazah .. sd|smp, rapor, dana bos, pip, kip, disdik, bangku sekolah,
      mebel sekolah, gedung sekolah, kepsek, wc sekolah, sekolah .. air|wastafel|toilet|listrik|lampu|internet, air .. sekolah, wastafel, toilet sekolah, putus sekolah, kejar paket, pkbm, sekolah .. jauh,
      honor .. guru, tunjangan guru, sertifikasi guru, guru .. insentif, murid .. bully, ~bully, perundungan, ~rundung, ekstrakurikuler, dapodik, nisn,
      cagar budaya, situs budaya, sanggar seni, kesenian, budaya, tari, museum, rumah adat, bahasa daerah, makan bergizi, mbg, kurikulum, jam sekolah,
      pindah sekolah, mutasi siswa, ~ajar .. kelas, mata pelajaran`,
    medium:
      'sekolah, guru, murid, siswa, kelas, semester, ujian, bangku, wali murid, adat, laptop sekolah, libur sekolah, honor',
    weak: 'belajar, anak',
  },
  {
    to: 'cat:bantuan-sosial',
    strong: `pkh, bpnt, bansos, bantuan sosial, dtsen, kartu lansia, lansia, kursi roda, disabilitas, difabel, tunanetra, tuli & bantuan, lumpuh & bantuan,
      odgj, yatim, panti, pengemis, gepeng, gelandangan, anak jalan, bantuan .. janda|miskin|mampu|lansia|jompo|sembako,
      tidak .. ~data .. bantuan, tidak ~data, tidak .. ~data & bantuan, ~data .. miskin, sembako .. bantuan, beras bantuan, kks, desil, bantuan tunai, kemensos, dinsos,
      ~telantar, terlantar, jompo, warga miskin, keluarga miskin, kurang mampu & bantuan, tidak pernah .. bantuan, belum .. bantuan, tidak dapat bantuan, alat bantu dengar, tongkat,
      kaki palsu, pemulung, ~mengemis, bantuan .. tunai, blt & !desa, santunan, kube, penerima .. ~hapus, ~coret .. penerima, korban ~telantar, jenazah terlantar, pekerja anak, anak .. ~ngemis|ngamen|dipekerjakan, anak kecil .. ~jual, eksploitasi anak, ~asuh .. anak, rehabilitasi sosial`,
    medium:
      'miskin, janda, lumpuh, tidak mampu, penerima bantuan, penerima .. bantuan, mensos, sembako, bantuan, kartu merah putih, sebatang kara, kurang mampu',
    weak: 'jompo, nenek, kakek',
  },
  {
    to: 'cat:kekerasan',
    strong:
      'kdrt, kekerasan .. anak|perempuan|istri|rumah, ~cabul, ~leceh .. seksual, perkosa, pernikahan anak, kawin anak, nikah .. umur, hak asuh, ~telantar .. anak, uptd ppa, ~lindung .. anak, ~pukul .. anak, anak .. ~pukul',
    medium: 'pelecehan, trauma, psikolog, korban kekerasan, nafkah, perempuan anak',
  },
  {
    to: 'cat:kependudukan',
    strong: `ktp, kk, akta, kia, ikd, nik, surat pindah, pindah domisili, pindah .. kk, disdukcapil, blangko, rekam .. ktp, ~rekam, akta lahir, akta kelahiran, akta kematian,
      akta cerai, akta nikah, cetak .. ktp, cetak .. kk, pecah kk, pisah kk, numpang kk, nama .. kk, nama .. ijazah & kk, data kependudukan, kartu identitas, surat keterangan pindah, kartu anak, skpwni, nomor induk kependudukan, nik ganda, aktivasi .. ktp|ikd`,
    medium: 'domisili, surat kematian, salah nama, ~aktivasi, salah .. huruf, tempat lahir, tanggal lahir',
  },
  {
    to: 'cat:desa',
    strong: `danadesa, blt .. desa, blt dd, bumdes, bpd, apbdes, musyawarah desa, musdes, pilkades, pemilihan kades, kasdesa, perangkatdesa, pengisian .. perangkatdesa, musrenbangdes,
      kadus .. kosong|meninggal|pengganti|~ganti, jabatan .. kadus, batas desa, tapal batas, pemekaran .. desa|dusun, pemekaran, profil desa, website desa, siskeudes, balai desa, dpmd, insentif .. rt|kader|kadus,
      honor .. rt|kader|kadus, gaji .. perangkatdesa|kadus, siltap, desa wisata .. dana, posyantek, karang taruna & desa, pkk, kantor desa, transparan .. desa, rt .. pemilihan, pemilihan .. rt|kadus`,
    medium: 'pemdes, kades, kadus, sekdes, desa, surat .. desa, pelayanan desa, dusun, blt, rt',
  },
];
