/**
 * How sure is sure: right decisions of 410 sample texts by rule and evidence (test/support/score-routing.ts).
 * Rules with few texts are written down one right and one wrong more than were seen.
 */
import type { Band } from '../../../routing/types.ts';

/** From here a text goes to its office without a person. */
export const dispose = { score: 3, share: 0.58 };

/** First row that fits counts. */
export const bands: Band[] = [
  { rule: 'keyword', score: 3, share: 0.7, precision: 0.97 },
  { rule: 'keyword', score: 3, share: 0.58, precision: 0.96 },
  { rule: 'keyword', score: 0, share: 0, precision: 0.75 },
  { rule: 'accusation', score: 0, share: 0, precision: 0.97 },
  { rule: 'outside', score: 0, share: 0, precision: 0.86 },
  { rule: 'danger', score: 0, share: 0, precision: 0.91 },
  { rule: 'violence', score: 0, share: 0, precision: 0.78 },
  { rule: 'spam', score: 0, share: 0, precision: 0.9 },
  { rule: 'area', score: 0, share: 0, precision: 0.2 },
];
