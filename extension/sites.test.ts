import { describe, expect, test } from 'vitest';
import { siteSchema } from '../shared/detection/site.ts';
import data from './sites.json' with { type: 'json' };
import { hostMatches, isPostingPath, packPathsOf, sitesOfPacks } from './sites.ts';

const site = (host: string, paths: string[], name = host) => ({
  name,
  host,
  paths,
  editor: 'unknown',
  confidence: 'low' as const,
  evidence: 'A guess.',
});

test('the sites that ship have the form that packs have', () => {
  for (const one of data.sites) expect(siteSchema.parse(one)).toEqual(one);
});

test.each([
  ['*.example.com', 'example.com', true],
  ['*.example.com', 'jobs.example.com', true],
  ['*.example.com', 'badexample.com', false],
  ['example.com', 'jobs.example.com', false],
  ['*.example.com', '*.jobs.example.com', true],
  ['jobs.example.com', '*.example.com', false],
])('%s names %s: %s', (pattern, host, named) => {
  expect(hostMatches(pattern, host)).toBe(named);
});

describe('sites of packs', () => {
  const packs = [
    { name: 'one', sites: [site('*.example.com', ['/new'], 'Old name'), site('a.example', [])] },
    { name: 'two', sites: [site('*.example.com', ['/new'], 'New name'), site('*.example.com', ['/edit'])] },
  ];

  test('one with the host and paths of an earlier one takes its place; others follow', () => {
    expect(sitesOfPacks(packs).map(({ name }) => name)).toEqual(['New name', 'a.example', '*.example.com']);
  });

  test('their paths are those of a posting form too', () => {
    const paths = packPathsOf('jobs.example.com', packs);
    expect(paths).toEqual(['/new', '/edit']);
    expect(isPostingPath('jobs.example.com', '/a/new/1', paths)).toBe(true);
    expect(isPostingPath('jobs.example.com', '/a', paths)).toBe(false);
    expect(isPostingPath('www.linkedin.com', '/job-posting/1')).toBe(true);
  });
});
