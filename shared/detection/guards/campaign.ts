import type { Guard } from '../rule.ts';

/** What is nurtured or warmed is a lead, a relationship or a plant. */
export const campaign: Guard = {
  name: 'campaign',
  scope: 'after',
  within: 3,
  patterns: ['(campaign~|lead~|prospect~|pipeline~|account~|email~|sequence~|funnel~|plant~|lighting)'],
};
