import { escapeHtml } from '../routes/escape-html.ts';

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
<style>
  :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
  body { max-width: 40rem; margin: 10vh auto; padding: 0 1.5rem; }
  code { padding: .1em .4em; border: 1px solid; border-radius: .3em; overflow-wrap: anywhere; }
  #code { font-size: 1.6rem; letter-spacing: .08em; }
  li { margin: .5rem 0; }
</style>
</head>
<body>
<h1>AutoRefine is running on this machine</h1>
<p>Your pairing code: <code id="code">…</code></p>
<p>If the extension is loaded, its pairing page opens here by itself. If not, load it once:</p>
<ol>
  <li>Open <code>chrome://extensions</code> (<code>edge://extensions</code>, <code>brave://extensions</code>) and switch on <b>Developer mode</b>.</li>
  <li>Choose <b>Load unpacked</b> and pick the folder <code>${escapeHtml(extensionDirectory)}</code>.</li>
  <li>Come back to this page and reload it; or type the code above into the extension's welcome page.</li>
</ol>
<p>Then try the <a href="/sample">sample posting form</a>.</p>
<script>
  const code = new URLSearchParams(location.hash.slice(1)).get('code');
  document.getElementById('code').textContent = code ?? 'see the terminal';
</script>
</body>
</html>`;
}
