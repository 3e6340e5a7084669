/** One record of a file, or the reason why a place in it holds none. `line` counts from 1. */
export type Row =
  | { readonly line: number; readonly record: Readonly<Record<string, unknown>> }
  | { readonly line: number; readonly problem: string };
