import { describe, expect, test } from 'vitest';
import type { Edit } from '../../../shared/protocol/edit.ts';
import type { Estimate } from '../../../shared/protocol/rewrite.ts';
import type { RewriteOffer } from './rewrite-offer.ts';
import type { RewriteAction, RewriteState } from './rewrite-state.ts';
import { chosenEdits, idle, isOffered, rewriteReducer } from './rewrite-state.ts';

const edit = (start: number): Edit => ({ start, end: start + 1, before: 'a', after: 'b', source: 'curated' });
const estimate: Estimate = { verdict: 'closer', explanation: 'x', recommender: 'r', synthetic: true };
const offer: RewriteOffer = {
  original: 'aaa',
  findings: [],
  rewrite: { text: 'bbb', edits: [edit(2), edit(0)], refused: [], notes: [], estimate },
  by: 'sidecar',
};

const reached = (...actions: RewriteAction[]): RewriteState => actions.reduce(rewriteReducer, idle);
const offered = { type: 'offered', offer } as const;

describe('rewriteReducer', () => {
  test('an offer starts with every change chosen and its estimate current', () => {
    const state = reached({ type: 'started' }, offered);
    expect(isOffered(state) && chosenEdits(state).map((e) => e.start)).toEqual([0, 2]);
    expect(state).toMatchObject({ measurement: { status: 'current', estimate } });
  });

  describe('while the list is still measured', () => {
    const progress = { done: 1, total: 40, message: 'm' };
    const draft = { ...offer, rewrite: { ...offer.rewrite, estimate: undefined } } as RewriteOffer;
    const started = { type: 'started' } as const;
    const drafted = { type: 'progressed', known: { progress, draft } } as const;
    const rejected = { type: 'choose', index: 0, accept: false } as const;

    test('work is seen to go on, then edits can be chosen and the measurement is still to come', () => {
      expect(reached(started, { type: 'progressed', known: { progress } })).toEqual({
        status: 'working',
        progress,
      });
      const state = reached(started, drafted);
      expect(isOffered(state) && chosenEdits(state).map((e) => e.start)).toEqual([0, 2]);
      expect(state).toMatchObject({ measurement: { status: 'pending', progress } });
    });

    test('the measurement is current for all edits and outdated for a choice of them, which stays', () => {
      expect(reached(started, drafted, offered)).toMatchObject({ measurement: { status: 'current' } });
      const state = reached(started, drafted, rejected, offered);
      expect(isOffered(state) && chosenEdits(state).map((e) => e.start)).toEqual([0]);
      expect(state).toMatchObject({ measurement: { status: 'outdated', last: estimate } });
    });

    test('edits that were applied meanwhile stay applied', () => {
      const outcome = { applied: [edit(0)], notApplied: [], undoSteps: 1, copiedToClipboard: false };
      const applied = reached(started, drafted, { type: 'applying' }, { type: 'applied', outcome });
      expect(rewriteReducer(rewriteReducer(applied, drafted), offered)).toEqual({
        status: 'applied',
        outcome,
      });
    });
  });

  test('another selection makes the measurement outdated', () => {
    const state = reached(offered, { type: 'choose', index: 0, accept: false });
    expect(isOffered(state) && chosenEdits(state).map((e) => e.start)).toEqual([0]);
    expect(state).toMatchObject({ measurement: { status: 'outdated', last: estimate } });
  });

  test('a measurement of an older selection is not shown as current', () => {
    const state = reached(
      offered,
      { type: 'measuring' },
      { type: 'choose', index: 1, accept: false },
      { type: 'measured', estimate: { ...estimate, verdict: 'further' } },
    );
    expect(state).toMatchObject({ measurement: { status: 'outdated', last: estimate } });
  });

  test('reject all, then accept all', () => {
    const none = reached(offered, { type: 'choose-all', accept: false });
    expect(isOffered(none) && chosenEdits(none)).toEqual([]);
    const all = rewriteReducer(none, { type: 'choose-all', accept: true });
    expect(isOffered(all) && chosenEdits(all)).toHaveLength(2);
  });

  test('a choice without an offer changes nothing', () => {
    expect(reached({ type: 'choose', index: 0, accept: true })).toBe(idle);
  });

  test('discarding or failing leaves the offer', () => {
    expect(reached(offered, { type: 'discarded' })).toBe(idle);
    expect(reached(offered, { type: 'failed', reason: 'r', mend: 'm' })).toEqual({
      status: 'failed',
      reason: 'r',
      mend: 'm',
    });
  });
});
