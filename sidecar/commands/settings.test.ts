import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../temporary-folder.fixture.ts';
import { runCommand } from './run-command.fixture.ts';
import { registerSettings } from './settings.ts';

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
});

const settings = (...args: string[]) => runCommand(registerSettings, ['settings', ...args], folder);
function packFile(name: string, content: object): string {
  const path = join(folder, `${name}.json`);
  writeFileSync(path, JSON.stringify({ name, ...content }, null, 2));
  return path;
}

describe('settings --rule-pack', () => {
  it('keeps packs in the order given, one of a known name in its old place', async () => {
    const first = packFile('First', { disable: ['age/young'] });
    const second = packFile('Second', { disable: ['age/old'] });
    await settings('--rule-pack', first, '--rule-pack', second);
    packFile('First', { disable: ['age/young', 'age/digital-native'] });
    const { out } = await settings('--rule-pack', first);
    expect(out).toMatch(/rule packs +First \(2 switched off\); Second \(1 switched off\)/);
  });

  it('drops a pack by its name', async () => {
    await settings('--rule-pack', packFile('First', {}));
    const { out } = await settings('--remove-rule-pack', 'First');
    expect(out).toMatch(/rule packs +none/);
  });

  it('refuses a name that is not kept, names those that are, and changes nothing', async () => {
    await settings('--rule-pack', packFile('First', {}));
    const failing = settings('--measuring', 'on', '--remove-rule-pack', 'Third');
    await expect(failing).rejects.toThrow('No rule pack is called "Third"; kept are "First".');
    expect((await settings()).out).toMatch(/measuring +off/);
  });

  it('refuses a bad pack with file, line and reason', async () => {
    const bad = packFile('Bad', { disable: 'everything' });
    await expect(settings('--rule-pack', bad)).rejects.toThrow(/Bad\.json, line 3: disable: /);
    expect((await settings()).out).toMatch(/rule packs +none/);
  });
});
