import { findSkills } from '../../sidecar/qualification/skills.ts';
import { loadTaxonomy } from '../../sidecar/qualification/taxonomy/taxonomy.ts';
import type { Row } from './detection-row.ts';
import type { TaggedSentence } from './recommender-data.ts';

interface Span {
  readonly start: number;
  readonly end: number;
}

const overlaps = (a: Span, b: Span) => a.start < b.end && b.start < a.end;
const equal = (a: Span, b: Span) => a.start === b.start && a.end === b.end;

/** Spans of B-I-O tags over tokens whose first character stands at `starts`. */
function spansOf(tags: readonly string[], tokens: readonly string[], starts: readonly number[]): Span[] {
  const spans: Span[] = [];
  tags.forEach((tag, i) => {
    const end = (starts[i] ?? 0) + (tokens[i]?.length ?? 0);
    const open = spans.at(-1);
    if (tag === 'B') spans.push({ start: starts[i] ?? 0, end });
    else if (tag === 'I' && open) spans[spans.length - 1] = { start: open.start, end };
  });
  return spans;
}

/** Precision, recall and F1 of skill extraction on tagged sentences: exact spans, and spans that overlap. */
export function skillRows(sentences: readonly TaggedSentence[]): Row[] {
  const taxonomy = loadTaxonomy();
  const counts = { found: 0, tagged: 0 };
  const hits = { exact: { found: 0, tagged: 0 }, overlapping: { found: 0, tagged: 0 } };
  for (const { tokens, tags_skill, tags_knowledge } of sentences) {
    const starts: number[] = [];
    let length = 0;
    for (const token of tokens) {
      starts.push(length);
      length += token.length + 1;
    }
    const tagged = [tags_skill, tags_knowledge].flatMap((tags) => spansOf(tags, tokens, starts));
    const found = findSkills(taxonomy, tokens.join(' '));
    counts.found += found.length;
    counts.tagged += tagged.length;
    for (const [kind, same] of [['exact', equal] as const, ['overlapping', overlaps] as const]) {
      hits[kind].found += found.filter((span) => tagged.some((other) => same(span, other))).length;
      hits[kind].tagged += tagged.filter((span) => found.some((other) => same(span, other))).length;
    }
  }
  return Object.entries(hits).flatMap(([kind, hit]) => {
    const precision = hit.found / counts.found;
    const recall = hit.tagged / counts.tagged;
    const f1 = (2 * precision * recall) / (precision + recall);
    const name = `skills on SkillSpan dev, ${kind} spans`;
    return [
      { name: `${name}, precision`, value: precision, unit: '' },
      { name: `${name}, recall`, value: recall, unit: '' },
      { name: `${name}, F1`, value: f1, unit: '', note: `${counts.tagged} tagged spans` },
    ];
  });
}
