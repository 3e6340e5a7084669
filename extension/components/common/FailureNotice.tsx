import { texts } from '../../texts.ts';
import type { Failure } from './failure.ts';
import { Notice } from './Notice.tsx';

interface FailureNoticeProps {
  readonly title?: string;
  readonly failure: Failure;
  readonly onRetry?: () => void;
}

/** What failed, how to mend it, and a way to try again. */
export function FailureNotice({ title, failure, onRetry }: FailureNoticeProps) {
  return (
    <Notice tone="bad" title={title ?? failure.reason} live>
      {title && <p>{failure.reason}</p>}
      <p>{failure.mend}</p>
      {onRetry && (
        <div>
          <button type="button" className="button button-small" onClick={onRetry}>
            {texts.common.tryAgain}
          </button>
        </div>
      )}
    </Notice>
  );
}
