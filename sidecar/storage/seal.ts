import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const algorithm = 'aes-256-gcm';
const nonceLength = 12;
const tagLength = 16;

/**
 * Encrypts bytes so that a change of any of them is noticed: nonce, tag, then the bytes.
 * Source: NIST SP 800-38D, with a random nonce of 96 bits.
 * @param key 32 bytes
 */
export function seal(bytes: Uint8Array, key: Uint8Array): Buffer {
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv(algorithm, key, nonce);
  const sealed = [cipher.update(bytes), cipher.final()];
  return Buffer.concat([nonce, cipher.getAuthTag(), ...sealed]);
}

/** The bytes again; undefined where they were sealed under another key, cut short or changed. */
export function unseal(sealed: Uint8Array, key: Uint8Array): Buffer | undefined {
  const start = nonceLength + tagLength;
  if (sealed.length < start) return undefined;
  const decipher = createDecipheriv(algorithm, key, sealed.subarray(0, nonceLength));
  decipher.setAuthTag(sealed.subarray(nonceLength, start));
  const bytes = decipher.update(sealed.subarray(start));
  try {
    decipher.final();
    return bytes;
  } catch {
    return undefined;
  }
}
