/** What pages call outcomes and reasons, and the words of earlier imports. */
import type { Refusal } from '../../../shared/sp4n/row.ts';
import type { Keys } from '../../privacy/keys.ts';
import { open } from '../../privacy/seal.ts';
import type { ImportRow } from './queries.ts';
import type { Outcome } from './store.ts';

export const outcomeWords: Record<Outcome, string> = {
  created: 'Baru',
  updated: 'Berubah',
  linked: 'Tertaut ke laporan Kanal',
  unchanged: 'Sama',
  refused: 'Ditolak',
};

const reasonWords: Record<Refusal | 'office_unknown' | 'category_unknown', string> = {
  number_missing: 'Tracking ID kosong',
  number_invalid: 'Tracking ID bukan angka',
  number_twice: 'Tracking ID sudah ada di baris sebelumnya',
  text_missing: 'Isi laporan kosong',
  status_unknown: 'Status tidak dikenal',
  received_unreadable: 'Tanggal laporan tidak terbaca, atau belum tiba',
  kind_unknown: 'Klasifikasi tidak dikenal',
  office_unknown: 'instansi tidak dikenal, dicatat tanpa instansi',
  category_unknown: 'kategori tidak dikenal, dicatat tanpa kategori',
};

/** @param reason names of rules, joined by commas */
export const reasonText = (reason: string | null): string =>
  (reason ?? '')
    .split(',')
    .map((name) => reasonWords[name as Refusal] ?? '')
    .filter(Boolean)
    .join('; ');

export const statusWords: Record<ImportRow['status'], string> = {
  mapping: 'menunggu kolom dicocokkan',
  checked: 'sudah diperiksa, belum diimpor',
  running: 'sedang berjalan',
  done: 'selesai',
  cancelled: 'dibatalkan',
};

/** The answer that the last import of a case told. @param entries of the case, oldest first */
export async function lastAnswer(
  keys: Keys,
  entries: readonly { caseId: number; seq: number; words: string | null }[],
): Promise<string | null> {
  for (const { caseId, seq, words } of entries.toReversed()) {
    const place = { table: 'entries', column: 'words', row: `${caseId}:${seq}` };
    const said = JSON.parse((await open(keys, place, words)) ?? '{}') as { answer?: string };
    if (said.answer) return said.answer;
  }
  return null;
}
