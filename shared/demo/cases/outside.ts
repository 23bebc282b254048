/** Institutions outside the regency, spam, and the same flood reported twice. Every story is invented. */
import type { DemoCase } from '../types.ts';

export const outside: DemoCase[] = [
  {
    id: 'listrik-padam',
    kind: 'complaint',
    title: 'Listrik di {desa} padam empat kali sehari',
    text: 'listrik di {desa} dua minggu ini padam terus, sehari bisa empat kali. usaha jahit saya jadi tidak jalan, kulkas warung juga rusak. tolong disampaikan',
    category: 'listrik',
    areaIndex: 11,
    channel: 'whatsapp',
    contact: { name: 'Nurhayati', phone: '0812-0000-0006' },
    day: 13,
    steps: [
      { verb: 'verify', day: 12, by: 'admin', input: { category: 'listrik' } },
      {
        verb: 'forward',
        day: 12,
        by: 'admin',
        input: {
          office: 'LUAR-PLN',
          text: 'Jaringan listrik diurus PLN, bukan pemerintah daerah. Laporan Ibu sudah kami sampaikan ke unit PLN setempat. Ibu juga dapat menghubungi 123 atau aplikasi PLN Mobile.',
        },
      },
    ],
  },
  {
    id: 'guru-sma',
    kind: 'complaint',
    title: 'Tidak ada guru kimia di SMA',
    text: 'Anak saya kelas 11 di SMA negeri di {kec}. Sejak awal semester tidak ada guru kimia karena gurunya pensiun. Mohon dikirim pengganti sebelum ujian.',
    category: 'sekolah',
    areaIndex: 2,
    channel: 'web',
    contact: { name: 'Marthen', email: 'marthen@example.id' },
    day: 26,
    steps: [
      { verb: 'verify', day: 25, by: 'admin', input: { category: 'sekolah' } },
      {
        verb: 'forward',
        day: 25,
        by: 'admin',
        input: {
          office: 'LUAR-PROV-DIK',
          text: 'SMA dan SMK diurus pemerintah provinsi. Laporan Bapak sudah kami teruskan ke Dinas Pendidikan Provinsi dan akan kami tanyakan hasilnya.',
        },
      },
      {
        verb: 'close_forwarded',
        day: 11,
        by: 'admin',
        input: {
          result: 'dijawab_instansi_lain',
          text: 'Dinas Pendidikan Provinsi menjawab bahwa seorang guru kimia dari sekolah terdekat mengajar dua hari seminggu mulai pekan depan sampai guru tetap ditempatkan.',
        },
      },
    ],
  },
  {
    id: 'iklan-pinjaman',
    kind: 'complaint',
    title: 'Dana cepat cair',
    text: 'BUTUH DANA CEPAT CAIR HARI INI TANPA JAMINAN CUKUP KTP BUNGA RINGAN LANGSUNG HUBUNGI KAMI SEKARANG',
    category: null,
    areaIndex: null,
    channel: 'web',
    day: 6,
    steps: [
      {
        verb: 'archive',
        day: 5,
        by: 'admin',
        input: { category: 'spam', reason: 'Pesan iklan, bukan pengaduan.' },
      },
    ],
  },
  {
    id: 'banjir-lorong',
    kind: 'complaint',
    title: 'Lorong belakang masjid {desa} terendam',
    text: 'Sejak subuh lorong di belakang masjid {desa} terendam sebetis karena sungai kecilnya meluap. Sekitar dua belas rumah. Belum ada yang mengungsi tapi anak-anak tidak bisa ke sekolah. Mohon karung pasir.',
    category: 'bencana',
    areaIndex: 8,
    place: 'Lorong belakang masjid',
    channel: 'mobile',
    contact: { name: 'Baharuddin', phone: '0812-0000-0007' },
    day: 2,
    steps: [
      { verb: 'route', day: 2, by: 'system', input: { office: 'BPBD' } },
      {
        verb: 'follow_up',
        day: 1,
        by: 'liaison:BPBD',
        input: {
          text: 'Seratus karung pasir sudah diantar ke ketua RT sore tadi. Air kami pantau setiap tiga jam.',
          nextStep: 'Membersihkan batang pohon yang menyumbat sungai kecil',
        },
        dateIn: 3,
      },
    ],
  },
  {
    id: 'banjir-lorong-lagi',
    kind: 'complaint',
    title: 'Banjir dekat masjid {desa}',
    text: 'banjir di lorong masjid {desa} air sudah masuk dapur, rumah saya paling ujung dekat sungai kecil itu. tetangga katanya sudah melapor juga',
    category: 'bencana',
    areaIndex: 8,
    place: 'Dekat masjid, rumah paling ujung',
    channel: 'qr',
    contact: { phone: '0812-0000-0008' },
    day: 1,
    duplicateOf: 'banjir-lorong',
    steps: [],
  },
];
