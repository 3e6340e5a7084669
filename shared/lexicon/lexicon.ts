import type { Rule } from '../detection/rule.ts';
import { age } from './age.ts';
import { disability } from './disability.ts';
import { feminine } from './feminine.ts';
import { general } from './general.ts';
import { legal } from './legal.ts';
import { masculine } from './masculine.ts';
import { racial } from './racial.ts';
import { readability } from './readability.ts';
import { requirements } from './requirements.ts';
import { sexuality } from './sexuality.ts';

/** Every rule that ships, in the order of their categories. */
export const lexicon: readonly Rule[] = [
  ...age,
  ...disability,
  ...masculine,
  ...feminine,
  ...racial,
  ...sexuality,
  ...general,
  ...requirements,
  ...legal,
  ...readability,
];
