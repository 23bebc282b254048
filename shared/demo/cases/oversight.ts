/**
 * Accusations, anonymous reporters and violence: what only few may read. Every story is invented; nobody is named
 * and accusations carry no village.
 */
import type { DemoCase } from '../types.ts';

export const oversight: DemoCase[] = [
  {
    id: 'uang-administrasi',
    kind: 'complaint',
    title: 'Diminta uang di loket',
    text: 'Waktu mengurus surat keterangan saya diminta seratus lima puluh ribu oleh petugas loket, katanya uang administrasi. Saya minta kuitansi, dijawab tidak ada. Yang antre di belakang saya juga diminta.',
    category: 'perilaku-aparat',
    areaIndex: null,
    channel: 'web',
    anonymous: true,
    aboutOfficial: true,
    contact: { email: 'warga01@example.id' },
    day: 2,
    steps: [
      {
        verb: 'hold',
        day: 2,
        by: 'system',
        input: { reason: 'Pelapor menandai bahwa laporan ini tentang aparat.', accused: [] },
      },
    ],
  },
  {
    id: 'alat-berat',
    kind: 'complaint',
    title: 'Alat berat dinas dipakai untuk kebun pribadi',
    text: 'Alat berat milik dinas dipakai meratakan kebun pribadi pada hari kerja. Operatornya bilang sewanya dibayar langsung ke tangan seorang petugas, tanpa kuitansi. Jalan yang seharusnya diperbaiki sampai sekarang belum disentuh.',
    category: 'perilaku-aparat',
    areaIndex: null,
    channel: 'mobile',
    confidential: true,
    aboutOfficial: true,
    contact: { name: 'Warga', phone: '0812-0000-0014' },
    day: 21,
    steps: [
      {
        verb: 'hold',
        day: 21,
        by: 'system',
        input: { reason: 'Menyangkut pemakaian alat milik dinas.', accused: ['PUPR'] },
      },
      {
        verb: 'pass_to_inspectorate',
        day: 19,
        by: 'verifier',
        input: { accused: ['PUPR'], note: 'Berkadar pengawasan: dugaan penyalahgunaan barang milik daerah.' },
      },
      {
        verb: 'follow_up',
        day: 16,
        by: 'inspector',
        input: {
          text: 'Laporan Anda kami periksa. Identitas Anda tidak kami sampaikan kepada siapa pun.',
          nextStep: 'Pemeriksaan buku pemakaian alat dan keterangan petugas',
        },
        dateIn: 20,
      },
    ],
  },
  {
    id: 'guru-tidak-masuk',
    kind: 'complaint',
    title: 'Guru kelas lama tidak masuk',
    text: 'Guru kelas 2 di SD anak saya sudah tiga minggu tidak masuk, anak-anak hanya disuruh mencatat. Tolong dicek kenapa, kami orang tua tidak pernah diberi tahu.',
    category: 'sekolah',
    areaIndex: 19,
    channel: 'web',
    contact: { name: 'Fitriani', email: 'fitriani@example.id' },
    day: 10,
    steps: [
      {
        verb: 'hold',
        day: 10,
        by: 'system',
        input: { reason: 'Mungkin menyangkut disiplin pegawai.', accused: [] },
      },
      {
        verb: 'free',
        day: 8,
        by: 'verifier',
        input: {
          reason:
            'Bukan tuduhan: gurunya dirawat di rumah sakit dan sudah ada surat sakit. Yang kurang adalah guru pengganti.',
        },
      },
      { verb: 'dispose', day: 8, by: 'admin', input: { office: 'DISDIKBUD' } },
      {
        verb: 'follow_up',
        day: 5,
        by: 'liaison:DISDIKBUD',
        input: {
          text: 'Guru kelas 2 sedang menjalani pengobatan. Guru pengganti mulai mengajar Senin depan, dan sekolah akan mengabari semua orang tua.',
          nextStep: 'Guru pengganti mulai mengajar',
        },
        dateIn: 5,
      },
    ],
  },
  {
    id: 'kandang-bau',
    kind: 'complaint',
    title: 'Bau kandang ayam dekat rumah',
    text: 'Kandang ayam besar di {desa} baunya menyengat dan lalatnya masuk ke semua rumah. Saya yang rumahnya bercat hijau persis di samping kandang, anak saya dua-duanya sudah mencret. Jangan sampai pemiliknya tahu saya yang melapor, kami masih saudara.',
    category: 'pencemaran',
    areaIndex: 17,
    channel: 'qr',
    anonymous: true,
    contact: { phone: '0812-0000-0015' },
    day: 2,
    steps: [{ verb: 'route', day: 2, by: 'system', input: { office: 'DLH' } }],
  },
  {
    id: 'upah-tertahan',
    kind: 'complaint',
    title: 'Upah dua bulan belum dibayar',
    text: 'Saya bekerja di bagian gudang sebuah perusahaan di {kec}, satu-satunya perempuan di regu malam. Upah kami dua bulan belum dibayar, alasannya tagihan belum cair. Kalau bertanya diancam tidak dipanggil lagi.',
    category: 'tenaga-kerja',
    areaIndex: 0,
    channel: 'mobile',
    anonymous: true,
    contact: { email: 'warga02@example.id' },
    day: 9,
    steps: [
      { verb: 'verify', day: 8, by: 'admin', input: { category: 'tenaga-kerja' } },
      {
        verb: 'release',
        day: 8,
        by: 'admin',
        input: {
          title: 'Upah dua bulan belum dibayar',
          text: 'Saya bekerja di ██████ sebuah perusahaan di {kec}, ██████. Upah kami dua bulan belum dibayar, alasannya tagihan belum cair. Kalau bertanya diancam tidak dipanggil lagi.',
        },
      },
      { verb: 'dispose', day: 8, by: 'admin', input: { office: 'DISTRANSNAKER' } },
      {
        verb: 'follow_up',
        day: 4,
        by: 'liaison:DISTRANSNAKER',
        input: {
          text: 'Kami memeriksa pembayaran upah seluruh pekerja perusahaan itu, sehingga tidak seorang pun terlihat sebagai pelapor.',
          nextStep: 'Pertemuan dengan perusahaan tentang tanggal pembayaran',
        },
        dateIn: 5,
      },
    ],
  },
  {
    id: 'anak-dipukuli',
    kind: 'complaint',
    title: 'Anak tetangga sering menangis malam',
    text: 'Anak umur tujuh tahun di sebelah rumah saya sering terdengar dipukuli malam-malam. Kemarin lengannya lebam dan dia minta tidur di rumah kami. Tolong dilindungi, saya tidak berani menegur orang tuanya.',
    category: 'kekerasan',
    areaIndex: null,
    channel: 'mobile',
    confidential: true,
    contact: { phone: '0812-0000-0016' },
    day: 3,
    steps: [
      { verb: 'route', day: 3, by: 'system', input: { office: 'DINSOSP3A' } },
      {
        verb: 'follow_up',
        day: 3,
        by: 'liaison:DINSOSP3A',
        input: {
          text: 'Terima kasih sudah berani melapor. Pendamping anak kami menghubungi Anda hari ini. Bila keadaan mendesak, telepon 129 atau 110.',
          nextStep: 'Kunjungan pendamping bersama petugas puskesmas',
        },
        dateIn: 1,
      },
    ],
  },
];
