/**
 * The regency's own keys. `KEYS` encrypts personal data by field; everything else derives from `ROOT_KEY`
 * by HKDF with its purpose as info, so that no key is used for two things.
 */
import { fromBase64, toBase64 } from '../platform/ids.ts';
import { AppError } from '../platform/problem.ts';

export type Purpose =
  | 'pin'
  | 'blind-index'
  | 'idempotency'
  | 'proof-of-work'
  | 'staff-session'
  | 'client'
  | 'reporter-session'
  | 'tokens'
  | 'search';

export interface Keys {
  /** Key id that encrypts. */
  current: string;
  /** AES-256-GCM keys by id; all may decrypt. */
  fields: Map<string, CryptoKey>;
  /** HMAC-SHA-256 keys by purpose. */
  mac: Record<Purpose, CryptoKey>;
  /** Ids that were found to stand for other material than the data's (key-check.ts): nothing is sealed with them. */
  wrong: Set<string>;
  /** Text secret for libraries that want one, by purpose. */
  secret(purpose: Purpose): Promise<string>;
}

const purposes: Purpose[] = [
  'pin',
  'blind-index',
  'idempotency',
  'proof-of-work',
  'staff-session',
  'client',
  'reporter-session',
  'tokens',
  'search',
];

let cached: { source: string; keys: Promise<Keys> } | null = null;

/**
 * Imports the keys once for each isolate.
 * @throws Error naming which secret is missing or malformed, never its value
 */
export function loadKeys(env: { KEYS: string; ROOT_KEY: string }): Promise<Keys> {
  const source = `${env.KEYS}|${env.ROOT_KEY}`;
  if (cached?.source !== source) cached = { source, keys: importKeys(env) };
  return cached.keys;
}

async function importKeys(env: { KEYS: string; ROOT_KEY: string }): Promise<Keys> {
  const fields = new Map<string, CryptoKey>();
  let current = '';
  for (const part of (env.KEYS ?? '').split(',')) {
    const [id, material] = part.trim().split(':');
    if (!id || !material) throw new Error('Secret KEYS is missing or not "id:base64"');
    const raw = bytesOf(material, 'KEYS');
    fields.set(id, await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']));
    current ||= id;
  }
  const root = await crypto.subtle.importKey('raw', bytesOf(env.ROOT_KEY ?? '', 'ROOT_KEY'), 'HKDF', false, [
    'deriveBits',
  ]);
  const mac = {} as Record<Purpose, CryptoKey>;
  for (const purpose of purposes) {
    mac[purpose] = await crypto.subtle.importKey(
      'raw',
      await derive(root, purpose),
      { name: 'HMAC', hash: 'SHA-256' },
      false,
      ['sign'],
    );
  }
  const secrets = new Map<Purpose, Promise<string>>();
  const secret = (purpose: Purpose) => {
    const known = secrets.get(purpose) ?? textSecret(root, purpose);
    secrets.set(purpose, known);
    return known;
  };
  return { current, fields, mac, wrong: new Set(), secret };
}

/**
 * The key that seals.
 * @throws AppError unavailable when it is known to be a wrong one: what is accepted now could not be read later
 */
export function sealingKey({ current, fields, wrong }: Keys): CryptoKey {
  const key = fields.get(current);
  if (!key) throw new Error('No current field key');
  if (wrong.has(current)) throw new AppError('unavailable', { detail: 'wrong_key', retryAfter: 300 });
  return key;
}

async function textSecret(root: CryptoKey, purpose: Purpose): Promise<string> {
  return toBase64(new Uint8Array(await derive(root, `text:${purpose}`)));
}

function bytesOf(base64: string, name: string): Uint8Array<ArrayBuffer> {
  const bytes = (() => {
    try {
      return fromBase64(base64);
    } catch {
      return null;
    }
  })();
  if (bytes?.length !== 32) throw new Error(`Secret ${name} is missing or not 32 bytes in base64`);
  return bytes;
}

function derive(root: CryptoKey, info: string): Promise<ArrayBuffer> {
  const encoded = new TextEncoder().encode(`kanal:${info}`);
  return crypto.subtle.deriveBits(
    { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(32), info: encoded },
    root,
    256,
  );
}
