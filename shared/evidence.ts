/**
 * Evidence for the government's own scores of the complaint channel (domain.md section 5): which scores there are, what
 * Kanal can show by itself, and when a criterion and a level are reached. Pure.
 */

export const indicatorIds = ['spbe42', 'spbe43', 'i19', 'i20'] as const;
export type IndicatorId = (typeof indicatorIds)[number];

export const indicatorNames: Record<IndicatorId, { short: string; name: string }> = {
  spbe42: { short: 'SPBE 42', name: 'Layanan pengaduan pelayanan publik' },
  spbe43: { short: 'SPBE 43', name: 'Layanan data terbuka' },
  i19: { short: 'Pemdi I19', name: 'Dukungan kepada pengguna' },
  i20: { short: 'Pemdi I20', name: 'Kepuasan pengguna' },
};

export const isIndicator = (text: string): text is IndicatorId =>
  (indicatorIds as readonly string[]).includes(text);

export const levels = [1, 2, 3, 4, 5] as const;
export type Level = (typeof levels)[number];

export const levelNames: Record<Level, string> = {
  1: 'Informasi',
  2: 'Pencarian, unggah dan unduh',
  3: 'Transaksi, persetujuan dan analitik',
  4: 'Integrasi dan katalog API',
  5: 'Diperbaiki dari notula evaluasi',
};

/** What Kanal can show by itself (workers/features/evaluation/evidence/proofs). */
export const proofNames = {
  contacts: 'Halaman pengaduan dengan instansi dan kontak pelindungan data',
  reports: 'Laporan yang masuk',
  search: 'Indeks pencarian laporan',
  attachments: 'Foto dan dokumen yang diunggah',
  transactions: 'Laporan yang didisposisikan, dijawab dan selesai',
  approvals: 'Jawaban yang disetujui atasan sebelum dikirim',
  analytics: 'Angka evaluasi yang dihitung',
  api: 'API terdokumentasi dengan kunci yang berlaku',
  api_figures: 'API angka evaluasi dan kepuasan dengan kunci yang berlaku',
  sp4n: 'Laporan yang tersambung dengan SP4N-LAPOR!',
  releases: 'Data terbuka yang diterbitkan',
  checksums: 'Tabel CSV dan JSON dengan jumlah periksa',
  series: 'Terbitan data lebih dari satu triwulan',
  ratings: 'Penilaian pelapor (SKM U9)',
  ratings_series: 'Penilaian pelapor lebih dari satu triwulan',
  ratings_offices: 'Penilaian pelapor menurut OPD',
  meetings: 'Rapat evaluasi yang ditutup dengan notula',
  decisions: 'Keputusan rapat yang sudah dilaksanakan',
  improvements: 'Perbaikan yang diumumkan kepada warga',
} as const;
export type ProofId = keyof typeof proofNames;

export const isProof = (text: string): text is ProofId => Object.hasOwn(proofNames, text);

/** What a criterion asks for; a row of the settings (regencies/types.ts). */
export interface Asked {
  level: Level;
  proofs: readonly string[];
  /** What the regency has to add; '' = nothing. */
  adds: string;
}

/** What there is of it. */
export interface Shown {
  /** Proofs of Kanal's that were fixed: with date, address and hash. */
  fixed: readonly string[];
  /** Uploaded, and not withdrawn. */
  documents: number;
  /** Of the last review. */
  verdict: 'accepted' | 'wanting' | null;
}

export interface Standing {
  awarded: boolean;
  /** Proofs that are not fixed yet. */
  proofs: string[];
  /** The regency's own document is missing. */
  document: boolean;
  /** A reviewer found it wanting. */
  wanting: boolean;
}

/** Nothing is awarded without an artefact or a document, also when nothing is asked for. */
export function standingOf({ proofs, adds }: Asked, { fixed, documents, verdict }: Shown): Standing {
  const missing = proofs.filter((proof) => !fixed.includes(proof));
  const document = adds !== '' && documents === 0;
  const wanting = verdict === 'wanting';
  const anything = documents > 0 || proofs.length > missing.length;
  return {
    awarded: anything && missing.length === 0 && !document && !wanting,
    ...{ proofs: missing, document, wanting },
  };
}

/**
 * The highest level of which, and of all below, every criterion is awarded; 0 = none. A level that has no criterion is
 * not reached.
 */
export function levelOf(criteria: readonly { level: Level; awarded: boolean }[]): Level | 0 {
  let reached: Level | 0 = 0;
  for (const level of levels) {
    const of = criteria.filter((one) => one.level === level);
    if (of.length === 0 || of.some(({ awarded }) => !awarded)) break;
    reached = level;
  }
  return reached;
}
