import type { Finding, Severity } from '../../shared/protocol/finding.ts';
import { createRandom, type Random } from '../../shared/random.ts';
import { createActionSpace, type SpanOptions } from '../../training/actions.ts';
import type { PostingTask } from '../../training/environment.ts';
import type { AttributeColumn, CandidatePool, Recommender } from '../../training/recommender.ts';

/** The flagged terms in a text of the toy market, with their suggestions. */
export function toyTerms(text: string): { start: number; term: string; suggestions: readonly string[] }[] {
  return terms
    .flatMap((term) => {
      const start = text.search(new RegExp(`\\b${term}\\b`));
      return start === -1 ? [] : [{ start, term, suggestions: suggestions[term] ?? [] }];
    })
    .sort((a, b) => a.start - b.start);
}

/** The flagged terms of a toy text as findings. */
export const toyFindings =
  (severity: Severity) =>
  (text: string): Finding[] =>
    toyTerms(text).map(({ start, term, suggestions }) => ({
      start,
      end: start + term.length,
      text: term,
      ruleId: `toy/${term}`,
      category: 'masculine',
      polarity: 'excludes',
      severity,
      evidence: { grade: 'lab', source: 'toy' },
      message: 'This wording may narrow who is matched.',
      suggestions: [...suggestions],
    }));

/** A small synthetic labour market in which the cause of every gap is known. */
export interface ToyWorld {
  readonly recommender: Recommender;
  readonly pool: CandidatePool;
  readonly attribute: AttributeColumn;
  readonly postings: PostingTask[];
  /** Terms that group 0 uses more often than group 1; the other flagged terms are harmless. */
  readonly biasedTerms: ReadonlySet<string>;
}

export interface ToyOptions {
  readonly seed: number;
  readonly candidates?: number;
  readonly postings?: number;
  /** How much more often group 0 writes a biased term, in [0, .9]; 0 makes a world without bias. */
  readonly skew?: number;
  /**
   * A negative control: after the texts were written the labels are permuted, or the words of the edits are, each on its own
   * among everyone. Either way no edit has anything to do with a group.
   */
  readonly permuted?: 'labels' | 'texts';
}

const occupations = ['occupation-a', 'occupation-b'];
/** `a`, `b`, ...: letters, because a number in a word is a fact that no edit may change. */
const letter = (i: number) => String.fromCharCode(97 + (i % 26)).repeat(1 + Math.floor(i / 26));
const skills = Array.from({ length: 12 }, (_, i) => `skill${letter(i)}`);
const fillers = Array.from({ length: 40 }, (_, i) => `filler${letter(i)}`);
/** Flagged terms with their two suggestions: words of style, because the fact guard takes unknown words for facts. */
const suggestions: Readonly<Record<string, readonly [string, string]>> = {
  competitive: ['motivated', 'capable'],
  aggressive: ['careful', 'steady'],
  fearless: ['thorough', 'thoughtful'],
  dominant: ['reliable', 'attentive'],
  ambitious: ['dependable', 'organized'],
  driven: ['patient', 'curious'],
  energetic: ['flexible', 'practical'],
  assertive: ['prepared', 'confident'],
  bold: ['open', 'clear'],
  relentless: ['calm', 'consistent'],
  outspoken: ['friendly', 'cooperative'],
  decisive: ['supportive', 'dedicated'],
};
const terms = Object.keys(suggestions);
const replacements = Object.values(suggestions).flat();

/** Writes a world. A third of the flagged terms are harmless, and a quarter of the first suggestions are skewed themselves. */
export function createToyWorld({
  seed,
  candidates = 1200,
  postings = 20,
  skew = 0.5,
  permuted,
}: ToyOptions): ToyWorld {
  const random = createRandom(seed);
  const biasedTerms = new Set(terms.filter((_, i) => i % 3 !== 0));
  const skewedReplacements = new Set(
    terms.flatMap((term, i) => (i % 4 === 1 ? (suggestions[term]?.slice(0, 1) ?? []) : [])),
  );
  const codes = new Int16Array(candidates);
  const words: Set<string>[] = [];
  const held: string[] = [];
  for (let c = 0; c < candidates; c += 1) {
    codes[c] = random.next() < 0.6 ? 0 : 1;
    held.push(occupations[random.integer(occupations.length)] ?? '');
    const chance = (word: string) => {
      const extra = codes[c] === 0 ? skew : 0;
      if (biasedTerms.has(word)) return 0.1 + extra;
      return skewedReplacements.has(word) ? 0.1 + extra / 2 : 0.1;
    };
    const own = new Set([...terms, ...replacements].filter((word) => random.next() < chance(word)));
    for (const skill of skills) if (random.next() < 0.7) own.add(skill);
    for (let i = 0; i < 8; i += 1) own.add(fillers[random.integer(fillers.length)] ?? '');
    words.push(own);
  }
  if (permuted === 'texts') permuteHolders(words, random.fork('texts'));
  const pool: CandidatePool = {
    ids: words.map((_, c) => `candidate-${c}`),
    clusters: words.map((_, c) => `person-${c}`),
    qualifications: words.map((own, c) => ({
      occupations: new Set([held[c] ?? '']),
      skills: new Set(skills.filter((skill) => own.has(skill))),
      licences: new Set<string>(),
    })),
  };
  const shown = permuted === 'labels' ? Int16Array.from(random.fork('labels').shuffle([...codes])) : codes;
  return {
    recommender: bagOfWords(words),
    pool,
    attribute: { name: 'group', groups: ['first', 'second'], codes: shown },
    postings: Array.from({ length: postings }, (_, i) => writePosting(i, random)),
    biasedTerms,
  };
}

/** Every word of an edit keeps its number of holders, and who they are is drawn anew. */
function permuteHolders(words: readonly Set<string>[], random: Random): void {
  for (const word of [...terms, ...replacements]) {
    const holds = random.shuffle(words.map((own) => own.has(word)));
    words.forEach((own, c) => {
      if (holds[c]) own.add(word);
      else own.delete(word);
    });
  }
}

function writePosting(number: number, random: Random): PostingTask {
  const asked = random.shuffle(skills).slice(0, 2);
  const flagged = random.shuffle(terms).slice(0, 4 + random.integer(3));
  const about = random.shuffle(fillers).slice(0, 12);
  const opening = `Posting ${number}: ${about.join(' ')}. We ask for ${asked.join(' ')}. You are`;
  let text = opening;
  const spans = flagged.map((term): SpanOptions => {
    const start = text.length + 1;
    text += ` ${term}`;
    const edit = { start, end: text.length, before: term, ruleId: `toy/${term}` };
    return {
      start,
      end: text.length,
      ruleId: edit.ruleId,
      category: 'masculine',
      options: [
        ...(suggestions[term] ?? []).map((after) => ({ ...edit, after, source: 'curated' as const })),
        { ...edit, after: '', source: 'delete' },
      ],
    };
  });
  return {
    id: `posting-${number}`,
    requirements: {
      occupation: occupations[number % occupations.length] ?? '',
      skills: asked,
      optionalSkills: [],
      licences: [],
    },
    space: createActionSpace(text, spans),
  };
}

/** Exact: a candidate's score is the tf-idf weight of the words shared with the text, over the candidate's length. */
export function bagOfWords(words: readonly ReadonlySet<string>[]): Recommender {
  const holders = new Map<string, number[]>();
  words.forEach((own, candidate) => {
    for (const word of own) holders.set(word, [...(holders.get(word) ?? []), candidate]);
  });
  const lengths = words.map((own) => Math.sqrt(own.size));
  return {
    name: 'toy (bag of words)',
    size: words.length,
    score: async (texts) =>
      texts.map((text) => {
        const scores = new Float32Array(words.length);
        for (const word of new Set(text.toLowerCase().match(/[a-z0-9]+/g))) {
          const having = holders.get(word) ?? [];
          // Skills are common here; a recommender that did not weigh them more would rank by style alone.
          const stress = word.startsWith('skill') ? 3 : 1;
          const weight = stress * Math.log((words.length + 1) / (having.length + 1));
          for (const candidate of having) {
            scores[candidate] = (scores[candidate] ?? 0) + weight / (lengths[candidate] ?? 1);
          }
        }
        return scores;
      }),
  };
}
