import type { Guard } from '../rule.ts';

/** Both sexes are named side by side; a rule of its own looks at that. */
export const pronounPair: Guard = {
  name: 'pronoun-pair',
  scope: 'over',
  patterns: [
    '(he|his|him|himself) (/|or|and|,) (she|her|hers|herself)',
    '(she|her|hers|herself) (/|or|and|,) (he|his|him|himself)',
    '(he|she|his|her|him) / (she|he|her|his|they|them|their) / (they|them|their|it)',
    '(they|them|their) / (he|she|him|her|his)',
    's / he',
    's / / he',
    '\\( s \\) he',
  ],
};

export const pairOfSexes: Guard = {
  name: 'pair-of-sexes',
  scope: 'sentence',
  patterns: [
    '(men|man|male~|guys|boys|gentlemen|lads|guy) (and|or|/|,) (women|woman|female~|girls|ladies|gals|lasses|girl)',
    '(women|woman|female~|girls|ladies) (and|or|/|,) (men|man|male~|guys|boys|gentlemen)',
  ],
};

/** The pronoun stands for a person whom the text names, not for the applicant. */
export const namedPerson: Guard = {
  name: 'named-person',
  scope: 'sentence',
  patterns: [
    '(founder|mr|mrs|ms|dr|husband|wife|son|daughter|brother|sister|father|mother)',
    '(says|said|founded|started|joined|wrote|recalls)',
    '(god|jesus|christ|lord)',
    '(his|her) (name is|assistant)',
    '(he|she) (is|was) (the|our) _2 (ceo|owner|president|director|boss)',
    '(send|contact|call|email|reach) (him|her)',
    '(tasks|instructions|orders) from (him|her)',
    '(he|she) (was|had|decided|did|gave|realized|realised|wanted|worked|built|led|spent|created|began|left|grew|saw|became)',
  ],
};

/** The sentence speaks of somebody in charge before the pronoun: "the owner and his family", not "he reports to the owner". */
export const superiorSpokenOf: Guard = {
  name: 'superior-spoken-of',
  scope: 'before',
  within: 25,
  patterns: ['(ceo|owner|president|director|boss)'],
};

/** The sentence speaks of a woman or a man before the pronoun, and the pronoun is hers or his. */
export const womanSpokenOf: Guard = {
  name: 'woman-spoken-of',
  scope: 'before',
  within: 12,
  patterns: ['(woman|girl|mother|mom|mum|bride|lady|sister|daughter|wife)'],
};

export const manSpokenOf: Guard = {
  name: 'man-spoken-of',
  scope: 'before',
  within: 12,
  patterns: ['(man|boy|father|dad|groom|gentleman|brother|son|husband)'],
};

/** The applicant is "you", so the pronoun stands for somebody beside whom the applicant works: "you support the head and his team". */
export const colleagueSpokenOf: Guard = {
  name: 'colleague-spoken-of',
  scope: 'before',
  within: 12,
  patterns: [
    "(you|you'll) _3 (report|assist|support|help|join|advise|accompany|deputise|deputize|work|stand in|be reporting|succeed|replace)",
    'reporting to _6 , you',
  ],
};

/** The pronoun stands for someone whom the job serves. */
export const personServedBefore: Guard = {
  name: 'person-served-before',
  scope: 'before',
  within: 20,
  patterns: ['(patient~|customer~|student~|client~|resident~|child|children|learner~|guest~|consumer~)'],
};

/** Both forms of a title stand side by side: "waiter/waitress". */
export const pairOfTitles: Guard = {
  name: 'pair-of-titles',
  scope: 'over',
  patterns: [
    '(waiter|steward|host|actor|salesman|manager|masseur) (/|or|and|,) (waitress|stewardess|hostess|actress|saleswoman|manageress|masseuse)',
    '(waitress|stewardess|hostess|actress|saleswoman|manageress|masseuse) (/|or|and|,) (waiter|steward|host|actor|salesman|manager|masseur)',
    'waiter \\| waitress (\\| hostess)?',
  ],
};

/** An aircraft or a mission without a crew. */
export const unmanned: Guard = {
  name: 'unmanned',
  scope: 'over',
  patterns: ['unmanned (aerial|aircraft|vehicle~|system~|drone~|flight)', 'manpower group'],
};

/** Openings, pay or markets that many compete for: no person is described. */
export const contestedThing: Guard = {
  name: 'contested-thing',
  scope: 'before',
  within: 1,
  patterns: [
    '(opening~|position~|role~|process|pay|salary|salaries|market~|industry|field|admission~|selection|place~|benefit~) _4 (is|are)',
    '(pay|salary|compensation|remuneration|package|benefit~) :',
  ],
};

/** A market that is watched: "monitors the competitive environment". */
export const watchedMarket: Guard = {
  name: 'watched-market',
  scope: 'before',
  within: 1,
  patterns: [
    '(monitor~|analyse~|analyze~|track~|assess~|understand~|review~|research~|navigate~) (the|our|a|market~|its)?',
  ],
};

/** Pay that is called competitive. */
export const pay: Guard = {
  name: 'pay',
  scope: 'after',
  within: 4,
  patterns: [
    '(salary|salaries|pay|wage~|compensation|remuneration|package~|benefit~|rate~|bonus~|commission|base)',
  ],
};
