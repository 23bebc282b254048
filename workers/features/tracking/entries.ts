/** Tells the reporter what happened, one sentence for each entry. What is not listed here is not told. */
import { type Language, type MessageKey, say } from '../../../shared/i18n/index.ts';
import type { Words } from '../../cases/change.ts';
import type { CaseRow } from '../../cases/load.ts';
import type { Entry } from '../../cases/timeline.ts';
import { anyOffice } from '../../regency/named.ts';
import type { Regency } from '../../regency/snapshot.ts';

/** Words of an entry that the reporter reads, in this order. Notes between offices are none of them. */
const shownWords = ['title', 'text', 'place', 'question', 'reason', 'nextStep', 'budget'] as const;
export type ShownWord = (typeof shownWords)[number];

export interface ViewEntry {
  seq: number;
  /** Epoch ms. */
  at: number;
  verb: string;
  by: 'reporter' | 'officer' | 'system';
  /** What happened, in the reader's language. */
  summary: string;
  words: Partial<Record<ShownWord, string>>;
  /** answer, close_forwarded and archive: what came of it (shared/lifecycle). */
  outcome: string | null;
  /** What was written was erased. */
  erased: boolean;
  /** What was written cannot be opened: what stands in its place. */
  unreadable: string | null;
  /** Local date of the next step, or for which it is scheduled. */
  date: string | null;
}

interface Telling {
  message: (facts: Entry['facts']) => MessageKey;
  words?: readonly ShownWord[];
  /** The fact that says what came of it. */
  outcome?: 'outcome' | 'result' | 'category';
  /** It went to somebody else: an office, or the verification team (null). */
  /** `undefined` = this time it stayed where it was. */
  to?: (facts: Entry['facts']) => string | null | undefined;
}

const always = (message: MessageKey) => () => message;
const toOffice = (facts: Entry['facts']) => text(facts.office);
const toTeam = () => null;
const transferred: Telling = {
  message: always('entry.transfer'),
  to: (facts) => (facts.holds === true ? text(facts.office) : undefined),
};
const disposed: Telling = { message: always('entry.disposed'), to: toOffice };

const tellings: Record<string, Telling> = {
  submit: { message: always('entry.submit'), words: ['title', 'text', 'place'], to: toTeam },
  route: disposed,
  dispose: disposed,
  pass_to_inspectorate: disposed,
  decide_return: {
    message: (facts) => (facts.accepted === false ? 'entry.kept' : 'entry.disposed'),
    to: toOffice,
  },
  transfer: transferred,
  forward: { message: always('entry.forward'), words: ['text'], to: (facts) => text(facts.outside) },
  close_forwarded: { message: always('entry.close_forwarded'), words: ['text'], outcome: 'result' },
  archive: { message: always('entry.archive'), words: ['reason'], outcome: 'category' },
  reopen: { message: always('entry.reopen'), words: ['reason'], to: toTeam },
  follow_up: { message: always('entry.follow_up'), words: ['text', 'nextStep'] },
  answer: { message: always('entry.answer'), words: ['text', 'nextStep', 'budget'], outcome: 'outcome' },
  carry_out: { message: always('entry.carry_out'), words: ['text'], outcome: 'outcome' },
  reschedule: { message: always('entry.reschedule'), words: ['reason'] },
  ask: { message: always('entry.ask'), words: ['question'] },
  // The office was told so when it wrote it.
  return: { message: always('entry.return'), words: ['reason'], to: toTeam },
  reply: { message: always('entry.reply'), words: ['text'] },
  complete: { message: always('entry.complete'), words: ['text'] },
  confirm: { message: always('entry.confirm') },
  contest: { message: always('entry.contest'), words: ['reason'], to: toTeam },
  rate: { message: always('entry.rate'), words: ['text'] },
  withdraw: { message: always('entry.withdraw'), words: ['reason'] },
  change_contact: {
    message: (facts) => (facts.erased === true ? 'entry.contact_erased' : 'entry.contact_changed'),
  },
  renew_pin: { message: always('entry.renew_pin') },
  request_erasure: { message: always('entry.request_erasure') },
  decide_erasure: {
    message: (facts) => (facts.granted === true ? 'entry.erasure_granted' : 'entry.erasure_refused'),
  },
  erase: {
    message: (facts) => (facts.scope === 'content' ? 'entry.erased_content' : 'entry.erased_contact'),
  },
  settle: { message: always('entry.settle') },
  expire: { message: always('entry.expire'), outcome: 'category', to: toTeam },
  inquire: { message: always('entry.inquire') },
  // What the institution said to the desk is its own affair until there is a result.
  chase: { message: always('entry.chase') },
  merge: { message: always('entry.merge'), words: ['reason'] },
  find_fault: { message: always('entry.find_fault'), to: toTeam },
  unmerge: { message: always('entry.unmerge'), words: ['reason'] },
};

/**
 * What the reporter of a merged case reads of its parent: where it went and what offices answered. Never what its own
 * reporter wrote or was asked.
 */
const tellingsOfParent: Record<string, Telling> = {
  ...Object.fromEntries(
    [
      ...['route', 'dispose', 'decide_return', 'forward', 'close_forwarded', 'archive', 'reopen'],
      ...['follow_up', 'answer', 'settle', 'find_fault', 'expire', 'inquire'],
      ...['chase', 'carry_out', 'reschedule', 'transfer'],
    ].map((verb) => [verb, tellings[verb] as Telling]),
  ),
  return: { message: always('entry.return'), to: toTeam },
  confirm: { message: always('entry.parent_confirm') },
  contest: { message: always('entry.parent_contest'), to: toTeam },
  withdraw: { message: always('entry.parent_withdraw') },
};

/** Verbs whose files (photos of the work) go with what the reporter of a merged case reads. */
export const sharedFiles = ['follow_up', 'answer', 'carry_out'] as const;

/**
 * @param read entries that the reporter may read, in order
 * @param audience `follower` = the reporter of a case that was merged into this one
 * @returns them as told; the title as it was given; when the case last went to somebody else (epoch ms)
 */
export function tell(
  regency: Regency,
  row: CaseRow,
  read: readonly Entry[],
  language: Language,
  audience: 'reporter' | 'follower' = 'reporter',
): { entries: ViewEntry[]; title: string; movedAt: number } {
  const told = audience === 'reporter' ? tellings : tellingsOfParent;
  const names = naming(regency, row, language);
  const entries: ViewEntry[] = [];
  let office: string | null = null;
  let movedAt = row.receivedAt;
  for (const entry of read) {
    const telling = Object.hasOwn(told, entry.verb) ? told[entry.verb] : undefined;
    if (!telling) continue;
    const { facts } = entry;
    const acting = office;
    const to = telling.to?.(facts);
    if (to !== undefined) {
      // A secret case that is contested stays with whoever examines it.
      if (!(entry.verb === 'contest' && row.berkadar)) office = to;
      movedAt = entry.at;
    }
    // A return names the office that gave it back, a transfer the successor, everything else the one that has it now.
    const named = names(
      entry.verb === 'return' ? acting : entry.verb === 'transfer' ? text(facts.office) : office,
    );
    entries.push({
      seq: entry.seq,
      at: entry.at,
      verb: entry.verb,
      by: byOf(entry),
      summary: say(language, telling.message(facts), { office: named, score: Number(facts.score ?? 0) }),
      words: pick(entry.words, telling.words ?? []),
      outcome: telling.outcome ? text(facts[telling.outcome]) : null,
      erased: entry.erased && telling.words !== undefined,
      unreadable: telling.words === undefined ? null : entry.unreadable,
      date: text(facts.date),
    });
  }
  return { entries, title: entries[0]?.words.title ?? entries[0]?.unreadable ?? '', movedAt };
}

/** Names of offices. Where an accusation went is only told when it is Inspektorat, and Inspektorat is not accused. */
function naming(regency: Regency, row: CaseRow, language: Language): (office: string | null) => string {
  const { inspectorate } = regency.about;
  const secret = row.berkadar && row.holder !== '@inspector';
  return (office) => {
    if (office === null) return say(language, 'holder.verification');
    if (office === inspectorate && secret) return say(language, 'holder.oversight');
    return anyOffice(regency, office)?.name ?? say(language, 'holder.verification');
  };
}

function byOf(entry: Entry): ViewEntry['by'] {
  if (entry.verb === 'submit' || entry.actor === 'reporter' || entry.actor === 'public') return 'reporter';
  return entry.actor.startsWith('job:') ? 'system' : 'officer';
}

function pick(words: Words, wanted: readonly ShownWord[]): ViewEntry['words'] {
  return Object.fromEntries(
    shownWords.filter((name) => wanted.includes(name) && words[name]).map((name) => [name, words[name]]),
  );
}

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
