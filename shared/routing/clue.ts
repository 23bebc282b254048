/** What the router says, in words for people. */

/** Of many alternatives the first tell enough. */
const MOST = 3;

/**
 * An entry of the lexicon as people read it: "pasar .. atap|bocor|becek|kios|−bangun" becomes
 * "pasar … atap/bocor/becek/…" (what must not stand beside it is left out).
 */
export function clue(entry: string): string {
  const words = entry
    .split(' ')
    .filter((word) => !/^[!−-]/.test(word))
    .map((word) => {
      const choices = word.split('|').filter((one) => !/^[!−-]/.test(one));
      const named = choices.slice(0, MOST).map((one) => one.replace(/[@~^$]/g, ''));
      return [...named, ...(choices.length > MOST ? ['…'] : [])].join('/');
    });
  return words
    .join(' ')
    .replaceAll('..', '…')
    .replaceAll('&', '+')
    .replace(/( [+…])+$/, '');
}

const rules: Record<string, string> = {
  accusation: 'laporan tampak menuduh penyelenggara pemerintahan',
  violence: 'kekerasan terhadap perempuan atau anak',
  danger: 'ada bahaya jiwa',
  spam: 'tampak seperti iklan atau percobaan',
  office: 'instansi yang disebut pelapor, dan kata-kata dalam laporan',
  category: 'bidang yang dipilih pelapor, dan kata-kata dalam laporan',
  keyword: 'kata-kata dalam laporan',
  outside: 'wewenang instansi di luar pemerintah kabupaten',
  area: 'hanya wilayahnya yang dikenali',
  unknown: 'belum ada petunjuk yang dikenali',
};

/** The rule of a decision (`RoutingDecision.rule`) in a sentence. */
export const ruleName = (rule: string): string => rules[rule] ?? rule;
