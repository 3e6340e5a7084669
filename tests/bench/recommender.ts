import { parseArgs } from 'node:util';
import { defaultOllamaUrl } from '../../sidecar/language-model/ollama-client.ts';
import { runSections } from './bench-sections.ts';
import { printRows } from './detection-row.ts';
import { readResumes, readTaggedSentences } from './recommender-data.ts';
import { interactionRows } from './recommender-interactions.ts';
import { ollamaRows } from './recommender-ollama.ts';
import { relevanceRows } from './recommender-relevance.ts';
import { skillRows } from './recommender-skills.ts';
import { speedRows } from './recommender-speed.ts';

/**
 * `npm run bench:recommender -- [--quick] [--json] [--embedding-model NAME [--ollama URL]] [--only speed,embedding,…]`: speed,
 * what is learned from outcomes, relevance, what a running Ollama takes to embed, and skill extraction, against the goals where
 * there are any.
 */
const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    only: { type: 'string' },
    'embedding-model': { type: 'string' },
    ollama: { type: 'string', default: defaultOllamaUrl },
  },
});
const { quick, json, only, ollama, 'embedding-model': model } = values;

const rows = await runSections(
  {
    // First: the resident set is the recommender's, not that of the data read later.
    speed: () => speedRows(quick),
    interactions: async () => (quick ? [] : interactionRows()),
    relevance: async () => {
      const resumes = readResumes();
      return resumes.length > 0 ? relevanceRows(resumes, quick) : '../shared/data/candidates is not there.';
    },
    embedding: async () => {
      const resumes = readResumes();
      if (model === undefined) return '--embedding-model names none.';
      return resumes.length > 0
        ? ollamaRows(resumes, { model, baseUrl: ollama })
        : '../shared/data/candidates is not there.';
    },
    skills: async () => {
      const sentences = readTaggedSentences();
      return sentences.length > 0 ? skillRows(sentences) : '../shared/data/taxonomies is not there.';
    },
  },
  only,
);
printRows(rows, json);
