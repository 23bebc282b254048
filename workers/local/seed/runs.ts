/** Row of `meta`: JSON array with the names of the runs of lives that were added. */
export const RUNS = 'lives';

/** The run that the demo has behind its cases. */
export const DEMO_RUN = 'demo';
