import { after, type EquivalentGroup, next } from './equivalent-group.ts';

const acts =
  'works?|working|communicates?|communicating|performs?|performing|functions?|collaborates?|collaborating|teams?|listens?|listening|writes?|speaks?';

/** Adverbs and fixed phrases. */
export const equivalentPhrases: readonly EquivalentGroup[] = [
  { id: 'in-order-to', use: 'phrase', members: ['in order to', 'so as to'] },
  {
    id: 'before',
    use: 'phrase',
    members: ['prior to', 'before'],
    followedBy: /^\s(?!(?:and|or|tax|noon|in|on|at|to|of|by|for|with|from|we|you|it|they|he|she|I)\b)\p{L}/u,
  },
  {
    id: 'because-of',
    use: 'phrase',
    members: ['due to', 'because of', 'owing to'],
    notPrecededBy: after('is|are|be|was|were|payments?|amounts?|discriminate|discrimination'),
  },
  {
    id: 'regarding',
    use: 'phrase',
    members: ['regarding', 'concerning', 'about'],
    precededBy: after(
      'information|questions?|inquir(?:y|ies)|enquir(?:y|ies)|details|queries|issues|feedback|complaints?|decisions?|guidance|advice|calls',
    ),
  },
  {
    id: 'along-with',
    use: 'phrase',
    members: ['in addition to', 'along with'],
    notPrecededBy: after('get|gets|getting|go|goes|work|works'),
  },
  { id: 'daily-basis', use: 'phrase', members: ['every day', 'each day'] },
  { id: 'weekly-basis', use: 'phrase', members: ['every week', 'each week'] },
  {
    id: 'regularly',
    use: 'phrase',
    members: ['on a regular basis', 'regularly'],
    followedBy: /^\s*(?:[.,;:)]|$|(?:and|to|with|for|in)\b)/u,
  },
  {
    id: 'in-line-with',
    use: 'phrase',
    members: ['in line with', 'in keeping with', 'according to'],
    notFollowedBy: next(
      '(?:applicable |federal |state |local |all )*(?:laws?|legislation|regulations?)|experience|qualifications',
    ),
  },
  { id: 'emphasis', use: 'phrase', members: ['with a focus on', 'with an emphasis on'] },
  { id: 'mainly', use: 'phrase', members: ['primarily', 'mainly', 'mostly', 'chiefly'] },
  {
    id: 'usually',
    use: 'phrase',
    members: ['typically', 'usually', 'normally', 'generally'],
    notFollowedBy: next('accepted'),
  },
  { id: 'quickly', use: 'phrase', members: ['quickly', 'rapidly', 'swiftly'], notPrecededBy: after('as') },
  {
    id: 'well',
    use: 'phrase',
    members: ['effectively', 'well'],
    precededBy: after(acts),
    followedBy: /^\s*(?:[.,;)]|$|(?:with|in|within|across|under|and|as part)\b)/u,
    notFollowedBy: next('as|and'),
  },
  {
    id: 'at-present',
    use: 'phrase',
    members: ['currently', 'presently', 'at present'],
    followedBy: next(
      'seeking|looking|hiring|searching|recruiting|interviewing|have|offer|need|expanding|growing|developing',
    ),
  },
  {
    id: 'on-your-own',
    use: 'phrase',
    members: ['independently', 'autonomously', 'on your own'],
    precededBy: after('works?|working'),
    followedBy: /^\s*(?:[.,;)]|$|(?:and|or|as|with|in|within)\b)/u,
  },
  { id: 'carefully', use: 'phrase', members: ['carefully', 'with care'], followedBy: /^\s*(?:[.,;)]|$)/u },
  {
    id: 'approximately',
    use: 'phrase',
    members: ['approximately', 'about', 'around', 'roughly'],
    followedBy: /^\s[$£€]?\d/u,
  },
  {
    id: 'throughout',
    use: 'phrase',
    members: ['throughout', 'across'],
    followedBy: next(
      '(?:the|our|your) (?:company|organi[sz]ation|region|country|business|enterprise|group|department|state|world|firm|city|hospital)',
    ),
  },
  {
    id: 'additionally',
    use: 'phrase',
    members: ['additionally', 'in addition', 'furthermore', 'moreover'],
    followedBy: /^,\s/u,
  },
  {
    id: 'promptly',
    use: 'phrase',
    members: ['in a timely manner', 'promptly', 'without delay'],
    followedBy: /^\s*(?:[.,;)]|$|(?:and|to|with)\b)/u,
  },
  {
    id: 'professionally',
    use: 'phrase',
    members: ['in a professional manner', 'professionally'],
    followedBy: /^\s*(?:[.,;)]|$)/u,
  },
  {
    id: 'as-well-as',
    use: 'phrase',
    members: ['as well as', 'together with'],
    notPrecededBy: after('works?|working|worked|just|,'),
    followedBy: /^\s(?!in\b|on\b|to\b|with\b)\p{L}/u,
  },
  {
    id: 'in-a-team',
    use: 'phrase',
    members: ['as part of a team', 'in a team', 'within a team'],
    notFollowedBy: next('environment|setting|atmosphere|of'),
  },
  { id: 'from-start-to-finish', use: 'phrase', members: ['from start to finish', 'from beginning to end'] },
  {
    id: 'including',
    use: 'phrase',
    members: ['such as', 'for example'],
    precededBy: /,\s$/u,
    followedBy: /^\s(?!,)\p{L}/u,
  },
  {
    id: 'whenever',
    use: 'phrase',
    members: ['when needed', 'as needed', 'when necessary', 'as necessary'],
    followedBy: /^\s*(?:[.,;)]|$|(?:and|to|by)\b)/u,
  },
  {
    id: 'successfully',
    use: 'phrase',
    members: ['on time', 'by the deadline'],
    followedBy: /^\s*(?:[.,;)]|$)/u,
    notPrecededBy: after('be|arrives?|arriving|full|part|paid|and|work|attendance'),
  },
  {
    id: 'under-supervision',
    use: 'phrase',
    members: ['under the direction of', 'under the guidance of', 'under the supervision of'],
  },
  {
    id: 'at-every-level',
    use: 'phrase',
    members: ['at all levels', 'at every level'],
    notFollowedBy: next('of experience'),
  },
  { id: 'willing', use: 'phrase', members: ['willingness to', 'readiness to'] },
  {
    id: 'desire',
    use: 'phrase',
    members: ['desire to', 'wish to'],
    precededBy: after('an?|the|strong|genuine|real|your'),
  },
  { id: 'eager', use: 'phrase', members: ['eager to', 'keen to'] },
  {
    id: 'such-as',
    use: 'phrase',
    members: ['including', 'such as'],
    precededBy:
      /(?<!day|hour|week|weekend|year|month|shift|time|location|area|state|employee|applicant|countrie|vacation|holiday)s,?\s$/iu,
    followedBy: /^\s(?!but\b|all\b|any\b|both\b|the\b|those\b|that\b|on\b|in\b|up\b)\p{L}/iu,
  },
];
