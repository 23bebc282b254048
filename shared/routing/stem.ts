/**
 * Word forms of Indonesian without a dictionary. A lexicon word is found under its clitics ("petugasnya") or,
 * where the lexicon asks for it, under every affix ("dimintai" for "minta"). All candidates are produced and
 * only those the lexicon knows are used, so an over-eager cut costs nothing.
 */

const CLITIC = /(?:nya|ku|mu|lah|kah|pun|ta|mi|ji|pi|ki|na|ny|x)$/;
const SUFFIX = /(?:kan|asi|an|in|i)$/;

/** [prefix, letters that may have melted into it]; the longest come first. */
const PREFIXES: [string, string[]][] = [
  ['memper', ['']],
  ['diper', ['']],
  ['menge', ['']],
  ['penge', ['']],
  ['meng', ['', 'k']],
  ['peng', ['', 'k']],
  ['meny', ['s']],
  ['peny', ['s']],
  ['mem', ['', 'p']],
  ['pem', ['', 'p']],
  ['men', ['', 't']],
  ['pen', ['', 't']],
  ['ber', ['']],
  ['bel', ['']],
  ['ter', ['']],
  ['per', ['']],
  ['pel', ['']],
  ['nge', ['']],
  ['ng', ['', 'k']],
  ['ny', ['s', 'c']],
  ['me', ['']],
  ['pe', ['']],
  ['di', ['']],
  ['ke', ['']],
  ['se', ['']],
  ['be', ['']],
  ['ku', ['']],
  ['n', ['t']],
  ['m', ['p']],
];

/** The word without the particles that hang on it, longest form first: "petugasnya" → petugasnya, petugas. */
export function bareForms(word: string): string[] {
  const forms = [word];
  let rest = word;
  for (let cut = 0; cut < 2; cut++) {
    const shorter = rest.replace(CLITIC, '');
    if (shorter === rest || shorter.length < 3) break;
    forms.push(shorter);
    rest = shorter;
  }
  return forms;
}

/** Every stem the word may be built on: "dimintai" → …, minta. */
export function stemForms(word: string): Set<string> {
  const bases = new Set<string>();
  for (const form of bareForms(word)) {
    bases.add(form);
    const root = form.replace(SUFFIX, '');
    if (root.length >= 3) bases.add(root);
    if (form.endsWith('kan')) bases.add(form.slice(0, -2));
  }
  const stems = new Set(bases);
  for (const base of bases) {
    for (const [prefix, melted] of PREFIXES) {
      if (!base.startsWith(prefix)) continue;
      for (const letter of melted) {
        const root = letter + base.slice(prefix.length);
        if (root.length >= 3) stems.add(root);
      }
    }
  }
  return stems;
}

/**
 * What a slip of the finger leaves of a word: the word with one letter missing or two neighbours exchanged.
 * Used for long words only; the first letter is taken as right.
 */
export function slips(word: string): string[] {
  const out: string[] = [];
  for (let at = 1; at < word.length; at++) {
    out.push(word.slice(0, at) + word.slice(at + 1));
    const [a, b] = [word[at], word[at + 1]];
    if (a && b && a !== b) out.push(word.slice(0, at) + b + a + word.slice(at + 2));
  }
  return out;
}
