/** How well the router decides, on texts it has learned from and on texts it has not. */
import { figuresOf, type Scored, scoreFile } from '../../../test/support/score-routing.ts';

const files: { name: string; learned: boolean }[] = [
  { name: 'sample-complaints', learned: true },
  { name: 'blind-complaints', learned: true },
  { name: 'blind-complaints-2', learned: true },
  { name: 'blind-complaints-3', learned: false },
];

const percent = (part: number): string => `${Math.round(part * 100)} %`;

/** Figures of one file, as a row of the table. */
function rowOf(rows: readonly Scored[], learned: boolean): Record<string, string | number> {
  const figures = figuresOf(rows);
  const accusing = rows.filter(({ accuses }) => accuses).length;
  return {
    learned: learned ? 'yes' : 'no',
    texts: figures.texts,
    right: percent(figures.right),
    automatic: percent(figures.auto),
    'automatic right': percent(figures.autoRight),
    'accusations missed': `${figures.missed.length} of ${accusing}`,
    'harmless held': `${figures.harmlessHeld.length} of ${figures.texts - accusing}`,
  };
}

/** How often decisions were right for each confidence the router names. */
function bandsOf(rows: readonly Scored[]): Record<string, string | number>[] {
  const bands = Map.groupBy(rows, ({ decision }) => `${decision.confidence} ${decision.rule}`);
  return [...bands]
    .sort(([a], [b]) => (a < b ? 1 : -1))
    .map(([band, own]) => {
      const right = own.filter(({ ok }) => ok).length;
      const [confidence = '', rule = ''] = band.split(' ');
      return { rule, confidence, texts: own.length, right: percent(right / own.length) };
    });
}

export function benchRouting(): void {
  const scored = files.map(({ name, learned }) => ({
    name,
    learned,
    rows: scoreFile(`test/support/${name}.csv`),
  }));
  console.log('\nRouter (files marked "learned" gave it its weights and words; the others did not)');
  console.table(Object.fromEntries(scored.map(({ name, learned, rows }) => [name, rowOf(rows, learned)])));
  console.log('Precision by confidence, sample texts');
  console.table(bandsOf(scored[0]?.rows ?? []));
}
