import { fieldsOf } from './candidate.ts';
import { describeRecommender } from './contract.fixture.ts';
import { createLexicalRecommender } from './lexical.ts';

describeRecommender('lexical', async (candidates) =>
  createLexicalRecommender(candidates.map(({ text, occupation }) => fieldsOf(text, occupation))),
);
