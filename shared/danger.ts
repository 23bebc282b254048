/**
 * Signs of danger in a text. Small on purpose: the form in the browser shows emergency numbers before sending
 * (domain.md section 2) and the router uses the very same words. Never blocks anything.
 */
import type { Danger } from './routing/types.ts';

export type Emergency = 'jiwa' | 'kekerasan' | 'kebakaran' | 'sakit' | 'kejahatan';

/** The sides in this order, at most seven words between. Each side is a list of words or beginnings of words. */
const near = (...sides: string[]) =>
  new RegExp(`(?:^| )(?:${sides.join(')[a-z0-9]*(?: [a-z0-9]+){0,7}? (?:')})`);
const either = (a: string, b: string) => [near(a, b), near(b, a)];

const kin = 'suami|mantan|pacar|bapak|ayah|papa|paman|om |tante|kakek|majikan|mertua|ipar|abang|tetangga';
const weak =
  'anak|bayi|istri|perempuan|gadis|ponakan|keponakan|adik|kakak|ibu |ibuku|mama|cucu|sisw|murid|saya|sy |dia |wanita|remaja';
const women = weak.replace('saya|sy |dia |', '').replace('kakak|', '');
const hit =
  '(?:di|me|ter|mem|men|meny|meng)?(?:pukul|mukul|hajar|tampar|nampar|tendang|nendang|aniaya|siksa|yiksa|gebuk|banting|cekik|sundut|seret|sekap|kurung)';
const lust =
  '(?:di|me|men|meng)?(?:perkosa|merkosa|cabul|leceh|setubuh|gerayang|raba |raba2|hamili)|pencabul|pelecehan|(?:di)?pegang ?2|(?:di)?pegang pegang|masuk kamar|perutnya membesar|perutnya besar|dihamili|(?:foto|video)[a-z]* (?:[a-z0-9]+ ){0,3}(?:di)?sebar|(?:foto|video) bugil|ke penginapan|ke hotel|tindih|buka baju|kemaluan';
const now =
  'baru saja|barusan|belum ketemu|blm ketemu|tadi|dikunci|belum muncul|tolong|cepat|segera|sekarang|skrg|masih|lagi |sedang|darurat|besar|bantu';
const people = 'orang|org |warga|anak|bayi|ibu |penumpang|nelayan|keluarga|lansia|nenek|kakek|korban';
const boat = 'perahu|kapal|ketinting|katinting|speed|nelayan|melaut|penumpang';
const fire = 'kebakaran|terbakar|api |kobaran';
const ill =
  'pingsan|sekarat|kejang|sesak na|sesak nfas|pendarahan|perdarahan|tidak sadar|tdk sadar|keracunan|tersetrum|kesetrum|bunuh diri|gantung diri|akhiri hidup|mengakhiri hidup|pergi selamanya|tidak mau hidup|tdk mau hidup|minum racun|tidak bernapas|mau melahirkan|digigit ular|luka parah|muntah darah|keluar darah|tidak bergerak|tdk bergerak';

/** Told as past or feared: not now. */
const hedge =
  /pernah|takut|khawatir|jangan sampai|jgn sampai|rawan|hampir|nyaris|sebelum ada|dulu|lalu|simulasi|latihan|penyuluhan|bekas|pelatihan|bantuan korban|pasca/;

const signs: [Emergency, RegExp[]][] = [
  [
    'kekerasan',
    [
      /kdrt|kekerasan (?:dalam rumah|seksual|(?:terhadap |pada )?(?:anak|perempuan|istri|fisik))|perkosa|dicabuli|pencabulan|inses/,
      near(kin, hit),
      ...either(women, hit),
      near(kin, lust),
      ...either(women, lust),
    ],
  ],
  ['kebakaran', either(fire, now)],
  ['sakit', either(ill, now)],
  [
    'jiwa',
    [
      ...either(
        'terjebak|terkepung|terkurung|tertimbun|tertimpa|tenggelam|hanyut|hilang kontak|terseret|terperosok|menimpa|tertindih|diterkam|disambar|terjepit|kejepit|jatuh ke sumur|jatuh ke jurang|arus deras|gas bocor|meledak',
        `${now}|${people}`,
      ),
      ...either(people, 'di atas atap|diatas atap|naik ke atap|di atap|terisolasi|bunuh diri'),
      near(
        boat,
        'belum sampai|blm sampai|belum kembali|blm kembali|belum pulang|blm pulang|tidak kembali|hilang',
      ),
      /minta (?:di)?(?:evakuasi|selamatkan)|(?:belum|blm) (?:di)?(?:jemput|evakuasi)|bunuh diri|kabel (?:listrik )?putus/,
    ],
  ],
  [
    'kejahatan',
    either(
      'ancam|mengancam|diancam|serang|menyerang|ngamuk|mengamuk|kejar',
      'parang|badik|pisau|senjata|bunuh|golok|tombak',
    ),
  ],
];

/** Kinds of emergency the text shows, gravest first for the numbers to call. */
export function emergenciesOf(text: string): Emergency[] {
  const clauses = text
    .slice(0, 12_000)
    .toLowerCase()
    .split(/[.,;!?\n]+/);
  const plain = (parts: string[]) =>
    ` ${parts.join(' ').replace(/orang ?tua (?:murid|sisw\S+)|[^a-z0-9]+/g, ' ')} `;
  const [all, present] = [plain(clauses), plain(clauses.filter((clause) => !hedge.test(clause)))];
  return signs
    .filter(([kind, any]) => any.some((sign) => sign.test(kind === 'kekerasan' ? all : present)))
    .map(([kind]) => kind);
}

/** kekerasan = violence against women or children; jiwa = somebody's life is in danger now. */
export function dangerOf(text: string): Danger {
  const kinds = emergenciesOf(text);
  if (kinds.includes('kekerasan')) return 'kekerasan';
  return kinds.length > 0 ? 'jiwa' : null;
}
