import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listVerdicts } from '../../shared/protocol/rewrite.ts';
import { createRandom } from '../../shared/random.ts';
import { createCandidateReader } from '../../sidecar/import/candidate-reader.ts';
import { createOllama } from '../../sidecar/language-model/ollama-client.ts';
import { openReportDesk } from '../../sidecar/report-source/report-desk.ts';
import { generateSampleCompany } from '../../sidecar/sample-company/generate.ts';
import { createServices } from '../../sidecar/services.ts';
import { type AttributeStore, openAttributes } from '../../sidecar/storage/attributes.ts';
import { openStore, type Store } from '../../sidecar/storage/store.ts';

const company = generateSampleCompany({ seed: 2, candidates: 800, postings: 12 });
const reader = createCandidateReader();
const people = company.candidates.map((record) => reader.read(record, []));
const now = () => new Date('2026-01-10T00:00:00Z');

interface Install {
  readonly store: Store;
  readonly attributes: AttributeStore;
}

let directory: string;
let open: Install[];
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'autorefine-'));
  open = [];
});
afterEach(() => {
  for (const { store, attributes } of open) {
    attributes.close();
    store.close();
  }
  rmSync(directory, { recursive: true });
});

/** The company with its self-reports, or with the same answers dealt out to other people. */
function install(name: string, shuffled: boolean): Install {
  const store = openStore(join(directory, name));
  const attributes = openAttributes(join(directory, name));
  open.push({ store, attributes });
  const ids = company.selfReports.map(({ externalId }) => externalId);
  const owners = shuffled ? createRandom(9).shuffle(ids) : ids;
  attributes.transaction(() => {
    company.selfReports.forEach((report, i) => {
      attributes.save({ ...report, externalId: owners[i] ?? report.externalId });
    });
  });
  store.transaction(() => {
    for (const person of people) store.candidates.save(person, 'hash');
    for (const posting of company.postings) store.postings.save(posting);
    store.settings.update({ measuring: true, optimising: true });
  });
  return { store, attributes };
}

const servicesOf = (data: Install) =>
  createServices({
    ...data,
    languageModel: createOllama(),
    seed: 1,
    now,
    signal: new AbortController().signal,
  });

describe('a recruiter', () => {
  it('gets the same edits whatever people reported of themselves, and one word of four without a share', async () => {
    const services = [install('real', false), install('dealt', true)].map(servicesOf);
    for (const { text } of company.postings.slice(0, 5)) {
      const [real, dealt] = await Promise.all(
        services.map(({ rewriter }) => rewriter.rewrite({ text, engine: 'policy' }, {})),
      );
      expect({ ...dealt, estimate: undefined }).toEqual({ ...real, estimate: undefined });
      const estimate = real?.estimate;
      if (estimate === undefined) continue;
      const { explanation, recommender, recommenderPlainName, relevanceChange, synthetic, verdict, ...more } =
        estimate;
      expect(['the built-in recommender', undefined]).toContain(recommenderPlainName);
      expect(listVerdicts).toContain(verdict);
      expect(explanation).not.toMatch(/\d\.\d|%|\bwoman|\bman\b/);
      expect([typeof recommender, typeof synthetic, more]).toEqual(['string', 'boolean', {}]);
      expect(Math.abs(relevanceChange ?? 0)).toBeLessThanOrEqual(1);
    }
  }, 120_000);
});

describe('an analyst', () => {
  it('gets the same figures 1,000 times, and the same list whatever people reported of themselves', async () => {
    const [real, dealt] = [install('real', false), install('dealt', true)];
    const services = { real: servicesOf(real), dealt: servicesOf(dealt) };
    await services.real.measurer.measure({});
    const figures = new Set<string>();
    for (let call = 0; call < 1000; call += 1) {
      const desk = openReportDesk({ ...real, version: '0', seed: 1, actor: 'analyst', now });
      figures.add(JSON.stringify(desk.source.matchList()));
    }
    expect(figures.size).toBe(1);
    for (const { text } of company.postings.slice(0, 5)) {
      const list = await services.real.matcher.match(text, 50);
      expect(await services.dealt.matcher.match(text, 50)).toEqual(list);
      expect(JSON.stringify(list)).not.toMatch(/woman|nonbinary|Hispanic|"man"/);
    }
  }, 120_000);
});
