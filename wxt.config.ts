import { defineConfig } from 'wxt';
import { siteMatches } from './extension/sites.ts';

/** Fixes the extension's origin (gnmhicgcoeenjpcholknalofobpcpoan), which the sidecar checks. */
const key =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAwZJAC2jLO3LA3fwqX8dftSnXQikmap7dZUdluLeOUR8L0+F55sWfzwr9TUJQ3hINlkBQnRqbMNI8rtgBuIEn/M9kRFKtEce2nNPIf8KN4vfKzTEnbhVXBnfDhboA4KSbicMwoVlKWhCsJ63BZ3sljkywbJ+wHhb9DFGv5Mj/Z5U/4aU1dj/O05p/r51VtFhXdJxwTKH7iXbP7cYvCbgdt8unS3KopkcGdGWq30Ts6ItDtYa5oOMuz681bJ5CqYE28Dkj9yOvtHL46N0rG+0qoPz2ZEO054ozeJXjZYUwxERNN4/2DfRNhwEiBEbVaghndz1w7JaXvdDi6Gl2pAoWeQIDAQAB';

export default defineConfig({
  srcDir: 'extension',
  outDir: '.output',
  publicDir: 'extension/public',
  imports: false,
  modules: ['@wxt-dev/module-react'],
  manifestVersion: 3,
  manifest: {
    name: 'AutoRefine',
    description: 'Marks wording in job postings that may keep qualified people away, and offers other words.',
    // The store refuses a key in the first archive it is given and makes one of its own (docs/deploy.md).
    ...(process.env.AUTOREFINE_STORE_UPLOAD === '1' ? {} : { key }),
    minimum_chrome_version: '120',
    permissions: ['storage', 'scripting', 'sidePanel', 'activeTab'],
    host_permissions: [...siteMatches],
    optional_host_permissions: ['https://*/*'],
    storage: { managed_schema: 'managed-schema.json' },
    incognito: 'split',
    commands: {
      'open-card': {
        suggested_key: { default: 'Alt+Shift+A' },
        description: 'Open the card of the mark at the caret, or of the next one',
      },
      'next-mark': { suggested_key: { default: 'Alt+Shift+N' }, description: 'Go to the next mark' },
      'previous-mark': { suggested_key: { default: 'Alt+Shift+P' }, description: 'Go to the previous mark' },
    },
  },
});
