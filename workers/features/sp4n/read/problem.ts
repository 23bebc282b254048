/** Why a file is not read; told to the person in words of ours. */
export const exportProblems = {
  too_large:
    'Berkas terlalu besar. Batasnya 5 MB dan 20.000 baris; pisahkan ekspornya, misalnya menurut tahun, atau simpan sebagai CSV.',
  encrypted: 'Berkas ini dikunci dengan kata sandi. Simpan dahulu tanpa kata sandi, lalu unggah lagi.',
  old_format: 'Berkas Excel lama (.xls) tidak dapat dibaca. Simpan sebagai .xlsx atau CSV, lalu unggah lagi.',
  not_a_sheet: 'Berkas ini tidak dapat dibaca. Unggah ekspor SP4N-LAPOR! berupa .xlsx atau .csv.',
  no_tracking_id:
    'Kolom “Tracking ID” tidak ditemukan pada 30 baris pertama. Pastikan berkas ini ekspor laporan dari SP4N-LAPOR!.',
  no_rows: 'Tidak ada baris laporan di bawah judul kolom.',
  no_file: 'Pilih berkasnya dahulu.',
} as const;

export type ExportProblemName = keyof typeof exportProblems;

export class ExportProblem extends Error {
  readonly reason: ExportProblemName;

  constructor(reason: ExportProblemName) {
    super(reason);
    this.reason = reason;
  }
}
