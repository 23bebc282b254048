/** Words of events, trainings and brochure batches, and what is said about them. */
import type { batchMaterials, EventKind } from '../campaign.ts';

export const eventKindNames: Record<EventKind, string> = {
  briefing: 'Pengarahan kepala OPD',
  village_meeting: 'Pertemuan desa',
  bimtek: 'Bimtek pejabat penghubung',
  other: 'Lainnya',
};

export const batchMaterialNames: Record<(typeof batchMaterials)[number], string> = {
  brochure: 'Brosur',
  sticker: 'Stiker',
};

export const eventMessages = {
  changed_meanwhile: {
    id: 'Sementara itu orang lain menyimpan perubahan. Bandingkan dengan isinya sekarang, lalu simpan lagi.',
    en: 'Somebody else has saved a change meanwhile. Compare it with what is there now, then save again.',
  },
  event_cancelled: {
    id: 'Acara ini dibatalkan. Pakai lagi acaranya lebih dahulu.',
    en: 'This event was cancelled. Put it up again first.',
  },
  'field.not_yet_held': {
    id: 'Acara ini belum dimulai; hasilnya dicatat sesudahnya.',
    en: 'This event has not begun; what came of it is noted afterwards.',
  },
  'field.names_many': {
    id: 'Paling banyak 100 nama sekaligus, satu nama pada satu baris.',
    en: 'At most 100 names at once, one name on a line.',
  },
  'field.program': { id: 'Program ini tidak ada.', en: 'There is no such program.' },
  'field.left': {
    id: 'Sisanya tidak cukup: tinggal {left} lembar.',
    en: 'Not enough is left: only {left} pieces.',
  },
  'field.printed_less': {
    id: 'Sudah dibagikan {handed} lembar; yang dicetak tidak mungkin kurang dari itu.',
    en: '{handed} pieces were handed out; no fewer can have been printed.',
  },
  'field.one_place': {
    id: 'Pilih satu tempat dari daftar, atau tulis namanya; tidak keduanya.',
    en: 'Choose a place from the list or write its name, not both.',
  },
  'field.unknown_place': { id: 'Tempat ini tidak ada di daftar.', en: 'This place is not on the list.' },
  'field.future_day': { id: 'Tanggal ini belum terjadi.', en: 'This day has not come yet.' },
  'field.files_full': {
    id: 'Paling banyak 30 berkas untuk satu acara. Hapus yang tidak perlu.',
    en: 'At most 30 files for an event. Delete what is not needed.',
  },
} as const;
