import type { CandidateRecord } from '../../shared/protocol/candidate.ts';
import type { Random } from '../../shared/random.ts';
import type { Occupation } from './occupations/occupation.ts';
import type { Person } from './people.ts';
import { withArticle } from './with-article.ts';
import type { WordingTerm } from './wording.ts';

/** The year in which every resume of the sample was written. */
export const resumeYear = 2025;

/** Rates of the qualification, our assumptions. */
const requiredSkillRate = 0.82;
const optionalSkillRate = 0.4;
const licenceRate = 0.9;

const pick = <T>(items: readonly [T, ...T[]] | readonly T[], random: Random): T =>
  items[random.integer(items.length)] as T;

/** Fills `{team}` and its like with a drawn figure, `{setting}` with where the job was. */
function fill(sentence: string, setting: string, random: Random): string {
  return sentence
    .replaceAll('{team}', () => String(2 + random.integer(9)))
    .replaceAll('{percent}', () => String(5 + random.integer(36)))
    .replaceAll('{volume}', () => String(20 + random.integer(28) * 5))
    .replaceAll('{months}', () => String(3 + random.integer(16)))
    .replaceAll('a {setting}', withArticle(setting))
    .replaceAll('{setting}', setting);
}

/** 1 for a person of the group that the term leans to, -1 for others, 0 where it leans to nobody. */
function direction(term: WordingTerm, person: Person): number {
  if (term.leansTo === 'none') return 0;
  return term.leansTo.groups.includes(person[term.leansTo.attribute]) ? 1 : -1;
}

export interface Wording {
  readonly terms: readonly WordingTerm[];
  /** Multiplies every strength: 0 plants nothing, 1 is the sample company. */
  readonly skew: number;
  /** Rate at which a resume uses a term or a suggestion's words, before any lean. */
  readonly rate: number;
}

/**
 * The sentences by which one person describes themself, drawn term by term with the rates of `wording.ts`; a
 * suggestion's words are drawn likewise with their own strength.
 */
export function describe(
  person: Person,
  { terms, skew, rate }: Wording,
  random: Random,
): { sentences: string[]; terms: string[] } {
  const sentences: string[] = [];
  const used: string[] = [];
  for (const term of terms) {
    const lean = direction(term, person) * skew;
    if (random.next() < rate * (1 + lean * term.strength)) {
      sentences.push(pick(term.resume, random));
      used.push(term.id);
    }
    for (const suggestion of term.suggestions) {
      if (random.next() < rate * (1 + lean * suggestion.strength))
        sentences.push(pick(suggestion.resume, random));
    }
  }
  return { sentences: random.shuffle(sentences), terms: used };
}

/** Years at work that fit the age band, in whole years. */
function drawYears(ageBand: string, random: Random): number {
  const lowest = Number.parseInt(ageBand, 10);
  const most = Math.max(2, Math.min(34, lowest - 16));
  return Math.max(1, Math.round(most * (0.35 + 0.65 * random.next())));
}

type Opening = (title: string, years: number, setting: string) => string;

const openings: readonly Opening[] = [
  (title, years, setting) =>
    `${title} with ${years} years of experience, most recently in ${withArticle(setting)}.`,
  (title, years, setting) =>
    `${years} years of experience as ${withArticle(title.toLowerCase())}, the last of them in ${withArticle(setting)}.`,
  (title, years, setting) =>
    `${title} looking for a team to stay with after ${years} years of experience, among other places in ${withArticle(setting)}.`,
  (title, years, setting) =>
    `I work as ${withArticle(title.toLowerCase())} and bring ${years} years of experience, last in ${withArticle(setting)}.`,
];

const capitalised = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

interface Job {
  readonly title: string;
  readonly from: number;
  readonly to: string;
  readonly setting: string;
}

function writeJob({ title, from, to, setting }: Job, bullets: readonly string[], random: Random): string {
  const lines = bullets.map((bullet) => `- ${fill(bullet, setting, random)}`);
  return [`${title}, ${capitalised(setting)}, ${from} to ${to}`, ...lines].join('\n');
}

/** The resume of one synthetic person: summary, two jobs, strengths, skills, education. No name, contact or pronoun. */
export function writeResume(
  externalId: string,
  person: Person,
  occupation: Occupation,
  wording: Wording,
  random: Random,
): { record: CandidateRecord; terms: string[] } {
  const title = random.next() < 0.6 ? occupation.title : pick(occupation.otherTitles, random);
  const years = drawYears(person['age band'], random);
  const skills = [
    ...occupation.skills.filter(() => random.next() < requiredSkillRate),
    ...occupation.optionalSkills.filter(() => random.next() < optionalSkillRate),
  ];
  const licences = occupation.licence && random.next() < licenceRate ? [occupation.licence] : [];
  const own = describe(person, wording, random);
  const [setting = '', earlier = setting] = random.shuffle(occupation.settings);
  const bullets = random.shuffle(occupation.bullets).slice(0, 4 + random.integer(3));
  const inSummary = own.sentences.slice(0, 2);
  const strengths = own.sentences.slice(2);
  const change = years > 2 ? resumeYear - Math.ceil(years * (0.3 + 0.4 * random.next())) : undefined;
  const recent = change ? Math.ceil(bullets.length / 2) : bullets.length;

  const parts = [
    title,
    `Summary\n${[pick(openings, random)(title, years, setting), ...inSummary].join(' ')}`,
    `Experience\n${writeJob({ title, from: change ?? resumeYear - years, to: 'present', setting }, bullets.slice(0, recent), random)}`,
    change &&
      writeJob(
        { title: occupation.title, from: resumeYear - years, to: String(change), setting: earlier },
        bullets.slice(recent),
        random,
      ),
    strengths.length > 0 && `Strengths\n${strengths.map((strength) => `- ${strength}`).join('\n')}`,
    `Skills\n${random.shuffle(skills).join(', ')}`,
    `Education\n${[pick(occupation.education, random), ...licences].join('\n')}`,
  ];
  return {
    record: {
      externalId,
      text: parts.filter((part) => typeof part === 'string').join('\n\n'),
      occupation: occupation.title,
      skills,
      licences,
      yearsOfExperience: years,
    },
    terms: own.terms,
  };
}
