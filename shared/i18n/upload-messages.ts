/** Why a file was refused, and what to do: one sentence for each reason of the cleaners (cases/attachments/clean). */
export const uploadMessages = {
  'upload.empty': {
    id: 'Berkas ini kosong. Silakan pilih berkas lain.',
    en: 'This file is empty. Please choose another one.',
  },
  'upload.too_large': {
    id: 'Berkas ini lebih besar dari 10 MB. Silakan pilih berkas yang lebih kecil.',
    en: 'This file is larger than 10 MB. Please choose a smaller one.',
  },
  'upload.unknown_type': {
    id: 'Berkas ini bukan foto (JPEG, PNG, WebP) dan bukan PDF. Silakan kirim salah satu dari jenis itu.',
    en: 'This file is neither a photo (JPEG, PNG, WebP) nor a PDF. Please send one of these.',
  },
  'upload.heic': {
    id: 'Foto jenis HEIC belum dapat kami terima. Di iPhone, buka Pengaturan > Kamera > Format, pilih "Paling Kompatibel", lalu potret ulang; atau kirim tangkapan layar foto itu.',
    en: 'HEIC photos cannot be accepted yet. On an iPhone open Settings > Camera > Formats, choose "Most Compatible" and take the photo again, or send a screenshot of it.',
  },
  'upload.damaged': {
    id: 'Berkas ini rusak atau tidak lengkap. Silakan kirim ulang, atau pilih berkas lain.',
    en: 'This file is damaged or incomplete. Please send it again, or choose another one.',
  },
  'upload.unsupported': {
    id: 'Berkas ini memakai cara simpan yang jarang dan belum dapat kami baca. Silakan kirim tangkapan layar atau foto JPEG biasa.',
    en: 'This file is stored in a rare way that cannot be read here. Please send a screenshot or an ordinary JPEG photo.',
  },
  'upload.animated': {
    id: 'Gambar bergerak tidak dapat kami terima. Silakan kirim foto biasa.',
    en: 'Moving pictures cannot be accepted. Please send an ordinary photo.',
  },
  'upload.sideways': {
    id: 'Foto ini tersimpan miring dan tidak dapat kami tegakkan. Silakan potret dengan ponsel tegak, kirim tangkapan layarnya, atau kirim lewat formulir kami yang mengecilkan foto.',
    en: 'This photo is stored sideways and cannot be turned here. Please take it upright, send a screenshot, or send it through our form, which shrinks photos.',
  },
  'upload.too_many_pixels': {
    id: 'Ukuran gambar ini terlalu besar. Silakan perkecil, atau kirim lewat formulir kami yang mengecilkan foto.',
    en: 'This picture has too many pixels. Please make it smaller, or send it through our form, which shrinks photos.',
  },
  'upload.encrypted_pdf': {
    id: 'PDF ini terkunci dengan kata sandi. Silakan simpan tanpa kata sandi, lalu kirim ulang.',
    en: 'This PDF is locked with a password. Please save it without one and send it again.',
  },
  'upload.too_many_pages': {
    id: 'PDF ini lebih dari 200 halaman. Silakan kirim halaman yang penting saja.',
    en: 'This PDF has more than 200 pages. Please send only the pages that matter.',
  },
  'upload.too_complex': {
    id: 'Berkas ini terlalu rumit untuk diperiksa. Silakan kirim foto halamannya, atau cetak ulang ke PDF.',
    en: 'This file is too complex to be checked. Please send photos of its pages, or print it to PDF again.',
  },
  'upload.none': {
    id: 'Kirim satu berkas sebagai multipart/form-data di kolom "file".',
    en: 'Send one file as multipart/form-data in the field "file".',
  },
  'upload.quota': {
    id: 'Dengan satu tantangan dapat diunggah paling banyak 5 berkas. Minta tantangan baru di /api/v1/challenge.',
    en: 'One challenge allows 5 files at most. Get a new one from /api/v1/challenge.',
  },
} as const;
