import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type PolicyFile, PolicyFileError } from './policy-file.ts';

const keyFile = 'signing-key.pem';

/** The key of this data folder, made at its first use; mode 0600. */
export function openSigningKey(directory: string): KeyObject {
  const path = join(directory, keyFile);
  try {
    return createPrivateKey(readFileSync(path));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
  const { privateKey } = generateKeyPairSync('ed25519');
  writeFileSync(path, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' });
  return privateKey;
}

/** Signs the payload as JSON writes it; spaces and line breaks of the file do not count. */
export function signPayload(payload: unknown, key: KeyObject): PolicyFile {
  return {
    payload,
    signature: {
      algorithm: 'ed25519',
      publicKey: createPublicKey(key).export({ type: 'spki', format: 'der' }).toString('base64'),
      value: sign(null, bytesOf(payload), key).toString('base64'),
    },
  };
}

/**
 * Checks that the payload is what the key's owner signed.
 * @returns the fingerprint of the key: the same person has the same one in every file.
 * @throws PolicyFileError when a byte of the payload, the key or the signature was changed
 */
export function verifySignature({ payload, signature: { publicKey, value } }: PolicyFile): string {
  const der = Buffer.from(publicKey, 'base64');
  if (!isSigned(payload, der, Buffer.from(value, 'base64'))) {
    throw new PolicyFileError(
      'The signature does not fit: the file was changed after it was signed. Ask for it again.',
    );
  }
  return createHash('sha256')
    .update(der)
    .digest('hex')
    .slice(0, 32)
    .replace(/(.{4})(?=.)/g, '$1-');
}

function isSigned(payload: unknown, der: Buffer, value: Buffer): boolean {
  try {
    const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
    return key.asymmetricKeyType === 'ed25519' && verify(null, bytesOf(payload), key, value);
  } catch {
    // A key that is none.
    return false;
  }
}

/** Read and written once, so that both sides sign the same bytes whatever order number-like keys stood in. */
function bytesOf(payload: unknown): Buffer {
  return Buffer.from(JSON.stringify(JSON.parse(JSON.stringify(payload))));
}
