import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout's root folder. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
/** Where WXT leaves the unpacked extension. */
export const extensionDirectory = join(root, '.output', 'chrome-mv3');

const sources = ['extension', 'shared', 'wxt.config.ts', 'package-lock.json'];
const stamp = join(root, '.output', 'built-from');
const wxt = join(root, 'node_modules', 'wxt', 'bin', 'wxt.mjs');

/**
 * Builds the extension unless `.output` already holds one made from exactly these sources, or came ready-made with the package.
 * @returns whether it built.
 * @throws Error with the build's own output when it fails; the earlier build is then stale and is not used.
 */
export async function buildExtension(signal?: AbortSignal): Promise<boolean> {
  const there = existsSync(join(extensionDirectory, 'manifest.json'));
  // An installed package has no build tools.
  if (there && !existsSync(wxt)) return false;
  const hash = hashSources();
  if (there && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return false;
  await runBuild(signal);
  writeFileSync(stamp, hash);
  return true;
}

/** A SHA-256 over the names and bytes of every file the extension is built from; tests are left out. */
function hashSources(): string {
  const hash = createHash('sha256');
  for (const file of sources.flatMap((source) => filesUnder(join(root, source))).sort()) {
    hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

function filesUnder(path: string): string[] {
  if (!existsSync(path)) return [];
  try {
    return readdirSync(path, { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory()
        ? filesUnder(join(path, entry.name))
        : entry.name.includes('.test.')
          ? []
          : [join(path, entry.name)],
    );
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOTDIR') return [path];
    throw error;
  }
}

function runBuild(signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [wxt, 'build'], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(signal ? { signal } : {}),
    });
    const output: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => output.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve();
      else
        reject(
          new Error(`Building the extension failed (wxt ended with ${code}):\n${Buffer.concat(output)}`),
        );
    });
  });
}
