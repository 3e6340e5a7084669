import { useCallback, useEffect, useReducer, useRef } from 'react';
import type { PageState } from '../../messages.ts';
import type { SendRequest } from '../../pages-client.ts';
import type { Failure } from '../common/failure.ts';
import { failureOf } from '../common/failure.ts';
import { tabInQuestion } from './active-tab.ts';
import { watchPage } from './watch-page.ts';

export type LoadedPage =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly page: PageState }
  | { readonly status: 'failed'; readonly failure: Failure; readonly page?: PageState };

type LoadAction = { type: 'loaded'; page: PageState } | { type: 'failed'; failure: Failure };

/** A failed refresh keeps what was shown last: nothing the reader sees is lost. */
function loadReducer(state: LoadedPage, action: LoadAction): LoadedPage {
  if (action.type === 'loaded') return { status: 'ready', page: action.page };
  const page = state.status === 'loading' ? undefined : state.page;
  return { status: 'failed', failure: action.failure, ...(page ? { page } : {}) };
}

/** The state of the page in question, read again whenever it may have changed. */
export function usePageState(send: SendRequest): { loaded: LoadedPage; refresh: () => void } {
  const [loaded, dispatch] = useReducer(loadReducer, { status: 'loading' });
  const refresher = useRef<() => void>(undefined);

  useEffect(() => {
    const controller = new AbortController();
    const refreshOnce = async () => {
      const tabId = await tabInQuestion(location.hash);
      const page = await send(
        { type: 'page/state', ...(tabId === undefined ? {} : { tabId }) },
        controller.signal,
      );
      dispatch({ type: 'loaded', page });
    };
    const refresh = oneAtATime(async () => {
      try {
        await refreshOnce();
      } catch (error) {
        if (!controller.signal.aborted) dispatch({ type: 'failed', failure: failureOf(error) });
      }
    });
    refresher.current = refresh;
    refresh();
    const unwatch = watchPage(refresh);
    return () => {
      unwatch();
      controller.abort();
    };
  }, [send]);

  return { loaded, refresh: useCallback(() => refresher.current?.(), []) };
}

/** However often it is called while `work` runs, `work` runs once more afterwards, not once per call. */
function oneAtATime(work: () => Promise<void>): () => void {
  let running = false;
  let again = false;
  const run = async () => {
    if (running) {
      again = true;
      return;
    }
    running = true;
    do {
      again = false;
      await work();
    } while (again);
    running = false;
  };
  return () => void run();
}
