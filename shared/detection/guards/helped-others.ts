import type { Guard } from '../rule.ts';

/** Others are helped to do it: "helping our customers make quick decisions". */
export const helpedOthers: Guard = {
  name: 'helped-others',
  scope: 'before',
  within: 2,
  patterns: [
    '(keep~|put~|place~|get~) (them|(our|the|their|its|your)? (client~|customer~|brand~|business|businesses|company|companies|retailer~|partner~|user~))',
    '(help~|enable~|allow~|empower~|support~) (them|us|(our|the|their)? (client~|customer~|brand~|business|businesses|company|companies|leader~|manager~|people|stakeholder~|team~|user~)) to?',
  ],
};
