/** What the kinds that the router reads have in common. */
import type { KindOf } from './kind.ts';

/** Stands above their forms. */
export const ruleEffect =
  'Sebelum disimpan, Anda melihat dulu apa akibatnya pada 500 laporan terakhir. Laporan terbuka hanya berubah bila Anda memintanya.';

/** Beside their lists. */
export const ruleTools: NonNullable<KindOf<object>['tools']> = [
  { label: 'Coba kalimat', href: '/desk/pengaturan/coba-kalimat' },
  { label: 'Kata kunci', href: '/desk/pengaturan/kata-kunci' },
  { label: 'Ejaan dan sebutan', href: '/desk/pengaturan/ejaan' },
  { label: 'Ambang disposisi', href: '/desk/pengaturan/ambang' },
  { label: 'Konfirmasi petugas', href: '/desk/pengaturan/konfirmasi' },
];
