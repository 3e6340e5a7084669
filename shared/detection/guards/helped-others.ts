import type { Guard } from '../rule.ts';

/** Others are helped to do it: "helping our customers make quick decisions". */
export const helpedOthers: Guard = {
  name: 'helped-others',
  scope: 'before',
  within: 1,
  patterns: [
    '(help~|enable~|allow~|empower~|support~) (them|us|(our|the|their)? (client~|customer~|business|businesses|company|companies|leader~|manager~|people|stakeholder~|team~|user~)) to?',
  ],
};
