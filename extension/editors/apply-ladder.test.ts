import { describe, expect, test } from 'vitest';
import { climb } from './apply-ladder.ts';
import type { EditorSurroundings } from './contract.ts';
import type { Step } from './steps.ts';

/** A field whose text the steps change, and what happened to it. */
function setup(text: string, canCopy = true) {
  const state = { text, ran: [] as string[], copied: [] as string[] };
  const field = {
    root: {} as HTMLElement,
    read: () => ({ text: state.text, segments: [] }),
    rangeFor: () => (state.text.includes('ninja') ? ({} as Range) : undefined),
  };
  const surroundings = {
    settle: async () => undefined,
    copy: async (copied: string) => {
      state.copied.push(copied);
      return canCopy;
    },
  } as unknown as EditorSurroundings;
  const step = (how: Step['how'], run: () => boolean): Step => ({
    how,
    run: async () => {
      state.ran.push(how);
      return run();
    },
  });
  const write = (next: string) => {
    state.text = next;
    return true;
  };
  const start = text.indexOf('ninja');
  const apply = (steps: readonly Step[]) =>
    climb(field, steps, { start, end: start + 'ninja'.length }, 'expert', surroundings);
  return { state, step, write, apply };
}

const before = 'We want a ninja here.';
const after = 'We want a expert here.';

describe('ways to change a field, one after the other', () => {
  test('the first that reads back right is the last that runs', async () => {
    const { state, step, write, apply } = setup(before);
    const result = await apply([
      step('replaced', () => false),
      step('typed', () => write(after)),
      step('pasted', () => write('twice')),
    ]);
    expect(result).toEqual({ ok: true, how: 'typed' });
    expect(state).toMatchObject({ text: after, ran: ['replaced', 'typed'], copied: [] });
  });

  test('one that says yes and changes nothing is no success: the next is tried', async () => {
    const { state, step, write, apply } = setup(before);
    const result = await apply([step('typed', () => true), step('pasted', () => write(after))]);
    expect(result).toEqual({ ok: true, how: 'pasted' });
    expect(state.text).toBe(after);
  });

  test('one that does something else ends it: no second change comes on top', async () => {
    const { state, step, write, apply } = setup(before);
    const result = await apply([
      step('typed', () => write('We want a ninjaexpert here.')),
      step('pasted', () => write(after)),
    ]);
    expect(result).toMatchObject({ ok: false, how: 'typed', why: expect.stringContaining('Undo') });
    expect(state).toMatchObject({ ran: ['typed'], copied: [] });
  });

  test('when none works the text waits on the clipboard, and that is said', async () => {
    const { state, step, apply } = setup(before);
    const result = await apply([step('typed', () => false), step('pasted', () => true)]);
    expect(result).toMatchObject({ ok: false, how: 'clipboard', why: expect.stringContaining('clipboard') });
    expect(state).toMatchObject({ text: before, copied: ['expert'] });
  });

  test('a clipboard that refuses is not promised', async () => {
    const { apply } = setup(before, false);
    const result = await apply([]);
    expect(result).toMatchObject({ ok: false, how: 'none', why: expect.not.stringContaining('clipboard') });
  });

  test('text that is gone is not looked for elsewhere', async () => {
    const { state, step, write, apply } = setup(before);
    state.text = 'Something else.';
    const result = await apply([step('typed', () => write(after))]);
    expect(result).toMatchObject({ ok: false, how: 'none' });
    expect(state.ran).toEqual([]);
  });
});
