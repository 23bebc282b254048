/**
 * Where a list finds its cases: one partial index each (migration 0002), by group and in the order of its key. The terms
 * repeat the index's own literally, which is what makes SQLite use it.
 */

interface Index {
  table: 'cases' | 'case_copies';
  /** Named in the query, so that a search that cannot use it fails in the tests; null = the table's own key. */
  name: string | null;
  /** Column with the id of the case. */
  id: 'id' | 'case_id';
  /** Columns that every group gives a value for, in the index's order. */
  group: readonly string[];
  key: string;
  /** Of the partial index, about the table as `n`; null = all of its rows. */
  terms: string | null;
}

const ofCases = (name: string, group: readonly string[], key: string, terms: string): Index => ({
  table: 'cases',
  name,
  id: 'id',
  group,
  key,
  terms,
});

export const indexes = {
  inbox: ofCases('cases_inbox', ['holder'], 'next_due_at', 'n.closed_at is null'),
  byState: ofCases(
    'cases_by_state',
    ['holder', 'state'],
    'next_due_at',
    'n.closed_at is null and n.routed_at is not null',
  ),
  unrouted: ofCases('cases_unrouted', [], 'received_at', 'n.routed_at is null'),
  closed: ofCases('cases_closed', ['office'], 'closed_at', 'n.closed_at is not null'),
  closedPlain: ofCases('cases_closed_plain', [], 'closed_at', 'n.closed_at is not null and n.berkadar = 0'),
  toRelease: ofCases(
    'cases_to_release',
    [],
    'next_due_at',
    "n.anonymous = 1 and n.released_at is null and n.closed_at is null and n.routed_at is not null and n.berkadar = 0 and n.state <> 'held'",
  ),
  notInSp4n: ofCases(
    'cases_not_in_sp4n',
    [],
    'received_at',
    "n.sp4n is null and n.spam = 0 and n.berkadar = 0 and n.routed_at is not null and n.state not in ('held', 'merged')",
  ),
  answerNotCopied: ofCases(
    'cases_answer_not_copied',
    [],
    'answered_at',
    'n.sp4n is not null and n.berkadar = 0 and n.answered_at > ifnull(n.sp4n_answer_at, 0)',
  ),
  proposed: ofCases('cases_proposed', ['office'], 'next_due_at', 'n.proposal_seq is not null'),
  contested: ofCases('cases_contested', ['office'], 'next_due_at', "n.state = 'reopened' and n.berkadar = 0"),
  copies: { table: 'case_copies', name: null, id: 'case_id', group: ['office'], key: 'case_id', terms: null },
} as const satisfies Record<string, Index>;

/** One part of a list. A list shows its parts one after the other; within one, all groups are merged by key. */
export interface Source {
  index: keyof typeof indexes;
  /** A value for each column of the index's group. */
  groups: readonly (readonly string[])[];
  newestFirst?: boolean;
  /** Keys of this half-open range only (epoch ms). */
  from?: number;
  to?: number;
  /** Keeps only cases in these states, looked at one by one: for parts that hold few others. */
  states?: readonly string[];
}

/** Every holder with every state. */
export const pairs = (holders: readonly string[], states: readonly string[]): string[][] =>
  holders.flatMap((holder) => states.map((state) => [holder, state]));
