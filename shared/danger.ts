/**
 * Signs of danger in a text. Small on purpose: the form in the browser shows emergency numbers before sending
 * (domain.md section 2) and the router uses the very same words. Never blocks anything.
 */
import type { Danger } from './routing/types.ts';

export type Emergency = 'jiwa' | 'kekerasan' | 'kebakaran' | 'sakit' | 'kejahatan';

const W = '(?:\\s+\\S+){0,4}?\\s+';
const near = (...sides: string[]) => new RegExp(`\\b(?:${sides.join(`)${W}(?:`)})\\b`);
const KIN = 'suami\\w*|istri\\w*|mantan|pacar\\w*|bapak\\w*|ayah\\w*|paman\\w*|om|tante|tiri\\w*|kakek\\w*|majikan\\w*';
const WEAK = 'anak\\w*|bayi\\w*|istri\\w*|perempuan|gadis|ponakan\\w*|keponakan\\w*|adik\\w*|ibu\\w*|mama\\w*|cucu\\w*|siswi\\w*|murid\\w*|janda';
const HIT = '(?:di|me|ter)?(?:pukul|hajar|tampar|tendang|aniaya|siksa|gebuk|banting|cekik|sundut|seret)\\w*|memukul\\w*|menampar\\w*|menendang\\w*|menganiaya\\w*|menyiksa\\w*';
const LUST = '(?:di|me)?(?:perkosa|cabul\\w*|leceh\\w*|setubuhi|gerayangi|raba)\\w*|pencabulan|pelecehan|pegang2|pegang-pegang|pegang pegang';
const NOW = 'tolong|cepat|segera|sekarang|skrg|masih|lagi|sedang|darurat|besar';
const PEOPLE = 'orang|org|warga|anak\\w*|bayi|ibu|penumpang|nelayan|keluarga|lansia';

const SIGNS: [Emergency, RegExp[]][] = [
  ['kekerasan', [/\bkdrt\b|kekerasan (?:dalam rumah|seksual|(?:terhadap|pada) (?:anak|perempuan|istri))|perkosa|cabul|inses/, near(KIN, HIT), near(HIT, KIN), near(WEAK, HIT), near(HIT, WEAK), near(WEAK, LUST), near(LUST, WEAK)]],
  ['kebakaran', [near('kebakaran|terbakar|api', NOW), near(NOW, 'kebakaran|terbakar|api')]],
  ['sakit', [near('pingsan|sekarat|kejang|sesak n?a?fas|pendarahan|tidak sadar|keracunan|tersetrum', NOW), near(NOW, 'pingsan|sekarat|kejang|sesak|pendarahan|keracunan|tersetrum')]],
  ['jiwa', [near('terjebak|terkepung|terkurung|tertimbun|tertimpa|tenggelam|hanyut|hilang kontak', NOW + '|' + PEOPLE), near(PEOPLE, 'terjebak|terkurung|tertimbun|tenggelam|hanyut')]],
  ['kejahatan', [near('ancam\\w*|mengancam|diancam|serang|mengamuk', 'parang|badik|pisau|senjata|bunuh|golok|tombak')]],
];

/** Kinds of emergency the text shows, gravest first for the numbers to call. */
export function emergenciesOf(text: string): Emergency[] {
  const plain = text.slice(0, 12_000).toLowerCase().replace(/[^a-z0-9-]+/g, ' ');
  return SIGNS.filter(([, signs]) => signs.some((sign) => sign.test(plain))).map(([kind]) => kind);
}

/** kekerasan = violence against women or children; jiwa = somebody's life is in danger now. */
export function dangerOf(text: string): Danger {
  const kinds = emergenciesOf(text);
  if (kinds.includes('kekerasan')) return 'kekerasan';
  return kinds.length > 0 ? 'jiwa' : null;
}
