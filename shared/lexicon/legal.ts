import type { Rule } from '../detection/rule.ts';
import { sources } from './sources.ts';

export const legal = [
  {
    id: 'legal/pay-history',
    category: 'legal',
    patterns: [
      '(salary|pay|compensation|wage~|earnings) history',
      '(your|their|state|include|provide|indicate|of) (current|previous|past|last|present|prior|most recent) (and (desired|expected))? (salary|pay|compensation|earnings|remuneration|ctc)',
      '(provide|include|state|submit|send|disclose) _3 (current|previous|past|last) (salary|pay|compensation)',
      '(pay|salary) (slip~|stub~|certificate~)',
      '(payslip~|current ctc)',
    ],
    guards: ['company-history', 'payroll'],
    severity: 'unlawful-risk',
    evidence: sources.payHistory,
    jurisdictions: [
      'EU',
      'US-CA',
      'US-CO',
      'US-CT',
      'US-DC',
      'US-DE',
      'US-HI',
      'US-IL',
      'US-MA',
      'US-MD',
      'US-ME',
      'US-MN',
      'US-NJ',
      'US-NV',
      'US-NY',
      'US-OH-CLE',
      'US-OH-COL',
      'US-OR',
      'US-RI',
      'US-VA',
      'US-VT',
      'US-WA',
    ],
    message:
      'Asking what someone earned before may not be allowed here, and carries old pay gaps on. Leave it out, or ask which pay is expected.',
    requirementQuestion: true,
    flags: ['Please include your salary history.', 'State your current salary in your letter.'],
    passes: ['You prepare payroll and send pay slips to employees.', 'State the salary you expect.'],
  },
] as const satisfies readonly Rule[];
