import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Where Debian's Chromium looks for policies; `managed/*.json` under it. */
const policyFolder = '/etc/chromium';
const asOther = process.getuid?.() === 0 ? '' : '--map-root-user ';

/** Whether this machine lets a test give a browser a policy folder of its own: Linux, with leave to mount in a namespace. */
export function canGivePolicy(): boolean {
  if (!existsSync(policyFolder)) return false;
  const attempt = `unshare ${asOther}--mount mount --bind ${policyFolder} ${policyFolder}`;
  return spawnSync('sh', ['-c', attempt], { stdio: 'ignore' }).status === 0;
}

export interface PolicyFile {
  /** For `launchWithExtension`. */
  startedBy(executable: string, folder: string): Promise<string>;
  /** Replaces the policy; the browser reads it again by itself some seconds later. */
  write(policy: object): Promise<void>;
}

/**
 * A policy for one browser: it starts in a mount namespace in which the policy folder is one of the test's own, so that no other
 * browser of this machine sees it, and nothing is left of it whatever becomes of the test.
 */
export function policyFor(policy: object): PolicyFile {
  let managed: string | undefined;
  const write = async (content: object) => {
    if (managed === undefined) throw new Error('The browser has not been started with this policy.');
    await writeFile(join(managed, 'autorefine.json'), JSON.stringify(content));
  };
  return {
    write,
    async startedBy(executable, folder) {
      const etc = join(folder, 'etc');
      managed = join(etc, 'policies', 'managed');
      await mkdir(managed, { recursive: true });
      await write(policy);
      const program = join(folder, 'chromium-with-policy');
      const inside = `mount --bind '${etc}' ${policyFolder} && exec '${executable}' "$@"`;
      const script = `#!/bin/sh\nexec unshare ${asOther}--mount sh -c '${inside.replaceAll("'", "'\\''")}' sh "$@"\n`;
      await writeFile(program, script, { mode: 0o755 });
      return program;
    },
  };
}
