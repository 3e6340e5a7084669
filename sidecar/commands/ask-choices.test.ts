import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import { askChoices } from './ask-choices.ts';
import { keptContext } from './run-command.fixture.ts';

const open = ['one', 'two', 'three'].map((id) => ({ id, before: `${id} before`, a: `${id} x`, b: '' }));

/** A terminal at which these keys are pressed, chunk by chunk. */
async function ask(...keys: string[]) {
  const raw: boolean[] = [];
  const stdin = Object.assign(new PassThrough(), { setRawMode: (on: boolean) => raw.push(on) });
  const { context, error } = keptContext('');
  const chosen: string[] = [];
  for (const key of keys) stdin.write(key);
  await askChoices(
    { open, pairs: 5, onChoice: (id, choice) => chosen.push(`${id} ${choice}`) },
    { ...context, stdin },
  );
  return { chosen, raw, shown: error() };
}

it('shows one pair after the other, counted within the whole comparison, and ends with the last', async () => {
  const { chosen, raw, shown } = await ask('a', 'B', '=');
  expect(chosen).toEqual(['one a', 'two b', 'three =']);
  expect(raw).toEqual([true, false]);
  expect(shown.match(/\d of 5/g)).toEqual(['3 of 5', '4 of 5', '5 of 5']);
  expect(shown).toContain('  A  one x\n  B  (the sentence is taken out)\n');
});

it.each([
  ['q', 'q'],
  ['Ctrl-C', '\u0003'],
  ['Ctrl-D', '\u0004'],
])('stops at %s with what was answered', async (_, key) => {
  expect((await ask('a', key, 'b')).chosen).toEqual(['one a']);
});

it('takes keys that come together one by one, and neither other keys nor arrows for an answer', async () => {
  expect((await ask('x \r', '\u001b[A', 'a=q')).chosen).toEqual(['one a', 'two =']);
});
