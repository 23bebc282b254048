/** An item of the action plan: its states, and how far it has come. Pure. */

export const actionStates = ['planned', 'running', 'blocked', 'done', 'dropped'] as const;
export type ActionState = (typeof actionStates)[number];

export const actionStateNames: Record<ActionState, string> = {
  planned: 'Direncanakan',
  running: 'Berjalan',
  blocked: 'Terhambat',
  done: 'Selesai',
  dropped: 'Dibatalkan',
};

/** Nothing more is expected of it. */
export const isClosed = (state: ActionState): boolean => state === 'done' || state === 'dropped';

export const measures = ['coverage', 'events', 'trainings', 'brochures'] as const;
export type Measure = (typeof measures)[number];

export const measureNames: Record<Measure, string> = {
  coverage: 'Tempat yang sudah dipasangi',
  events: 'Acara yang dilaksanakan',
  trainings: 'Bimtek yang dilaksanakan',
  brochures: 'Brosur dan stiker yang dibagikan',
};

/** What one of it is called: "101 dari 173 tempat". */
export const measureUnits: Record<Measure, string> = {
  coverage: 'tempat',
  events: 'acara',
  trainings: 'bimtek',
  brochures: 'lembar',
};

/** What the campaign has counted, and how much of it is wanted. */
export interface Measured {
  measure: Measure;
  reached: number;
  goal: number;
}

/**
 * Percent of what is measured; where nothing is, what its owner says.
 * @returns 100 only when the goal is reached
 */
export function progressOf(told: number, measured: Pick<Measured, 'reached' | 'goal'> | null): number {
  if (measured === null) return told;
  if (measured.goal <= 0) return 0;
  return Math.min(100, Math.floor((100 * measured.reached) / measured.goal));
}

/** Past its due with something left to do. @param dueAt, now epoch ms */
export const isOverdue = (state: ActionState, dueAt: number, now: number): boolean =>
  !isClosed(state) && now > dueAt;
