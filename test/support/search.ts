/** The search as a person uses it, on an index that is up to date. */
import { env } from 'cloudflare:workers';
import { foldIndex } from '../../workers/features/search/queries.ts';
import type { Desk } from './desk.ts';

/** @returns codes that this person finds, as the API gives them */
export async function codesFound(desk: Desk, text: string): Promise<string[]> {
  while (await foldIndex(env, 10));
  const answer = await desk.api('/search', { text });
  if (answer.status !== 200) throw new Error(`${text}: ${answer.status}`);
  const { cases } = (await answer.json()) as { cases: { code: string }[] };
  return cases.map(({ code }) => code);
}
