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
  /** 0..1: the measured precision of decisions like this one on texts not learned from. */
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

/**
 * The words that speak for one office. `to` is an office code, `cat:<category id>` for the office the regency
 * gave that category, or `kecamatan` for the kecamatan office of the place. Patterns are separated by commas;
 * their grammar stands in `pattern.ts`.
 */
export interface Topic {
  to: string;
  /** Nearly decides alone. */
  strong: string;
  /** Speaks for the office unless another is named. */
  medium: string;
  /** Only tips the scale. */
  weak?: string;
}

/** One kind of misconduct. */
export interface Act {
  /** Name shown as the reason, e.g. "pungutan". */
  id: string;
  /**
   * sure = by itself; office = together with somebody or some place in office anywhere in the text;
   * near = together with somebody in office close by.
   */
  needs: 'sure' | 'office' | 'near';
  /** Held at once: in every text whatever else is in it, or in complaints unless the rest weighs below `doubt`. */
  decides?: 'always' | 'complaint';
  patterns: string;
  /** "tidak" just before it turns it round ("tidak dimintai uang"). */
  negatable?: boolean;
  /** Ids of the excuses that take it back. */
  excusedBy?: string[];
}

/** A named list of patterns: excuses ("swasta", "halangan") and small signs ("ironi", "takut"). */
export interface Sign {
  id: string;
  patterns: string;
}

export interface AccusationData {
  /** People in office, and the office that is shut out when they are accused (as in `Topic.to`, or null). */
  actors: { to: string | null; words: string }[];
  /** Where people in office work: implies them. */
  places: string;
  /** Wrongdoers outside government: an act beside one of them, with nobody in office near, is theirs. */
  outsiders: string;
  /** Words that turn a negatable act round, and those that may stand between. */
  negations: string;
  between: string;
  acts: Act[];
  /** What takes acts back: a reason for an absence, a wrongdoer outside government, a denial. */
  excuses: Sign[];
  /** Mentions of a person in office that blame nobody: asked, praised, missed, quoted. They cover the person. */
  neutral: string;
  /** Small signs; none says anything alone. */
  hints: Sign[];
  /**
   * What every word and every mark (an act, a hint, an excuse, a person in office, the kind of the report) adds to
   * the belief that the text accuses. Learned from examples by test/support/weigh-signs.ts.
   */
  weights: Record<string, number>;
  /** From this sum on the text is held. */
  threshold: number;
  /** From this sum on a complaint is held in which an act decides; lower than the threshold. */
  doubt: number;
}

/** Decisions with at least this score and share of the evidence were right this often. */
export interface Band {
  rule: string;
  score: number;
  share: number;
  /** Measured on texts not learned from, 0..1. */
  precision: number;
}

/**
 * What the rules know, versioned so that every decision names what decided it. Plain JSON, since a regency may
 * change it; a part that is left out is empty.
 */
export interface RoutingData {
  version: string;
  /** Shorthand and spelling → full words. An empty value drops the word. */
  slang?: Record<string, string>;
  /** Several words that mean one thing → one word of the lexicon. */
  phrases?: Record<string, string>;
  /** Words that carry nothing, separated by spaces. */
  stopwords?: string;
  /** Words after which a thing is only a place ("depan SD"), separated by spaces. */
  locators?: string;
  /** Words after which comes what the reporter asks for, separated by spaces. */
  requests?: string;
  /** Named alternatives for patterns: `@name`. */
  groups?: Record<string, string>;
  topics?: Topic[];
  accusation?: AccusationData;
  /** Advertising, tests and jokes. */
  spam?: string;
  roles?: {
    /** Who takes held accusations, violence, and what is nobody's (as in `Topic.to`). */
    inspectorate: string;
    protection: string;
    admin: string;
    fire: string;
    rescue: string;
    medical: string;
  };
  /** Score and share of the evidence from which a text goes to its office without a person. */
  dispose?: { score: number; share: number };
  bands?: Band[];
}

/** The regency's own rows the rules look at. */
export interface RouterContext {
  data: RoutingData;
  offices: {
    code: string;
    name: string;
    short: string;
    kind: 'opd' | 'kecamatan' | 'bumd' | 'luar';
    area?: string | null;
  }[];
  categories: { id: string; office: string | null }[];
  areas: { code: string; parent: string | null; level: string; name: string; aliases: string[] }[];
  /** The regency wants a person to confirm every disposition: nothing goes to an office by itself. */
  demandPerson: boolean;
}
