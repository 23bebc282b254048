/** Invented exports of SP4N-LAPOR!, and their import as an administrator does it. */
import type { Desk } from './desk.ts';
import type { Machine } from './machine.ts';

export const SP4N_HEADERS = [
  'No',
  'Tracking ID',
  'Nama Pelapor',
  'Judul Laporan',
  'Isi Laporan',
  'Klasifikasi',
  'Kategori',
  'Instansi Terdisposisi',
  'Status',
  'Tanggal Laporan',
  'Lokasi Kejadian',
  'Sumber',
  'Tindak Lanjut Terakhir',
] as const;

export type Sp4nCells = Partial<Record<(typeof SP4N_HEADERS)[number], string>>;

/** A row like any other; what differs is given. */
export const sp4nRow = (number: number, more: Sp4nCells = {}): Sp4nCells => ({
  'Tracking ID': String(number),
  'Nama Pelapor': 'Warga Rekaan',
  'Judul Laporan': `Lampu jalan mati ${number}`,
  'Isi Laporan': `Lampu jalan di simpang rekaan nomor ${number} sudah lama mati.`,
  Klasifikasi: 'Pengaduan',
  'Instansi Terdisposisi': 'Dinas Pekerjaan Umum dan Penataan Ruang',
  Status: 'Proses',
  'Tanggal Laporan': '3 Jan 2026 09:15',
  Sumber: 'Website',
  ...more,
});

export function sp4nCsv(rows: readonly Sp4nCells[]): File {
  const quoted = (cells: readonly string[]) =>
    cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';');
  const lines = rows.map((row, index) =>
    SP4N_HEADERS.map((header) => row[header] ?? (header === 'No' ? String(index + 1) : '')),
  );
  const text = [['Laporan rekaan'], [], [...SP4N_HEADERS], ...lines].map(quoted).join('\r\n');
  return new File([text], 'ekspor rekaan.csv');
}

/** The machine's queues and database behind the address that people's cookies are made for. */
export const bindings = (machine: Machine): Env =>
  new Proxy(machine.env, { get: (env, name) => (name === 'ORIGIN' ? '' : Reflect.get(env, name)) });

/** Uploads and, when the columns are not known yet, takes them as suggested. @returns path of the import */
export async function uploadExport(
  desk: Desk,
  machine: Machine,
  rows: readonly Sp4nCells[],
): Promise<string> {
  const form = new FormData();
  form.append('file', sp4nCsv(rows));
  const taken = await desk.send('/desk/sp4n/impor', { method: 'POST', body: form }, bindings(machine));
  const path = taken.headers.get('location');
  if (taken.status !== 303 || !path) throw new Error(`upload: ${taken.status} ${await taken.text()}`);
  const page = await (await desk.send(path, {}, bindings(machine))).text();
  if (page.includes(`${path}/kolom"`) && page.includes('Periksa setiap baris')) {
    const chosen = new URLSearchParams();
    for (const [, name = '', options = ''] of page.matchAll(
      /<select[^>]* name="(\w+)"[^>]*>(.*?)<\/select>/gs,
    ))
      chosen.append(name, /<option value="([^"]*)" selected/.exec(options)?.[1] ?? '');
    const mapped = await desk.send(`${path}/kolom`, { method: 'POST', body: chosen }, bindings(machine));
    if (mapped.status !== 303) throw new Error(`columns: ${mapped.status} ${await mapped.text()}`);
  }
  return path;
}

/** "Impor sekarang"; the steps wait in the machine's queue. */
export async function startImport(desk: Desk, machine: Machine, path: string): Promise<void> {
  const begun = await desk.send(`${path}/mulai`, { method: 'POST' }, bindings(machine));
  if (begun.status !== 303) throw new Error(`start: ${begun.status}`);
}

export async function importExport(
  desk: Desk,
  machine: Machine,
  rows: readonly Sp4nCells[],
): Promise<string> {
  const path = await uploadExport(desk, machine, rows);
  await startImport(desk, machine, path);
  await machine.drain();
  return path;
}
