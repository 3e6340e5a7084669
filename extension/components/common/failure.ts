import { PageRequestError } from '../../pages-client.ts';
import { texts } from '../../texts.ts';

/** What a reader is told when something fails: what happened, and what to do. */
export interface Failure {
  readonly reason: string;
  readonly mend: string;
}

export function failureOf(error: unknown): Failure {
  if (error instanceof PageRequestError) return { reason: error.message, mend: error.mend };
  const reason = error instanceof Error ? error.message : texts.common.unknownError;
  return { reason, mend: texts.common.unknownMend };
}
