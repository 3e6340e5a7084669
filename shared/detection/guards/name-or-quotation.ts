import type { Guard } from '../rule.ts';

/** The sentence speaks of wording: `avoid words such as "salesman"`. */
export const wordingItself: Guard = {
  name: 'wording-itself',
  scope: 'before',
  within: 8,
  written: 'quoted',
  patterns: [
    '(word~|wording|phrase~|term~|expression~|adjective~|jargon|buzzword~|cliche~|language)',
    '(old|former|previous|outdated|gendered|the) job? title~',
  ],
};

/** A quoted name of a thing, not of the person who is sought: `the tool "Wizard"`, `a film called "Rockstar"`. */
export const quotedName: Guard = {
  name: 'quoted-name',
  scope: 'before',
  within: 2,
  written: 'quoted',
  patterns: [
    '(called|named|titled|entitled|dubbed|nicknamed|known as|formerly|previously|so-called)',
    '(product~|tool~|app~|application~|software|platform~|system~|framework~|library|game~|brand~|series|show~|film~|movie~|book~|novel~|play|magazine~|podcast~|blog~|newsletter~|album~|song~|project~|programme~|program~|campaign~|plugin~|module~|award~|prize~|course~|workshop~|restaurant|bar|pub|shop|ship|boat)',
    '(use|uses|using|maintain~|install~|configure~|publish~)',
  ],
};

/** The same where the thing is named after the quotation: `the "Salesman of the Year" award`. */
export const quotedThing: Guard = {
  name: 'quoted-thing',
  scope: 'after',
  within: 4,
  written: 'quoted',
  patterns: [
    '(award~|prize~|trophy|medal~|competition|contest)',
    '(tool~|app|software|platform|framework|library|((build|payment|booking|control|operating|billing) system)|game|series|show|film|movie|book|magazine|newsletter|podcast|product~|brand|campaign~) (,|;|is|are|was|has|needs|runs|helps|to|for|from|which|that|and|in|on|of|$)',
  ],
};

/** A name without quotation marks, told by its capital: "our product Rockstar". */
export const namedThing: Guard = {
  name: 'named-thing',
  scope: 'before',
  within: 0,
  written: 'capitalised',
  patterns: [
    '(product|tool|app|application|software|platform|system|framework|library|game|plugin|module|brand|magazine|project|ship|boat|company|firm|agency|startup|customer|client|band) (called|named)?',
    '(called|named)',
  ],
};

/** The same before the thing: "Wizard, our configuration tool". */
export const thingNamed: Guard = {
  name: 'thing-named',
  scope: 'after',
  within: 0,
  written: 'capitalised',
  patterns: [
    ', (our|the|a|an|your) _2 (product|tool|app|application|software|platform|system|framework|library|game|plugin|module|brand|magazine|company|firm|agency|startup|band)',
    '(ltd|inc|gmbh|llc|plc)',
    '(project|app|platform|framework|library|software|portal|festival) (,|;|is|are|was|has|needs|runs|ends|starts|helps|to|for|from|which|that|and|in|on|of|$)',
  ],
};

/** Software that one should know, by its name: "knowledge of Excel and Wizard". */
export const listedSoftware: Guard = {
  name: 'listed-software',
  scope: 'before',
  within: 6,
  written: 'capitalised',
  patterns: [
    '(knowledge of|experience (with|using)|proficiency in|proficient in|familiar with|familiarity with|skilled in|expertise in)',
  ],
};
