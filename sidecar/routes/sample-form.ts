import { readFileSync } from 'node:fs';
import { Hono, type MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import { maxPostingBytes } from '../../shared/protocol/posting.ts';
import { requireSameOrigin } from '../security/local-requests.ts';
import { limitBody } from '../security/request-body.ts';
import { escapeHtml } from './escape-html.ts';

const asset = (name: string) => readFileSync(new URL(`./sample/${name}`, import.meta.url), 'utf8');

/** Nothing but the form's own style and script, and submitting to itself. */
const strictPolicy: MiddlewareHandler = secureHeaders({
  // Loopback has no certificate to insist on.
  strictTransportSecurity: false,
  // With no referrer at all, Chrome sends the form with `Origin: null`, which is refused.
  referrerPolicy: 'same-origin',
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    styleSrc: ["'self'"],
    scriptSrc: ["'self'"],
    imgSrc: ["'self'"],
    formAction: ["'self'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
  },
});

const fields = ['title', 'location', 'pay', 'employment-type', 'description', 'requirements'] as const;

/**
 * A posting form as on any careers site, to try the extension on. It knows nothing of the extension and needs no
 * token; what is submitted is shown and not kept.
 */
export function sampleFormRoutes() {
  const html = asset('form.html');
  const css = asset('form.css');
  const script = asset('form.js');
  return new Hono()
    .use(strictPolicy)
    .get('/', (c) => c.html(html))
    .get('/form.css', (c) => c.body(css, 200, { 'Content-Type': 'text/css; charset=utf-8' }))
    .get('/form.js', (c) => c.body(script, 200, { 'Content-Type': 'text/javascript; charset=utf-8' }))
    .post('/', requireSameOrigin(), limitBody(4 * maxPostingBytes), async (c) => {
      const form = await c.req.parseBody();
      return c.html(submittedPage(fields.map((name) => [name, asText(form[name])] as const)));
    });
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function submittedPage(values: readonly (readonly [name: string, value: string])[]): string {
  const rows = values.map(
    ([name, value]) =>
      `<div><dt>${name}</dt><dd><pre id="submitted-${name}">${escapeHtml(value)}</pre></dd></div>`,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Posting received – Northwind Freight (sample)</title>
<link rel="stylesheet" href="/sample/form.css">
</head>
<body>
<header>
  <p class="brand"><span aria-hidden="true">◆</span> Northwind Freight</p>
  <p class="sample">Sample form. Nothing is published.</p>
</header>
<main>
<h1>Posting received</h1>
<p class="lead">This is what the site got, character by character. <a href="/sample">Back to the form</a></p>
<dl class="received">
${rows.join('\n')}
</dl>
</main>
</body>
</html>`;
}
