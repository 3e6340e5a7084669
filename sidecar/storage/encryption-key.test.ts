import { describe, expect, it } from 'vitest';
import { examineKeychain } from '../doctor/examine-keychain.ts';
import { type KeychainEntry, openKeychain } from './encryption-key.ts';

/** A keychain in memory. `held` shows what is in it. */
function keychainInMemory(fault: Partial<KeychainEntry> = {}) {
  const held = new Map<string, string>();
  const open = (name: string): KeychainEntry => ({
    getPassword: () => held.get(name) ?? null,
    setPassword: (key) => held.set(name, key),
    deletePassword: () => held.delete(name),
    ...fault,
  });
  return { held, open };
}
const refuse = () => {
  throw new Error('the collection is locked');
};

describe('the keychain', () => {
  it('keeps a key and gives it back, to the next who opens it too', () => {
    const { open } = keychainInMemory();
    expect(openKeychain(open)?.read()).toBeUndefined();
    expect(openKeychain(open)?.keep('a key')).toBe(true);
    expect(openKeychain(open)?.read()).toBe('a key');
  });

  it('is known to work by an entry that is gone afterwards, and leaves the key alone', () => {
    const { open, held } = keychainInMemory();
    const keychain = openKeychain(open);
    keychain?.keep('a key');
    expect(keychain?.works()).toBe(true);
    expect([...held.values()]).toEqual(['a key']);
    expect(examineKeychain(keychain)).toMatchObject({ what: 'Keychain', state: 'works' });
  });

  it('is none where it cannot be asked', () => {
    expect(openKeychain(keychainInMemory({ getPassword: refuse }).open)).toBeUndefined();
    expect(openKeychain(refuse)).toBeUndefined();
  });

  it.each([
    ['refuses', { setPassword: refuse }],
    ['forgets', { getPassword: () => null }],
  ])('that %s keeps nothing, and doctor says what to do', (_what, fault) => {
    const keychain = openKeychain(keychainInMemory(fault).open);
    expect([keychain?.keep('a key'), keychain?.works()]).toEqual([false, false]);
    expect(examineKeychain(keychain)).toMatchObject({
      state: 'optional',
      mend: expect.stringContaining('autorefine encrypt --passphrase'),
    });
  });
});
