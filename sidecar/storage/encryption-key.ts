import { createRequire } from 'node:module';

/** The variable that a passphrase may come in; the prompt of the command line sets it for its own process. */
export const passphraseVariable = 'AUTOREFINE_PASSPHRASE';

const service = 'autorefine';
const account = 'data folder';
/** Written, read back and taken away again by whoever asks whether there is a keychain at all. */
const probeAccount = 'probe';

/** Where keys are kept outside the data folder. */
export interface Keychain {
  read(): string | undefined;
  /** Keeps a key; false when the keychain would not give it back, such as one that is locked. */
  keep(key: string): boolean;
  /** Whether it keeps what it is given: some systems have a keychain that nothing serves. */
  works(): boolean;
}

/** An entry of the keychain package; its methods throw where the keychain cannot be used. */
export interface KeychainEntry {
  getPassword(): string | null;
  setPassword(key: string): unknown;
  deletePassword(): unknown;
}

/** On Linux never the kernel's own key store, which forgets at the next start of the machine. */
function openEntry(name: string): KeychainEntry {
  const { Entry } = createRequire(import.meta.url)('@napi-rs/keyring');
  const entry: KeychainEntry = new Entry(service, name, { store: 'secret-service' });
  return entry;
}

/**
 * The keychain of the operating system: Keychain, Credential Manager or the Secret Service; undefined where there is none.
 * @param open opens the entry of an account
 */
export function openKeychain(open: (name: string) => KeychainEntry = openEntry): Keychain | undefined {
  try {
    const entry = open(account);
    // A locked or missing keychain says so only when it is asked.
    entry.getPassword();
    return {
      read: () => entry.getPassword() ?? undefined,
      keep: (key) => keeps(entry, key),
      works: () => {
        const probe = open(probeAccount);
        const works = keeps(probe, 'probe');
        if (works) probe.deletePassword();
        return works;
      },
    };
  } catch {
    return undefined;
  }
}

function keeps(entry: KeychainEntry, key: string): boolean {
  try {
    entry.setPassword(key);
    return entry.getPassword() === key;
  } catch {
    return false;
  }
}

/** The keys that may open an encrypted file, most likely first; the passphrase wins over the keychain. */
export function knownKeys(): string[] {
  const passphrase = process.env[passphraseVariable];
  const kept = openKeychain()?.read();
  return [passphrase, kept].filter((key): key is string => key !== undefined && key !== '');
}
