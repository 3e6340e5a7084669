import { tokenise } from './tokens.ts';

const english = words(
  'the and to of in a for with you we is are will be our on your as an or this that at from have who by can not their',
);
const others = words(
  `der die das und mit für von zu den ein eine wir sie ist sind bei auf im als dich deine le la les des et une pour dans vous
  nous avec du est sont el los las y con para en una que del por su il di e per che con nel della sono het een van voor met
  wij zijn og med til av som för och att på är de den vi jou je os um uma com do da no na em não para i w z na do się oraz`,
);

/** Words looked at; a language shows itself early. */
const sample = 400;

/**
 * Whether a text is English enough for the rules. A text too short to tell (a job title) counts as English unless its letters are
 * mostly not Latin.
 */
export function isEnglish(text: string): boolean {
  const tokens = tokenise(text.slice(0, sample * 12))
    .filter(({ punctuation, value }) => !punctuation && value === undefined)
    .slice(0, sample);
  const latin = tokens.filter(({ word }) => /^[\p{Script=Latin}\p{M}']+$/u.test(word)).length;
  if (latin * 2 < tokens.length) return false;
  const count = (list: ReadonlySet<string>) => tokens.filter(({ word }) => list.has(word)).length;
  const foreign = count(others);
  return foreign < 2 || count(english) >= foreign;
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/));
}
