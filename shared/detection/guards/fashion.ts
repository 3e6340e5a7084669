import type { Guard } from '../rule.ts';

/** Goods or sports for men and women. */
export const fashion: Guard = {
  name: 'fashion',
  scope: 'sentence',
  patterns: [
    '(fashion|clothing|clothes|apparel|footwear|shoes|wear|fragrance~|grooming|retailer~|store~|designer|tailoring|sports|league|collection~|accessories|watches|jewellery|jewelry)',
  ],
};
