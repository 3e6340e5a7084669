import { type EquivalentGroup, fellows, next, object, served } from './equivalent-group.ts';

const people = `${served}|${fellows}`;
/** The sentence goes on without a verb of the person: `help customers with`, not `help customers find`. */
const noVerbAfter = '(?=\\s(?:with|in|by|through|on|across|during|as|at)\\b|\\s*[.,;:)]|\\s*$)';
const systems =
  'systems?|processes|process|procedures?|programs?|programmes?|controls|workflows?|measures|practices';
const software =
  'software|applications?|apps?|tools?|systems?|websites?|features?|services|products?|solutions?|platforms?|models?|dashboards?|interfaces?|code|prototypes?';

/** Verbs that take the same objects and say the same of them. */
export const equivalentVerbs: readonly EquivalentGroup[] = [
  {
    id: 'help-people',
    use: 'verb',
    members: ['assist~', 'help~', 'support~'],
    followedBy: new RegExp(`^\\s(?:[\\p{L}’'-]+\\s){0,2}(?:${people})${noVerbAfter}`, 'iu'),
  },
  {
    id: 'support-work',
    use: 'verb',
    members: ['support~', 'assist~ with', 'help~ with'],
    followedBy: object(
      'development|implementation|activities|projects?|efforts|operations|initiatives|events?|tasks|maintenance|planning|preparation|delivery',
    ),
  },
  { id: 'help-with', use: 'verb', members: ['assist~ with', 'help~ with'] },
  {
    id: 'help-in',
    use: 'verb',
    members: ['assist~ in', 'help~ in'],
    followedBy: /^\s(?:the\s)?\p{L}+ing\b/iu,
  },
  { id: 'ensure-that', use: 'verb', members: ['ensure~ that', 'make~ sure that'] },
  {
    id: 'use',
    use: 'verb',
    members: ['use~', 'utilize~', 'make~ use of'],
    notFollowedBy: next('to|up|as|case|cases|by'),
  },
  {
    id: 'work-with',
    use: 'verb',
    members: ['work~ with', 'collaborate~ with', 'cooperate~ with', 'work~ together with'],
    followedBy: object(`${fellows}|clients?|customers?`),
  },
  {
    id: 'work-closely-with',
    use: 'verb',
    members: ['work~ closely with', 'collaborate~ closely with', 'cooperate~ closely with'],
    followedBy: object(`${fellows}|clients?|customers?`),
  },
  {
    id: 'carry-out-study',
    use: 'verb',
    members: ['conduct~', 'carry~ out', 'perform~'],
    followedBy: object(
      'tests?|testing|reviews?|inspections?|analys[ei]s|audits?|checks|assessments?|evaluations?|research|studies|investigations?',
    ),
  },
  {
    id: 'carry-out-work',
    use: 'verb',
    members: ['carry~ out', 'perform~'],
    followedBy: object(
      'duties|tasks?|work|maintenance|repairs|functions?|responsibilities|activities|procedures?|assignments?',
    ),
  },
  { id: 'take-part-in', use: 'verb', members: ['participate~ in', 'take~ part in'] },
  {
    id: 'answer',
    use: 'verb',
    members: ['respond~ to', 'answer~', 'reply~ to'],
    followedBy: object('inquir(?:y|ies)|enquir(?:y|ies)|questions?|e-?mails?|messages|queries'),
  },
  { id: 'set-up', use: 'verb', members: ['set~ up', 'establish~'], followedBy: object(systems) },
  {
    id: 'arrange',
    use: 'verb',
    members: ['arrange~', 'organize~'],
    followedBy: object('meetings?|events?|travel|visits?|interviews?|workshops?|conferences?'),
  },
  {
    id: 'coordinate',
    use: 'verb',
    members: ['coordinate~', 'organize~'],
    followedBy: object('activities|projects?|efforts|work|schedules?|logistics|tasks'),
  },
  {
    id: 'identify',
    use: 'verb',
    members: ['identify~', 'find~'],
    followedBy: object(
      'opportunit(?:y|ies)|ways?|solutions?|problems?|issues?|errors?|areas?|gaps|candidates|causes?',
    ),
  },
  {
    id: 'resolve',
    use: 'verb',
    members: ['resolve~', 'solve~'],
    followedBy: object('problems?|issues?'),
  },
  { id: 'improve', use: 'verb', members: ['improve~', 'enhance~'], notFollowedBy: next('on|upon|as|by') },
  {
    id: 'show-quality',
    use: 'verb',
    members: ['demonstrate~', 'show~'],
    followedBy: object(
      'ability|skills?|commitment|knowledge|understanding|leadership|initiative|respect|interest|willingness|experience',
    ),
  },
  {
    id: 'gather',
    use: 'verb',
    members: ['gather~', 'collect~'],
    followedBy: object(
      'data|information|requirements|feedback|evidence|documents|documentation|materials?|input',
    ),
  },
  {
    id: 'obtain',
    use: 'verb',
    members: ['obtain~', 'get~'],
    followedBy: object('approvals?|information|permits?|signatures?|quotes?|feedback|documents?|permission'),
  },
  {
    id: 'gain',
    use: 'verb',
    members: ['gain~', 'acquire~'],
    followedBy: object('experience|knowledge|skills?|insights?|expertise'),
  },
  {
    id: 'buy',
    use: 'verb',
    members: ['purchase~', 'buy~'],
    notFollowedBy: next('orders?|order|requisitions?|out|in|power'),
  },
  {
    id: 'review',
    use: 'verb',
    members: ['review~', 'go~ over', 'look~ over'],
    followedBy: object(
      'documents?|documentation|reports?|plans?|records?|results?|work|contracts?|drawings?|invoices?|files|specifications',
    ),
  },
  {
    id: 'analyze',
    use: 'verb',
    members: ['analyze~', 'examine~', 'study~'],
    followedBy: object(
      'data|information|results?|trends?|reports?|processes|requirements|problems?|issues?|markets?',
    ),
  },
  { id: 'look-into', use: 'verb', members: ['investigate~', 'look~ into'] },
  {
    id: 'oversee-work',
    use: 'verb',
    members: ['manage~', 'oversee~'],
    followedBy: object(
      'operations|projects?|activities|programs?|programmes?|process|processes|workflows?|production|construction|delivery|implementation',
    ),
  },
  {
    id: 'oversee-people',
    use: 'verb',
    members: ['supervise~', 'oversee~'],
    followedBy: object(
      'staff|employees|teams?|crews?|workers|personnel|technicians|contractors|operators|volunteers',
    ),
  },
  {
    id: 'lead-people',
    use: 'verb',
    members: ['lead~', 'manage~', 'head~', 'direct~'],
    followedBy: object('teams?|department|group|unit|division|crew|office'),
    notFollowedBy: next('up|to|by|generation|time|times'),
  },
  {
    id: 'lead-events',
    use: 'verb',
    members: ['lead~', 'run~'],
    followedBy: object(
      'projects?|meetings?|workshops?|sessions?|initiatives?|programs?|programmes?|campaigns?',
    ),
    notFollowedBy: next('up|to|by|generation|time|times'),
  },
  {
    id: 'prepare',
    use: 'verb',
    members: ['prepare~', 'create~', 'produce~'],
    followedBy: object(
      'reports?|presentations?|documents?|documentation|materials?|summaries|proposals?|drawings?|correspondence|statements',
    ),
  },
  { id: 'build', use: 'verb', members: ['build~', 'develop~', 'create~'], followedBy: object(software) },
  {
    id: 'develop-plans',
    use: 'verb',
    members: ['develop~', 'create~', 'prepare~'],
    followedBy: object(
      'plans?|strateg(?:y|ies)|policies|policy|procedures?|standards|guidelines|schedules?|budgets?|content|curriculum|campaigns?|materials?|specifications?|requirements',
    ),
  },
  {
    id: 'bring-about',
    use: 'verb',
    members: ['drive~', 'bring~ about'],
    followedBy: object(
      'growth|innovation|changes?|improvements?|results|efficiency|efficiencies|success|adoption',
    ),
  },
  {
    id: 'keep-up',
    use: 'verb',
    members: ['maintain~', 'keep~ up'],
    followedBy: object('relationships?|communication|contacts?|knowledge|standards|quality'),
  },
  {
    id: 'receive',
    use: 'verb',
    members: ['receive~', 'get~'],
    followedBy: object('training|support|feedback|instruction|coaching|guidance'),
  },
  { id: 'decide', use: 'verb', members: ['make~ decisions', 'take~ decisions'] },
  {
    id: 'build-relationships',
    use: 'verb',
    members: ['build~', 'develop~', 'establish~'],
    followedBy: object('relationships?|rapport|trust|partnerships?|connections'),
  },
  {
    id: 'keep-records',
    use: 'verb',
    members: ['maintain~', 'keep~'],
    followedBy: object('records?|files|logs?|inventory|documentation'),
  },
  {
    id: 'look-after-things',
    use: 'verb',
    members: ['maintain~', 'look~ after', 'take~ care of'],
    followedBy: object(
      'equipment|machines?|machinery|buildings?|vehicles?|tools|grounds|gardens?|facilities',
    ),
  },
  {
    id: 'look-after-people',
    use: 'verb',
    members: ['care~ for', 'look~ after', 'take~ care of'],
    followedBy: object('patients?|children|residents?|guests?|animals|clients?|people|pets'),
  },
  {
    id: 'handle',
    use: 'verb',
    members: ['handle~', 'deal~ with', 'take~ care of'],
    followedBy: object(
      'inquiries|enquiries|complaints?|calls|requests|problems?|issues?|questions|correspondence|paperwork|concerns',
    ),
  },
  {
    id: 'address',
    use: 'verb',
    members: ['address~', 'tackle~'],
    followedBy: object('issues?|problems?|concerns?|challenges?|questions'),
  },
  {
    id: 'track',
    use: 'verb',
    members: ['monitor~', 'track~', 'keep~ track of'],
    followedBy: object(
      'progress|performance|results?|trends?|spending|inventory|metrics|status|activit(?:y|ies)|expenses|budgets?|costs',
    ),
  },
  {
    id: 'put-in-place',
    use: 'verb',
    members: ['implement~', 'introduce~', 'put~ in place'],
    followedBy: object(`${systems}|policies|changes|improvements|strategies|standards`),
  },
  {
    id: 'grow-sales',
    use: 'verb',
    members: ['increase~', 'grow~'],
    followedBy: object('sales|revenues?|business|market share|profits?'),
  },
  {
    id: 'raise',
    use: 'verb',
    members: ['increase~', 'raise~'],
    followedBy: object('awareness|productivity|efficiency|standards|quality'),
  },
  {
    id: 'cut',
    use: 'verb',
    members: ['reduce~', 'cut~', 'lower~'],
    followedBy: object('costs?|expenses|waste|downtime|errors|spending'),
  },
  {
    id: 'reach-goals',
    use: 'verb',
    members: ['achieve~', 'reach~', 'meet~', 'attain~'],
    followedBy: object('goals?|targets?|objectives?|milestones?'),
  },
  {
    id: 'exceed',
    use: 'verb',
    members: ['exceed~', 'surpass~', 'go~ beyond'],
    followedBy: object('expectations?|goals?|targets?|objectives?|standards'),
  },
  {
    id: 'give',
    use: 'verb',
    members: ['provide~', 'give~', 'offer~'],
    followedBy: object(
      'support|advice|guidance|feedback|information|training|assistance|help|direction|instructions?|input|updates',
    ),
    notFollowedBy: next('your|us|contact|any|all'),
  },
  {
    id: 'deliver',
    use: 'verb',
    members: ['provide~', 'deliver~'],
    followedBy: object('services?|care|solutions?|results|experiences?|value'),
  },
  {
    id: 'offer-benefits',
    use: 'verb',
    members: ['offer~', 'provide~'],
    followedBy: object(
      'benefits?|package|salary|salaries|opportunit(?:y|ies)|hours|schedules?|environment|compensation|coverage|insurance|discounts',
    ),
  },
  {
    id: 'train-people',
    use: 'verb',
    members: ['train~', 'teach~', 'instruct~'],
    followedBy: object(people, '(?!\\s(?:to|on|for)\\b)'),
  },
  {
    id: 'mentor',
    use: 'verb',
    members: ['mentor~', 'coach~', 'guide~'],
    followedBy: object(`${fellows}|students?|trainees|juniors`),
  },
  {
    id: 'recommend',
    use: 'verb',
    members: ['recommend~', 'suggest~', 'propose~'],
    followedBy: object(
      'improvements?|solutions?|changes?|ways|products?|actions?|strategies|ideas|alternatives|enhancements',
    ),
  },
  {
    id: 'choose',
    use: 'verb',
    members: ['select~', 'choose~'],
    followedBy: object(
      'suppliers?|vendors?|materials?|products?|tools?|technolog(?:y|ies)|methods?|equipment',
    ),
  },
  { id: 'start', use: 'verb', members: ['start~', 'begin~'], followedBy: next('your|a|an|work|working|the') },
  {
    id: 'finish',
    use: 'verb',
    members: ['complete~', 'finish~'],
    followedBy: object('tasks?|projects?|work|assignments?|jobs?'),
  },
  {
    id: 'fill-in',
    use: 'verb',
    members: ['complete~', 'fill~ out', 'fill~ in'],
    followedBy: object('forms?|paperwork|timesheets?|time ?cards?|questionnaires?|logs'),
  },
  {
    id: 'contact',
    use: 'verb',
    members: ['contact~', 'get~ in touch with', 'reach~ out to'],
    followedBy: object(`${people}|us|prospects?|candidates?|me`),
  },
  {
    id: 'talk',
    use: 'verb',
    members: ['speak~ with', 'talk~ with', 'talk~ to', 'speak~ to'],
    followedBy: object(people),
  },
  {
    id: 'interact',
    use: 'verb',
    members: ['communicate~ with', 'interact~ with'],
    followedBy: object(`${people}|public`),
  },
  { id: 'discuss', use: 'verb', members: ['discuss~', 'talk~ about', 'talk~ over'] },
  {
    id: 'inform',
    use: 'verb',
    members: ['inform~', 'notify~'],
    followedBy: object(`${people}|supervisors?`),
  },
  {
    id: 'join',
    use: 'verb',
    members: ['join~', 'become~ part of', 'become~ a member of'],
    followedBy: object('teams?|company|family|group|organi[sz]ation'),
  },
  {
    id: 'contribute',
    use: 'verb',
    members: ['contribute~ to', 'play~ a part in'],
    followedBy: object('success|growth|development|projects?'),
  },
  {
    id: 'look-for',
    use: 'verb',
    members: ['seek~', 'look~ for', 'search~ for'],
    notFollowedBy: next('to|out|opportunities|ways|new|employment'),
  },
  {
    id: 'have-quality',
    use: 'verb',
    members: ['possess~', 'have~'],
    followedBy: object(
      'skills?|knowledge|ability|understanding|attitude|personality|ethic|background|passion',
    ),
  },
  { id: 'enjoy', use: 'verb', members: ['enjoy~', 'like~'], followedBy: /^\s\p{L}+ing\s/iu },
  {
    id: 'encourage',
    use: 'verb',
    members: ['promote~', 'encourage~', 'foster~'],
    followedBy: object(
      'teamwork|collaboration|culture|safety|environment|communication|innovation|growth|cooperation|learning',
    ),
  },
  { id: 'assess', use: 'verb', members: ['evaluate~', 'assess~'] },
  {
    id: 'find-out',
    use: 'verb',
    members: ['determine~', 'find~ out', 'work~ out'],
    followedBy: next('whether|how|what|which|why|where'),
  },
  {
    id: 'verify',
    use: 'verb',
    members: ['verify~', 'confirm~', 'check~'],
    followedBy: object(
      'that|accuracy|information|identity|orders?|details|quantities|completeness|data|results',
    ),
  },
  {
    id: 'send',
    use: 'verb',
    members: ['submit~', 'send~'],
    followedBy: object(
      'resum[eé]s?|r[eé]sum[eé]s?|cv|application|applications|portfolio|reports?|cover letter',
    ),
  },
  {
    id: 'set-goals',
    use: 'verb',
    members: ['set~', 'define~'],
    followedBy: object('goals?|objectives?|priorities|standards|targets'),
  },
  {
    id: 'share',
    use: 'verb',
    members: ['share~', 'pass~ on'],
    followedBy: object('knowledge|information|expertise|best practices|experience'),
  },
  {
    id: 'grow-career',
    use: 'verb',
    members: ['grow~', 'develop~', 'build~'],
    followedBy: object('career|careers|skills?|skill ?set'),
  },
  {
    id: 'expand',
    use: 'verb',
    members: ['expand~', 'broaden~', 'widen~'],
    followedBy: object('knowledge|skills?|reach|network|range|horizons|offering'),
  },
  {
    id: 'operate',
    use: 'verb',
    members: ['operate~', 'run~', 'use~'],
    followedBy: object('machines?|machinery|equipment'),
  },
  {
    id: 'repair',
    use: 'verb',
    members: ['repair~', 'fix~', 'mend~'],
    followedBy: object('equipment|machines?|machinery|vehicles?|tools|fixtures|fences|doors|furniture'),
  },
  { id: 'strive', use: 'verb', members: ['strive~ to', 'aim~ to', 'try~ to'] },
  {
    id: 'rely',
    use: 'verb',
    members: ['rely~ on', 'count~ on'],
    notFollowedBy: next('experience|location|qualifications|the'),
  },
  { id: 'focus', use: 'verb', members: ['focus~ on', 'concentrate~ on'] },
  {
    id: 'attend',
    use: 'verb',
    members: ['attend~', 'go~ to'],
    followedBy: object('meetings?|events?|conferences?|workshops?|trade shows?|seminars'),
  },
  { id: 'thrive', use: 'verb', members: ['thrive~ in', 'do~ well in', 'flourish~ in'] },
  {
    id: 'enable',
    use: 'verb',
    members: ['enable~', 'allow~'],
    followedBy: next(
      '(?:you|us|them|customers|clients|users|people|teams|employees|companies|businesses) to',
    ),
  },
];
