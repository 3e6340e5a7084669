import { buildExtension } from '../../sidecar/start/extension-build.ts';

/** Vitest's global set-up of every browser test: the extension as it is now, built once. */
export default async function setup(): Promise<void> {
  await buildExtension();
}
