import { describe, expect, it } from 'vitest';
import { pairingHash } from './pairing-offer.ts';

describe('pairingHash', () => {
  it('takes the code from the start page and the port from its own address, not from what the page says', () => {
    expect(pairingHash('http://127.0.0.1:47821/start#code=AB12CD34&port=1')).toBe(
      '#code=AB12CD34&port=47821',
    );
  });

  it.each([
    'http://127.0.0.1:47821/sample#code=AB12CD34',
    'http://127.0.0.1:47821/start',
    'http://evil.example:47821/start#code=AB12CD34',
    'http://127.0.0.1.evil.example:47821/start#code=AB12CD34',
    'https://127.0.0.1:47821/start#code=AB12CD34',
    'about:blank',
    '',
  ])('offers nothing for %s', (url) => {
    expect(pairingHash(url)).toBeUndefined();
  });
});
