/**
 * Categories in a villager's words. `lapor` is the path in SP4N-LAPOR!'s tree (lapor-categories.json), `office`
 * the role that usually answers; where a regency divides the work otherwise, its pack says so in `categoryOffices`.
 * `public: false` = only officers choose it.
 */
import type { PackCategory } from '../types.ts';

type Row = [id: string, name: string, lapor: string, office: string | null];

const pu = 'Pekerjaan Umum Dan Penataan Ruang';
const tertib = 'Ketenteraman, Ketertiban Umum, Dan Pelindungan Masyarakat';
const alam = 'Lingkungan Hidup Dan Kehutanan';
const ekonomi = 'Ekonomi Dan Keuangan';
const desa = 'Pembangunan Desa, Daerah Tertinggal, Dan Transmigrasi';
const gender = 'Kesetaraan Gender Dan Sosial Inklusif';
const tani = 'Pertanian Dan Peternakan';
const sekolah = 'Pendidikan Dan Kebudayaan';

const forCitizens: Row[] = [
  ['jalan-jembatan', 'Jalan dan jembatan', `${pu} > Infrastruktur Jalan`, 'PUPR'],
  ['saluran-air', 'Selokan, parit, dan gorong-gorong', `${pu} > Drainase (Gorong-Gorong/Parit)`, 'PUPR'],
  ['irigasi', 'Irigasi sawah', `${tani} > Irigasi Pertanian`, 'PUPR'],
  ['lampu-jalan', 'Lampu jalan', 'Perhubungan > Lampu Penerangan Jalan Umum', 'DISHUB'],
  ['rumah-permukiman', 'Rumah tidak layak huni dan jalan lorong', `${pu} > Permukiman`, 'DPKPP'],
  [
    'air-ledeng',
    'Air ledeng (PDAM)',
    'Energi Dan Sumber Daya Alam > Gangguan Layanan Penyaluran Air',
    'PDAM',
  ],
  ['sampah', 'Sampah', `${alam} > Pengelolaan Sampah`, 'DLH'],
  ['pencemaran', 'Pencemaran dan limbah', `${alam} > Pencemaran Lingkungan`, 'DLH'],
  [
    'bencana',
    'Banjir, longsor, dan bencana lain',
    `${alam} > Lainnya Terkait Penanggulangan Bencana`,
    'BPBD',
  ],
  ['kebakaran', 'Kebakaran dan penyelamatan', `${tertib} > Pemadaman Kebakaran`, 'DAMKAR'],
  ['ketertiban', 'Ketertiban umum dan ternak lepas', `${tertib} > Ketertiban Umum`, 'SATPOLPP'],
  ['puskesmas', 'Puskesmas, posyandu, dan ambulans', 'Kesehatan > Fasilitas Kesehatan', 'DINKES'],
  ['rumah-sakit', 'Rumah sakit daerah', 'Kesehatan > Masalah Pelayanan Kesehatan', 'RSUD'],
  ['jaminan-kesehatan', 'KIS dan BPJS Kesehatan', 'Kesehatan > Jaminan Sosial Kesehatan', 'DINKES'],
  ['sekolah', 'Sekolah (PAUD, SD, SMP)', `${sekolah} > Pendidikan Dasar Dan Menengah`, 'DISDIKBUD'],
  ['bantuan-sosial', 'Bantuan sosial', 'Sosial Dan Kesejahteraan > Bantuan Sosial', 'DINSOSP3A'],
  [
    'kekerasan',
    'Kekerasan terhadap perempuan atau anak',
    `${gender} > Lainnya Terkait Kesetaraan Gender Dan Sosial Inklusif`,
    'DINSOSP3A',
  ],
  [
    'kependudukan',
    'KTP, kartu keluarga, dan akta',
    'Kependudukan > Administrasi Kependudukan Dan Pencatatan Sipil',
    'DISDUKCAPIL',
  ],
  ['desa', 'Pelayanan desa dan dana desa', `${desa} > Pemerintahan Desa`, 'DPMD'],
  ['pertanian', 'Pertanian dan peternakan', `${tani} > Lainnya Terkait Pertanian Dan Peternakan`, 'DISTAN'],
  ['perikanan', 'Nelayan dan tambak', `${alam} > Kelautan Dan Perikanan`, 'DISKAN'],
  ['pasar-usaha', 'Pasar, harga barang, dan usaha kecil', `${ekonomi} > Perdagangan`, 'DISDAGKOPUKM'],
  ['perizinan', 'Izin usaha dan izin bangunan', `${ekonomi} > Penanaman Modal/ Investasi`, 'DPMPTSP'],
  ['tenaga-kerja', 'Lowongan, upah, dan hak pekerja', 'Ketenagakerjaan > Hak Pekerja', 'DISTRANSNAKER'],
  ['perhubungan', 'Angkutan, parkir, dan rambu', 'Perhubungan > Transportasi Darat', 'DISHUB'],
  [
    'internet',
    'Internet dan sinyal',
    'Teknologi Informasi Dan Komunikasi > Jaringan Internet',
    'DISKOMINFOSP',
  ],
  ['listrik', 'Listrik rumah (PLN)', 'Energi Dan Sumber Daya Alam > Listrik', 'LUAR-PLN'],
  ['tanah', 'Sertifikat dan sengketa tanah', `${pu} > Pertanahan`, 'LUAR-BPN'],
  [
    'perilaku-aparat',
    'Pungutan liar atau perilaku aparat',
    'Politik Dan Hukum > Korupsi, Kolusi, Dan Nepotisme',
    'INSPEKTORAT',
  ],
  ['lainnya', 'Lainnya atau belum tahu', 'Topik Lainnya', null],
];

const forOfficers: Row[] = [
  ['kepegawaian', 'Kepegawaian daerah', 'Ketenagakerjaan > Kepegawaian', 'BKPSDM'],
  ['pajak-daerah', 'Pajak dan retribusi daerah', `${ekonomi} > Pajak Daerah`, 'BAPENDA'],
  ['wisata-olahraga', 'Wisata, pemuda, dan olahraga', `${ekonomi} > Pariwisata`, 'DISPARPORA'],
  ['keluarga-berencana', 'Keluarga berencana', 'Kependudukan > Penyuluhan Kb', 'DPPKB'],
];

/** Work that can be photographed when it is done. */
const physical = [
  'jalan-jembatan',
  'saluran-air',
  'irigasi',
  'lampu-jalan',
  'rumah-permukiman',
  'air-ledeng',
  'sampah',
];

const withPublic =
  (shown: boolean) =>
  ([id, name, lapor, office]: Row): PackCategory => ({
    ...{ id, name, lapor, office, public: shown },
    ...(physical.includes(id) ? { physical: true } : {}),
  });

export const categories: PackCategory[] = [
  ...forCitizens.map(withPublic(true)),
  ...forOfficers.map(withPublic(false)),
];
