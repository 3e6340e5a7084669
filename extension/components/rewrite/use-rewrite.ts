import { useReducer } from 'react';
import type { Edit } from '../../../shared/protocol/edit.ts';
import type { SidecarState } from '../../messages.ts';
import { failureOf } from '../common/failure.ts';
import { useTask } from '../common/use-task.ts';
import type {
  OfferProgress,
  RewriteChoice,
  RewriteOffer,
  RewriteServices,
  RewriteSource,
} from './rewrite-offer.ts';
import { makeOffer, measure } from './rewrite-offer.ts';
import type { ApplyOutcome, Offered, RewriteAction, RewriteState } from './rewrite-state.ts';
import { chosenEdits, idle, rewriteReducer } from './rewrite-state.ts';

/** Puts the chosen edits where the text lives: the fields of a form, or the paste box. */
export type ApplyChosen = (
  offer: RewriteOffer,
  edits: readonly Edit[],
  signal: AbortSignal,
) => Promise<ApplyOutcome>;

export interface RewriteControls {
  readonly state: RewriteState;
  readonly dispatch: (action: RewriteAction) => void;
  readonly start: (source: RewriteSource, choice: RewriteChoice) => void;
  readonly measureChoice: (offered: Offered) => void;
  readonly applyChoice: (offered: Offered) => void;
  readonly discard: () => void;
}

export function useRewrite(
  services: RewriteServices,
  sidecar: SidecarState,
  apply: ApplyChosen,
): RewriteControls {
  const [state, dispatch] = useReducer(rewriteReducer, idle);
  const making = useTask();
  // Of its own, so that the measurement of a rewrite goes on while its first edits are applied.
  const choosing = useTask();
  const fail = (error: unknown) => dispatch({ type: 'failed', ...failureOf(error) });

  return {
    state,
    dispatch,
    start: (source, choice) => {
      dispatch({ type: 'started' });
      making.run(async (signal) => {
        const { askRewrite, rewriteAlone } = services;
        const onProgress = (known: OfferProgress) => {
          if (!signal.aborted) dispatch({ type: 'progressed', known });
        };
        const options = { sidecar, choice, askRewrite, rewriteAlone, onProgress, signal };
        const offer = await makeOffer(source, options);
        signal.throwIfAborted();
        dispatch({ type: 'offered', offer });
      }, fail);
    },
    measureChoice: (offered) => {
      dispatch({ type: 'measuring' });
      choosing.run(async (signal) => {
        const estimate = await measure(offered.offer.original, chosenEdits(offered), services.send, signal);
        signal.throwIfAborted();
        dispatch({ type: 'measured', estimate });
      }, fail);
    },
    applyChoice: (offered) => {
      dispatch({ type: 'applying' });
      choosing.run(async (signal) => {
        const outcome = await apply(offered.offer, chosenEdits(offered), signal);
        signal.throwIfAborted();
        dispatch({ type: 'applied', outcome });
      }, fail);
    },
    discard: () => {
      making.cancel();
      choosing.cancel();
      dispatch({ type: 'discarded' });
    },
  };
}
