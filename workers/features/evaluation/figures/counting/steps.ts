/** What the history of a case tells about its way: who sent it where, who gave it back, and when it was answered. Pure. */

/** An entry of the history with the facts that count. */
export interface Step {
  seq: number;
  verb: string;
  actor: string;
  /** Epoch ms. */
  at: number;
  /** Where it went; of a transfer, the successor. */
  office: string | null;
  /** Which office gave it back. */
  from: string | null;
  /** Of a decided return: it went to another office. */
  accepted: boolean;
  /** Of a transfer: the office that leads the case. */
  leads: boolean;
}

/** Verbs whose entries tell something here. */
export const tellingVerbs = [
  ...['route', 'dispose', 'decide_return', 'pass_to_inspectorate', 'transfer'],
  ...['return', 'forward', 'hold', 'free', 'archive', 'withdraw', 'expire', 'ask', 'merge'],
  ...['follow_up', 'answer', 'close_forwarded', 'contest', 'find_fault', 'confirm', 'settle'],
];

export interface Disposition {
  seq: number;
  at: number;
  office: string;
  actor: string;
}

/** A return that led away from the office. */
export interface GivenBack {
  office: string;
  /** Who had sent it there. */
  disposer: string;
  /** How long it lay there, in ms. */
  heldMs: number;
}

export interface Way {
  dispositions: Disposition[];
  returns: GivenBack[];
  /** The office's first word to the reporter after the first disposition. */
  followedUpAt: number | null;
  firstAnswerAt: number | null;
  lastAnswerAt: number | null;
  /** An answer was contested, or Inspektorat opened it again. */
  reopened: boolean;
  /** Verb that settled it last. */
  settledBy: string | null;
  /** Last completeness question. */
  askedAt: number | null;
}

/** A return that was not accepted sends nothing anywhere. */
export const isDisposition = ({ verb, accepted }: Pick<Step, 'verb' | 'accepted'>): boolean =>
  verb === 'decide_return' ? accepted : ['route', 'dispose', 'pass_to_inspectorate'].includes(verb);

/** What an outside institution did is told to the reporter by the closing itself. */
const answers = ['answer', 'close_forwarded'];

/** After these a return is still open: the case waits for the administrator as before. */
const leaveReturnOpen = ['transfer', 'merge'];

/** @param steps in their order */
export function wayOf(steps: readonly Step[]): Way {
  const way: Way = {
    dispositions: [],
    returns: [],
    followedUpAt: null,
    firstAnswerAt: null,
    lastAnswerAt: null,
    reopened: false,
    settledBy: null,
    askedAt: null,
  };
  let given: GivenBack | null = null;
  for (const step of steps) {
    const { verb, at, office, from } = step;
    const last = way.dispositions.at(-1);
    // Also one that was sent to an institution outside has left the office.
    if (given && (isDisposition(step) || verb === 'forward')) way.returns.push(given);
    if (!leaveReturnOpen.includes(verb)) given = null;
    if (verb === 'return' && from !== null && last)
      given = { office: from, disposer: last.actor, heldMs: at - last.at };
    if (isDisposition(step) && office !== null)
      way.dispositions.push({ seq: step.seq, at, office, actor: step.actor });
    if (['follow_up', 'answer'].includes(verb) && last) way.followedUpAt ??= at;
    if (answers.includes(verb)) {
      way.firstAnswerAt ??= at;
      way.lastAnswerAt = at;
    }
    if (['contest', 'find_fault'].includes(verb) && way.firstAnswerAt !== null) way.reopened = true;
    if (['confirm', 'settle', 'close_forwarded'].includes(verb)) way.settledBy = verb;
    if (verb === 'ask') way.askedAt = at;
  }
  return way;
}
