import type { PastPosting } from '../../shared/protocol/candidate.ts';
import type { Random } from '../../shared/random.ts';
import type { Occupation } from './occupations/occupation.ts';
import { withArticle } from './with-article.ts';
import type { WordingTerm } from './wording.ts';

/** A term of the plant as it stands in a posting: UTF-16 offsets, `end` exclusive. */
export interface PlacedTerm {
  readonly term: WordingTerm;
  readonly start: number;
  readonly end: number;
}

export interface WrittenPosting {
  readonly title: string;
  readonly text: string;
  readonly placed: readonly PlacedTerm[];
}

/** How many lines the sections beside the description of the person have. */
export interface PostingLength {
  readonly duties: number;
  readonly benefits: number;
}

export interface Company {
  readonly name: string;
  readonly about: readonly string[];
  readonly benefits: readonly string[];
}

/** The sample company. It does not exist; every screen that shows it says "synthetic sample". */
export const company: Company = {
  name: 'Larkmoor Cooperative (synthetic sample)',
  about: [
    'Larkmoor Cooperative runs clinics, pharmacies, day nurseries and kitchens, and the deliveries and software behind them.',
    'Larkmoor Cooperative belongs to the people who work in it. About 900 colleagues look after clinics, pharmacies, nurseries and the vans between them.',
    'Since 1998 Larkmoor Cooperative has cared for families in four counties, from the clinic to the home delivery.',
  ],
  benefits: [
    'Health, dental and vision insurance',
    'Retirement plan with a 4 percent match',
    'Twenty days of paid leave a year',
    'Shifts published four weeks ahead',
    'Free lunch from our own kitchens',
    'Transit pass or parking',
    'A share in the cooperative after two years',
  ],
};

const openers = [
  (title: string, department: string) => `Our ${department} team is hiring ${withArticle(title)}.`,
  (title: string, department: string) => `We are looking for ${withArticle(title)} to join ${department}.`,
  (title: string, department: string) =>
    `${department} at Larkmoor has an opening for ${withArticle(title)}.`,
];

const plainTraits = [
  'You explain your work so that others can follow it.',
  'You ask when something is unclear.',
  'You hand over open tasks in writing.',
  'You plan ahead and say early when a date is at risk.',
  'You share what you learn with the team.',
];

const closings = [
  'Send a resume through our careers page. We answer every application within two weeks.',
  'Apply with a short resume; a cover letter is not needed. Interviews take place on site or by video.',
  'Please apply online. The first talk is with the team lead and takes half an hour.',
];

const pick = <T>(items: readonly T[], random: Random): T => items[random.integer(items.length)] as T;
const bullets = (lines: readonly string[]) => lines.map((line) => `- ${line}`).join('\n');

/** Removes the ⟦number:brackets⟧ of marked sentences and says where each term stands in the joined text. */
function place(marked: string, terms: readonly WordingTerm[]): { text: string; placed: PlacedTerm[] } {
  const placed: PlacedTerm[] = [];
  let text = '';
  for (const piece of marked.split(/(⟦\d+:[^⟧]*⟧)/)) {
    const inside = /^⟦(\d+):([^⟧]*)⟧$/.exec(piece);
    const term = inside && terms[Number(inside[1])];
    const words = inside?.[2] ?? piece;
    if (term) placed.push({ term, start: text.length, end: text.length + words.length });
    text += words;
  }
  return { text, placed };
}

/**
 * One full posting: title, about, responsibilities, requirements, what the colleagues are like, benefits, pay in some.
 * The terms of the plant stand in sentences of their own, some in the opening, most in the description of the person.
 */
export function writePosting(
  occupation: Occupation,
  terms: readonly WordingTerm[],
  random: Random,
  { duties, benefits }: PostingLength = { duties: 5, benefits: 4 },
): WrittenPosting {
  const years = pick([undefined, 1, 2, 3], random);
  const required = random.shuffle(occupation.skills).slice(0, 2 + random.integer(2));
  const optional = random.shuffle(occupation.optionalSkills).slice(0, 1 + random.integer(2));
  const sentences = terms.map((term, i) =>
    pick(term.posting, random).replace('[', `⟦${i}:`).replace(']', '⟧'),
  );
  const inOpening = sentences.slice(0, Math.floor(sentences.length / 3));
  const person = random.shuffle([
    ...sentences.slice(inOpening.length),
    ...random.shuffle(plainTraits).slice(0, 2),
  ]);
  const [lowest, highest] = occupation.pay;
  const pay = lowest + 1000 * random.integer(8);
  const parts = [
    occupation.title,
    [
      pick(company.about, random),
      pick(openers, random)(occupation.title, occupation.department),
      ...inOpening,
    ].join(' '),
    `What you will do\n${bullets(random.shuffle(occupation.duties).slice(0, duties))}`,
    `Requirements\n${bullets([
      ...(years
        ? [
            `At least ${years} ${years === 1 ? 'year' : 'years'} of experience as ${withArticle(occupation.title.toLowerCase())}`,
          ]
        : []),
      `Experience with ${required.join(', ')}`,
      ...(occupation.licence ? [`Current ${occupation.licence}`] : []),
    ])}`,
    `Nice to have\n${bullets(optional)}`,
    `About you\n${person.join(' ')}`,
    `Benefits\n${bullets(random.shuffle(company.benefits).slice(0, benefits))}`,
    ...(random.next() < 0.55
      ? [
          `Pay\n$${pay.toLocaleString('en-US')} to $${Math.max(pay + 6000, highest).toLocaleString('en-US')} a year`,
        ]
      : []),
    `How to apply\n${pick(closings, random)}`,
  ];
  return { title: occupation.title, ...place(parts.join('\n\n'), terms) };
}

/** Turns a written posting into one of the company's past. */
export function pastPosting(
  externalId: string,
  written: WrittenPosting,
  occupation: Occupation,
  publishedOn: string,
): PastPosting {
  return {
    externalId,
    title: written.title,
    text: written.text,
    employer: `Larkmoor ${occupation.department} (synthetic sample)`,
    department: occupation.department,
    location: 'Larkmoor',
    publishedOn,
  };
}
