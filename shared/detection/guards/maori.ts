import type { Guard } from '../rule.ts';

/** A greeting in te reo Maori, where "he" is an article. */
export const maori: Guard = {
  name: 'maori',
  scope: 'sentence',
  patterns: ['(te reo|o te|ki te|i te|nga mihi|nga tai|kahui|tangata|haramai|he mahi)'],
};
