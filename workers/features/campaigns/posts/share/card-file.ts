/** A share card as a file: drawn once for what stands on it, then kept in the bucket. */
import { crestForPaper } from '../../../../regency/crest.ts';
import type { Regency } from '../../../../regency/snapshot.ts';
import { digestOf } from '../../../files.ts';
import { shortAddress } from '../../chain/words.tsx';
import type { CardWords } from './card.ts';
import type { SharedProgram } from './queries.ts';

/** Changes with how a card is drawn: older ones are not given out any more. */
const DRAWING = 1;

const FORM_HEADLINE = 'Sampaikan laporan Anda';

/** @param program null = of the form */
export function cardWords(regency: Regency, origin: string, program: SharedProgram | null): CardWords {
  return {
    whose: `${regency.switches.demo ? 'DATA CONTOH · ' : ''}Pemerintah ${regency.about.fullName}`,
    headline: program?.name ?? FORM_HEADLINE,
    address: shortAddress(origin, program?.code ?? '').replace(/\/$/, ''),
  };
}

/** A bucket that does not answer costs the drawing, not the picture. */
export async function cardFile(
  env: Pick<Env, 'FILES'>,
  regency: Regency,
  words: CardWords,
): Promise<Uint8Array<ArrayBuffer>> {
  const stands = JSON.stringify([DRAWING, words, regency.crest?.paper.name]);
  const key = `campaign/card-${await digestOf(new TextEncoder().encode(stands))}.png`;
  const kept = await env.FILES.get(key).catch(() => null);
  if (kept) return new Uint8Array(await kept.arrayBuffer());
  const [{ drawCard }, { readPng }, crest] = await Promise.all([
    import('./card.ts'),
    import('./read-png.ts'),
    crestForPaper(env, regency.crest),
  ]);
  const bytes = await drawCard(words, crest?.kind === 'png' ? await readPng(crest.bytes) : null);
  await env.FILES.put(key, bytes).catch(() => null);
  return bytes;
}
