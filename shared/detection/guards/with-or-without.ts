import type { Guard } from '../rule.ts';

/** Both are meant: "people with or without a disability". */
export const withOrWithout: Guard = {
  name: 'with-or-without',
  scope: 'before',
  within: 0,
  patterns: ['with (a|an|any)? _1 (and|or|/)'],
};
