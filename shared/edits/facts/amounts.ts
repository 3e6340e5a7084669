import { type LocatedFact, matches, normalise } from './located-fact.ts';

const ones = 'zero|one|two|three|four|five|six|seven|eight|nine';
const teens = 'ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen';
const tens = `(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-(?:${ones}))?`;
const numberWord = `(?:${ones}|${teens}|${tens}|hundreds?|thousands?|millions?|dozens?|half|thirds?|quarters?|twice|double|triple|once(?= (?:a|an|per|every)\\b)|several|first|second|third)`;
const digits = String.raw`\d+(?:[.,'’]\d+)*`;
/** A bound belongs to the amount: `from $20` is not `up to $20`. */
const bound =
  '(?:\\b(?:from|up to|over|under|at least|at most|(?:no )?(?:more|less|fewer) than|starting at|minimum of|maximum of)\\s)?';
const unit =
  '(?:[\\s-](?:kg|kilos?|grams?|lbs?|pounds?|stone|tonnes?|tons?|km|miles?|met(?:er|re)s?|feet|ft|inch(?:es)?|litres?|liters?|hours?|hrs?|minutes?|mins?|days?|nights?|weeks?|months?|years?|yrs?|wpm|axis)\\b)?';
const currency =
  '(?:US\\$|A\\$|C\\$|[$£€¥₹]|\\b(?:USD|GBP|EUR|CHF|CAD|AUD|INR|Rs|dollars?|pounds?(?= (?:an?|per) )|euros?|cents|pence|francs|rupees)\\b)';
const per =
  '(?:\\s?(?:\\/|per|an?|each|every)\\s?(?:hour|hr|h|day|week|wk|month|mo|year|yr|annum|shift|piece|mile|visit|session|word)\\b)';
const scale = '(?:\\s?(?:k|m|bn|thousand|million|billion)\\b)?';

/** A sum of money with its bound and unit of time, and the words that say how or whether somebody is paid. */
const payPatterns = [
  new RegExp(`${bound}${currency}\\s?${digits}${scale}\\+?${per}?`, 'gi'),
  new RegExp(`${bound}\\b${digits}${scale}\\s?${currency}${per}?`, 'gi'),
  new RegExp(`\\b(?:${numberWord}[\\s-](?:and[\\s-])?)+${currency}${per}?`, 'gi'),
  new RegExp(`${bound}\\b${digits}k\\b`, 'gi'),
  /\b(?:time and a (?:half|quarter|third)|double[\s-]time|minimum wage|living wage|unpaid|salaried|uncapped|capped|pro[\s-]rata)\b/gi,
  /\b(?:hourly|daily|weekly|monthly|annual|yearly|gross|net|base)(?=\s(?:pay|salary|wage|rate|bonus|payouts?)\b)/gi,
  /\bpaid(?=\s(?:internship|apprenticeship|placement|position|role|training|leave|time|holidays?|vacation|sick|parental|maternity|paternity|breaks?|lunch|trial|overtime|weekly|monthly|every|days?)\b)|(?<=\b(?:is|are|be|get|fully|well)\s)paid\b/gi,
  /\b(?:in part|partly|in full)\b/gi,
  /\b(?:fully?|partial(?:ly)?)\s(?=(?:reimburs|refund|relocation|tuition|pay\b|paid|salary|cost))/gi,
  /\b(?:stipend|commission|bonus(?:es)?|tips|overtime|pension|salary|stock options|401\(?k\)?)(?!\w)|\bequity(?=\s(?:stake|share|grant|package|plan|options?))/gi,
];

/** Blanks out, thousands separators out, so that `$ 60,000` equals `$60000`. */
function payValue(text: string): string {
  return normalise(text)
    .replace(/(\d)[,'](?=\d{3}\b)/g, '$1')
    .replace(/\s+/g, '')
    .replace(/\.00\b/, '');
}

/** Pay; looked for before plain numbers. */
export function findPay(line: string): LocatedFact[] {
  return payPatterns.flatMap((pattern) => matches('pay', pattern, payValue)(line));
}

function numberValue(text: string): string {
  return normalise(text)
    .replace(/,(?=\d{3})/g, '')
    .replace(/\s?(?:percent|per cent)/, '%')
    .replace(/[\s-]+/g, '');
}

const numberPatterns = [
  new RegExp(
    `${bound}(?<![\\p{L}\\d])#?${digits}(?:\\/\\d+)?(?:st|nd|rd|th|x)?(?:\\s?(?:%|percent\\b|per cent\\b))?\\+?${unit}`,
    'giu',
  ),
  new RegExp(
    `${bound}\\b${numberWord}\\b(?!\\s+(?:of|another|who|that|contact|name)\\b|-(?:class|hand|rate|gallon))${unit}`,
    'gi',
  ),
  /\b(?:every other|hourly|daily|nightly|weekly|fortnightly|biweekly|monthly|quarterly|annual(?:ly)?|yearly)\b/gi,
];

/** Digits with bounds, units, per cent; number words; frequencies. `a` and `one of` are not numbers. */
export function findNumbers(line: string): LocatedFact[] {
  return numberPatterns.flatMap((pattern) => matches('number', pattern, numberValue)(line));
}
