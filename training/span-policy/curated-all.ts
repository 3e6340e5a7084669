import { isLegal, keepAll } from '../actions.ts';
import type { SpanPolicy } from './policy.ts';

/** Takes the first curated option of every flagged span and inserts nothing: what a checklist would do. */
export const curatedAll: SpanPolicy = {
  name: 'curated-all',
  async decide({ task: { space } }) {
    const choice = keepAll(space);
    space.slots.forEach((slot, place) => {
      if (slot.category !== 'statement' && isLegal(space, choice, place, 1)) choice[place] = 1;
    });
    return choice;
  },
};
