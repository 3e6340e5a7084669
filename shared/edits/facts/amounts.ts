import { type LocatedFact, matches, normalise } from './located-fact.ts';

const small =
  'zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-(?:one|two|three|four|five|six|seven|eight|nine))?';
const numberWord = `(?:${small}|hundreds?|thousands?|millions?|dozens?|half|thirds?|quarters?|twice|double|triple|once|both|several)`;
const digits = String.raw`\d+(?:[.,'’]\d+)*`;
const currency =
  '(?:US\\$|A\\$|C\\$|[$£€¥₹]|\\b(?:USD|GBP|EUR|CHF|CAD|AUD|INR|dollars?|pounds?|euros?|cents|pence|francs|rupees)\\b)';
const per =
  '(?:\\s?(?:\\/|per|an?|each|every)\\s?(?:hour|hr|h|day|week|wk|month|mo|year|yr|annum|shift|piece|mile|visit|session|word)\\b)';
const scale = '(?:\\s?(?:k|m|bn|thousand|million|billion)\\b)?';

/** A sum of money with its unit of time, pay in kind (`unpaid`, `time and a half`), and per cent of commission or bonus. */
const payPatterns = [
  new RegExp(`${currency}\\s?${digits}${scale}\\+?${per}?`, 'gi'),
  new RegExp(`${digits}${scale}\\s?${currency}${per}?`, 'gi'),
  new RegExp(`\\b(?:${numberWord}[\\s-](?:and[\\s-])?)+${currency}${per}?`, 'gi'),
  new RegExp(`${digits}k\\b`, 'gi'),
  /\b(?:time and a (?:half|quarter|third)|double[\s-]time|minimum wage|living wage|unpaid|salaried|uncapped|capped|pro[\s-]rata)\b/gi,
  /\b(?:paid|stipend|commission|bonus(?:es)?|tips|overtime|equity|pension|401\(?k\)?)(?!\w)/gi,
];

/** Blanks and currency words out, thousands separators out, so that `$ 60,000` equals `$60000`. */
function payValue(text: string): string {
  return normalise(text)
    .replace(/(\d)[,'](?=\d{3}\b)/g, '$1')
    .replace(/\s+/g, '')
    .replace(/\.00\b/, '');
}

/** Pay, before plain numbers are looked for. */
export function findPay(line: string): LocatedFact[] {
  return payPatterns.flatMap((pattern) => matches('pay', pattern, payValue)(line));
}

/** Digits with separators, per cent, ordinals and number words; `a` and `one of` are not numbers. */
export function findNumbers(line: string): LocatedFact[] {
  const written = matches(
    'number',
    new RegExp(`#?${digits}(?:st|nd|rd|th)?(?:\\s?(?:%|percent\\b|per cent\\b))?\\+?`, 'gi'),
    (text) =>
      normalise(text)
        .replace(/[,'](?=\d{3})/g, '')
        .replace(/\s?(?:percent|per cent)/, '%')
        .replace(/\s+/g, ''),
  )(line);
  const spoken = matches(
    'number',
    new RegExp(`\\b${numberWord}\\b(?!\\s+(?:of|another|who|that)\\b)`, 'gi'),
  )(line);
  return [...written, ...spoken];
}
