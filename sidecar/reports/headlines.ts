import type {
  Headline,
  MatchListSection,
  SelectionRow,
  SelectionSection,
} from '../../shared/protocol/report.ts';
import { list, plural } from './format.ts';
import { texts } from './texts.ts';

const words = texts.answers;
/** A gap that numbers would miss more often than show is no assurance. */
const evenChance = 0.5;
/** Sentences an answer may have on page one. */
const mostSentences = 2;

/** The answers of page one: is there a problem, and how sure is that? One an attribute and topic. */
export function headlinesOf(
  matchList: readonly MatchListSection[],
  selection: readonly SelectionSection[],
): Headline[] {
  const all = [
    ...selection.filter((section) => !section.crossing).map(selectionHeadline),
    ...matchList.map(matchListHeadline),
  ];
  // Both answers on an attribute stand side by side.
  const attributes = [...new Set(all.map(({ attribute }) => attribute))];
  return attributes.flatMap((attribute) => all.filter((headline) => headline.attribute === attribute));
}

function selectionHeadline(section: SelectionSection): Headline {
  const inWord = (word: string) => section.rows.filter((row) => row.verdict === word);
  const attribute = section.attribute;
  const evidence = inWord('evidence of a difference');
  if (evidence.length > 0) {
    const disagreeing = evidence.filter((row) => row.pooledDisagrees).map((row) => `"${row.group}"`);
    const cautions = disagreeing.length > 0 ? [texts.selection.disagree(list(disagreeing))] : [];
    return answer('selection', attribute, words['evidence of a difference'], 'attention', [
      ...evidence.slice(0, mostSentences).map((row) => row.sentence),
      ...cautions,
    ]);
  }
  const none = inWord('no evidence of a difference');
  if (none.length > 0) {
    return noEvidence(attribute, none, inWord('not enough data'));
  }
  const few = section.withheld
    ? section.notes
    : section.rows.filter((row) => row.verdict !== 'reference').map((row) => row.sentence);
  return answer('selection', attribute, words['not enough data'], 'open', few.slice(0, mostSentences));
}

/** The widest gap stands for all; whether it would have been seen decides how sure that answer is. */
function noEvidence(
  attribute: string,
  rows: readonly SelectionRow[],
  few: readonly SelectionRow[],
): Headline {
  const [widest, ...others] = rows.toSorted((a, b) => (a.impactRatio ?? 1) - (b.impactRatio ?? 1));
  const isSure = (widest?.powerAtFourFifths ?? 0) >= evenChance;
  const sentences = widest === undefined ? [] : [widest.sentence];
  const rest = [
    ...(others.length > 0 ? [words.others(plural(others.length, 'other group'))] : []),
    ...(few.length > 0 ? [words.fewOthers(plural(few.length, 'group'))] : []),
  ];
  if (rest.length > 0) sentences.push(rest.join(' '));
  return answer(
    'selection',
    attribute,
    isSure ? words['no evidence of a difference'] : words.unsure,
    isSure ? 'quiet' : 'open',
    sentences,
  );
}

const listTones = {
  closer: 'good',
  further: 'attention',
  'no-measurable-change': 'quiet',
  'not-enough-data': 'open',
} as const;

function matchListHeadline(section: MatchListSection): Headline {
  return answer('match-list', section.attribute, words[section.verdict], listTones[section.verdict], [
    section.sentence,
  ]);
}

function answer(
  topic: Headline['topic'],
  attribute: string,
  text: string,
  tone: Headline['tone'],
  sentences: readonly string[],
): Headline {
  return { topic, attribute, answer: text, tone, sentences: [...sentences] };
}
