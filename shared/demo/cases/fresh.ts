/** Just arrived: nobody has looked at them, the router finds their office. Every story is invented. */
import type { DemoCase } from '../types.ts';

export const fresh: DemoCase[] = [
  {
    id: 'lampu-jalan-mati',
    kind: 'complaint',
    title: 'Lampu jalan mati di {desa}',
    text: 'Lampu jalan dari simpang empat sampai jembatan di {desa} mati semua, kira-kira delapan tiang. Anak-anak pulang mengaji lewat situ dalam gelap.',
    category: 'lampu-jalan',
    areaIndex: 22,
    place: 'Simpang empat sampai jembatan',
    channel: 'qr',
    contact: { name: 'Salma', phone: '0812-0000-0017' },
    day: 0,
    steps: [],
  },
  {
    id: 'sapi-di-jalan',
    kind: 'complaint',
    title: 'Sapi berkeliaran di jalan raya',
    text: 'tiap subuh belasan sapi tidur di jalan raya {desa}, tadi pagi hampir ditabrak mobil sayur. tolong ditertibkan pemiliknya',
    category: null,
    areaIndex: 24,
    channel: 'whatsapp',
    contact: { phone: '0812-0000-0018' },
    day: 0,
    steps: [],
  },
  {
    id: 'syarat-izin-usaha',
    kind: 'information',
    title: 'Syarat izin usaha keripik',
    text: 'Saya mau mengurus NIB untuk usaha keripik rumahan di {desa}. Apa saja syaratnya, berapa biayanya, dan bisakah dibantu di kantor kalau tidak punya komputer?',
    category: 'perizinan',
    areaIndex: 23,
    channel: 'web',
    contact: { name: 'Titin', email: 'titin@example.id' },
    day: 0,
    steps: [],
  },
];
