/** Figures of a meeting as they stood on one day: everything its pages and its pack tell is read from here. Pure. */
import {
  addCounts,
  type Basis,
  type Counts,
  type Dimension,
  noCounts,
  unpackCounts,
} from '../figures/counts.ts';
import type { Span } from '../figures/together.ts';

/** By basis, counts as they are stored (`packCounts`); a basis without any is left out. */
export type FrozenCounts = Partial<Record<Basis, number[]>>;

export const frozenDimensions = [
  'kind',
  'office',
  'area',
  'category',
  'channel',
  'platform',
] as const satisfies readonly Dimension[];
export type FrozenDimension = (typeof frozenDimensions)[number];

/** True numbers, small ones too: whoever shows them hides those (shared/small-counts.ts). */
export interface FrozenSpan {
  /** Local ISO dates, both within. What was due is counted up to the day before the freezing only. */
  from: string;
  to: string;
  /** Without accusations; `seen` are the posts on social media. */
  whole: FrozenCounts;
  /** Accusations received; null where the span is no quarter that was over. Nothing else is told of them. */
  oversight: number | null;
  /** By value, e.g. by office code; "-" = none. `platform` holds `seen` only, the others never. */
  by: Record<FrozenDimension, Record<string, FrozenCounts>>;
}

export interface FrozenOverdue {
  /** Code of the case. */
  code: string;
  /** Office in charge, or null while it is not disposed. */
  office: string | null;
  /** Local ISO date of the promise. */
  dueOn: string;
  /** Working days late. */
  days: number;
}

export interface FrozenCampaign {
  id: number;
  name: string;
  /** Pieces that hang, and how many of them nobody has ever scanned. */
  hanging: number;
  silent: number;
}

export interface Frozen {
  shape: 1;
  /** As addresses name it (figures/periods.ts). */
  period: string;
  /** Local ISO date of the freezing. */
  day: string;
  now: FrozenSpan;
  before: FrozenSpan;
  lastYear: FrozenSpan;
  /** Thirteen months that end with the period, "2026-09", without accusations. */
  months: { month: string; whole: FrozenCounts }[];
  /** Ordinary cases past their promise and not answered, the longest first: at most 500 of them. */
  overdue: { total: number; cases: FrozenOverdue[] };
  /** Offices whose liaison officers were not here for 30 days: how many there are, and how many of them were not. */
  liaisons: Record<string, { all: number; inactive: number }>;
  /** Offices without any liaison officer. */
  withoutLiaison: string[];
  /** Codes of desa and kelurahan from which nothing came in the period. */
  silentVillages: string[];
  /** Open programs of which something hangs. */
  campaigns: FrozenCampaign[];
}

/** What the one page for the chair needs of it: read without walking over cases. */
export type Glance = Omit<Frozen, 'shape' | 'overdue' | 'silentVillages' | 'campaigns' | 'months'>;

/** Counts of one basis. */
export const frozenCounts = (of: FrozenCounts | undefined, basis: Basis): Counts => {
  const stored = of?.[basis];
  return stored ? unpackCounts(stored) : noCounts();
};

/** Of all bases together. */
export const allCounts = (of: FrozenCounts | undefined): Counts =>
  Object.values(of ?? {}).reduce((sum, stored) => addCounts(sum, unpackCounts(stored)), noCounts());

export const wholeOf = ({ whole, oversight }: FrozenSpan): Span => ({ counts: allCounts(whole), oversight });

/** Counts of a dimension by what its values are put together as. */
export function partsOf(
  { by }: FrozenSpan,
  dimension: FrozenDimension,
  groupOf: (value: string) => string,
): Map<string, Counts> {
  const sums = new Map<string, Counts>();
  for (const [value, counts] of Object.entries(by[dimension])) {
    const group = groupOf(value);
    sums.set(group, addCounts(sums.get(group) ?? noCounts(), allCounts(counts)));
  }
  return sums;
}
