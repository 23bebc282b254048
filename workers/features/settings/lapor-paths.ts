/** Paths of SP4N-LAPOR!'s tree of categories. The tree is only read when somebody edits a category. */
const MOST = 3;

/** @returns null when the path is one of the tree's; else those that share most of its words */
export async function similarPaths(path: string): Promise<string[] | null> {
  const { default: tree } = await import('../../../shared/regencies/indonesia/lapor-categories.json');
  const all = Object.entries(tree as Record<string, string[]>).flatMap(([main, subs]) => [
    main,
    ...subs.map((sub) => `${main} > ${sub}`),
  ]);
  if (all.includes(path)) return null;
  const wanted = wordsOf(path);
  return all
    .map((one) => ({ one, shared: wordsOf(one).filter((word) => wanted.includes(word)).length }))
    .filter(({ shared }) => shared > 0)
    .sort((a, b) => b.shared - a.shared || a.one.length - b.one.length)
    .slice(0, MOST)
    .map(({ one }) => one);
}

const wordsOf = (text: string) =>
  text
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word.length > 3);
