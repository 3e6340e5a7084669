import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createRedactor } from './redaction.ts';
import { loadTaxonomy } from './taxonomy/taxonomy.ts';

const folder = '../shared/data/candidates';
const read = (name: string): unknown => JSON.parse(readFileSync(`${folder}/${name}`, 'utf8'));
const namesSchema = z.record(z.string(), z.array(z.string()));
const resumesSchema = z.record(z.string(), z.object({ resumes: z.array(z.string()) }));

describe.skipIf(!existsSync(`${folder}/bloomberg_resumes_and_jds.json`))('the name-swap audit', () => {
  test('one resume under 800 names of men and women of four groups is one text to the ranking', () => {
    const redact = createRedactor(loadTaxonomy());
    const names = ['bloomberg_names_men.json', 'bloomberg_names_women.json'].flatMap((file) =>
      Object.values(namesSchema.parse(read(file))).flat(),
    );
    expect(names).toHaveLength(800);
    for (const resume of Object.values(resumesSchema.parse(read('bloomberg_resumes_and_jds.json'))).flatMap(
      ({ resumes }) => resumes,
    )) {
      const texts = new Set(names.map((name) => redact(resume.replaceAll('{name}', name))));
      expect(texts.size).toBe(1);
    }
  });
});
