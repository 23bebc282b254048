/** Who is in office, where they work, and who is not. */
import type { AccusationData } from '../../../routing/types.ts';

/** `to` names the office that is shut out when such a person is accused; village government has none. */
export const actors: AccusationData['actors'] = [
  {
    to: null,
    words: `kades, sekdes, kadus, kaling, kaur, kasi, perangkatdesa, pemdes, pihakdesa, orangdesa, aparat, bpd, rt, rw,
      bendahara & @kantor, operator & @kantor, panitia & @kantor, pengurus & @kantor, ketua & @kantor, ketua kelompoktani,
      ketua .. bumdes, direktur bumdes, imam desa, kader, bekas @kepala, plt, pj, penjabat, penjaga & @kantor, penagih & @kantor,
      tim & @kantor, penarik & @kantor, teknisi & @kantor, pemungut, juru pungut, juru tulis, ~jaga loket, ~urus surat,
      ~pegang stempel, korcam, tpk, pendata`,
  },
  {
    to: 'kecamatan',
    words:
      'camat, lurah, sekcam, pihakkecamatan, pihakkelurahan, orang kecamatan, orang kelurahan, sekretaris lurah',
  },
  {
    to: null,
    words: `petugas, pegawai, staf, oknum, pejabat, pns, asn, pppk & !formasi, kadis, kabid, kabag, kasubag, kasubbag, sekretaris,
      orangdalam, orangkantor, pihakdinas, tu, karyawan .. pemda, satpam .. kantor, mandor & @kantor, pengawas & @kantor,
      surveyor, kolektor, tenaga kontrak, ajudan, timses, birokrat, pelayan publik, admin .. desa|kantor, atasan & @kantor,
      bosnya & @kantor, pimpinan & @kantor, orang disdukcapil, imam kantor, imam desa, baju dinas, ~seragam dinas, honorer .. kantor|dinas|desa`,
  },
  {
    to: 'cat:sekolah',
    words:
      'kepsek, guru, walikelas, pihaksekolah, komite, bendahara sekolah, operator sekolah, penjaga sekolah, pengawas sekolah, wakasek, tu sekolah',
  },
  {
    to: 'cat:puskesmas',
    words:
      'kapus, bidan, perawat, dokter, mantri, nakes, pihakpuskesmas, apoteker, petugas kesehatan, sopir ambulans, supir ambulans, kader posyandu, ahli gizi, orang puskesmas',
  },
  {
    to: 'cat:rumah-sakit',
    words: 'pihakrs, karu, direktur .. rumahsakit|rsud, petugas rumahsakit, petugas rsud, orang rumahsakit',
  },
  { to: 'cat:ketertiban', words: 'satpol' },
  { to: 'cat:pertanian', words: 'penyuluh, ppl, mantri tani' },
  { to: 'cat:sampah', words: 'sopir .. sampah, supir .. sampah, petugas sampah, sopir truk sampah' },
  { to: 'cat:bantuan-sosial', words: 'pendamping, tksk, pendamping pkh' },
  { to: 'cat:pasar-usaha', words: 'kepalapasar, petugas pasar, pengelola pasar, mantri pasar' },
  { to: 'cat:air-ledeng', words: 'petugas pdam, pegawai pdam, orang pdam' },
  { to: 'LUAR-POLRES', words: 'polisi, polantas, bhabinkamtibmas, penyidik, kanit, kapolsek' },
  { to: 'LUAR-PLN', words: 'petugas pln, orang pln, pegawai pln' },
  { to: 'LUAR-BPN', words: 'petugas bpn, pegawai bpn, orang bpn' },
  { to: 'SETWAN', words: 'dewan, ketua dprd, caleg' },
  { to: 'LUAR-KEMENAG', words: 'penghulu, pegawai kua, petugas kua' },
  { to: null, words: 'babinsa, tni, tentara, hakim, jaksa' },
  { to: 'SETDA', words: 'bupati, wabup, wakil bupati, sekda, asisten, kasubag, staf ahli' },
  {
    to: 'INSPEKTORAT',
    words: 'inspektur, auditor, pegawai inspektorat, orang inspektorat, petugas inspektorat',
  },
];

export const places = `loket, kantor, puskesmas, pustu, rsud, rumahsakit, igd, sekolah, sd, smp, sma, smk, tk, paud, dinas, kelurahan,
  kecamatan, disdukcapil, samsat, posyandu, poli, balai desa, desa, dusun, pemda, instansi, kua, mpp, upt, uptd, bumdes, pelayanan,
  dishub, dinsos, dinkes, disdik, distan, disnaker, pupr, pdam, pln, bpn, terminal, dermaga, pelabuhan, blt, bansos, pkh, bpnt, danadesa,
  ktp, kk, akta, surat, sertifikat, ptsl, proyek, seragam dinas, baju dinas, ambulans, jembatan timbang, pos, ujian, berkas, pip, razia, tilang, sidang, bumdes, kelompoktani, pasar, kader, bantuan, rawat, pasien, pendaftaran, kelas, rapor, honor, jenazah, kir`;

/** People who hold no office: what they do is not misconduct in office. */
export const outsiders = `preman, calo, pedagang, penjual, pengecer, kios, pemilik, tetangga, suami, istri, mantan, pacar, majikan, bos,
  perusahaan, kontraktor, subkontraktor, developer, pengembang, penipu, rentenir, koperasi, swasta, tengkulak, pengepul, debt collector, bank,
  tukang parkir, jukir, juru parkir, pengamen, sopir travel, sopir angkot, ojek, toko, warung, agen, pangkalan, nelayan, leasing, pinjol, geng, anak muda, pengemis, mandor kebun, pemuda`;

/** Turn an act round when they stand just before it, with at most one of the others between. */
export const negations = 'tidak bukan tanpa belum jangan bebas anti cegah mencegah';
export const between =
  'ada pernah satu unsur boleh perlu bermaksud mau ingin sepeser ikut melakukan soal dari';
