import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { build } from 'vite';
import { root } from '../../sidecar/start/extension-build.ts';
import { content, type EditorFixture, plainContent } from './fixtures/fixture.ts';

const types: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
};

export interface FixtureServer {
  /** The address of a fixture's page. */
  url(fixture: EditorFixture): string;
  close(): Promise<void>;
}

/** Serves the pages of `fixtures` on this machine: editors come from node_modules, modules are bundled on first use. */
export async function startFixtureServer(fixtures: readonly EditorFixture[]): Promise<FixtureServer> {
  const bundles = new Map<string, Promise<string>>();
  const slug = (fixture: EditorFixture) => fixture.name.toLowerCase().replace(/[^a-z\d]+/g, '-');

  async function respond(
    path: string,
  ): Promise<{ type: string; body: string | Buffer; policy?: string } | undefined> {
    const [, kind = '', ...rest] = path.split('/');
    const name = rest.join('/');
    if (kind === 'job-posting') {
      const fixture = fixtures.find((one) => slug(one) === name);
      if (!fixture) return undefined;
      const policy = fixture.policy ? { policy: fixture.policy } : {};
      return { type: types['.html'] ?? '', body: page(fixture, slug(fixture)), ...policy };
    }
    const script = { type: types['.js'] ?? '' };
    if (kind === 'script') {
      const fixture = fixtures.find((one) => `${slug(one)}.js` === name);
      return fixture && { ...script, body: program(fixture) };
    }
    if (kind === 'bundle') {
      const app = name.replace(/\.js$/, '');
      const bundle = bundles.get(app) ?? bundleApp(app);
      bundles.set(app, bundle);
      return { ...script, body: await bundle };
    }
    if (kind === 'vendor') {
      const file = normalize(join(root, 'node_modules', name));
      if (!file.startsWith(join(root, 'node_modules'))) return undefined;
      return { type: types[extname(file)] ?? 'application/octet-stream', body: await readFile(file) };
    }
    return undefined;
  }

  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    respond(decodeURIComponent(pathname)).then(
      (found) => {
        if (!found) return response.writeHead(404).end();
        const policy = found.policy ? { 'Content-Security-Policy': found.policy } : {};
        return response.writeHead(200, { 'Content-Type': found.type, ...policy }).end(found.body);
      },
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: (fixture) => `http://127.0.0.1:${port}/job-posting/${slug(fixture)}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function page(fixture: EditorFixture, slug: string): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>New job posting</title>
${fixture.head ?? ''}</head>
<body style="font: 16px/1.5 'DejaVu Sans', sans-serif; margin: 24px; width: 760px">
<h1>New job posting</h1>
<form id="form"><p id="label">Job description</p>${fixture.body}<button id="publish">Publish</button></form>
<script type="module" src="/script/${slug}.js"></script></body></html>`;
}

/** Gives the page its posting and records what the form sends; a file of its own, so that a strict policy lets it run. */
function program(fixture: EditorFixture): string {
  return `
const content = globalThis.content = ${JSON.stringify(content)};
const plainContent = globalThis.plainContent = ${JSON.stringify(plainContent)};
if (window.trustedTypes) trustedTypes.createPolicy('default', { createHTML: (html) => html });
document.querySelector('#form').addEventListener('submit', (event) => {
  event.preventDefault();
  document.documentElement.dataset.sent = String(new FormData(event.target).get('description'));
});
${fixture.script ?? ''}
${fixture.script?.includes('dataset.ready') ? '' : "document.documentElement.dataset.ready = 'true';"}
`;
}

async function bundleApp(name: string): Promise<string> {
  const folder = join(root, 'tests', 'editors', 'fixtures', 'apps');
  const source = ['tsx', 'ts', 'jsx', 'js'].map((extension) => join(folder, `${name}.${extension}`));
  const entry = source.find(existsSync);
  if (!entry) throw new Error(`There is no fixture app ${name} in ${folder}.`);
  const output = await build({
    configFile: false,
    logLevel: 'silent',
    root: folder,
    define: { 'process.env.NODE_ENV': '"development"', global: 'globalThis' },
    esbuild: { jsx: 'automatic' },
    resolve: { dedupe: ['lexical', 'react', 'react-dom'] },
    build: {
      write: false,
      minify: false,
      lib: { entry, formats: ['es'], fileName: name },
    },
  });
  const [first] = Array.isArray(output) ? output : [output];
  if (!first || !('output' in first)) throw new Error(`Bundling ${name} gave no output.`);
  return first.output[0].code;
}
