import type { RegisterCommand } from './context.ts';

/** A command file, loaded when it is asked for: most of what the commands need, no single one does. */
export interface CommandModule {
  readonly names: readonly [string, ...string[]];
  load(): Promise<RegisterCommand>;
}

/** Every command, in the order of the help. */
export const commandModules: readonly CommandModule[] = [
  { names: ['check'], load: async () => (await import('./check.ts')).registerCheck },
  { names: ['rewrite'], load: async () => (await import('./rewrite.ts')).registerRewrite },
  { names: ['import'], load: async () => (await import('./import.ts')).registerImport },
  { names: ['match'], load: async () => (await import('./match.ts')).registerMatch },
  { names: ['evaluate'], load: async () => (await import('./evaluate.ts')).registerEvaluate },
  { names: ['environment'], load: async () => (await import('./environment.ts')).registerEnvironment },
  { names: ['audit'], load: async () => (await import('./audit.ts')).registerAudit },
  { names: ['report'], load: async () => (await import('./report.ts')).registerReport },
  { names: ['train'], load: async () => (await import('./train.ts')).registerTrain },
  { names: ['policy'], load: async () => (await import('./policy.ts')).registerPolicy },
  { names: ['outcomes'], load: async () => (await import('./outcomes.ts')).registerOutcomes },
  { names: ['start'], load: async () => (await import('./start.ts')).registerStart },
  { names: ['serve'], load: async () => (await import('./serve.ts')).registerServe },
  { names: ['service'], load: async () => (await import('./service.ts')).registerService },
  { names: ['doctor'], load: async () => (await import('./doctor.ts')).registerDoctor },
  { names: ['settings'], load: async () => (await import('./settings.ts')).registerSettings },
  { names: ['tokens'], load: async () => (await import('./tokens.ts')).registerTokens },
  { names: ['export'], load: async () => (await import('./export.ts')).registerExport },
  { names: ['erase'], load: async () => (await import('./erase.ts')).registerErase },
  { names: ['hold'], load: async () => (await import('./hold.ts')).registerHold },
  { names: ['backup', 'restore'], load: async () => (await import('./backup.ts')).registerBackup },
  { names: ['encrypt', 'decrypt'], load: async () => (await import('./encrypt.ts')).registerEncrypt },
];

/** The modules that a command line names; all of them where it names none, such as for the help. */
export function modulesNamed(args: readonly string[]): readonly CommandModule[] {
  const named = commandModules.filter(({ names }) => names.some((name) => args.includes(name)));
  return named.length === 0 || args[0] === 'help' ? commandModules : named;
}
