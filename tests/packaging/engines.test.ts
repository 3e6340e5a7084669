import { readFileSync } from 'node:fs';
import { satisfies } from 'semver';
import { expect, it } from 'vitest';
import { z } from 'zod';

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      dev: z.boolean().optional(),
      devOptional: z.boolean().optional(),
      version: z.string().optional(),
      engines: z.union([z.record(z.string(), z.string()), z.array(z.string())]).optional(),
    }),
  ),
});

const lock = lockSchema.parse(JSON.parse(readFileSync('package-lock.json', 'utf8')));
const supported = ['20.19.0', '22.12.0', '24.0.0'];

it.each(supported)('every production dependency admits Node %s', (node) => {
  const refusing = Object.entries(lock.packages)
    .filter(([path, entry]) => path !== '' && !entry.dev && !entry.devOptional)
    .filter(([, entry]) => entry.engines !== undefined && !Array.isArray(entry.engines))
    .map(([path, entry]) => ({ path, range: (entry.engines as Record<string, string>).node }))
    .filter(({ range }) => range !== undefined && !satisfies(node, range));
  expect(refusing).toEqual([]);
});

it('the lock file names no registry host', () => {
  const text = readFileSync('package-lock.json', 'utf8');
  const hosts = new Set([...text.matchAll(/"resolved": "https?:\/\/([^/"]+)/g)].map((match) => match[1]));
  expect([...hosts].filter((host) => host !== 'registry.npmjs.org')).toEqual([]);
});
