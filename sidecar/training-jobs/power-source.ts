import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';

/** What the machine runs on. `unknown` where it cannot be told, as in most virtual machines. */
export type PowerSource = 'mains' | 'battery' | 'unknown';

/** How a platform is asked; each may fail, which is `unknown`. */
export interface PowerQueries {
  /** The folder where Linux lists power supplies. */
  readonly suppliesFolder: string;
  run(command: string, parameters: readonly string[]): Promise<string>;
}

const systemQueries: PowerQueries = {
  suppliesFolder: '/sys/class/power_supply',
  run: async (command, parameters) =>
    (await promisify(execFile)(command, [...parameters], { timeout: 10_000 })).stdout,
};

/** Asks the operating system: sysfs on Linux, pmset on macOS, CIM on Windows. */
export async function readPowerSource(
  platform: NodeJS.Platform = process.platform,
  queries: PowerQueries = systemQueries,
): Promise<PowerSource> {
  try {
    switch (platform) {
      case 'linux':
        return await readSupplies(queries.suppliesFolder);
      case 'darwin': {
        const said = await queries.run('pmset', ['-g', 'batt']);
        return said.includes("'Battery Power'") ? 'battery' : 'mains';
      }
      case 'win32': {
        const query = '(Get-CimInstance -ClassName Win32_Battery).BatteryStatus';
        const said = (await queries.run('powershell', ['-NoProfile', '-Command', query])).trim();
        // 1 is "discharging" (Win32_Battery); no battery gives no line.
        return said.split(/\s+/).includes('1') ? 'battery' : 'mains';
      }
      default:
        return 'unknown';
    }
  } catch {
    return 'unknown';
  }
}

async function readSupplies(folder: string): Promise<PowerSource> {
  const supplies = await Promise.all(
    (await readdir(folder)).map(async (name) => {
      const read = async (field: string) =>
        (await readFile(join(folder, name, field), 'utf8').catch(() => '')).trim();
      return { type: await read('type'), online: await read('online'), status: await read('status') };
    }),
  );
  if (supplies.some(({ type, online }) => type !== 'Battery' && online === '1')) return 'mains';
  if (supplies.some(({ type, status }) => type === 'Battery' && status === 'Discharging')) return 'battery';
  return supplies.length > 0 ? 'mains' : 'unknown';
}

const lookEvery = 30_000;

/** Returns at once unless the machine runs on its battery; then when it no longer does. `onWait` is called once. */
export async function untilOffBattery(
  signal: AbortSignal,
  onWait: () => void,
  read: () => Promise<PowerSource> = readPowerSource,
  pause: (signal: AbortSignal) => Promise<unknown> = (stop) => wait(lookEvery, undefined, { signal: stop }),
): Promise<void> {
  let told = false;
  while ((await read()) === 'battery') {
    if (!told) onWait();
    told = true;
    await pause(signal);
  }
}
