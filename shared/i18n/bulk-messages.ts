/** Sentences about labels, transfers, and why a case of a bulk action was left as it was. */
export const bulkMessages = {
  tags_so_already: {
    id: 'Labelnya sudah demikian; tidak ada yang berubah.',
    en: 'The labels are already so; nothing changes.',
  },
  not_of_office: {
    id: 'Laporan ini tidak ditangani instansi itu, dan tidak ditembuskan kepadanya.',
    en: 'This case is neither with that office nor copied to it.',
  },
  no_number: {
    id: 'Pemegangnya belum punya nomor WhatsApp, atau laporan ini tidak menunggu siapa pun.',
    en: 'Its holder has no WhatsApp number, or the case waits for nobody.',
  },
  changed_since_preview: {
    id: 'Laporan ini berubah sejak pratinjau. Periksa, lalu ulangi bila masih perlu.',
    en: 'This case has changed since the preview. Look at it, then repeat it if it is still needed.',
  },
  not_carried_out: {
    id: 'Tidak dapat dilaksanakan karena gangguan pada laporan ini. Coba lewat halamannya.',
    en: 'It could not be carried out because of a fault in this case. Try it on its page.',
  },
  'field.tag': { id: 'Label ini tidak ada dalam daftar kabupaten.', en: 'This label is not on the list.' },
  'field.bulk_none': {
    id: 'Tidak ada laporan yang dipilih, atau tidak ada yang boleh Anda ketahui.',
    en: 'No case was chosen, or none that you may know of.',
  },
  'field.bulk_most': {
    id: 'Paling banyak {max} laporan sekaligus. Saring daftarnya, atau kerjakan bertahap.',
    en: 'At most {max} cases at a time. Filter the list, or go in parts.',
  },
} as const;
