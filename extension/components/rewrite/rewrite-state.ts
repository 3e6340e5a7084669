import type { Edit } from '../../../shared/protocol/edit.ts';
import type { Estimate } from '../../../shared/protocol/rewrite.ts';
import type { RewriteOffer } from './rewrite-offer.ts';

/** What applying really did. Never more than was read back from the field. */
export interface ApplyOutcome {
  readonly applied: readonly Edit[];
  readonly notApplied: readonly { readonly edit: Edit; readonly why: string }[];
  /** How many times the user must undo to take all of it back; 0 when nothing can be undone this way. */
  readonly undoSteps: number;
  readonly copiedToClipboard: boolean;
}

/** What is known about the list for the edits now chosen. */
export type Measurement =
  | { readonly status: 'none' }
  | { readonly status: 'measuring'; readonly last?: Estimate }
  | { readonly status: 'current'; readonly estimate: Estimate }
  | { readonly status: 'outdated'; readonly last: Estimate };

export interface Offered {
  readonly status: 'offered' | 'applying';
  readonly offer: RewriteOffer;
  /** Indices into `offer.rewrite.edits`. */
  readonly chosen: ReadonlySet<number>;
  readonly measurement: Measurement;
}

export type RewriteState =
  | { readonly status: 'idle' }
  | { readonly status: 'working' }
  | Offered
  | { readonly status: 'applied'; readonly outcome: ApplyOutcome; readonly estimate?: Estimate }
  | { readonly status: 'failed'; readonly reason: string; readonly mend: string };

export type RewriteAction =
  | { readonly type: 'started' }
  | { readonly type: 'offered'; readonly offer: RewriteOffer }
  | { readonly type: 'choose'; readonly index: number; readonly accept: boolean }
  | { readonly type: 'choose-all'; readonly accept: boolean }
  | { readonly type: 'measuring' }
  | { readonly type: 'measured'; readonly estimate: Estimate | undefined }
  | { readonly type: 'applying' }
  | { readonly type: 'applied'; readonly outcome: ApplyOutcome }
  | { readonly type: 'failed'; readonly reason: string; readonly mend: string }
  | { readonly type: 'discarded' };

export const idle: RewriteState = { status: 'idle' };

export function rewriteReducer(state: RewriteState, action: RewriteAction): RewriteState {
  switch (action.type) {
    case 'started':
      return { status: 'working' };
    case 'discarded':
      return idle;
    case 'failed':
      return { status: 'failed', reason: action.reason, mend: action.mend };
    case 'offered':
      return offered(action.offer);
    default:
      return isOffered(state) ? reviewReducer(state, action) : state;
  }
}

type ReviewAction = Extract<
  RewriteAction,
  { type: 'choose' | 'choose-all' | 'measuring' | 'measured' | 'applying' | 'applied' }
>;

function reviewReducer(state: Offered, action: ReviewAction): RewriteState {
  switch (action.type) {
    case 'choose':
      return rechosen(state, withMember(state.chosen, action.index, action.accept));
    case 'choose-all':
      return rechosen(state, action.accept ? allOf(state.offer) : new Set());
    case 'measuring': {
      const last = lastEstimate(state.measurement);
      return { ...state, measurement: { status: 'measuring', ...(last ? { last } : {}) } };
    }
    case 'measured':
      if (state.measurement.status !== 'measuring') return state;
      return {
        ...state,
        measurement: action.estimate ? { status: 'current', estimate: action.estimate } : { status: 'none' },
      };
    case 'applying':
      return { ...state, status: 'applying' };
    case 'applied': {
      const estimate = state.measurement.status === 'current' ? state.measurement.estimate : undefined;
      return { status: 'applied', outcome: action.outcome, ...(estimate ? { estimate } : {}) };
    }
  }
}

function offered(offer: RewriteOffer): Offered {
  const { estimate } = offer.rewrite;
  return {
    status: 'offered',
    offer,
    chosen: allOf(offer),
    measurement: estimate ? { status: 'current', estimate } : { status: 'none' },
  };
}

/** A measurement says something about one selection only. */
function rechosen(state: Offered, chosen: ReadonlySet<number>): Offered {
  const last = lastEstimate(state.measurement);
  return { ...state, chosen, measurement: last ? { status: 'outdated', last } : { status: 'none' } };
}

function allOf(offer: RewriteOffer): ReadonlySet<number> {
  return new Set(offer.rewrite.edits.keys());
}

function withMember(set: ReadonlySet<number>, member: number, present: boolean): ReadonlySet<number> {
  const next = new Set(set);
  if (present) next.add(member);
  else next.delete(member);
  return next;
}

function lastEstimate(measurement: Measurement): Estimate | undefined {
  if (measurement.status === 'current') return measurement.estimate;
  return measurement.status === 'none' ? undefined : measurement.last;
}

export function isOffered(state: RewriteState): state is Offered {
  return state.status === 'offered' || state.status === 'applying';
}

/** The edits the user kept, in text order. */
export function chosenEdits({ offer, chosen }: Offered): Edit[] {
  return offer.rewrite.edits.filter((_, index) => chosen.has(index)).sort((a, b) => a.start - b.start);
}
