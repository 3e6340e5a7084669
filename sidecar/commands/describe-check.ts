import type { Check } from '../../shared/protocol/check.ts';
import type { Finding } from '../../shared/protocol/finding.ts';
import type { Style } from './style.ts';

/** In UTF-16 code units. */
const longestQuote = 80;

/** What a check found, for people: place, words, why, what else could be written, and the source. */
export function describeCheck(id: string, text: string, check: Check, style: Style): string {
  const count = check.findings.length === 1 ? '1 finding' : `${check.findings.length} findings`;
  const head = `${style.bold(id)}  score ${Math.round(check.score.value)}/100, ${count}`;
  const placeOf = createPlaceReader(text);
  const findings = check.findings.map((finding) => describeFinding(finding, placeOf(finding.start), style));
  return `${[head, ...findings].join('\n\n')}\n\n`;
}

function describeFinding(finding: Finding, place: string, style: Style): string {
  const { severity, category, message, evidence, suggestions, text } = finding;
  const mark = severity === 'unlawful-risk' || severity === 'exclusionary' ? style.alert : style.warn;
  const where = text === '' ? 'whole text' : `${place}  ${style.underline(quote(text))}`;
  const lines = [`  ${where}  ${mark(severity)} ${style.dim(category)}`, `    ${message}`];
  if (finding.requirementQuestion)
    lines.push('    A question for the hiring manager; it is never changed for you.');
  const options = suggestions.map((one) => (one === '' ? 'leave it out' : `"${one}"`));
  if (options.length > 0) lines.push(`    Instead: ${options.join(', ')}`);
  const url = evidence.url === undefined ? '' : ` ${evidence.url}`;
  lines.push(style.dim(`    Source (${evidence.grade}): ${evidence.source}${url}`));
  return lines.join('\n');
}

/** On one line; of a whole long sentence how it begins is enough to find it. */
function quote(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  if (line.length <= longestQuote) return `"${line}"`;
  const shown = line.slice(0, longestQuote);
  return `"${shown.slice(0, Math.max(shown.lastIndexOf(' '), longestQuote / 2))} …"`;
}

/** Line and column from 1, found by halving; offsets are UTF-16 code units. */
function createPlaceReader(text: string): (offset: number) => string {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return `${low + 1}:${offset - (starts[low] ?? 0) + 1}`;
  };
}
