/** What is said about the action plan. */
export const actionMessages = {
  action_closed: {
    id: 'Kegiatan ini sudah selesai atau dibatalkan. Buka lagi lebih dahulu.',
    en: 'This item is done or dropped. Open it again first.',
  },
  'field.owner': {
    id: 'Pilih petugas yang akunnya aktif dan dapat membuka evaluasi.',
    en: 'Choose an active account that may open the evaluation.',
  },
  'field.decision': { id: 'Keputusan ini tidak ada.', en: 'There is no such decision.' },
  'field.state_not_yours': {
    id: 'Hanya pengelola evaluasi yang membatalkan kegiatan atau membukanya lagi.',
    en: 'Only those who run the evaluation drop an item or open it again.',
  },
  'field.percent': { id: 'Tulis persen dari 0 sampai 100.', en: 'A percentage from 0 to 100.' },
  'field.files_many': {
    id: 'Paling banyak 30 berkas untuk satu kegiatan. Hapus yang tidak perlu.',
    en: 'At most 30 files for an item. Delete what is not needed.',
  },
  'field.file_used': {
    id: 'Berkas ini sudah menjadi bukti dalam rencana aksi. Satu foto membuktikan satu kegiatan saja.',
    en: 'This file is evidence of the action plan already. One picture proves one item only.',
  },
} as const;
