import type { Guard } from '../rule.ts';

/** The wording is about the people whom the job serves, not about the person in the job. */
export const servedGroup: Guard = {
  name: 'served-group',
  scope: 'sentence',
  patterns: [
    '(youth|young people) (in|who|with|service~|work|programme~|program~|centre~|center~|organisation~|justice|and (families|children|adults))',
    '(mentor~|prepare~|teach~|support~|coach~|care|caring|help~|educate~|empower~|work~) _3 (young|youth~|youths|adult~|women|men|girls|boys|families|people with)',
    '(outcomes|lives|relationships|relationship|inspire~|influence~|shape~|nurturing|assist~|reintegration|rehabilitation|mobilisation|mobilization|model|dedicated) _6 (young|youth)',
    'young (people|person|lady|women|men|adults) (facing|we|achieve|move|at risk|leaving|through)',
    'young (people|person|lady|women|men|adults) to (achieve|access|become|develop|feel|find|gain|grow|lead|learn|live|make|move|overcome|reach|thrive)',
    'less young',
    '(insure~|serve~|target~|(sell|sells|selling|market|marketing|advertise|appeal|appeals) _2 to|(aimed|targeted) at) _3 (young|youth~)',
    '(youth|people|kid~) aged',
    '(kid~|children|toddlers|teenagers) (between|from|of) (ages|age)?',
    '(homeless|vulnerable|displaced|refugee~|victim~|survivor~)',
    '(school|nursery|kindergarten|shelter|hospice|camp) (age|aged|for)',
  ],
};

const users =
  '(client~|customer~|patient~|resident~|pupil~|student~|children|child|learner~|service user~|participant~|offender~|inmate~|consumer~|audience~|guest~|player~ aged)';

/** Clients, pupils or patients are spoken of just before: "clients who have no family". */
export const serviceUsers: Guard = { name: 'service-users', scope: 'before', within: 8, patterns: [users] };

/** The same behind the words, near enough not to be whom the person sought will serve: "young people who are our guests". */
export const usersOfService: Guard = {
  name: 'users-of-service',
  scope: 'after',
  within: 2,
  patterns: [users],
};
