import type { Guard } from '../rule.ts';

/** Pay is the subject of the work. */
export const payroll: Guard = {
  name: 'payroll',
  scope: 'sentence',
  patterns: [
    'payroll',
    '(prepare|issue|distribute|process|employees|not)',
    'pay (range|scale)',
    '(salary|wage) (survey~|review~|data|planning)',
  ],
};
