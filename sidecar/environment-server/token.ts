import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { MiddlewareHandler } from 'hono';
import { HttpProblem } from '../security/http-problem.ts';

const fewestCharacters = 20;

/**
 * Reads the token of the environment, or makes one of 256 random bits in a file of mode 0600. It opens nothing else: the
 * pairing tokens of the service are others.
 * @throws Error that names the file when its token is too short or cannot stand in a header
 */
export function readOrMakeToken(file: string): string {
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(file, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
  }
  const token = readFileSync(file, 'utf8').trim();
  if (token.length < fewestCharacters || !/^[\w.~+/=-]+$/.test(token)) {
    throw new Error(
      `The token in ${file} has ${token.length} characters; use at least ${fewestCharacters} letters and digits without blanks, or delete the file to get a new one.`,
    );
  }
  return token;
}

/**
 * Lets a request pass that carries the token as `Authorization: Bearer TOKEN`, or as the password of `Basic`, which is what
 * `http://trainer:TOKEN@host` becomes: OpenRLHF takes an address and no header.
 */
export function requireToken(token: string): MiddlewareHandler {
  const expected = digest(token);
  return async (c, next) => {
    if (!timingSafeEqual(digest(givenToken(c.req.header('authorization'))), expected)) {
      throw new HttpProblem(
        401,
        'The token of the environment is missing or wrong.',
        'Send the header Authorization: Bearer with the content of the token file.',
        { 'WWW-Authenticate': 'Bearer' },
      );
    }
    await next();
  };
}

function givenToken(authorization = ''): string {
  const [scheme = '', value = ''] = authorization.split(' ', 2);
  if (scheme.toLowerCase() === 'bearer') return value;
  if (scheme.toLowerCase() !== 'basic') return '';
  const userAndPassword = Buffer.from(value, 'base64').toString('utf8');
  return userAndPassword.slice(userAndPassword.indexOf(':') + 1);
}

function digest(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
