/** What a login service runs: absolute paths, so that it starts from nowhere in particular. */
export interface ServiceProgram {
  readonly node: string;
  /** `sidecar/autorefine.mjs` of this install. */
  readonly program: string;
  readonly data: string;
}

/** The file that a platform's service manager reads, and the commands that make it take effect. */
export interface ServiceDefinition {
  /** Below the user's home folder. */
  readonly path: string;
  readonly content: string | Buffer;
  /** Run in this order; each is a program with its arguments, never a shell line. */
  readonly install: readonly (readonly string[])[];
  readonly remove: readonly (readonly string[])[];
  readonly status: readonly string[];
}

export const serviceName = 'autorefine';
export const launchdLabel = 'org.autorefine.sidecar';

/** Arguments after the Node program. */
export const serviceArguments = ({ program, data }: ServiceProgram): string[] => [
  program,
  'serve',
  '--data',
  data,
];
