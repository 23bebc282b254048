/** How invented offices work: most do well, and a few each have a weakness that an evaluation finds. */
import { digest } from './random.ts';

export interface Habit {
  /** Working days that others need in one. */
  pace: number;
  /** Share of cases that lie there. */
  silent: number;
  /** They lie there for good, or for so many working days. */
  lie: { forever: number; days: readonly [low: number, high: number] };
  /** Share of its answers that the reporter contests. */
  contested: number;
}

/** A case that nobody looks at, what the escalation is for. */
export const LIE: Habit['lie'] = { forever: 0.4, days: [15, 70] };

const usual = { pace: 0.9, silent: 0.03, lie: LIE, contested: 0.05 } satisfies Habit;

/** Of the offices with most reports, in their order. */
const weak = {
  /** Since some months half of it lies there; what is older was answered at last. */
  neglects: { ...usual, silent: 0.45, lie: { forever: 0, days: [70, 200] } },
  slow: { ...usual, pace: 2.8 },
  /** Answers at once, and has not been there. */
  hasty: { ...usual, pace: 0.6, silent: 0.01, contested: 0.7 },
  /** Gets what belongs to others. */
  mistaken: { ...usual, pace: 0.7 },
} satisfies Record<string, Habit>;

const others: readonly Habit[] = [
  { ...usual, pace: 0.5, silent: 0.01 },
  { ...usual, pace: 0.7 },
  usual,
  { ...usual, pace: 1.1, silent: 0.05 },
];

export interface Habits {
  of(office: string): Habit;
  /** Office that many reports are sent to by mistake; null where there is none. */
  mistaken: string | null;
  /** Offices that have one of the weaknesses. */
  weak: readonly string[];
}

/** @param busiest codes of offices, that with most reports first */
export function habitsOf(busiest: readonly string[]): Habits {
  const names = Object.keys(weak) as (keyof typeof weak)[];
  const given = new Map(names.flatMap((name, n) => (busiest[n] ? [[busiest[n], name] as const] : [])));
  return {
    of: (office) => {
      const name = given.get(office);
      return name ? weak[name] : (others[digest(office) % others.length] ?? usual);
    },
    mistaken: busiest[names.indexOf('mistaken')] ?? null,
    weak: [...given.keys()],
  };
}
