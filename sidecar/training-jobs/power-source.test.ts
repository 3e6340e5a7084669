import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type PowerSource, readPowerSource, untilOffBattery } from './power-source.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'power-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function supply(name: string, fields: Record<string, string>): void {
  mkdirSync(join(folder, name));
  for (const [field, value] of Object.entries(fields)) writeFileSync(join(folder, name, field), `${value}\n`);
}
const linux = () => readPowerSource('linux', { suppliesFolder: folder, run: async () => '' });
const says = (platform: NodeJS.Platform, said: string) =>
  readPowerSource(platform, { suppliesFolder: folder, run: async () => said });

describe('readPowerSource', () => {
  it('reads the supplies of Linux', async () => {
    expect(await linux()).toBe('unknown');
    supply('BAT0', { type: 'Battery', status: 'Discharging' });
    expect(await linux()).toBe('battery');
    supply('AC', { type: 'Mains', online: '1' });
    expect(await linux()).toBe('mains');
  });

  it('understands what macOS and Windows say', async () => {
    expect(await says('darwin', "Now drawing from 'Battery Power'\n")).toBe('battery');
    expect(await says('darwin', "Now drawing from 'AC Power'\n")).toBe('mains');
    expect(await says('win32', '1\r\n')).toBe('battery');
    expect(await says('win32', '2\r\n')).toBe('mains');
    expect(await says('win32', '')).toBe('mains');
  });

  it('is unknown where nothing can be asked', async () => {
    expect(await says('freebsd', '')).toBe('unknown');
    const broken = { suppliesFolder: join(folder, 'none'), run: () => Promise.reject(new Error('no')) };
    expect(await readPowerSource('linux', broken)).toBe('unknown');
    expect(await readPowerSource('darwin', broken)).toBe('unknown');
  });
});

describe('untilOffBattery', () => {
  const sequence = (sources: PowerSource[]) => async () => sources.shift() ?? 'mains';

  it('waits while the machine runs on its battery, and says so once', async () => {
    const events: string[] = [];
    await untilOffBattery(
      new AbortController().signal,
      () => events.push('told'),
      sequence(['battery', 'battery', 'mains']),
      async () => events.push('waited'),
    );
    expect(events).toEqual(['told', 'waited', 'waited']);
  });

  it('does not wait on mains, or where nothing is known', async () => {
    const never = () => Promise.reject(new Error('must not wait'));
    for (const source of ['mains', 'unknown'] as const)
      await untilOffBattery(new AbortController().signal, () => {}, sequence([source]), never);
  });

  it('ends at once when it is stopped', async () => {
    const stop = new AbortController();
    const waiting = untilOffBattery(
      stop.signal,
      () => stop.abort(new Error('stopped')),
      async () => 'battery',
    );
    await expect(waiting).rejects.toThrow();
  });
});
