/**
 * What invented reporters write about, by category: a title and the beginnings of texts. {desa} and {tempat} are filled in.
 * No real person, place or event is meant.
 */

export interface Topic {
  title: string;
  texts: readonly string[];
}

export const places = [
  'di depan balai desa',
  'dekat pasar',
  'di samping masjid',
  'dekat jembatan',
  'di belakang sekolah',
  'di tikungan sebelum lapangan',
  'di lorong dekat puskesmas',
  'di pinggir sawah',
  'dekat dermaga',
  'di dusun paling ujung',
] as const;

export const sinces = [
  'sejak pekan lalu',
  'sudah tiga hari',
  'sudah hampir sebulan',
  'sejak hujan deras kemarin',
  'sudah dua bulan lebih',
  'sejak awal tahun',
  'baru ketahuan tadi pagi',
] as const;

export const pleas = [
  'Mohon ditindaklanjuti.',
  'tolong dilihat dulu ke sini',
  'Kami sudah lapor ke kepala dusun tapi belum ada kabar.',
  'Terima kasih sebelumnya.',
  'Anak-anak lewat situ tiap hari, kami khawatir.',
  'Kalau perlu warga siap gotong royong.',
  'Mohon kabarnya, Bapak/Ibu.',
  'sudah pernah ada yang datang memfoto tapi tidak ada lanjutannya',
] as const;

export const topics: Readonly<Record<string, Topic>> = {
  'jalan-jembatan': {
    title: 'Jalan rusak {tempat} {desa}',
    texts: [
      'Jalan {tempat} {desa} berlubang besar, motor sering jatuh',
      'papan jembatan kayu {tempat} {desa} ada yang patah',
    ],
  },
  'saluran-air': {
    title: 'Selokan mampet {tempat} {desa}',
    texts: [
      'Selokan {tempat} {desa} penuh lumpur dan plastik, air naik ke halaman',
      'gorong-gorong {tempat} {desa} runtuh sebelah',
    ],
  },
  irigasi: {
    title: 'Air irigasi tidak sampai ke sawah {desa}',
    texts: [
      'Pintu air {tempat} {desa} macet, sawah di hilir kering',
      'tanggul saluran tersier di {desa} jebol',
    ],
  },
  'lampu-jalan': {
    title: 'Lampu jalan padam {tempat} {desa}',
    texts: [
      'Lampu jalan {tempat} {desa} mati, malam gelap sekali',
      'tiang lampu {tempat} {desa} miring, kabelnya menjuntai',
    ],
  },
  'rumah-permukiman': {
    title: 'Jalan lorong becek {tempat} {desa}',
    texts: [
      'Lorong {tempat} {desa} belum disemen, becek kalau hujan',
      'rumah tetangga di {desa} atapnya hampir roboh, penghuninya lansia',
    ],
  },
  'air-ledeng': {
    title: 'Air ledeng mati di {desa}',
    texts: [
      'Air ledeng {tempat} {desa} tidak mengalir, kami beli air galon',
      'air ledeng di {desa} keruh dan berbau',
    ],
  },
  sampah: {
    title: 'Sampah menumpuk {tempat} {desa}',
    texts: [
      'Sampah {tempat} {desa} tidak diangkut, baunya sampai ke rumah',
      'orang buang sampah sembarangan {tempat} {desa}',
    ],
  },
  pencemaran: {
    title: 'Air sungai {desa} berubah warna',
    texts: [
      'Air sungai {tempat} {desa} jadi cokelat pekat dan ikan mati',
      'asap pembakaran {tempat} {desa} masuk ke rumah tiap sore',
    ],
  },
  bencana: {
    title: 'Banjir masuk rumah di {desa}',
    texts: [
      'Air sudah masuk rumah {tempat} {desa}, kami butuh perahu dan selimut',
      'tebing {tempat} {desa} longsor menutup separuh jalan',
    ],
  },
  ketertiban: {
    title: 'Ternak lepas {tempat} {desa}',
    texts: [
      'Sapi berkeliaran {tempat} {desa} tiap malam',
      'kendaraan balap liar {tempat} {desa} tiap malam Minggu',
    ],
  },
  puskesmas: {
    title: 'Antre lama di puskesmas dekat {desa}',
    texts: [
      'Antrean di puskesmas dekat {desa} panjang sekali, dokternya satu',
      'obat rutin ibu saya kosong di puskesmas dekat {desa}',
    ],
  },
  'rumah-sakit': {
    title: 'Jadwal poli di rumah sakit berubah',
    texts: [
      'Kami dari {desa} sudah datang subuh, jadwal poli ternyata pindah tanpa kabar',
      'ruang tunggu rumah sakit bocor, pasien dari {desa} berdiri',
    ],
  },
  'jaminan-kesehatan': {
    title: 'Kartu KIS tidak aktif',
    texts: [
      'Kartu KIS keluarga saya di {desa} tidak aktif waktu mau berobat',
      'nama anak saya di {desa} belum masuk kepesertaan',
    ],
  },
  sekolah: {
    title: 'Atap sekolah bocor di {desa}',
    texts: [
      'Atap kelas {tempat} {desa} bocor, anak-anak belajar berdesakan',
      'guru kelas satu di {desa} kosong, murid digabung',
    ],
  },
  'bantuan-sosial': {
    title: 'Bantuan sosial belum diterima di {desa}',
    texts: [
      'Nama ibu saya di {desa} ada di daftar tapi bantuannya belum diterima',
      'tetangga saya di {desa} lumpuh dan belum pernah didata',
    ],
  },
  kependudukan: {
    title: 'KTP belum jadi',
    texts: [
      'Perekaman KTP saya dari {desa} sudah selesai tapi fisiknya belum ada',
      'kartu keluarga kami di {desa} salah ejaan nama anak',
    ],
  },
  desa: {
    title: 'Pelayanan kantor desa {desa}',
    texts: [
      'Kantor desa {desa} sering tutup pada jam kerja',
      'papan rencana kegiatan desa {desa} belum dipasang tahun ini',
    ],
  },
  pertanian: {
    title: 'Pupuk sulit didapat di {desa}',
    texts: [
      'Pupuk bersubsidi di {desa} kosong padahal sudah musim tanam',
      'hama tikus di sawah {tempat} {desa} makin banyak',
    ],
  },
  perikanan: {
    title: 'Tambatan perahu rusak di {desa}',
    texts: [
      'Tambatan perahu {tempat} {desa} patah, nelayan susah sandar',
      'bantuan jaring di {desa} belum sampai',
    ],
  },
  'pasar-usaha': {
    title: 'Los pasar bocor dekat {desa}',
    texts: [
      'Atap los pasar dekat {desa} bocor, dagangan basah',
      'harga minyak goreng di kios {desa} jauh di atas yang dipasang',
    ],
  },
  perizinan: {
    title: 'Izin usaha rumahan',
    texts: [
      'Saya di {desa} mau mengurus izin usaha rumahan, sistemnya menolak terus',
      'berkas izin bangunan dari {desa} belum ada kabar',
    ],
  },
  'tenaga-kerja': {
    title: 'Upah belum dibayar',
    texts: [
      'Upah kami bertiga dari {desa} belum dibayar penuh',
      'pelatihan kerja yang diumumkan di {desa} tidak jadi dibuka',
    ],
  },
  perhubungan: {
    title: 'Rambu roboh {tempat} {desa}',
    texts: [
      'Rambu {tempat} {desa} roboh tertutup rumput',
      'angkutan ke {desa} tidak lewat lagi sesudah siang',
    ],
  },
  internet: {
    title: 'Sinyal hilang di {desa}',
    texts: [
      'Di {desa} sinyal hilang kalau hujan, anak sekolah tidak bisa ujian',
      'wifi balai desa {desa} mati',
    ],
  },
  listrik: {
    title: 'Listrik padam di {desa}',
    texts: [
      'Listrik padam {tempat} {desa} berjam-jam tanpa kabar',
      'tegangan di {desa} turun naik, kulkas rusak',
    ],
  },
  tanah: {
    title: 'Sertifikat tanah belum terbit',
    texts: [
      'Sertifikat program tahun lalu di {desa} belum kami terima',
      'batas tanah kami {tempat} {desa} dipersoalkan tetangga',
    ],
  },
};

/** How often something is written about; 1 where it is not said. */
export const often: Readonly<Record<string, number>> = {
  ...{ 'jalan-jembatan': 16, 'lampu-jalan': 10, sampah: 10, kependudukan: 8, ketertiban: 7 },
  ...{ 'saluran-air': 4, 'air-ledeng': 4, 'bantuan-sosial': 4, puskesmas: 3, listrik: 3 },
  ...{ sekolah: 2, desa: 2, perizinan: 2, tanah: 2 },
};

/** About somebody in office; without a place. */
export const accusations: readonly Topic[] = [
  {
    title: 'Diminta uang di loket',
    texts: ['Waktu mengurus surat saya diminta uang oleh petugas tanpa kuitansi'],
  },
  {
    title: 'Kendaraan dinas dipakai pribadi',
    texts: ['Kendaraan dinas dipakai keperluan pribadi pada hari libur'],
  },
  {
    title: 'Pegawai sering tidak masuk',
    texts: ['Ada pegawai yang hanya absen pagi lalu pulang, pelayanan jadi terlambat'],
  },
  { title: 'Bantuan dipotong', texts: ['Bantuan yang kami terima dipotong, katanya biaya administrasi'] },
];

/** Of no use to any office. */
export const spam: readonly Topic[] = [
  {
    title: 'Pinjaman cepat cair',
    texts: ['Butuh dana cepat tanpa jaminan, hubungi kami sekarang juga, promo hari ini'],
  },
  { title: 'Halo', texts: ['tes tes tes apakah ini jalan tes tes'] },
];

export const vague: readonly Topic[] = [
  { title: 'Pelayanan buruk', texts: ['Pelayanan di mana-mana buruk, tolong diperbaiki semuanya'] },
  { title: 'Harga naik', texts: ['Harga naik terus, hidup makin susah, bagaimana ini'] },
];
