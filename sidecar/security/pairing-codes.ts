import { randomInt, timingSafeEqual } from 'node:crypto';

/** Letters and digits that are not mistaken for each other (no 0 O 1 I L). */
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const codeLength = 8;
const lifetime = 10 * 60 * 1000;
const maxWrongTries = 5;
const lockTime = 60 * 1000;

export type Redemption = 'paired' | 'wrong' | 'locked';

/** One-time codes: shown on this machine, typed into the extension, good for ten minutes and one use. */
export interface PairingCodes {
  /** The code that is good now; a new one when the last was used, has expired or was guessed at too often. */
  current(): string;
  /** Uses a code up. After five wrong tries in a row it is void and a minute must pass. */
  redeem(code: string): Redemption;
}

/** 31^8 codes and five tries a minute: a guesser needs about 160,000 years for an even chance. */
export function createPairingCodes(now: () => Date): PairingCodes {
  let code: string | undefined;
  let madeAt = Number.NEGATIVE_INFINITY;
  let lockedAt = Number.NEGATIVE_INFINITY;
  let wrongTries = 0;
  // A clock that was set back ends both spans, instead of drawing them out.
  const isWithin = (start: number, length: number) => {
    const elapsed = now().getTime() - start;
    return elapsed >= 0 && elapsed < length;
  };
  return {
    current() {
      if (code !== undefined && isWithin(madeAt, lifetime)) return code;
      code = Array.from({ length: codeLength }, () => alphabet[randomInt(alphabet.length)]).join('');
      madeAt = now().getTime();
      return code;
    },
    redeem(given) {
      if (isWithin(lockedAt, lockTime)) return 'locked';
      if (code !== undefined && isWithin(madeAt, lifetime) && isSame(given, code)) {
        code = undefined;
        wrongTries = 0;
        return 'paired';
      }
      wrongTries += 1;
      if (wrongTries >= maxWrongTries) {
        code = undefined;
        wrongTries = 0;
        lockedAt = now().getTime();
      }
      return 'wrong';
    },
  };
}

/** People type codes in small letters and with spaces or a dash in the middle. */
function isSame(given: string, code: string): boolean {
  const typed = Buffer.from(given.toUpperCase().replace(/[\s-]/g, ''));
  const good = Buffer.from(code);
  return typed.length === good.length && timingSafeEqual(typed, good);
}
