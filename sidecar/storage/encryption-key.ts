import { createRequire } from 'node:module';
import { z } from 'zod';

/** The variable that a passphrase may come in; the prompt of the command line sets it for its own process. */
export const passphraseVariable = 'AUTOREFINE_PASSPHRASE';

const service = 'autorefine';
const account = 'data folder';

/** Where keys are kept outside the data folder. */
export interface Keychain {
  read(): string | undefined;
  /** Keeps a key; false when the keychain would not give it back, such as one that is locked. */
  keep(key: string): boolean;
}

const entrySchema = z.object({
  getPassword: z.function({ input: [], output: z.string().nullable() }),
  setPassword: z.function({ input: [z.string()], output: z.unknown() }),
});

/**
 * The keychain of the operating system: Keychain, Credential Manager or the Secret Service; undefined where there is none. On
 * Linux never the kernel's own key store, which forgets at the next start of the machine.
 */
export function openKeychain(): Keychain | undefined {
  try {
    const { Entry } = createRequire(import.meta.url)('@napi-rs/keyring');
    const entry: z.infer<typeof entrySchema> = new Entry(service, account, { store: 'secret-service' });
    // A locked or missing keychain says so only when it is asked.
    entry.getPassword();
    return {
      read: () => entry.getPassword() ?? undefined,
      keep: (key) => {
        try {
          entry.setPassword(key);
          return entry.getPassword() === key;
        } catch {
          return false;
        }
      },
    };
  } catch {
    return undefined;
  }
}

/** The keys that may open an encrypted file, most likely first; the passphrase wins over the keychain. */
export function knownKeys(): string[] {
  const passphrase = process.env[passphraseVariable];
  const kept = openKeychain()?.read();
  return [passphrase, kept].filter((key): key is string => key !== undefined && key !== '');
}
