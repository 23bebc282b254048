/** The columns of an export: which of its headers is meant by which field. */

/** Without these a row cannot be counted. */
export const requiredFields = ['number', 'text', 'status', 'received'] as const;

export const fieldNames = {
  number: 'Tracking ID',
  title: 'Judul laporan',
  text: 'Isi laporan',
  status: 'Status',
  received: 'Tanggal laporan',
  kind: 'Klasifikasi (pengaduan, aspirasi, permintaan informasi)',
  category: 'Kategori',
  office: 'Instansi yang menangani',
  name: 'Nama pelapor',
  anonymous: 'Anonim',
  confidential: 'Rahasia',
  source: 'Sumber laporan',
  place: 'Lokasi kejadian',
  occurred: 'Tanggal kejadian',
  closed: 'Tanggal selesai',
  answer: 'Tindak lanjut atau jawaban',
} as const;

export type Sp4nField = keyof typeof fieldNames;
export const sp4nFields = Object.keys(fieldNames) as Sp4nField[];

/** Field → header of the file, as it is shown. */
export type Mapping = Partial<Record<Sp4nField, string>>;

/** Words of a header by which a field is known, the surest first. */
const known: Record<Sp4nField, RegExp[]> = {
  number: [/^tracking id$/, /tracking id/],
  title: [/^judul( laporan)?$/, /^judul/, /^subjek$/],
  text: [/^isi( laporan| aduan| pengaduan)?$/, /^isi /, /^(deskripsi|uraian)/, /^laporan$/],
  status: [/^status( laporan)?$/, /^status/],
  received: [
    /^tanggal (laporan|lapor|masuk|pengaduan|aduan|dibuat)/,
    /^tgl (laporan|lapor|masuk)/,
    /^waktu (laporan|lapor|masuk)/,
    /^tanggal$/,
  ],
  kind: [/^klasifikasi/, /^jenis( laporan)?$/, /^tipe laporan$/],
  category: [/^kategori/, /^topik/],
  office: [
    /^(instansi|opd|unit kerja|skpd)( terdisposisi| tujuan| penanggung jawab)?$/,
    /disposisi/,
    /^instansi/,
    /^(opd|unit|skpd)/,
  ],
  name: [/^nama pelapor/, /^pelapor$/, /^nama$/],
  anonymous: [/anonim/, /^(sifat|kerahasiaan|privasi)/],
  confidential: [/rahasia/, /^(sifat|privasi)/],
  source: [/^sumber/, /^(saluran|kanal|media|platform)/],
  place: [/^lokasi/, /^tempat/],
  occurred: [/^(tanggal|tgl|waktu) kejadian/],
  closed: [/^(tanggal|tgl|waktu) (selesai|ditutup|tutup|penyelesaian)/],
  answer: [/^tindak lanjut( terakhir)?$/, /^(jawaban|tanggapan)/, /^(isi )?tindak lanjut/],
};

/** Lower case, without punctuation: how headers, statuses and names are compared. */
export const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Rows above the header: a title, the period, the office. */
export const PREAMBLE = 30;

/**
 * Looks for "Tracking ID" in the first rows.
 * @returns index of the header row, or null when this is no export of SP4N-LAPOR!
 */
export function findHeader(rows: readonly (readonly string[])[]): number | null {
  const at = rows
    .slice(0, PREAMBLE)
    .findIndex((row) => row.some((cell) => /^(id )?tracking ?id( |$)/.test(plain(cell))));
  return at < 0 ? null : at;
}

/** Headers by which columns can be told apart: none is empty, none stands twice. */
export function headersOf(row: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return row.map((cell, index) => {
    const name = cell.replace(/\s+/g, ' ').trim() || `Kolom ${index + 1}`;
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name} (${times})`;
  });
}

/** The likely mapping, by names. "Sifat" may tell of two fields; every other column of one. */
export function suggestMapping(headers: readonly string[]): Mapping {
  const mapping: Mapping = {};
  const taken = new Set<string>();
  for (const field of sp4nFields) {
    const both = field === 'confidential' ? mapping.anonymous : undefined;
    const found = known[field]
      .map((pattern) =>
        headers.find((header) => pattern.test(plain(header)) && (!taken.has(header) || header === both)),
      )
      .find((header) => header !== undefined);
    if (found === undefined) continue;
    mapping[field] = found;
    taken.add(found);
  }
  return mapping;
}

/** Fields that the mapping lacks, or whose header is not in the file. */
export function missingFields(mapping: Mapping, headers: readonly string[]): Sp4nField[] {
  return requiredFields.filter((field) => !headers.includes(mapping[field] ?? ''));
}
