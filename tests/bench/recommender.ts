import { parseArgs } from 'node:util';
import { printRows, type Row } from './detection-row.ts';
import { readResumes, readTaggedSentences } from './recommender-data.ts';
import { interactionRows } from './recommender-interactions.ts';
import { relevanceRows } from './recommender-relevance.ts';
import { skillRows } from './recommender-skills.ts';
import { speedRows } from './recommender-speed.ts';

/**
 * `npm run bench:recommender -- [--quick] [--json]`: speed, relevance, skill extraction and what is learned from outcomes,
 * against the goals where there are any.
 */
const { values } = parseArgs({ options: { quick: { type: 'boolean' }, json: { type: 'boolean' } } });
const quick = values.quick ?? false;

// Speed first: the resident set is the recommender's, not that of the data read later.
const rows: Row[] = await speedRows(quick);
if (!quick) rows.push(...(await interactionRows()));
const resumes = readResumes();
if (resumes.length > 0) rows.push(...(await relevanceRows(resumes, quick)));
else console.error('Skipped relevance: ../shared/data/candidates is not there.');
const sentences = readTaggedSentences();
if (sentences.length > 0) rows.push(...skillRows(sentences));
else console.error('Skipped skills: ../shared/data/taxonomies is not there.');
printRows(rows, values.json ?? false);
