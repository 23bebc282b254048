/**
 * The part of WebCrypto that seals, digests and signs, done at once by Node's own crypto: WebCrypto sends every call
 * through the thread pool, which for short texts costs ten times the work. Only the seed's threads use it; what it
 * writes the real one opens.
 */
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
} from 'node:crypto';

const TAG = 16;

type Bytes = Uint8Array<ArrayBuffer>;

/** Material of a key, in place of the CryptoKey that nobody looks into. */
const material = new WeakMap<object, KeyObject>();

function keyOf(key: object): KeyObject {
  const found = material.get(key);
  if (!found) throw new Error('A key that was imported before');
  return found;
}

const exact = (buffer: Buffer): ArrayBuffer => new Uint8Array(buffer).buffer;

interface Gcm {
  iv: Bytes;
  additionalData: Bytes;
}

const subtle = {
  async importKey(_format: string, raw: Bytes | ArrayBuffer): Promise<object> {
    const key = {};
    material.set(key, createSecretKey(new Uint8Array(raw)));
    return key;
  },
  async deriveBits(how: { salt: Bytes; info: Bytes }, key: object, bits: number): Promise<ArrayBuffer> {
    return hkdfSync('sha256', keyOf(key), how.salt, how.info, bits / 8);
  },
  async sign(_name: string, key: object, data: Bytes): Promise<ArrayBuffer> {
    return exact(createHmac('sha256', keyOf(key)).update(data).digest());
  },
  async digest(_name: string, data: Bytes): Promise<ArrayBuffer> {
    return exact(createHash('sha256').update(data).digest());
  },
  async encrypt({ iv, additionalData }: Gcm, key: object, data: Bytes): Promise<ArrayBuffer> {
    const cipher = createCipheriv('aes-256-gcm', keyOf(key), iv).setAAD(additionalData);
    return exact(Buffer.concat([cipher.update(data), cipher.final(), cipher.getAuthTag()]));
  },
  async decrypt({ iv, additionalData }: Gcm, key: object, data: Bytes): Promise<ArrayBuffer> {
    const decipher = createDecipheriv('aes-256-gcm', keyOf(key), iv).setAAD(additionalData);
    decipher.setAuthTag(data.subarray(-TAG));
    return exact(Buffer.concat([decipher.update(data.subarray(0, -TAG)), decipher.final()]));
  },
};

/** From now on this thread uses it; keys have to be loaded afterwards. */
export function useQuickCrypto(): void {
  Object.defineProperty(globalThis.crypto, 'subtle', { value: subtle });
}
