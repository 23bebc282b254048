/** The answer that was proposed last, for its approver to read and for its author to go on with. */
import { type Outcome, outcomes } from '../../../shared/lifecycle/states.ts';
import type { CaseView } from '../../cases/view.ts';
import { byWords } from './words.ts';

export interface DeskProposal {
  seq: number;
  /** Waits for approval; false = sent back, or overtaken by what happened. */
  waiting: boolean;
  /** Who wrote it, by name. */
  by: string;
  /** Epoch ms. */
  at: number;
  outcome: Outcome;
  /** Local date for which work is scheduled. */
  date: string | null;
  words: Record<string, string>;
  files: CaseView['attachments'];
}

/** @returns null when none was proposed since the last answer, or for who only looks on */
export function proposalOf(view: CaseView): DeskProposal | null {
  if (view.standing !== 'lead') return null;
  const entry = view.entries.findLast(({ verb }) => verb === 'propose_answer' || verb === 'answer');
  const outcome = outcomes.find((one) => one === entry?.facts.outcome);
  if (entry?.verb !== 'propose_answer' || !outcome) return null;
  return {
    seq: entry.seq,
    waiting: view.file.row.proposalSeq === entry.seq,
    by: byWords(entry, view.names),
    at: entry.at,
    outcome,
    date: typeof entry.facts.date === 'string' ? entry.facts.date : null,
    words: Object.fromEntries(
      Object.entries(entry.words).filter((pair): pair is [string, string] => Boolean(pair[1])),
    ),
    files: view.attachments.filter(({ seq }) => seq === entry.seq),
  };
}
