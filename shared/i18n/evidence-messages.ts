/** What is said about evidence for the government's own scores. */
export const evidenceMessages = {
  evidence_own: {
    id: 'Yang mengunggah dokumen tidak memeriksanya sendiri. Minta orang lain.',
    en: 'Whoever uploaded a document does not review it. Ask somebody else.',
  },
  evidence_none: {
    id: 'Belum ada bukti yang dapat diperiksa.',
    en: 'There is no evidence to review yet.',
  },
  'field.documents_full': {
    id: 'Paling banyak 20 dokumen untuk satu kriteria. Tarik yang tidak perlu.',
    en: 'At most 20 documents for a criterion. Withdraw what is not needed.',
  },
} as const;
