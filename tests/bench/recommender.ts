import { parseArgs } from 'node:util';
import { defaultOllamaUrl } from '../../sidecar/language-model/ollama-client.ts';
import { printRows, type Row } from './detection-row.ts';
import { readResumes, readTaggedSentences } from './recommender-data.ts';
import { interactionRows } from './recommender-interactions.ts';
import { ollamaRows } from './recommender-ollama.ts';
import { relevanceRows } from './recommender-relevance.ts';
import { skillRows } from './recommender-skills.ts';
import { speedRows } from './recommender-speed.ts';

/**
 * `npm run bench:recommender -- [--quick] [--json] [--embedding-model NAME [--ollama URL]]`: speed, relevance, skill extraction
 * and what is learned from outcomes, against the goals where there are any; with a model, what a running Ollama takes to embed.
 */
const { values } = parseArgs({
  options: {
    quick: { type: 'boolean' },
    json: { type: 'boolean' },
    'embedding-model': { type: 'string' },
    ollama: { type: 'string', default: defaultOllamaUrl },
  },
});
const quick = values.quick ?? false;

// Speed first: the resident set is the recommender's, not that of the data read later.
const rows: Row[] = await speedRows(quick);
if (!quick) rows.push(...(await interactionRows()));
const resumes = readResumes();
if (resumes.length > 0) rows.push(...(await relevanceRows(resumes, quick)));
else console.error('Skipped relevance: ../shared/data/candidates is not there.');
const model = values['embedding-model'];
if (model !== undefined) rows.push(...(await ollamaRows(resumes, { model, baseUrl: values.ollama })));
const sentences = readTaggedSentences();
if (sentences.length > 0) rows.push(...skillRows(sentences));
else console.error('Skipped skills: ../shared/data/taxonomies is not there.');
printRows(rows, values.json ?? false);
