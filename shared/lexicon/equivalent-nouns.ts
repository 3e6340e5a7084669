import { after, type EquivalentGroup, next } from './equivalent-group.ts';

/** Nouns, and phrases that stand where a noun does. */
export const equivalentNouns: readonly EquivalentGroup[] = [
  {
    id: 'goal',
    use: 'noun',
    members: ['goal~', 'objective~'],
    notPrecededBy: after('learning|career|sales|development|in|field'),
  },
  {
    id: 'task',
    use: 'noun',
    members: ['tasks', 'duties'],
    notPrecededBy: after(
      'downstream|learning|language|vision|nlp|modeling|classification|complex|scheduled|cron|heavy|light|import|customs|active|medium|legal|fiduciary|military|jury',
    ),
  },
  {
    id: 'role',
    use: 'noun',
    members: ['role', 'position', 'job'],
    precededBy: after(
      '(?<!report )this|our|the|a|an|full[- ]time|part[- ]time|temporary|permanent|challenging|rewarding|exciting|new|entry-level|senior',
    ),
    notFollowedBy: next('is to|in which|of|play|plays|model|title|titles|as|on|for which'),
  },
  {
    id: 'chance',
    use: 'noun',
    members: ['opportunity', 'chance'],
    precededBy: after('an?|the|great|excellent|unique|wonderful|amazing|exciting|real'),
    followedBy: next('to|for'),
  },
  {
    id: 'problem',
    use: 'noun',
    members: ['problem~', 'issue~'],
    notPrecededBy: after('health|legal|tax|jira|github|word|stock|social|women'),
  },
  { id: 'colleague', use: 'noun', members: ['colleague~', 'co-worker~'] },
  {
    id: 'staff-member',
    use: 'noun',
    members: ['employees', 'staff members'],
    notPrecededBy: after(
      '\\d+|\\d+\\+|federal|government|all|eligible|salaried|exempt|hourly|thousand|hundred|million',
    ),
  },
  {
    id: 'company',
    use: 'noun',
    members: ['company', 'organization'],
    precededBy: after('our|the|a|this|your|growing|global|leading|dynamic|innovative|successful'),
    notPrecededBy: after('parent|non-profit|nonprofit|insurance|staffing'),
  },
  { id: 'technique', use: 'noun', members: ['methods', 'techniques'] },
  {
    id: 'understanding',
    use: 'noun',
    members: ['understanding of', 'knowledge of'],
    notPrecededBy: after('mutual|memorandum of|an|better|deeper|an? \\p{L}+'),
  },
  {
    id: 'ability',
    use: 'noun',
    members: ['ability to', 'capacity to', 'capability to'],
    notPrecededBy: after('storage|production|lifting|load|technical'),
  },
  { id: 'variety', use: 'phrase', members: ['a variety of', 'a range of', 'an array of'] },
  {
    id: 'wide-variety',
    use: 'phrase',
    members: ['a wide variety of', 'a wide range of', 'a broad range of'],
    notFollowedBy: next('salar(?:y|ies)|pay|motion'),
  },
  {
    id: 'environment',
    use: 'noun',
    members: ['environment', 'setting'],
    precededBy: after(
      'work|working|team|office|paced|moving|dynamic|friendly|collaborative|supportive|changing|busy|positive|professional|exciting|healthy|challenging|creative',
    ),
  },
  {
    id: 'person',
    use: 'noun',
    members: ['individual~', 'person~'],
    followedBy: next('who|with|to join|that'),
    notPrecededBy: after('these|such|one|per|same|disabled|qualified|any|each|trans|older|other|contact'),
  },
  {
    id: 'applicant',
    use: 'noun',
    members: ['candidate~', 'applicant~'],
    precededBy: after(
      'ideal|successful|suitable|right|best|strong|interested|perfect|selected|potential|the',
    ),
  },
  {
    id: 'assistance',
    use: 'noun',
    members: ['assistance', 'help', 'support'],
    precededBy: after('provides?|providing|offers?|offering|gives?|giving'),
    followedBy: next('to|with|in'),
  },
  {
    id: 'guidance',
    use: 'noun',
    members: ['guidance', 'direction'],
    followedBy: next('to|from|of|and support'),
  },
  { id: 'enthusiasm', use: 'noun', members: ['passion for', 'enthusiasm for'] },
  { id: 'outlook', use: 'noun', members: ['positive attitude', 'positive outlook'] },
  {
    id: 'commitment',
    use: 'noun',
    members: ['commitment to', 'dedication to'],
    notPrecededBy: after('time|financial|month|year|day|loan'),
  },
  {
    id: 'career-growth',
    use: 'noun',
    members: ['career growth', 'career development', 'career progression'],
  },
  {
    id: 'workplace',
    use: 'noun',
    members: ['workplace', 'place of work'],
    notPrecededBy: after('drug-free|smoke-free|free|equal|modern|digital'),
  },
  { id: 'care-over-detail', use: 'noun', members: ['attention to detail', 'care over detail'] },
  { id: 'record', use: 'noun', members: ['proven track record', 'proven record'] },
  { id: 'people-skills', use: 'noun', members: ['interpersonal skills', 'people skills'] },
  {
    id: 'team-work',
    use: 'noun',
    members: ['teamwork', 'collaboration', 'cooperation'],
    notPrecededBy: after('cross-functional|functional|international'),
    notFollowedBy: next('tools?|software|platform|agreement'),
  },
  {
    id: 'progress',
    use: 'noun',
    members: ['improvements', 'enhancements'],
    notPrecededBy: after('leasehold|capital|home|system|process'),
  },
  { id: 'suggestions', use: 'noun', members: ['suggestions', 'recommendations'] },
  {
    id: 'changes',
    use: 'noun',
    members: ['changes', 'modifications'],
    notPrecededBy: after('subject to|life|climate|address|ordering|small|tool|oil|tire|shift|job|costume'),
  },
  {
    id: 'aspects',
    use: 'noun',
    members: ['aspects of', 'parts of', 'areas of'],
    precededBy: after('all|other|many|several|key|various|different'),
  },
  {
    id: 'expertise',
    use: 'noun',
    members: ['expertise in', 'expert knowledge of'],
    notPrecededBy: after('an?|areas? of|technical|subject matter|our|your|their|the'),
  },
  {
    id: 'skills',
    use: 'noun',
    members: ['skills', 'abilities'],
    precededBy: after(
      'communication|organi[sz]ational|leadership|analytical|solving|interpersonal|verbal|written|management|people|negotiation|presentation|time-management',
    ),
    notFollowedBy: /^,/u,
  },
  {
    id: 'effect',
    use: 'noun',
    members: ['impact', 'effect'],
    precededBy: after('an?|positive|real|direct|big|lasting|meaningful|significant|strong|the'),
    followedBy: next('on'),
  },
  {
    id: 'job-duties',
    use: 'noun',
    members: ['job duties', 'job functions', 'job tasks'],
    notPrecededBy: after('essential'),
  },
];
