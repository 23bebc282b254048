/**
 * Every figure, defined once (domain.md section 5): pages, API, exports, published tables and the meeting's pack all read
 * this table. Pure.
 */
import type { Basis, CountName, Counts } from './counts.ts';
import { around } from './defined/around.ts';
import { received } from './defined/received.ts';
import { speed } from './defined/speed.ts';

/** A share keeps both its numbers, so that few cases can be told as an interval (shared/interval.ts). */
export type Value =
  | { kind: 'count'; n: number }
  | { kind: 'share'; hits: number; of: number }
  | { kind: 'mean'; sum: number; of: number };

export interface Definition {
  id: FigureId;
  /** As a heading. */
  name: string;
  /** In words: what is counted, and by what it is divided. */
  formula: string;
  unit: 'laporan' | 'persen' | 'hari' | 'hari kerja' | 'nilai' | 'unggahan';
  basis: Basis;
  /** Who says that it is measured so. */
  source: string;
  leavesOut: string;
  /** Which way is the good one; null = neither, as with reports: few are not good news. */
  better: 'high' | 'low' | null;
  value: (counts: Counts) => Value;
  /** Cases that stand behind it: any of these counts is not 0. Empty = nobody may list them. */
  behind: readonly CountName[];
}

export const figureIds = [
  'received',
  'reports',
  'followed_up',
  'settled',
  'carried_out',
  'follow_up_days',
  'follow_up_working_days',
  'disposition_days',
  'answer_days',
  'promise_kept',
  'promise_open',
  'verify_on_time',
  'first_answer_on_time',
  'settle_on_time',
  'misrouted',
  'returns',
  'holding_days',
  'dispositions',
  'sent_back',
  'reopened',
  'confirmed',
  'satisfaction',
  'rated',
  'forwarded',
  'archived',
  'spam',
  'sp4n_numbered',
  'sp4n_copied',
  'oversight',
  'posts_seen',
  'posts_answered',
  'posts_converted',
] as const;
export type FigureId = (typeof figureIds)[number];

const rows: Record<FigureId, Omit<Definition, 'id'>> = { ...received, ...speed, ...around };

export const definitions: readonly Definition[] = figureIds.map((id) => ({ id, ...rows[id] }));

export const definitionOf = (id: FigureId): Definition => ({ id, ...rows[id] });

export function isFigureId(text: string): text is FigureId {
  return (figureIds as readonly string[]).includes(text);
}
