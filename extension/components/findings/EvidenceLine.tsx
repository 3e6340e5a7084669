import type { Evidence } from '../../../shared/protocol/finding.ts';
import { texts } from '../../texts.ts';

interface EvidenceLineProps {
  readonly evidence: Evidence;
}

/** How strong the reason is, and where it comes from. */
export function EvidenceLine({ evidence }: EvidenceLineProps) {
  return (
    <p className="small soft">
      <span className="evidence-grade">{texts.evidence[evidence.grade]}</span>{' '}
      {evidence.url ? (
        <a href={evidence.url} target="_blank" rel="noreferrer">
          {evidence.source}
        </a>
      ) : (
        evidence.source
      )}
    </p>
  );
}
