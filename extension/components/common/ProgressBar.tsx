import type { ProgressEvent } from '../../../shared/protocol/rewrite.ts';

interface ProgressBarProps {
  readonly progress: Pick<ProgressEvent, 'done' | 'total'>;
  readonly label: string;
}

/** How far work of many steps is; work of a single step only shows that it goes on. */
export function ProgressBar({ progress, label }: ProgressBarProps) {
  const { done, total } = progress;
  return <progress aria-label={label} {...(total > 1 ? { value: done, max: total } : {})} />;
}
