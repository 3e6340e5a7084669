import type { Headline, MatchListSection, SelectionSection } from '../../shared/protocol/report.ts';
import { list } from './format.ts';
import { texts } from './texts.ts';

const words = texts.answers;
/** Sentences an answer may have on page one. */
const mostSentences = 2;

/** The answers of page one: is there a problem, and how sure is that? One an attribute and topic. */
export function headlinesOf(
  matchList: readonly MatchListSection[],
  selection: readonly SelectionSection[],
): Headline[] {
  return [
    ...selection.filter((section) => !section.crossing).map(selectionHeadline),
    ...matchList.map(matchListHeadline),
  ];
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
    return answer(
      'selection',
      attribute,
      words['no evidence of a difference'],
      'quiet',
      none.slice(0, mostSentences).map((row) => row.sentence),
    );
  }
  const few = section.withheld
    ? section.notes
    : section.rows.filter((row) => row.verdict !== 'reference').map((row) => row.sentence);
  return answer('selection', attribute, words['not enough data'], 'open', few.slice(0, mostSentences));
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
