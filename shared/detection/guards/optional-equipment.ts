import type { Guard } from '../rule.ts';

/** The demand is said to be shared or done with equipment. */
export const optionalEquipment: Guard = {
  name: 'optional-equipment',
  scope: 'sentence',
  patterns: [
    '(equipment|help|assistance) _2 (provided|available)',
    'team lift~',
    '(with|as a) (a)? (colleague|partner|team)',
  ],
};
