import type { Guard } from '../rule.ts';

/** The nickname praises the team that is there, not the person who is sought: "working with a team of marketing gurus". */
export const praisedTeam: Guard = {
  name: 'praised-team',
  scope: 'before',
  within: 5,
  patterns: ['(work|working|team up) (with|alongside)', 'proud of', '(guided|led|founded|backed|run) by'],
};

/** The same at the end of a list: "a team of entrepreneurs, engineers and data wizards". */
export const listedTeam: Guard = {
  name: 'listed-team',
  scope: 'before',
  within: 10,
  patterns: ['(a|our|incredible|talented|international) team of'],
};
