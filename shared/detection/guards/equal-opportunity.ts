import type { Guard } from '../rule.ts';

/** The sentence says that nobody is excluded; the characteristics it lists are not requirements. */
export const equalOpportunity: Guard = {
  name: 'equal-opportunity',
  scope: 'sentence',
  patterns: [
    '(equal|equality) (employment|of)? (opportunity|opportunities)',
    'eoe',
    'eeo',
    'without regard (to|for)',
    '(regardless|irrespective) of',
    '(do|does|will|shall|must) not (unlawfully|knowingly)? (discriminate|tolerate)',
    '(prohibit~|against|free from|without) _3 (discrimination|harassment)',
    'affirmative action',
    '(marital|parental|veteran|military|genetic|citizenship|pregnancy|familial) (status|information|discharge) (,|or|and)',
    '(national|ethnic|social) origin ,',
    'gender (identity|expression) ,?',
    'protected (class|classes|characteristic~|veteran~|status|group~|by|under)',
    '(equal|fair) consideration',
    '(welcome|encourage~|consider|invite) _3 (applications|applicants|candidates|people) _2 (from|of) (all|any|every|everyone|each|diverse)',
    '(all|every|any) (qualified|interested|suitably)? (applicant~|candidate~|individual~|people|person) _4 (welcome|encouraged|considered|invited)',
    'basis of (race|sex|age|gender|disability|religion|color|colour|any|actual)',
    '(race|gender|sex|colour|color|religion|age|disability) ,? (race|gender|sex|colour|color|religion|creed|age|disability|ethnicity|nationality|sexual) _6 (orientation|origin|religion|disability|status|belief|gender|age)',
  ],
};
