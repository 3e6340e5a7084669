/** When a word is not the skill of its name. `before` ends at the word, `after` begins behind it. */
interface Guard {
  readonly words: readonly string[];
  readonly before?: RegExp;
  readonly after?: RegExp;
}

const languages = (
  'arabic bulgarian chinese croatian czech danish dutch english estonian finnish french german greek hebrew hindi ' +
  'hungarian irish italian japanese korean latvian lithuanian norwegian polish portuguese romanian russian serbian ' +
  'slovak slovenian spanish swedish thai turkish ukrainian vietnamese'
).split(' ');

const guards: readonly Guard[] = [
  {
    words: ['outlook'],
    before:
      /\b(?:positive|optimistic|healthy|bright|good|great|strong|mental|global|economic|market|financial|job|career|employment|growth|future|long[- ]term|an|and|with)\s+$/,
    after: /^\s+(?:on|for|towards?|is|remains|of)\b/,
  },
  {
    words: ['excel'],
    before: /\b(?:to|we|you|you'll|will|can|who|they|that|must|should|help)\s+$/,
    after: /^\s+(?:at|under)\b/,
  },
  {
    words: languages,
    // `the Danish market`, `German companies`: where somebody is, not what somebody speaks.
    before: /\b(?:the|an?|our|leading|largest|biggest|other|all)\s+$/,
    after:
      /^(?:[- ]based\b|\s+(?:compan(?:y|ies)|markets?|offices?|governments?|authorit(?:y|ies)|organi[sz]ations?|societ(?:y|ies)|citizens?(?:hip)?|nationals?|passport|law|legislation|history|heritage|students?|banks?|healthcare|universit(?:y|ies)|institutes?|headquarters|headquartered|team|firm|industry|customers?|clients?)\b)/,
  },
  {
    words: ['recruitment', 'recruiting'],
    before: /\b(?:our|this|the)\s+(?:\w+\s+)?$/,
    after:
      /^\s+(?:process|agenc(?:y|ies)|team|department|industry|partners?|compan(?:y|ies)|organi[sz]ations?|events?|website|portal|system|polic(?:y|ies)|procedures?|firms?|team|is|will)\b/,
  },
  { words: ['collaboration', 'collaborations'], before: /\bin (?:close )?$/ },
  { words: ['curriculum'], after: /^\s+vitae\b/ },
  {
    words: ['ecosystem', 'ecosystems'],
    before: /\b(?:our|the|an?|partner|startup|business|digital|product)\s+$/,
  },
  // What an employer offers, not what somebody can do.
  {
    words: ['personal development'],
    before: /\b(?:your|and|for|of|professional|own|support|fast)\s+$/,
    after: /^\s+(?:opportunit(?:y|ies)|programs?|programmes?|plans?|periods?|and training)\b/,
  },
  {
    words: ['budget'],
    before:
      /(?:\b(?:training|education|learning|conference|event|travel|personal|hardware|annual|yearly)|\d)\s+$/,
    after: /^\s+(?:for|to (?:buy|spend|use))\b/,
  },
];

const guardsOf = new Map(guards.flatMap((guard) => guard.words.map((word) => [word, guard] as const)));
/** A language is one also after `the` where these words follow. */
const languageSpoken = /^\s+(?:language|speak(?:er|ing)|and\s+\w+\s+language)/;
/** Characters on either side that can tell. */
const reach = 40;

/** Whether the skill found at these offsets is meant here, judged by the words beside it. */
export function namesSkillHere(text: string, start: number, end: number): boolean {
  const guard = guardsOf.get(text.slice(start, end).toLowerCase());
  if (guard === undefined) return true;
  const after = text.slice(end, end + reach).toLowerCase();
  if (guard.words === languages && languageSpoken.test(after)) return true;
  const before = text.slice(Math.max(0, start - reach), start).toLowerCase();
  return !(guard.before?.test(before) ?? false) && !(guard.after?.test(after) ?? false);
}
