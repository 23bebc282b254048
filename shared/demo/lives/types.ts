/** A whole life of an invented case: what was sent, and what people, the router and the clocks did with it. */
import type { ComplaintBody } from '../../contract/complaint.ts';
import type { CaseKind, CaseState } from '../../lifecycle/states.ts';
import type { Verb } from '../../lifecycle/transitions.ts';
import type { DemoActor } from '../types.ts';

export interface LifeStep {
  verb: Exclude<Verb, 'submit'>;
  by: DemoActor;
  /** Epoch ms. */
  at: number;
  /** What the verb takes from a person; of `system` what the router or an export found. */
  input: Record<string, unknown>;
  /** With the parent of a duplicate in it, once that has a code. */
  intoParent?: boolean;
}

/** A report that stands in an export of SP4N-LAPOR!, as far as it is not the same for all. */
export interface Exported {
  number: string;
  status: string;
  state: CaseState;
  closedAt: number | null;
  answer: string | null;
}

export interface Life {
  /** Unique within a run; also what its random numbers come from. */
  id: string;
  /** Epoch ms. */
  received: number;
  /** Who typed it: the reporter, or the administrator for one who wrote, called or came. */
  by: 'reporter' | 'admin';
  body: ComplaintBody & { kind: CaseKind };
  /** In the order in which they happen. */
  steps: LifeStep[];
  /** Worked in SP4N-LAPOR!: known from its exports, of which the first came at `at`. */
  exported: { at: number; first: Exported } | null;
  /** Address of the post on social media that it was made of. */
  post: string | null;
  /** Reports of the same thing, received after it; they are merged into it. */
  duplicates: Life[];
}

/** A post that became no case. */
export interface SeenPost {
  link: string;
  /** Epoch ms. */
  at: number;
  topic: string | null;
  area: string | null;
  outcome: 'answered' | 'ignored' | null;
}
