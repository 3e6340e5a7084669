import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { PhraseMatcher } from '../phrase-matcher.ts';
import { createPhraseMatcher } from '../phrase-matcher.ts';
import { tokenise } from '../tokens.ts';
import { createVerbForms } from './verb-forms.ts';

/** The lexicons that texts are read with. Values are identifiers: skill and licence labels, occupation codes. */
export interface Taxonomy {
  readonly skills: PhraseMatcher<string>;
  /** A title may name several occupations (`teacher`); the most usual comes first. */
  readonly occupations: PhraseMatcher<readonly string[]>;
  readonly licences: PhraseMatcher<string>;
  /** The words, in normal form, of job titles and skills: what is not among them may be a person's name. */
  readonly words: ReadonlySet<string>;
  /** Name of an occupation code, such as `Registered Nurses`; the code itself when it is unknown. */
  occupationName(code: string): string;
}

const occupationsSchema = z.array(
  z.object({ code: z.string(), name: z.string(), titles: z.array(z.string()) }),
);
const labelsSchema = z.array(z.string());
const groupedSchema = z.record(z.string(), z.array(z.string()));
const aliasesSchema = z.record(z.string(), z.string());

let shipped: Taxonomy | undefined;

/** The shipped taxonomy (O*NET, ESCO and curated lists, see NOTICE.md), read on first use and kept. */
export function loadTaxonomy(): Taxonomy {
  shipped ??= readTaxonomy(import.meta.dirname);
  return shipped;
}

function readTaxonomy(folder: string): Taxonomy {
  const read = <T>(name: string, schema: z.ZodType<T>): T =>
    schema.parse(JSON.parse(readFileSync(join(folder, name), 'utf8')));
  const occupations = read('occupations.generated.json', occupationsSchema);
  const names = new Map(occupations.map(({ code, name }) => [code, name]));
  const common = read('common-skills.json', groupedSchema);
  const esco = read('skills.generated.json', labelsSchema);
  let words: ReadonlySet<string> | undefined;
  return {
    skills: skillMatcher(common, esco),
    // Only redaction asks for them: a service that starts is not kept waiting.
    get words() {
      words ??= usualWords([
        ...occupations.flatMap(({ titles }) => titles),
        ...Object.values(common).flat(),
        ...esco,
      ]);
      return words;
    },
    occupations: occupationMatcher(occupations),
    licences: licenceMatcher(read('licences.json', aliasesSchema)),
    occupationName: (code) => names.get(code) ?? code,
  };
}

/** A word of fewer labels than this is as likely a surname (`Ware`) as a word of work. */
const fewestLabels = 3;

function usualWords(labels: readonly string[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const label of labels) {
    for (const form of new Set(tokenise(label).map((token) => token.form))) {
      counts.set(form, (counts.get(form) ?? 0) + 1);
    }
  }
  return new Set([...counts].filter(([, count]) => count >= fewestLabels).map(([form]) => form));
}

/** Curated skills come first: `JavaScript` and `js` are one skill, and ESCO's own `JavaScript` joins it. */
function skillMatcher(common: Record<string, string[]>, esco: readonly string[]): PhraseMatcher<string> {
  const matcher = createPhraseMatcher<string>(createVerbForms(esco));
  for (const line of Object.values(common).flat()) {
    const [label = '', ...aliases] = line.split(' | ');
    for (const phrase of [label, ...aliases]) matcher.add(phrase, label);
  }
  // ESCO tells homonyms apart in brackets, `Python (computer programming)`; texts do not.
  for (const label of esco) matcher.add(label.replace(/\s*\(.*\)/, ''), label);
  return matcher;
}

function occupationMatcher(
  occupations: readonly { code: string; titles: readonly string[] }[],
): PhraseMatcher<readonly string[]> {
  const codesOfTitle = new Map<string, string[]>();
  for (const { code, titles } of occupations) {
    for (const title of titles) codesOfTitle.set(title, [...(codesOfTitle.get(title) ?? []), code]);
  }
  const matcher = createPhraseMatcher<readonly string[]>();
  for (const [title, codes] of codesOfTitle) matcher.add(title, codes);
  return matcher;
}

function licenceMatcher(licences: Record<string, string>): PhraseMatcher<string> {
  const matcher = createPhraseMatcher<string>();
  for (const [label, phrases] of Object.entries(licences)) {
    for (const phrase of phrases.split(' | ')) matcher.add(phrase, label);
  }
  return matcher;
}
