import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { EXTENSION_ORIGIN } from '../../sidecar/security/local-requests.ts';

/** Chrome's id of an extension: the first 128 bits of the SHA-256 of its public key, each hexadecimal digit as a letter from a to p. */
function extensionId(key: string): string {
  const digest = createHash('sha256').update(Buffer.from(key, 'base64')).digest('hex').slice(0, 32);
  return [...digest].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
}

it('the service accepts the extension that the manifest key makes, and the documents name it', () => {
  const root = new URL('../../', import.meta.url);
  const read = (path: string) => readFileSync(new URL(path, root), 'utf8');
  const key = /const key =\s+'([A-Za-z0-9+/=]+)'/.exec(read('wxt.config.ts'))?.[1] ?? '';
  const id = extensionId(key);
  expect(EXTENSION_ORIGIN).toBe(`chrome-extension://${id}`);
  expect(read('docs/deploy.md')).toContain(id);
});
