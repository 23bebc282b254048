/**
 * A day of work as `docs/days/` tells it to people: the test plays the very steps of that script, in its words, so that
 * neither can go on without the other.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';

const MOST_STEPS = 10;

export interface Day {
  /** Plays the next step. @param words as the script has them, without the number */
  step: (words: string, play: () => Promise<unknown>) => Promise<void>;
  /** Fails when the script has steps that were not played. */
  end: () => void;
}

/** @param name of the file in docs/days, without .md; its numbered lines are the steps, each on one line */
export function openDay(name: string): Day {
  const text = readFileSync(join(import.meta.dirname, `../../docs/days/${name}.md`), 'utf8');
  const steps = [...text.matchAll(/^\d+\. (.+)$/gm)].map(([, words]) => words);
  expect(steps.length).toBeGreaterThan(0);
  expect(steps.length).toBeLessThanOrEqual(MOST_STEPS);
  let played = 0;
  return {
    step: async (words, play) => {
      expect(words).toBe(steps[played]);
      try {
        await play();
      } catch (error) {
        throw new Error(`docs/days/${name}.md, step ${played + 1}: ${words}`, { cause: error });
      }
      played++;
    },
    end: () => expect(played).toBe(steps.length),
  };
}
