/**
 * Proof of work instead of a captcha: works without third parties and unseen (design.md, "Bot protection").
 * ALTCHA version 2, PBKDF2/SHA-256, deterministic: the server picks a counter, derives its key and tells the key's
 * first half; the client counts up from 0 until a derived key begins with it. Signed, so nothing is stored until a
 * challenge is spent.
 */
import { createChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';
import type { Challenge } from 'altcha-lib/types';
import * as z from 'zod';
import { canonicalJson } from '../../../shared/canonical.ts';
import { MINUTE, SECOND } from '../../platform/clock.ts';
import { fromHex } from '../../platform/ids.ts';
import { AppError } from '../../platform/problem.ts';
import type { Keys } from '../../privacy/keys.ts';

/** How long a challenge may be used. */
export const CHALLENGE_VALID = 20 * MINUTE;

/**
 * 100 to 250 keys of 2,000 rounds each, 350,000 rounds on average: about a second on a cheap phone, a tenth of it on a
 * computer. A bounded counter spares slow phones the long tail that random search has.
 */
const COST = 2000;
const COUNTER = { from: 100, to: 250 };

const payloadSchema = z.object({
  challenge: z.object({
    parameters: z.object({
      algorithm: z.literal('PBKDF2/SHA-256'),
      nonce: z.string().regex(/^[0-9a-f]{32}$/),
      salt: z.string().regex(/^[0-9a-f]{32}$/),
      cost: z.literal(COST),
      keyLength: z.literal(32),
      keyPrefix: z.string().regex(/^[0-9a-f]{32}$/),
      keySignature: z.string().regex(/^[0-9a-f]{64}$/),
      expiresAt: z.number().int().positive(),
    }),
    signature: z.string().regex(/^[0-9a-f]{64}$/),
  }),
  solution: z.object({
    counter: z.number().int().min(0).max(COUNTER.to),
    derivedKey: z.string().regex(/^[0-9a-f]{64}$/),
  }),
});

/** @param now epoch ms */
export async function makeChallenge(keys: Keys, now: number): Promise<Challenge> {
  return createChallenge({
    algorithm: 'PBKDF2/SHA-256',
    cost: COST,
    counter: randomCounter(),
    expiresAt: Math.floor((now + CHALLENGE_VALID) / SECOND),
    deriveKey,
    ...(await secrets(keys)),
  });
}

/**
 * Checks the solution in `X-Altcha`: base64 of `{challenge, solution: {counter, derivedKey}}` in JSON. Whether the
 * challenge was already spent is for the database to say.
 * @returns the challenge's id
 * @throws AppError proof_of_work when it is missing, malformed, forged, wrong or expired
 */
export async function verifyChallenge(header: string | undefined, keys: Keys, now: number): Promise<string> {
  const payload = payloadSchema.safeParse(decoded(header ?? '')).data;
  if (!payload) throw new AppError('proof_of_work');
  const { parameters, signature } = payload.challenge;
  if (parameters.expiresAt * SECOND < now) throw new AppError('proof_of_work');
  const { asked, answer } = await verifiers(keys);
  const ours = await isSigned(asked, signature, encoder.encode(canonicalJson(parameters)));
  if (!ours || !(await isSigned(answer, parameters.keySignature, fromHex(payload.solution.derivedKey))))
    throw new AppError('proof_of_work');
  return parameters.nonce;
}

const encoder = new TextEncoder();

const isSigned = (key: CryptoKey, signature: string, signed: BufferSource): Promise<boolean> =>
  crypto.subtle.verify('HMAC', key, fromHex(signature), signed);

interface Verifiers {
  asked: CryptoKey;
  answer: CryptoKey;
}

const imported = new WeakMap<Keys, Promise<Verifiers>>();

/** The library's own check imports both keys for every report, which takes a twentieth of its time. */
function verifiers(keys: Keys): Promise<Verifiers> {
  const known = imported.get(keys) ?? importVerifiers(keys);
  imported.set(keys, known);
  return known;
}

async function importVerifiers(keys: Keys): Promise<Verifiers> {
  const { hmacSignatureSecret, hmacKeySignatureSecret } = await secrets(keys);
  const keyOf = (secret: string) =>
    crypto.subtle.importKey('raw', encoder.encode(secret), { name: 'HMAC', hash: 'SHA-256' }, false, [
      'verify',
    ]);
  return { asked: await keyOf(hmacSignatureSecret), answer: await keyOf(hmacKeySignatureSecret) };
}

/** One secret signs what is asked, the other the answer, so that neither can stand for the other. */
async function secrets(keys: Keys) {
  const secret = await keys.secret('proof-of-work');
  return { hmacSignatureSecret: `${secret}:challenge`, hmacKeySignatureSecret: `${secret}:key` };
}

function randomCounter(): number {
  const random = crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
  return COUNTER.from + (random % (COUNTER.to - COUNTER.from + 1));
}

function decoded(header: string): unknown {
  if (header.length > 4096) return null;
  try {
    return JSON.parse(atob(header));
  } catch {
    return null;
  }
}
