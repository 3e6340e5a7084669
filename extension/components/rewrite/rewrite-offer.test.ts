import { describe, expect, test, vi } from 'vitest';
import type { Edit } from '../../../shared/protocol/edit.ts';
import type { Rewrite } from '../../../shared/protocol/rewrite.ts';
import type { SidecarState } from '../../messages.ts';
import type { SendRequest } from '../../pages-client.ts';
import { finding } from '../page-fixtures.ts';
import { contextOf, makeOffer, reasonFor } from './rewrite-offer.ts';

const health = { name: 'autorefine', version: '1', sample: true, candidates: 1, models: [] } as const;
const paired: SidecarState = { state: 'paired', health: { ...health, models: [] }, role: 'recruiter' };
const absent: SidecarState = { state: 'absent', detail: 'nothing answers' };
const alone: Rewrite = { text: 'alone', edits: [], refused: [], notes: [] };
const learned: Rewrite = { text: 'learned', edits: [], refused: [], notes: [] };
const source = { text: 'Our young team.', findings: [finding()] };
const signal = new AbortController().signal;

const answering = (reply: unknown) => vi.fn(async () => reply) as unknown as SendRequest;
const offerWith = (sidecar: SidecarState, send: SendRequest) =>
  makeOffer(source, sidecar, 'policy', { send, rewriteAlone: () => alone }, signal);

describe('makeOffer', () => {
  test('asks the sidecar when it is paired', async () => {
    expect(await offerWith(paired, answering({ ok: true, rewrite: learned }))).toMatchObject({
      by: 'sidecar',
      rewrite: learned,
    });
  });

  test('works alone and asks nobody when the sidecar is absent', async () => {
    const send = answering(undefined);
    expect(await offerWith(absent, send)).toMatchObject({ by: 'alone', rewrite: alone });
    expect(send).not.toHaveBeenCalled();
  });

  test('falls back to the built-in rules and says why', async () => {
    const failed = { ok: false, reason: 'it stopped', mend: 'start it' };
    expect(await offerWith(paired, answering(failed))).toMatchObject({ by: 'alone', problem: 'it stopped' });
  });
});

const edit = (start: number, end: number, ruleId?: string): Edit => ({
  start,
  end,
  before: 'x'.repeat(end - start),
  after: '',
  source: 'curated',
  ...(ruleId ? { ruleId } : {}),
});

describe('reasonFor', () => {
  const first = finding({ start: 0, end: 5, ruleId: 'one' });
  const second = finding({ start: 3, end: 8, ruleId: 'two' });

  test('the finding of the same rule at the same place comes first', () => {
    expect(reasonFor(edit(3, 5, 'two'), [first, second])).toBe(second);
  });

  test('an edit away from every finding has no reason', () => {
    expect(reasonFor(edit(20, 22, 'one'), [first, second])).toBeUndefined();
  });
});

describe('contextOf', () => {
  test('stays in the line', () => {
    const text = 'First line.\nOur young team.\nLast line.';
    expect(contextOf(text, edit(16, 21))).toEqual({ left: 'Our ', right: ' team.' });
  });

  test('cuts long lines at words and shows that it did', () => {
    const text = `${'many words '.repeat(10)}X${' more words'.repeat(10)}`;
    const { left, right } = contextOf(text, edit(110, 111), 14);
    expect(left).toBe('…many words ');
    expect(right).toBe(' more words…');
  });
});
