import type { Guard } from '../rule.ts';

/** The posting itself ties a bodily demand to a task of the job. */
export const realJobNeed: Guard = {
  name: 'real-job-need',
  scope: 'sentence',
  patterns: [
    'with or without',
    '(essential|key|core) (function~|duty|duties|part) of (this|the) (job|role|position)',
    'essential job function~',
    '(using|with) _2 (equipment|aids|lifting|assistance|hoist~|forklift~)',
    'mechanical (aid~|assistance)',
    '(respirator~|breathing apparatus)',
  ],
};
