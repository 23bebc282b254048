/** How sure is sure: measured with test/support/score-routing.ts. */
import type { Band } from '../../../routing/types.ts';

/** From here a text goes to its office without a person. */
export const dispose = { score: 3.5, share: 0.6 };

/** First row that fits counts. */
export const bands: Band[] = [];
