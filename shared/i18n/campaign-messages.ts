/** Words of the campaign, for pages and the API. */
import type { Life, Material, PartnerKind, PlaceKind, PostChannel } from '../campaign.ts';

export const lifeNames: Record<Life, string> = {
  idle: 'Belum direncanakan',
  planned: 'Direncanakan',
  printed: 'Tercetak',
  hung: 'Terpasang',
  checked: 'Sudah dicek',
  damaged: 'Rusak',
  gone: 'Hilang',
  replaced: 'Diganti',
  removed: 'Diturunkan',
};

export const materialNames: Record<Material, string> = {
  baliho: 'Baliho',
  banner: 'Spanduk',
  x_banner: 'X-banner',
  poster: 'Poster',
  door_sheet: 'Lembar pintu',
  brochure: 'Brosur',
  sticker: 'Stiker',
  link: 'Tautan',
};

export const placeKindNames: Record<PlaceKind, string> = {
  opd: 'OPD',
  kecamatan: 'Kecamatan',
  desa: 'Desa dan kelurahan',
  school: 'Sekolah',
  puskesmas: 'Puskesmas',
  market: 'Pasar',
  counter: 'Loket pelayanan',
  free: 'Tempat lain',
  post: 'Unggahan',
  article: 'Berita',
  event: 'Acara',
  batch: 'Brosur',
  card: 'Kartu bagikan',
};

export const postChannelNames: Record<PostChannel, string> = {
  instagram: 'Instagram',
  facebook: 'Facebook',
  tiktok: 'TikTok',
  x: 'X (Twitter)',
  whatsapp: 'Grup WhatsApp',
  radio: 'Radio',
  website: 'Situs pemerintah',
  other: 'Lainnya',
};

export const partnerKindNames: Record<PartnerKind, string> = {
  newspaper: 'Surat kabar',
  radio: 'Radio',
  television: 'Televisi',
  online: 'Media daring',
  other: 'Lainnya',
};

export const campaignMessages = {
  placement_changed: {
    id: 'Bahan ini sudah diubah orang lain sejak Anda membukanya. Lihat keadaannya sekarang, lalu coba lagi.',
    en: 'Somebody else has changed this piece since you opened it. Look at it as it is now and try again.',
  },
  program_changed: {
    id: 'Program ini sudah diubah orang lain sejak Anda membukanya. Lihat isinya sekarang, lalu coba lagi.',
    en: 'Somebody else has changed this program since you opened it. Look at it as it is now and try again.',
  },
  life_move: {
    id: 'Langkah ini tidak mungkin dari keadaan bahan sekarang.',
    en: 'This step is not possible from where this piece is now.',
  },
  'field.hang_photo': {
    id: 'Sertakan foto yang baru: tanpa foto, bahan tidak dihitung terpasang.',
    en: 'Add a new photo: without one it does not count as hung.',
  },
  'field.end_before_start': {
    id: 'Tanggal akhir tidak boleh sebelum tanggal mulai.',
    en: 'The end must not be before the start.',
  },
  'field.day': { id: 'Tulis tanggal sebagai TTTT-BB-HH.', en: 'A date as YYYY-MM-DD.' },
  'field.photo_old': {
    id: 'Foto ini terlalu lama. Ambil foto baru di tempat.',
    en: 'This photo is too old. Take a new one on the spot.',
  },
  pack_running: {
    id: 'Paket ini sedang dibuat. Hentikan dahulu, lalu hapus.',
    en: 'This pack is being made. Stop it first, then delete it.',
  },
  'field.nothing_to_print': {
    id: 'Tidak ada bahan yang cocok dengan pilihan ini.',
    en: 'No piece fits this choice.',
  },
} as const;
