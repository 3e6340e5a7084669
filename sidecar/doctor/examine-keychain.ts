import { type Keychain, openKeychain } from '../storage/encryption-key.ts';
import type { Diagnosis } from './diagnosis.ts';

/** Whether the key of an encrypted data folder can be kept here, so that nobody has to type it. */
export function examineKeychain(keychain: Keychain | undefined = openKeychain()): Diagnosis {
  const what = 'Keychain';
  if (keychain?.works()) return { what, state: 'works', detail: 'It keeps keys and gives them back.' };
  return {
    what,
    state: 'optional',
    detail:
      'There is none here that can be used: an encrypted data folder needs its passphrase at every start.',
    mend: 'Unlock it; on Linux install one of the Secret Service, such as GNOME Keyring or KWallet. Or: autorefine encrypt --passphrase',
  };
}
