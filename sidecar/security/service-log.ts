import { appendFileSync, chmodSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** What may stand in the log: names, numbers and states. No field can carry the text of a posting or a candidate. */
export type LogEntry =
  | { readonly event: 'started'; readonly version: string; readonly port: number }
  | { readonly event: 'stopped' }
  | { readonly event: 'retention'; readonly people: number; readonly unreachable: number }
  | {
      readonly event: 'request';
      readonly method: string;
      /** The route's pattern, never the path as sent, which could carry anything. */
      readonly route: string;
      readonly status: number;
      readonly milliseconds: number;
    }
  | { readonly event: 'fault'; readonly route: string; readonly error: string; readonly at: string };

export interface ServiceLog {
  write(entry: LogEntry): void;
}

/** Describes an error without its message, which may quote data: the name and where in our code it came from. */
export function describeFault(error: unknown): { error: string; at: string } {
  if (!(error instanceof Error)) return { error: typeof error, at: '' };
  const at = error.stack?.split('\n').find((line) => /^\s+at /.test(line)) ?? '';
  return { error: error.name, at: at.trim().replace(/\(?(file:\/\/)?\/.*\/(?=[^/]+$)/, '(') };
}

/** One JSON object a line, in a file of mode 0600 that is rotated: `sidecar.log`, `sidecar.log.1`, … */
export function createServiceLog(
  file: string,
  now: () => Date,
  { maxBytes = 1024 * 1024, keep = 5 }: { maxBytes?: number; keep?: number } = {},
): ServiceLog {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  return {
    write(entry) {
      if (existsSync(file) && statSync(file).size >= maxBytes) rotate(file, keep);
      const isNew = !existsSync(file);
      appendFileSync(file, `${JSON.stringify({ at: now().toISOString(), ...entry })}\n`, { mode: 0o600 });
      if (isNew) chmodSync(file, 0o600);
    },
  };
}

function rotate(file: string, keep: number): void {
  rmSync(`${file}.${keep}`, { force: true });
  for (let n = keep - 1; n >= 1; n -= 1) {
    if (existsSync(`${file}.${n}`)) renameSync(`${file}.${n}`, `${file}.${n + 1}`);
  }
  renameSync(file, `${file}.1`);
}
