/** A pattern of something that must not rank, and what stands in its place. */
export interface RedactionPattern {
  readonly pattern: RegExp;
  readonly by: string;
  /** A word without which the pattern matches nothing: looking for it first spares most texts the costly pattern. */
  readonly needs?: RegExp;
}

const particulars = [
  'date of birth',
  'birth ?date',
  'place of birth',
  'birth ?place',
  'd\\.?o\\.?b\\.?',
  'age',
  'gender',
  'sex',
  'pronouns?',
  'marital status',
  'civil status',
  'children',
  'nationality',
  'citizenship',
  'ethnicity',
  'race',
  'religion',
  'photo(?:graph)?',
  'phone(?: number)?',
  'telephone',
  'tel',
  'mobile(?: number| phone)?',
  'cell(?: phone)?',
  'fax',
  'e-?mail(?: address)?',
  '(?:home |postal |mailing |street )?address',
  'linked ?in',
  'skype',
  'twitter',
  'facebook',
].join('|');

const street =
  'street|st|avenue|ave|road|rd|lane|ln|drive|dr|boulevard|blvd|court|ct|place|pl|way|terrace|circle';
const singleGenderColleges = [
  'agnes scott',
  'barnard',
  'bryn mawr',
  'cedar crest',
  'hollins',
  'meredith',
  'mills',
  'moore college of art',
  'mount holyoke',
  'scripps',
  'simmons',
  'smith',
  'spelman',
  'stephens',
  'sweet briar',
  'wellesley',
  'hampden[- ]sydney',
  'morehouse',
  'wabash',
].join('|');
const oneGender = /\b(?:girls|boys|women|men|ladies|gentlemen)/i;
const schoolNoun = 'school|college|academy|university|institute|seminary|high school|grammar school';

/** Applied in this order, each to what the one before left. */
export const gendered: readonly RedactionPattern[] = [
  { pattern: /!\[[^\]]*\]\([^)]*\)|<img\b[^>]*>|data:image\/[\w+.-]+;base64,[\w+/=]+/gi, by: '' },
  { pattern: /\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b/g, by: '' },
  {
    pattern: /\b(?:https?:\/\/|www\.)\S+|\b(?:linkedin|github|facebook|instagram|twitter|x)\.com\/\S+/gi,
    by: '',
  },
  {
    pattern: new RegExp(`^[ \\t>*•_#|-]*(?:${particulars})[*_ \\t]*:[^\\n|]*`, 'gimu'),
    by: '',
  },
  { pattern: /\b(?:born (?:on|in)|d\.?o\.?b\.?:?)\s+[^\n.;]*?\d{2,4}\b/gi, by: '' },
  { pattern: /\b(?:aged? \d{2}|\d{2}[- ]years?[- ]old|\d{2} years? of age)\b/gi, by: '' },
  {
    pattern: /(?<![\w/-])\+?\(?\d{1,4}\)?(?:[ .-]?\(?\d{2,4}\)?){2,4}(?![\w/-])(?<=(?:\D*\d){9,15})/g,
    by: '',
  },
  {
    pattern: new RegExp(`\\b\\d{1,5}[ \\t]+(?:[A-Z][\\w.'-]*[ \\t]+){1,4}(?:${street})\\b\\.?`, 'gi'),
    by: '',
  },
  {
    pattern: new RegExp(
      `(?:\\b[A-Z][\\w.'’-]*[ \\t]+){0,4}\\b(?:girls|boys|women|men|ladies)['’]?s?['’]?[ \\t]+(?:[A-Z][\\w-]*[ \\t]+)?(?:${schoolNoun})\\b`,
      'gi',
    ),
    by: 'school',
    needs: oneGender,
  },
  {
    pattern: new RegExp(
      `(?:\\b[A-Z][\\w.'’-]*[ \\t]+){0,4}\\b(?:${schoolNoun})[ \\t]+(?:for|of)[ \\t]+(?:(?:young|girls and young)[ \\t]+)?(?:girls|boys|women|men|ladies|gentlemen)\\b`,
      'gi',
    ),
    by: 'school',
    needs: oneGender,
  },
  {
    pattern: new RegExp(`\\b(?:${singleGenderColleges})[ \\t]+(?:college|university)\\b`, 'gi'),
    by: 'college',
  },
  { pattern: /\b(?:sorority|fraternity)\b/gi, by: 'student society' },
];

/** Pronouns and forms of address, by their neutral form; the empty string takes the word away. */
export const neutralWords: ReadonlyMap<string, string> = new Map([
  ['he', 'they'],
  ['she', 'they'],
  ['him', 'them'],
  ['his', 'their'],
  ['her', 'their'],
  ['hers', 'theirs'],
  ['himself', 'themself'],
  ['herself', 'themself'],
  ['mr', ''],
  ['mrs', ''],
  ['ms', ''],
  ['miss', ''],
  ['mister', ''],
  ['madam', ''],
  ['sir', ''],
]);
