import { type PairChoice, pairChoiceSchema, type ShownPair } from '../storage/model-comparisons.ts';
import type { CommandContext } from './context.ts';
import { readKeys } from './read-keys.ts';

export interface ChoicesToAsk {
  /** Pairs nobody has answered, in order. */
  readonly open: readonly ShownPair[];
  /** Pairs of the whole comparison. */
  readonly pairs: number;
  readonly onChoice: (id: string, choice: PairChoice) => void;
}

/** Shows pair after pair at the terminal, one key each; ends when all are answered, or with `q`. */
export async function askChoices(
  { open, pairs, onChoice }: ChoicesToAsk,
  context: CommandContext,
): Promise<void> {
  const left = [...open];
  const { stderr } = context;
  const show = () => {
    const pair = left[0];
    if (pair) stderr.write(describePair(pair, pairs - left.length + 1, pairs));
  };
  stderr.write(
    `Sentences of your postings, each rewritten in two ways: by the model, and by the policy engine. Which is which is told once all ${pairs} are answered.\n`,
  );
  show();
  for await (const key of readKeys(context)) {
    const pair = left[0];
    if (pair === undefined || key === 'q') break;
    const { data: choice } = pairChoiceSchema.safeParse(key.toLowerCase());
    if (choice === undefined) continue;
    onChoice(pair.id, choice);
    stderr.write(`${choice}\n`);
    left.shift();
    if (left.length === 0) return;
    show();
  }
  stderr.write('\n');
}

function describePair({ before, a, b }: ShownPair, number: number, pairs: number): string {
  const shown = (text: string) => (text === '' ? '(the sentence is taken out)' : text);
  return [
    '',
    `${number} of ${pairs}`,
    `     ${before}`,
    `  A  ${shown(a)}`,
    `  B  ${shown(b)}`,
    'Which would you rather publish? a, b, = for neither, q to stop: ',
  ].join('\n');
}
