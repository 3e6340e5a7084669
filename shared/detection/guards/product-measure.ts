import type { Guard } from '../rule.ts';

/** A thing is measured, not a person. */
export const productMeasure: Guard = {
  name: 'product-measure',
  scope: 'sentence',
  patterns: [
    '(box|boxes|package~|product~|item~|load~|ladder~|building~|shelf|shelves|pallet~|object~|parts|ceiling|vehicle~|step|steps)',
    '(line-height|min-height|max-height)',
    'px',
    '(lift|lifting|carry|push|move) _6 weight',
  ],
};
