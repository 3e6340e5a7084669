import type { Guard } from '../rule.ts';

/** The posting says that a record or a gap does not rule anyone out. */
export const fairChance: Guard = {
  name: 'fair-chance',
  scope: 'sentence',
  patterns: [
    'fair chance',
    'second chance',
    '(not|never) (automatically|necessarily)? (disqualify|exclude|bar|rule)',
    '(will|are) (be)? (considered|welcome|consider)',
    '(no|not a) problem',
  ],
};
