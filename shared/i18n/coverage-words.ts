/** How far a place has come, as pages and printed lists say it: a word, and a sign for those who see no colour. */
import { SILENT_DAYS, type TileState } from '../coverage.ts';

export const tileNames: Record<TileState, string> = {
  idle: 'Belum direncanakan',
  planned: 'Direncanakan',
  printed: 'Tercetak',
  lapsed: 'Perlu dicek',
  silent: 'Sunyi',
  hung: 'Terpasang',
  scanned: 'Dipindai',
  reported: 'Ada laporan',
};

export const tileSigns: Record<TileState, string> = {
  idle: '○',
  planned: '◔',
  printed: '◑',
  lapsed: '✕',
  silent: '◇',
  hung: '●',
  scanned: '◆',
  reported: '★',
};

export const tileMeanings: Record<TileState, string> = {
  idle: 'belum ada bahan yang direncanakan untuk tempat ini',
  planned: 'ada rencana, belum tercetak',
  printed: 'sudah tercetak, belum ada foto bahwa sudah terpasang',
  lapsed: 'pernah terpasang, tetapi fotonya lebih dari 90 hari, atau rusak, atau hilang',
  silent: `terpasang ${SILENT_DAYS} hari atau lebih, dan belum pernah dipindai`,
  hung: 'terpasang dengan foto paling lama 90 hari, belum dipindai',
  scanned: 'terpasang, dan sudah dipindai orang',
  reported: 'terpasang, dan sudah membawa laporan',
};
