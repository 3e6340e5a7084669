import { type Command, InvalidArgumentError, Option } from 'commander';
import { z } from 'zod';
import { defaultOllamaUrl } from '../language-model/ollama-client.ts';
import { defaultThreads } from '../training-jobs/default-threads.ts';
import { modelTrainingDefaults as defaults } from '../training-jobs/train-model.ts';
import { integerBetween, readOptions } from './common-options.ts';

/** Names that people know, by what the trainer calls them. */
export const refinementOf = { grpo: 'group', rloo: 'leave-one-out', dpo: 'ranked-pairs' } as const;
const storedTypes = ['Q8_0', 'Q4_0'] as const;
const refinements = ['grpo', 'rloo', 'dpo'] as const;

const ownOptions = {
  base: z.string().optional(),
  baseFile: z.string().optional(),
  take: z.string().optional(),
  postings: z.string().optional(),
  ollama: z.string(),
  rounds: z.number(),
  alignRounds: z.number(),
  tasks: z.number(),
  answers: z.number(),
  selectTasks: z.number(),
  reportTasks: z.number(),
  threads: z.number(),
  refinement: z.enum(refinements),
  storedAs: z.enum(storedTypes),
  onBattery: z.boolean().default(false),
  resume: z.boolean().default(false),
  finish: z.boolean().default(false),
  list: z.boolean().default(false),
  compare: z.string().optional(),
  pairsOut: z.string().optional(),
  choices: z.string().optional(),
  export: z.string().optional(),
  out: z.string().optional(),
  remove: z.string().optional(),
  rollBack: z.boolean().default(false),
};

/** What stands on the line of `train model`. */
export type ModelOptions = ReturnType<typeof readModelOptions>;
export const readModelOptions = (command: Command) => readOptions(command, ownOptions);

const count = integerBetween(1, 10_000);

export function addModelOptions(command: Command): Command {
  return command
    .option('--base <name>', 'installed model to start from, such as llama3.2:1b')
    .option(
      '--base-file <file>',
      'a .gguf file in place of --base, trained without Ollama; slower, and not put in force',
    )
    .option(
      '--take <path>',
      'judge and deploy what another trainer made of --base: a PEFT folder or a .gguf file',
    )
    .option('--postings <file>', 'postings of a .csv or .jsonl file in place of the past postings')
    .option('--ollama <url>', 'where Ollama answers', parseUrl, defaultOllamaUrl)
    .option('--rounds <number>', 'most rounds', count, 20)
    .option(
      '--align-rounds <number>',
      'first rounds, which imitate the best answers',
      integerBetween(0, 10_000),
      defaults.alignRounds,
    )
    .option('--tasks <number>', 'sentences a round', count, defaults.tasksPerRound)
    .option('--answers <number>', 'answers to each sentence', count, defaults.answersPerTask)
    .option('--select-tasks <number>', 'most sentences to stop early by', count, defaults.selectTasks)
    .option('--report-tasks <number>', 'most sentences to report on', count, defaults.reportTasks)
    .option('--threads <number>', 'processor threads; 1 repeats bit by bit', count, defaultThreads())
    .addOption(
      new Option('--refinement <name>', 'how answers become a step after the first rounds')
        .choices([...refinements])
        .default('grpo'),
    )
    .addOption(
      new Option(
        '--stored-as <type>',
        'how trained matrices are stored: Q4_0 takes half the room and loses more',
      )
        .choices([...storedTypes])
        .default('Q8_0'),
    )
    .option('--on-battery', 'go on while the machine runs on its battery')
    .option('--resume', 'go on with a run that was stopped')
    .option(
      '--finish',
      'with the same options: judge the best of a run that was stopped, without another round',
    )
    .option('--list', 'show the trained models and what they take')
    .option(
      '--compare <name>',
      'choose blind between what a trained model and the policy made of 50 sentences; a model that is preferred rewrites from then on',
    )
    .option('--pairs-out <file>', 'with --compare: write the open pairs as JSON lines in place of asking')
    .option('--choices <file>', 'with --compare: read what was answered, lines of {"id", "choice"}')
    .option('--export <name>', 'copy a trained model to --out: .gguf file, PEFT adapter and card')
    .option('--out <folder>', 'with --export: an empty folder')
    .option('--remove <name>', 'delete a trained model')
    .option('--roll-back', 'withdraw the model in force, so that the one before it is in force again');
}

function parseUrl(value: string): string {
  if (/^https?:\/\//.test(value) && URL.canParse(value)) return value.replace(/\/$/, '');
  throw new InvalidArgumentError(`It must be an address such as ${defaultOllamaUrl}.`);
}
