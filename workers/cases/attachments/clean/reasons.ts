/** Why an attachment is refused, and what the person who sent it can do. */

const SENTENCES = {
  empty: {
    id: 'Berkas ini kosong. Silakan pilih berkas lain.',
    en: 'This file is empty. Please choose another one.',
  },
  too_large: {
    id: 'Berkas ini lebih besar dari 10 MB. Silakan pilih berkas yang lebih kecil.',
    en: 'This file is larger than 10 MB. Please choose a smaller one.',
  },
  unknown_type: {
    id: 'Berkas ini bukan foto (JPEG, PNG, WebP) dan bukan PDF. Silakan kirim salah satu dari jenis itu.',
    en: 'This file is neither a photo (JPEG, PNG, WebP) nor a PDF. Please send one of these.',
  },
  heic: {
    id: 'Foto jenis HEIC belum dapat kami terima. Di iPhone, buka Pengaturan > Kamera > Format, pilih "Paling Kompatibel", lalu potret ulang; atau kirim tangkapan layar foto itu.',
    en: 'HEIC photos cannot be accepted yet. On an iPhone open Settings > Camera > Formats, choose "Most Compatible" and take the photo again, or send a screenshot of it.',
  },
  damaged: {
    id: 'Berkas ini rusak atau tidak lengkap. Silakan kirim ulang, atau pilih berkas lain.',
    en: 'This file is damaged or incomplete. Please send it again, or choose another one.',
  },
  unsupported: {
    id: 'Berkas ini memakai cara simpan yang jarang dan belum dapat kami baca. Silakan kirim tangkapan layar atau foto JPEG biasa.',
    en: 'This file is stored in a rare way that cannot be read here. Please send a screenshot or an ordinary JPEG photo.',
  },
  animated: {
    id: 'Gambar bergerak tidak dapat kami terima. Silakan kirim foto biasa.',
    en: 'Moving pictures cannot be accepted. Please send an ordinary photo.',
  },
  sideways: {
    id: 'Foto ini tersimpan miring dan tidak dapat kami tegakkan. Silakan potret dengan ponsel tegak, kirim tangkapan layarnya, atau kirim lewat formulir kami yang mengecilkan foto.',
    en: 'This photo is stored sideways and cannot be turned here. Please take it upright, send a screenshot, or send it through our form, which shrinks photos.',
  },
  too_many_pixels: {
    id: 'Ukuran gambar ini terlalu besar. Silakan perkecil, atau kirim lewat formulir kami yang mengecilkan foto.',
    en: 'This picture has too many pixels. Please make it smaller, or send it through our form, which shrinks photos.',
  },
  encrypted_pdf: {
    id: 'PDF ini terkunci dengan kata sandi. Silakan simpan tanpa kata sandi, lalu kirim ulang.',
    en: 'This PDF is locked with a password. Please save it without one and send it again.',
  },
  too_many_pages: {
    id: 'PDF ini lebih dari 200 halaman. Silakan kirim halaman yang penting saja.',
    en: 'This PDF has more than 200 pages. Please send only the pages that matter.',
  },
  too_complex: {
    id: 'Berkas ini terlalu rumit untuk diperiksa. Silakan kirim foto halamannya, atau cetak ulang ke PDF.',
    en: 'This file is too complex to be checked. Please send photos of its pages, or print it to PDF again.',
  },
} as const;

/** A short key, stable for clients and logs. */
export type Reason = keyof typeof SENTENCES;

/** For each reason one sentence or two, in Indonesian and English, that say what to do. */
export const REASONS: Readonly<Record<Reason, Readonly<Record<'id' | 'en', string>>>> = SENTENCES;

/** Thrown inside the cleaners and turned into a result by `cleanAttachment`; nothing else sees it. */
export class Refused extends Error {
  readonly reason: Reason;

  constructor(reason: Reason) {
    super(reason);
    this.name = 'Refused';
    this.reason = reason;
  }
}

/** @throws Refused always */
export function refuse(reason: Reason): never {
  throw new Refused(reason);
}
