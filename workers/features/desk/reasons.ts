/** Why the router chose: what its entry says (features/routing/plan.ts writes it). */
import * as z from 'zod';
import type { Entry } from '../../cases/timeline.ts';

const schema = z.object({
  outcome: z.enum(['held', 'dispose', 'suggest']),
  rule: z.string(),
  version: z.string(),
  /** Words of the lexicon that matched, never the reporter's text. */
  matched: z.array(z.string()),
  candidates: z.array(z.object({ office: z.string(), score: z.number() })),
  /** 0..1, measured. */
  confidence: z.number(),
});

export type Reasons = z.infer<typeof schema>;

/** @returns the latest decision among the entries, or null when the router has not decided */
export function reasonsOf(entries: readonly Pick<Entry, 'verb' | 'facts'>[]): Reasons | null {
  const routed = entries.findLast(
    (entry) => ['route', 'suggest', 'hold'].includes(entry.verb) && 'rule' in entry.facts,
  );
  const parsed = schema.safeParse(routed?.facts);
  return parsed.success ? parsed.data : null;
}
