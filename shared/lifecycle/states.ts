/** States of a case and what each audience calls them (domain.md section 4). */

export const caseKinds = ['complaint', 'aspiration', 'information'] as const;
export type CaseKind = (typeof caseKinds)[number];

export const caseStates = [
  'received',
  'held',
  'verified',
  'disposed',
  'returned',
  'clarification',
  'in_progress',
  'answered',
  'reopened',
  'forwarded',
  'merged',
  'resolved',
  'archived',
] as const;
export type CaseState = (typeof caseStates)[number];

export const apiStatuses = [
  'received',
  'awaiting_reporter',
  'assigned',
  'in_progress',
  'answered',
  'forwarded',
  'merged',
  'resolved',
  'archived',
] as const;
export type ApiStatus = (typeof apiStatuses)[number];

interface StateNames {
  /** The desk's word. */
  desk: string;
  /** SP4N-LAPOR!'s word, for the public. */
  lapor: { id: string; en: string };
  api: ApiStatus;
}

const unverified = { id: 'Belum terverifikasi', en: 'Not yet verified' };
const waiting = { id: 'Belum ditindaklanjuti', en: 'Not yet followed up' };
const process = { id: 'Proses', en: 'In progress' };

export const stateNames: Record<CaseState, StateNames> = {
  received: { desk: 'Diterima', lapor: unverified, api: 'received' },
  // Held looks like any unverified case from outside: nobody learns that it accuses somebody.
  held: { desk: 'Ditahan untuk verifikator', lapor: unverified, api: 'received' },
  verified: { desk: 'Diverifikasi', lapor: waiting, api: 'assigned' },
  disposed: { desk: 'Terdisposisi', lapor: waiting, api: 'assigned' },
  returned: { desk: 'Dikembalikan', lapor: waiting, api: 'assigned' },
  clarification: {
    desk: 'Menunggu kelengkapan',
    lapor: { id: 'Tertunda', en: 'Waiting for the reporter' },
    api: 'awaiting_reporter',
  },
  in_progress: { desk: 'Diproses', lapor: process, api: 'in_progress' },
  reopened: { desk: 'Dibuka kembali', lapor: process, api: 'in_progress' },
  answered: { desk: 'Dijawab', lapor: process, api: 'answered' },
  forwarded: { desk: 'Diteruskan', lapor: process, api: 'forwarded' },
  merged: { desk: 'Digabung', lapor: process, api: 'merged' },
  resolved: { desk: 'Selesai', lapor: { id: 'Selesai', en: 'Resolved' }, api: 'resolved' },
  archived: { desk: 'Diarsipkan', lapor: { id: 'Diarsipkan', en: 'Archived' }, api: 'archived' },
};

export const kindNames: Record<CaseKind, { id: string; en: string }> = {
  complaint: { id: 'Pengaduan', en: 'Complaint' },
  aspiration: { id: 'Aspirasi', en: 'Aspiration' },
  information: { id: 'Permintaan informasi', en: 'Information request' },
};

/** Nothing more is due: no clock runs. */
export const closedStates: readonly CaseState[] = ['resolved', 'archived', 'merged'];

export const outcomes = ['dikerjakan', 'dijelaskan', 'dijadwalkan', 'tidak_dapat', 'bukan_wewenang'] as const;
export type Outcome = (typeof outcomes)[number];
export const outcomeNames: Record<Outcome, string> = {
  dikerjakan: 'Sudah dikerjakan',
  dijelaskan: 'Dijelaskan',
  dijadwalkan: 'Dijadwalkan',
  tidak_dapat: 'Tidak dapat dipenuhi',
  bukan_wewenang: 'Bukan wewenang',
};

/** What came of it: an answer's outcome, an outside institution's result, why it was archived. */
export const outcomeTitles: Record<string, string> = {
  ...outcomeNames,
  dijawab_instansi_lain: 'Sudah dijawab instansi lain',
  pelapor_diarahkan: 'Pelapor diarahkan ke instansi lain',
  spam: 'Bukan laporan',
  terlalu_umum: 'Terlalu umum untuk ditangani',
  bukan_urusan_pemerintah: 'Bukan urusan pemerintah',
  lainnya: 'Alasan lain',
  tidak_dilengkapi: 'Belum dilengkapi sampai batas waktu',
  dicabut_pelapor: 'Dicabut pelapor',
};

/** Channels, one on each case (domain.md section 2). */
export const channels = [
  'web',
  'qr',
  'mobile',
  'open311',
  'whatsapp',
  'telegram',
  'email',
  'sms_1708',
  'sp4n_web',
  'sp4n_app',
  'x_twitter',
  'facebook',
  'instagram',
  'tiktok',
  'phone',
  'letter',
  'walk_in_opd',
  'walk_in_district',
  'walk_in_village',
  'kim',
  'mass_media',
  'dprd',
  'ombudsman',
  'other',
] as const;
export type Channel = (typeof channels)[number];
