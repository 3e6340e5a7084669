import type { Edit } from '../../../shared/protocol/edit.ts';
import type { Finding } from '../../../shared/protocol/finding.ts';

/** A suggestion that the user picked, as an edit; `offset` is where the finding's own text starts in a larger one. */
export function suggestedEdit(finding: Finding, suggestion: string, offset = 0): Edit {
  return {
    start: finding.start + offset,
    end: finding.end + offset,
    before: finding.text,
    after: suggestion,
    source: suggestion === '' ? 'delete' : 'curated',
    ruleId: finding.ruleId,
  };
}
