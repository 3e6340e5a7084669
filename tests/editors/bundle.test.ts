import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { extensionDirectory, root } from '../../sidecar/start/extension-build.ts';

/** What of the built extension enters a job site's page, and what it may do there. */
const built = (path: string) => readFileSync(join(extensionDirectory, path));
const gzipped = (path: string) => gzipSync(built(path), { level: 9 }).length;

interface Manifest {
  readonly permissions: readonly string[];
  readonly host_permissions: readonly string[];
  readonly optional_host_permissions: readonly string[];
  readonly content_scripts: readonly {
    readonly js: readonly string[];
    readonly css?: readonly string[];
    readonly matches: readonly string[];
    readonly all_frames: boolean;
    readonly match_origin_as_fallback: boolean;
  }[];
  readonly web_accessible_resources?: readonly unknown[];
  readonly externally_connectable?: unknown;
  readonly storage: { readonly managed_schema: string };
  readonly key?: string;
}
const manifest = JSON.parse(built('manifest.json').toString()) as Manifest;

const loader = 'content-scripts/loader.js';
const marker = 'marker.js';

describe('what enters a page', () => {
  test('every frame gets the loader alone, under 20 kB gzipped', () => {
    expect(manifest.content_scripts.map(({ js }) => js)).toEqual([[loader]]);
    expect(manifest.content_scripts[0]).toMatchObject({ all_frames: true, match_origin_as_fallback: true });
    expect(readdirSync(join(extensionDirectory, 'content-scripts'))).toEqual(['loader.js']);
    expect(gzipped(loader)).toBeLessThan(20_000);
  });

  test('all that is injected stays under 400 kB gzipped', () => {
    expect(gzipped(loader) + gzipped(marker)).toBeLessThan(400_000);
  });

  test.each([loader, marker])(
    '%s has no React, no address of a server and nothing that evaluates text',
    (file) => {
      const code = built(file).toString();
      expect(code).not.toMatch(/react\.(?:transitional\.)?element|createRoot/);
      expect(code).not.toMatch(/\beval\(|new Function\(/);
      expect(code).not.toMatch(/127\.0\.0\.1:\d|\bfetch\(|XMLHttpRequest|WebSocket/);
    },
  );
});

describe('what is asked of the user', () => {
  test('no site but the known ones at install; any other one by one', () => {
    for (const { matches } of manifest.content_scripts)
      expect([...manifest.host_permissions].sort()).toEqual([...matches].sort());
    for (const pattern of manifest.host_permissions)
      expect(pattern).toMatch(
        /^https:\/\/(?:\*\.)?[a-z\d-]+(?:\.[a-z\d-]+)+\/\*$|^http:\/\/127\.0\.0\.1\/\*$/,
      );
    expect(manifest.optional_host_permissions).toEqual(['https://*/*']);
  });

  test('the README says why for every permission', () => {
    const readme = readFileSync(join(root, 'README.md'), 'utf8');
    const [, table = ''] = readme.split('### Permissions the extension asks for');
    const told = [...table.slice(0, table.indexOf('\n## ')).matchAll(/^\| ([^|]+) \|/gm)].map(
      (row) => row[1],
    );
    for (const permission of [...manifest.permissions, ...manifest.optional_host_permissions])
      expect(told.join('\n')).toContain(`\`${permission}\``);
  });

  test('no page can load a file of ours or talk to the worker', () => {
    expect(manifest.web_accessible_resources ?? []).toEqual([]);
    expect(manifest.externally_connectable).toBeUndefined();
  });

  test('the company’s settings are told to Chrome, and the origin is fixed', () => {
    const schema = JSON.parse(built(manifest.storage.managed_schema).toString());
    const deploy = readFileSync(join(root, 'docs', 'deploy.md'), 'utf8');
    for (const name of Object.keys(schema.properties)) expect(deploy).toContain(`\`${name}\``);
    expect(manifest.key).toBeDefined();
  });
});
