import type { FieldRole } from '../messages.ts';
import type { FieldDescription } from './describe.ts';

/** What the surroundings of the form say about it. */
export interface FormContext {
  /** The path is one where the site is known to have its posting form. */
  readonly postingPath: boolean;
  /** Title and headings of the page, lower case. */
  readonly pageText: string;
}

export interface FieldVerdict {
  readonly role: FieldRole;
  /** Grows with the evidence that this is the posting; the body of a form is its best field. */
  readonly score: number;
}

/** At least this much evidence makes a field the posting's. One clear label is enough, one vague sign is not. */
export const threshold = 3;

const never =
  /\b(search|password|passcode|card number|cvv|cvc|iban|coupon|message|chat|comment|reply|feedback|cover letter|prompt|note to|internal note|notes|sms|email body|e-mail body|signature|one-time|captcha|code snippet|custom css|custom html|query)\b/;
const neverKind =
  /\b(password|search|searchbox|combobox|cc-\w+|email|tel|url|number|one-time-code|hidden|checkbox|radio|file)\b/;

const title =
  /\b(job title|position title|title of (the )?(job|position|role)|role title|posting title|role name|position name|job name|vacancy title)\b/;
const body =
  /\b(job ?description|job ?details|description|about (the|this) (role|job|position)|the role|responsibilit(y|ies)|dut(y|ies)|job ?posting|job ?ad(vert)?|position (summary|overview)|job ?summary|advertisement|what you.ll do|write your post)\b/;
const section =
  /\b(requirements?|qualifications?|benefits?|perks|skills|about (us|the (company|team))|company description|who you are|what we offer|closing|additional information|preferred|must.haves?|nice.to.haves?)\b/;
const jobPage = /\b(job|posting|vacancy|requisition|opening|position|hiring|recruit\w*|advert)\b/;
const pay = /\b(salary|pay|compensation|wage|remuneration|pay range)\b/;
const location = /\b(location|city|workplace|office|postal code|where)\b/;
const employmentType =
  /\b(employment type|job type|contract type|work type|type of (employment|contract)|schedule)\b/;

/**
 * Judges one field by label, surroundings, size and editor. Undefined: not part of a posting, as far as can be seen.
 * The label weighs most, because it is what the recruiter sees; size and editor only help.
 */
export function scoreField(field: FieldDescription, context: FormContext): FieldVerdict | undefined {
  const words = `${field.label} ${field.identifiers}`;
  if (field.optOut === 'firm' || never.test(words) || neverKind.test(field.kind)) return undefined;
  if (field.control === 'input' || field.control === 'select') return scoreValue(field, words);

  const size = field.height >= 90 && field.width >= 250 ? 1 : 0;
  const editor = field.knownEditor ? 1 : 0;
  const about = jobPage.test(context.pageText) ? 1 : 0;
  const place = (context.postingPath ? 2 : 0) + about + size + editor;
  const isBody = strength(body, words, field.nearby);
  const isSection = strength(section, words, field.nearby);
  if (field.optOut === 'mild') {
    // Its own label, or one beside it in a form about a job, is more than the wish not to be spell-checked.
    const said = Math.max(isBody, isSection);
    const aboutJob = about > 0 || context.postingPath;
    if (said < 2 || (said === 2 && !aboutJob)) return undefined;
  }
  if (isBody === 0 && isSection === 0) {
    // Without a word that says so, only a big editor on a page about a job counts, and long text already in it.
    const long = field.textLength > 300 ? 1 : 0;
    return verdict('body', place + long);
  }
  return isBody >= isSection ? verdict('body', isBody + place) : verdict('section', isSection + place);
}

function scoreValue(field: FieldDescription, words: string): FieldVerdict | undefined {
  const near = field.label || field.optOut === 'mild' ? '' : field.nearby;
  const all = `${words} ${near}`;
  if (field.control === 'input' && title.test(all)) return { role: 'title', score: threshold };
  if (field.control === 'input' && field.label === 'title') return { role: 'title', score: threshold };
  if (pay.test(all)) return { role: 'pay', score: threshold };
  if (location.test(all)) return { role: 'location', score: threshold };
  if (employmentType.test(all)) return { role: 'employment-type', score: threshold };
  return undefined;
}

function strength(pattern: RegExp, own: string, nearby: string): number {
  if (pattern.test(own)) return 3;
  return pattern.test(nearby) ? 2 : 0;
}

function verdict(role: FieldRole, score: number): FieldVerdict | undefined {
  return score >= threshold ? { role, score } : undefined;
}
