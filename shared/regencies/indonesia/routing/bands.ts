/**
 * How sure is sure: right decisions by rule and evidence (test/support/score-routing.ts) of some 500 texts the router
 * had not learned from when they were counted. Danger, violence and spam were too few for more than a rough figure.
 */
import type { Band } from '../../../routing/types.ts';

/** From here a text goes to its office without a person. */
export const dispose = { score: 3, share: 0.58 };

/** First row that fits counts. */
export const bands: Band[] = [
  { rule: 'keyword', score: 3, share: 0.7, precision: 0.94 },
  { rule: 'keyword', score: 3, share: 0.58, precision: 0.88 },
  { rule: 'keyword', score: 0, share: 0, precision: 0.64 },
  { rule: 'accusation', score: 0, share: 0, precision: 0.85 },
  { rule: 'outside', score: 0, share: 0, precision: 0.87 },
  { rule: 'danger', score: 0, share: 0, precision: 0.75 },
  { rule: 'violence', score: 0, share: 0, precision: 0.78 },
  { rule: 'spam', score: 0, share: 0, precision: 0.75 },
  { rule: 'area', score: 0, share: 0, precision: 0.2 },
];
