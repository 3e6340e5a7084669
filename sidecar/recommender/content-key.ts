import { createHash } from 'node:crypto';
import type { Fields } from './candidate.ts';

/** Changes with everything that ranks a candidate; says nothing of who it is. 128 bits. */
export function contentKey({ headline, body }: Fields): string {
  const hash = createHash('sha256').update(`${headline.length} ${headline}`).update(body);
  return hash.digest('base64url').slice(0, 22);
}
