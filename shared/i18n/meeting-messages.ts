/** What is said about evaluation meetings. */
export const meetingMessages = {
  meeting_closed: {
    id: 'Rapat ini sudah ditutup; notula, jawaban, dan keputusannya tidak dapat diubah lagi.',
    en: 'This meeting is closed; its minutes, answers and decisions cannot be changed any more.',
  },
  meeting_cancelled: {
    id: 'Rapat ini dibatalkan. Pakai lagi rapatnya lebih dahulu.',
    en: 'This meeting was cancelled. Put it up again first.',
  },
  meeting_over: {
    id: 'Hari rapat ini sudah lewat, jadi undangannya tidak dikirim lagi.',
    en: 'The day of this meeting has gone by; invitations are not sent any more.',
  },
  'field.meeting_ahead': {
    id: 'Rapat ini belum dimulai; ditutup sesudah dilaksanakan.',
    en: 'This meeting has not begun; it is closed once it was held.',
  },
  'field.not_frozen': {
    id: 'Bekukan angkanya dahulu, agar rapat dan paketnya memakai angka yang sama.',
    en: 'Freeze the figures first, so that the meeting and its pack use the same ones.',
  },
  'field.period': {
    id: 'Tulis periode, misalnya 2026-Q3, 2026-09, 2026-H2, 2026, atau 2026-03-05_2026-04-09.',
    en: 'Write a period, for example 2026-Q3, 2026-09, 2026-H2, 2026 or 2026-03-05_2026-04-09.',
  },
  'field.quarter_only': {
    id: 'Angka dibaca per triwulan, misalnya 2026-Q3; dengan kunci mitra hanya triwulan yang sudah lewat.',
    en: 'Figures are read by quarter, for example 2026-Q3; with a key only quarters that are over.',
  },
  'field.agenda': {
    id: 'Paling banyak 20 acara, satu pada satu baris dan paling panjang 200 huruf.',
    en: 'At most 20 items, one on a line and of 200 characters.',
  },
} as const;
