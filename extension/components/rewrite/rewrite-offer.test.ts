import { describe, expect, test, vi } from 'vitest';
import type { Edit } from '../../../shared/protocol/edit.ts';
import type { Rewrite } from '../../../shared/protocol/rewrite.ts';
import { WorkerStoppedError } from '../../ask-over-port.ts';
import type { AskRewrite } from '../../ask-rewrite.ts';
import type { SidecarState } from '../../messages.ts';
import { PageRequestError } from '../../pages-client.ts';
import { finding } from '../page.fixture.ts';
import { contextOf, makeOffer, type OfferProgress, reasonFor } from './rewrite-offer.ts';

const health = { name: 'autorefine', version: '1', sample: true, candidates: 1, models: [] } as const;
const paired: SidecarState = { state: 'paired', health: { ...health, models: [] }, role: 'recruiter' };
const absent: SidecarState = { state: 'absent', detail: 'nothing answers' };
const alone: Rewrite = { text: 'alone', edits: [], refused: [], notes: [] };
const learned: Rewrite = { text: 'learned', edits: [], refused: [], notes: [] };
const source = { text: 'Our young team.', findings: [finding()] };
const signal = new AbortController().signal;

const edit = (start: number, end: number, ruleId?: string): Edit => ({
  start,
  end,
  before: source.text.slice(start, end),
  after: '',
  source: 'curated',
  ...(ruleId ? { ruleId } : {}),
});
const progress = { done: 1, total: 40, message: 'measuring' };
/** A sidecar that tells its edit, then how far the measuring is, then ends so. */
const telling =
  (end: () => Promise<Rewrite>): AskRewrite =>
  async (_request, onEvent) => {
    onEvent({ type: 'edit', edit: edit(4, 9) });
    onEvent({ type: 'progress', progress });
    return end();
  };
function offerWith(sidecar: SidecarState, askRewrite: AskRewrite, known: OfferProgress[] = []) {
  const onProgress = (one: OfferProgress) => known.push(one);
  const options = {
    sidecar,
    choice: { engine: 'policy' as const },
    askRewrite,
    rewriteAlone: () => alone,
    onProgress,
    signal,
  };
  return makeOffer(source, options);
}

describe('makeOffer', () => {
  test('asks the sidecar when it is paired', async () => {
    const offer = await offerWith(paired, async () => learned);
    expect(offer).toMatchObject({ by: 'sidecar', rewrite: learned });
  });

  test('works alone and asks nobody when the sidecar is absent', async () => {
    const askRewrite = vi.fn();
    expect(await offerWith(absent, askRewrite)).toMatchObject({ by: 'alone', rewrite: alone });
    expect(askRewrite).not.toHaveBeenCalled();
  });

  test('falls back to the built-in rules and says why', async () => {
    const failing = () => Promise.reject(new PageRequestError('it stopped', 'start it'));
    expect(await offerWith(paired, failing)).toMatchObject({ by: 'alone', problem: 'it stopped' });
  });

  test('a worker that stopped before it told anything is a failure: a second try starts it again', async () => {
    await expect(offerWith(paired, () => Promise.reject(new WorkerStoppedError()))).rejects.toThrow(
      WorkerStoppedError,
    );
    const told = await offerWith(
      paired,
      telling(() => Promise.reject(new WorkerStoppedError())),
    );
    expect(told.rewrite.edits).toEqual([edit(4, 9)]);
  });

  test('shows the edits while the list is measured', async () => {
    const known: OfferProgress[] = [];
    await offerWith(
      paired,
      telling(async () => learned),
      known,
    );
    expect(known).toEqual([{ progress, draft: expect.objectContaining({ by: 'sidecar' }) }]);
    expect(known[0]?.draft?.rewrite).toMatchObject({ text: 'Our  team.', edits: [edit(4, 9)] });
  });

  test('keeps edits that were told when the measuring fails', async () => {
    const offer = await offerWith(
      paired,
      telling(() => Promise.reject(new PageRequestError('it stopped', 'start it'))),
    );
    expect(offer).toMatchObject({ by: 'sidecar', problem: 'it stopped', rewrite: { edits: [edit(4, 9)] } });
  });
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
