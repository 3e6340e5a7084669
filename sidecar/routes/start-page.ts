import { createHash } from 'node:crypto';
import { Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import { startPage } from '../start/start-page.ts';

/** The page that `npm start` opens first. Its one script is allowed by its hash, nothing else is. */
export function startPageRoutes(extensionDirectory: string) {
  const html = startPage(extensionDirectory);
  const script = html.match(/<script>([\s\S]*?)<\/script>/)?.[1] ?? '';
  const hash = createHash('sha256').update(script).digest('base64');
  return new Hono()
    .use(
      secureHeaders({
        // Loopback has no certificate to insist on.
        strictTransportSecurity: false,
        contentSecurityPolicy: {
          defaultSrc: ["'none'"],
          styleSrc: ["'unsafe-inline'"],
          scriptSrc: [`'sha256-${hash}'`],
          baseUri: ["'none'"],
          frameAncestors: ["'none'"],
        },
      }),
    )
    .get('/', (c) => c.html(html));
}
