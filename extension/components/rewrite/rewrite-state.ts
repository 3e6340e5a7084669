import type { Edit } from '../../../shared/protocol/edit.ts';
import type { Estimate, ProgressEvent } from '../../../shared/protocol/rewrite.ts';
import type { OfferProgress, RewriteOffer } from './rewrite-offer.ts';

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
  /** The rewrite's own measurement is under way: of all its edits, whatever is chosen meanwhile. */
  | { readonly status: 'pending'; readonly progress: ProgressEvent }
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
  | { readonly status: 'working'; readonly progress?: ProgressEvent }
  | Offered
  | { readonly status: 'applied'; readonly outcome: ApplyOutcome; readonly estimate?: Estimate }
  | { readonly status: 'failed'; readonly reason: string; readonly mend: string };

export type RewriteAction =
  | { readonly type: 'started' }
  | { readonly type: 'progressed'; readonly known: OfferProgress }
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
    case 'progressed':
      return progressed(state, action.known);
    case 'offered':
      return offered(state, action.offer);
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

/** Edits are shown as soon as they are known, before the list is measured. */
function progressed(state: RewriteState, { progress, draft }: OfferProgress): RewriteState {
  const measurement = { status: 'pending', progress } as const;
  if (isPending(state)) return { ...state, measurement };
  if (state.status !== 'working') return state;
  if (!draft) return { ...state, progress };
  return { status: 'offered', offer: draft, chosen: allOf(draft), measurement };
}

/** The whole offer. A choice that was made of its first edits stays; where they were applied, it comes too late. */
function offered(state: RewriteState, offer: RewriteOffer): RewriteState {
  if (state.status === 'applied') return state;
  const { estimate } = offer.rewrite;
  const measurement: Measurement = estimate ? { status: 'current', estimate } : { status: 'none' };
  if (!isPending(state)) return { status: 'offered', offer, chosen: allOf(offer), measurement };
  const complete = { ...state, offer, measurement };
  return state.chosen.size === offer.rewrite.edits.length ? complete : rechosen(complete, state.chosen);
}

function isPending(
  state: RewriteState,
): state is Offered & { readonly measurement: { readonly status: 'pending' } } {
  return isOffered(state) && state.measurement.status === 'pending';
}

/** A measurement says something about one selection only. */
function rechosen(state: Offered, chosen: ReadonlySet<number>): Offered {
  if (isPending(state)) return { ...state, chosen };
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

/** What was measured last, for the edits now chosen or for others. */
export function lastEstimate(measurement: Measurement): Estimate | undefined {
  if (measurement.status === 'current') return measurement.estimate;
  return 'last' in measurement ? measurement.last : undefined;
}

export function isOffered(state: RewriteState): state is Offered {
  return state.status === 'offered' || state.status === 'applying';
}

/** The edits the user kept, in text order. */
export function chosenEdits({ offer, chosen }: Offered): Edit[] {
  return offer.rewrite.edits.filter((_, index) => chosen.has(index)).sort((a, b) => a.start - b.start);
}
