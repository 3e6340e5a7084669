import { escapeHtml } from '../routes/escape-html.ts';

/** The colours are those of the extension's own pages, into which this page turns. */
const style = `
  :root {
    color-scheme: light dark; font: 15px/1.55 system-ui, sans-serif;
    --page: #f6f5f1; --surface: #ffffff; --sunken: #efede7; --ink: #1e2329; --soft: #535b65; --line: #dedbd3; --accent: #0b5c68;
  }
  @media (prefers-color-scheme: dark) {
    :root {
      --page: #15171a; --surface: #1d2024; --sunken: #272b30; --ink: #e9ebee; --soft: #abb3bd; --line: #343a41; --accent: #6fcbd6;
    }
  }
  * { box-sizing: border-box; }
  body { margin: 0; background: var(--page); color: var(--ink); overflow-wrap: anywhere; }
  main { display: grid; gap: 1rem; max-width: 44rem; margin: 0 auto; padding: clamp(1.5rem, 6vh, 4rem) 1.5rem; }
  h1, h2, p, ol { margin: 0; }
  h1 { font-size: 1.7rem; line-height: 1.25; letter-spacing: -.01em; }
  h2 { font-size: 1.05rem; }
  a { color: var(--accent); text-underline-offset: 2px; }
  .brand { display: flex; gap: .6rem; align-items: center; font-weight: 650; font-size: 1.15rem; }
  .lead { color: var(--soft); font-size: 1.1rem; }
  section { display: grid; gap: .5rem; padding: 1rem 1.25rem; border: 1px solid var(--line); border-radius: 10px; background: var(--surface); }
  ol { display: grid; gap: .5rem; padding-left: 1.4rem; }
  code { padding: .1em .4em; border-radius: 6px; background: var(--sunken); font: .92em ui-monospace, Menlo, Consolas, monospace; }
  #code { justify-self: start; padding: .25em .6em; font-size: 1.7rem; letter-spacing: .12em; }
  .soft { color: var(--soft); }
`;

/** The product's sign, drawn in the page: it loads nothing. */
const sign = `<svg width="32" height="32" viewBox="0 0 128 128" aria-hidden="true">
  <rect x="4" y="4" width="120" height="120" rx="28" fill="#0b5c68"/>
  <path d="M53 37h22M42 64h44" stroke="#fff" stroke-width="15" stroke-linecap="round"/>
  <path d="M31 91h66" stroke="#ffc46b" stroke-width="15" stroke-linecap="round"/>
</svg>`;

/**
 * The first page `npm start` opens. The extension, once loaded, sees this address and opens its own pairing page in this
 * tab with the one-time code filled in. Until then the page tells how to load the extension by hand. The code stands
 * after `#`, so it is never sent anywhere, not even to the sidecar.
 */
export function startPage(extensionDirectory: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>AutoRefine is running</title>
<style>${style}</style>
</head>
<body>
<main>
  <p class="brand">${sign}AutoRefine</p>
  <h1>It is running on this computer</h1>
  <p class="lead">One step is left: the extension in your browser has to be paired with it, once.</p>
  <section aria-labelledby="code-title">
    <h2 id="code-title">Your pairing code</h2>
    <code id="code">…</code>
    <p class="soft">Where the extension is loaded, its pairing page opens here by itself with the code filled in.</p>
  </section>
  <section aria-labelledby="load-title">
    <h2 id="load-title">Nothing happened? Load the extension once</h2>
    <ol>
      <li>Open <code>chrome://extensions</code> (<code>edge://extensions</code>, <code>brave://extensions</code>) and switch on <b>Developer mode</b>.</li>
      <li>Choose <b>Load unpacked</b> and pick the folder <code>${escapeHtml(extensionDirectory)}</code>.</li>
      <li>Come back to this page and reload it, or type the code above into the extension’s welcome page.</li>
    </ol>
  </section>
  <p>Then try the <a href="/sample">sample posting form</a>.</p>
</main>
<script>
  const code = new URLSearchParams(location.hash.slice(1)).get('code');
  document.getElementById('code').textContent = code || 'see the terminal';
</script>
</body>
</html>`;
}
