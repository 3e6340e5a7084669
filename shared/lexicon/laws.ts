import type { Law } from '../detection/law.ts';
import data from './laws.json' with { type: 'json' };

/**
 * What laws ask of a posting. The file ships with the code and `laws.test.ts` parses it with `lawSchema`, so that the page
 * need not carry the parser.
 */
export const laws = data as readonly Law[];
