import type { ReactNode } from 'react';
import { texts } from '../../../texts.ts';
import { FailureNotice } from '../../common/FailureNotice.tsx';
import { Working } from '../../common/Working.tsx';
import type { Loading } from './use-loaded.ts';

interface LoadedViewProps<T> {
  readonly loading: Loading<T>;
  /** What is said while it is on its way. */
  readonly message?: string;
  readonly children: (value: T) => ReactNode;
}

/** What was loaded; before that a word that it is on its way, or what failed with a way to try again. */
export function LoadedView<T>({
  loading: { state, reload },
  message = texts.common.loading,
  children,
}: LoadedViewProps<T>) {
  if (state.status === 'loading') return <Working message={message} />;
  if (state.status === 'failed') return <FailureNotice failure={state.failure} onRetry={reload} />;
  return children(state.value);
}
