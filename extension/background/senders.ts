import { sampleHost } from '../sites.ts';

/** Who sent a message. Each kind has an allow-list of its own in `messages.ts`. */
export type Sender =
  | { readonly kind: 'page' }
  | {
      readonly kind: 'frame';
      readonly tabId: number;
      readonly frameId: number;
      readonly documentId: string | undefined;
      /** Host of the top page: a frame inherits what the user chose for the site it is embedded in. */
      readonly host: string;
    }
  | { readonly kind: 'stranger' };

/**
 * Classifies a sender by what Chrome vouches for. An own page has our id and our origin, wherever it is shown; a frame has
 * our id, a tab and a frame number; anything else (another extension, a page through an external connection) is a stranger.
 */
export function classifySender(
  sender: chrome.runtime.MessageSender,
  extension: { readonly id: string; readonly origin: string },
): Sender {
  if (sender.id !== extension.id) return { kind: 'stranger' };
  if (sender.url?.startsWith(`${extension.origin}/`)) return { kind: 'page' };
  const tabId = sender.tab?.id;
  if (tabId === undefined || sender.frameId === undefined) return { kind: 'stranger' };
  const host = hostOf(sender.tab?.url) ?? hostOf(sender.origin) ?? hostOf(sender.url) ?? '';
  return { kind: 'frame', tabId, frameId: sender.frameId, documentId: sender.documentId, host };
}

/** Host of an address that AutoRefine may work on: https, or this machine's own pages. The browser is asked for no others. */
export function hostOf(url: string | undefined): string | undefined {
  if (!url || !URL.canParse(url)) return undefined;
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || (protocol === 'http:' && hostname === sampleHost) ? hostname : undefined;
}
