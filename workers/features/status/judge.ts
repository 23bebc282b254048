/**
 * Says of each part of Kanal whether it is well, since when it is not, what that means for people, and what to do: in
 * words that somebody understands who has never seen a queue. Pure.
 */
import { formatNumber } from '../../../shared/text.ts';
import type { Figures } from './figures.ts';
import { judgeCare } from './judge-care.ts';
import { judgeMail } from './judge-mail.ts';
import { judgeWork } from './judge-work.ts';

/** look = somebody should look at it when there is time; trouble = people notice it, or soon will. */
export const levels = ['well', 'look', 'trouble'] as const;
export type Level = (typeof levels)[number];

export interface StatusLine {
  /** Stable, for machines. */
  id: string;
  title: string;
  level: Level;
  /** Epoch ms; null = it is well, or nobody knows. */
  since: number | null;
  says: string;
  /** For people; null = nothing to say. */
  means: string | null;
  todo: string | null;
  /** Where an administrator does it. */
  link?: { path: string; label: string };
}

export interface Judged {
  level: Level;
  summary: string;
  /** In the order of the page. */
  lines: StatusLine[];
}

export interface JudgeContext {
  /** Epoch ms. */
  now: number;
  /** Invented cases: nobody keeps copies of them. */
  demo: boolean;
}

export function judge(figures: Figures, ctx: JudgeContext): Judged {
  const lines = [...judgeWork(figures, ctx), ...judgeMail(figures, ctx), ...judgeCare(figures, ctx)];
  const worst = Math.max(...lines.map(({ level }) => levels.indexOf(level)));
  return { level: levels[worst] ?? 'well', summary: summaryOf(lines), lines };
}

function summaryOf(lines: readonly StatusLine[]): string {
  const named = (level: Level) => lines.filter((line) => line.level === level).map(({ title }) => title);
  const [troubles, looks] = [named('trouble'), named('look')];
  const list = (titles: readonly string[]) => titles.map(lowerFirst).join('; ');
  if (troubles.length > 0) {
    const more = looks.length > 0 ? ` Perlu dilihat juga: ${list(looks)}.` : '';
    return `Ada ${formatNumber(troubles.length)} gangguan: ${list(troubles)}.${more}`;
  }
  if (looks.length > 0) return `Kanal bekerja. Perlu dilihat bila sempat: ${list(looks)}.`;
  return 'Kanal bekerja dengan baik.';
}

const lowerFirst = (title: string) => title.charAt(0).toLowerCase() + title.slice(1);
