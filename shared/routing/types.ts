/**
 * What the router reads and what it answers. Pure data: the rules themselves are in this folder,
 * the queue consumer that applies them is `workers/features/routing`.
 */

export interface RoutingInput {
  kind: 'complaint' | 'aspiration' | 'information';
  title?: string | null;
  text: string;
  /** Free words about the place. */
  place?: string | null;
  /** Ministry code of the area the reporter chose, if any. */
  area?: string | null;
  /** Category id, if any. */
  category?: string | null;
  /** Office code the reporter chose, if any. */
  office?: string | null;
  /** "tentang aparat/pejabat" was ticked. */
  aboutOfficial: boolean;
}

export interface Candidate {
  office: string;
  /** 0..1, shares of the evidence. */
  score: number;
}

export type Danger = 'jiwa' | 'kekerasan' | null;

export interface RoutingDecision {
  /**
   * held    = accuses somebody in office: for the verifier only
   * dispose = confident: goes to `office` without a person
   * suggest = a person decides, `office` is the first suggestion (also for outside institutions and spam)
   */
  outcome: 'held' | 'dispose' | 'suggest';
  office: string | null;
  /** Name of the rule that decided, e.g. "keyword", "violence", "category". */
  rule: string;
  /** Words and facts that matched, in the order of their weight. No personal data: lexicon entries, never the text. */
  facts: string[];
  /** All candidates, best first, at most five. */
  candidates: Candidate[];
  /** 0..1: the measured precision of decisions like this one on the sample texts. */
  confidence: number;
  danger: Danger;
  /** First answer within one working day. */
  urgent: boolean;
  /** Violence against women or children: content is never published. */
  confidential: boolean;
  /** Looks like advertising or a test; a person decides. */
  spam: boolean;
  /** Offices the text seems to accuse (held only): they are shut out at once. */
  accused: string[];
}

/** Shape is owned by the rules in this folder; versioned so that every decision names what decided it. */
export interface RoutingData {
  version: string;
  [part: string]: unknown;
}
