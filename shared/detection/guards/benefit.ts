import type { Guard } from '../rule.ts';

/** The phrase names something that the employer gives, not something that it asks for. */
export const benefit: Guard = {
  name: 'benefit',
  scope: 'sentence',
  patterns: [
    'benefit~',
    'perk~',
    '(dental|vision) (and (dental|vision|medical))? (coverage|cover|insurance|plan~)',
    '(health|dental|medical|life) (insurance|cover|coverage|care)',
    '(paid|parental|maternity|paternity|family|adoption) leave',
    'we (offer|provide)',
    '401 k',
    '(pension|gym|vacation|holiday)',
    'discount~',
    'retirement',
    'paid time off',
    'bonus day~',
    '(remain~|stay~|keep~) (fit|healthy)',
    '(childcare|vouchers)',
  ],
};
