/**
 * Phrases that are free to change as a whole: titles that name a sex or a persona with the neutral titles that stand for
 * them, and wording about persons that the rules mend. `flight attendant` may stand for `stewardess`; `flight` alone is a
 * word with content.
 */
const phrases = [
  '(?:straight|fresh|right) out of (?:university|college|school)',
  '(?:recent|new|fresh) (?:(?:college|university) )?graduates?',
  '(?:tech|technology|social media|computer|digital|internet)[- ]savvy',
  'digital natives?',
  'wealth of (?:experience|knowledge)',
  '(?:maternity|paternity|parental) leave',
  'over-?qualified',
  '(?:handicapped|disabled) (?:people|persons?|adults|children)|the (?:handicapped|disabled)|handicapped',
  'site (?:foreman|foremen|forewoman)',
  '(?:flight|cabin|dining room) (?:attendant|assistant|crew|staff|associate)s?',
  'camera (?:operator|crew)s?',
  'mail carriers?',
  'postal workers?',
  'line ?(?:workers?|technicians?)',
  'head ?teachers?',
  'principals?',
  '(?:site|crew|shift|line) supervisors?',
  'delivery (?:drivers?|guys?|m[ae]n|persons?|people)',
  'maintenance (?:workers?|technicians?|m[ae]n)',
  'people officer',
  'girl friday',
  'cleaning (?:lad(?:y|ies)|persons?|staff)',
  '(?:drafts|draughts|camera|mail|lines?|fire|police|fore|bus|barm|door|watch|service|repair|crew|grounds|ware ?house|stock|trades?|sea|boat|fisher|spokes|chair|anchor|weather|business|work|handy|sales|crafts|post|rifle|states|middle|garbage|milk|cow|council|congress|vestry|lay|journey|signal|store|delivery)(?:m[ae]n|wom[ae]n)',
  'bus ?boys?',
  '(?:cow|pool|bell|tea|shop|pin)(?: ?(?:boy|girl))s?',
  'bar ?(?:maid|tender|keep)s?',
  '(?:cham?ber)?maids?',
  'steward(?:ess)?(?:es)?',
  'waitress(?:es)?',
  'waiters?',
  'servers?',
  'host(?:ess)?(?:es)?',
  'seamstress(?:es)?',
  'sewers?',
  'tailors?',
  'dressmakers?',
  'head ?m(?:aster|istress)(?:es|s)?',
  'house ?(?:wi(?:fe|ves)|m(?:aid|other)s?)',
  'homemakers?',
  'drafters?',
  'fire ?fighters?',
  'police officers?',
  '(?:wait|bar)(?:ing)? staff',
  'governess',
  'manageress',
  'masseuse',
  'actors?',
  'actress(?:es)?',
  'nann(?:y|ies)',
  'fore(?:person|people)s?',
];
const anyPhrase = new RegExp(`\\b(?:${phrases.join('|')})\\b`, 'gi');

/** The line with every such phrase blanked out, same length. */
export function withoutFreePhrases(line: string): string {
  return line.replace(anyPhrase, (phrase) => '~'.repeat(phrase.length));
}
