/** What is told after something was done with a setting, by `?selesai=`. */
export const doneWords: Record<string, string> = {
  simpan: 'Tersimpan dan langsung berlaku.',
  tambah: 'Ditambahkan dan langsung berlaku.',
  akhiri: 'Diakhiri. Riwayat dan laporan lama tetap menyebut namanya.',
  aktifkan: 'Berlaku lagi.',
  awal: 'Isi awal dari paket data berlaku lagi.',
  pastikan: 'Tercatat sudah dipastikan.',
  batal: 'Perubahan itu dibatalkan; isi sebelumnya berlaku lagi.',
};
