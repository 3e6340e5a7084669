import { type LocatedFact, matches } from './located-fact.ts';

/** Countries, states, regions and large cities that postings name; capitals and cues find the rest. */
const places = new Set(
  `Afghanistan Africa Alabama Alaska Alberta America Amsterdam Argentina Arizona Arkansas Asia Athens Atlanta Auckland Austin Australia Austria
  Baltimore Bangalore Bangkok Barcelona Bavaria Beijing Belfast Belgium Bengaluru Berlin Birmingham Boston Brazil Brighton Brisbane Bristol Britain
  Brooklyn Brussels Bucharest Budapest Bulgaria Cairo Calgary California Cambridge Canada Cardiff Charlotte Chicago Chile China Cincinnati Cleveland
  Cologne Colombia Colorado Columbus Connecticut Copenhagen Cornwall Croatia Cumbria Cyprus Dallas Delaware Delhi Denmark Denver Derby Detroit Devon
  Dubai Dublin Durham Edinburgh Egypt England Essex Estonia Europe Exeter Finland Florida France Frankfurt Geneva Georgia Germany Ghana Glasgow
  Gloucester Greece Hamburg Hawaii Helsinki Houston Hungary Hyderabad Iceland Idaho Illinois India Indiana Indianapolis Indonesia Iowa Ireland Israel
  Istanbul Italy Jakarta Japan Jersey Johannesburg Kansas Kent Kentucky Kenya Korea Lagos Lancashire Latvia Leeds Leicester Lima Lisbon Lithuania
  Liverpool London Louisiana Luxembourg Lyon Madrid Maine Malaysia Malta Manchester Manhattan Manila Maryland Massachusetts Melbourne Memphis Mexico
  Miami Michigan Milan Milwaukee Minneapolis Minnesota Mississippi Missouri Montana Montreal Morocco Moscow Mumbai Munich Nairobi Nashville Nebraska
  Netherlands Nevada Newcastle Nigeria Norfolk Norway Nottingham Oakland Ohio Oklahoma Omaha Ontario Oregon Orlando Oslo Ottawa Oxford Pakistan Paris
  Pennsylvania Peru Philadelphia Philippines Phoenix Pittsburgh Plymouth Poland Portland Porto Portugal Prague Preston Pune Quebec Raleigh Richmond
  Romania Rome Rotterdam Sacramento Scotland Seattle Seoul Serbia Shanghai Sheffield Singapore Slovakia Slovenia Southampton Spain Stockholm Stuttgart
  Suffolk Surrey Sussex Sweden Switzerland Sydney Taiwan Tampa Tennessee Texas Thailand Tokyo Toronto Tucson Tulsa Turin Turkey UAE UK US USA EU Uganda
  Ukraine Utah Vancouver Vermont Vienna Vietnam Virginia Wales Warsaw Warwick Washington Wisconsin Worcester Wyoming York Yorkshire Zurich Zürich`
    .split(/\s+/)
    .map((place) => place.toLowerCase()),
);

/** A house number with a street, a compass word, where the work is done, a town in small letters after `in`. */
const placePatterns = [
  /\b\d+[A-Za-z]?\s(?:\p{Lu}[\p{L}'’-]*\s){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Way|Square|Boulevard|Blvd|Court|Place|Row|Parkway|Terrace)\b/gu,
  /\b(?:north|south|east|west)(?:-?(?:east|west))?(?:ern)?\b|\bmidlands\b/gi,
  /\b(?:remote(?:ly)?|on-?site|in-office|hybrid|telework(?:ing)?|(?:work(?:ing)? )?from home)\b/gi,
];
const smallTown = /(?<=\b(?:in|near|from|at)\s)\p{Ll}{4,}/gu;
const ambiguousTowns = new Set([
  'jersey',
  'turkey',
  'china',
  'charlotte',
  'georgia',
  'virginia',
  'phoenix',
  'lima',
  'derby',
]);

/** Places that no capital gives away. */
export function findPlaceWords(line: string): LocatedFact[] {
  const towns = matches(
    'place',
    smallTown,
  )(line).filter(({ value }) => places.has(value) && !ambiguousTowns.has(value));
  return [...placePatterns.flatMap((pattern) => matches('place', pattern)(line)), ...towns];
}

/** Whether any word of the name is in the short gazetteer. */
export function isPlaceName(name: string): boolean {
  return name
    .split(/[\s-]+/)
    .some((word) => /^\p{Lu}/u.test(word) && places.has(word.replace(/['’]s$|[.,]/g, '').toLowerCase()));
}
