import { HTTPException } from 'hono/http-exception';
import type { Problem } from '../../shared/protocol/problem.ts';
import { MappingError } from '../import/column-mapping.ts';
import { BinaryFileError } from '../import/decode.ts';
import { HttpProblem, problemDocument } from '../security/http-problem.ts';
import { describeFault, type ServiceLog } from '../security/service-log.ts';
import { toStorageError } from '../storage/errors.ts';
import { TrainingError, UnknownRunError } from '../training-jobs/training-error.ts';
import { ServiceUnavailable } from './services.ts';

const unreadableTable =
  'Send a table with a header line, as CSV or JSON Lines, and choose among its columns.';

export interface ProblemAnswer {
  readonly document: Problem;
  readonly headers: Readonly<Record<string, string>>;
}

/** The problem document of an error. Faults of our own are logged and answered without detail. */
export function answerOf(error: unknown, route: string, log: ServiceLog): ProblemAnswer {
  if (error instanceof HttpProblem) {
    return { document: problemDocument(error.status, error.message, error.mend), headers: error.headers };
  }
  // Hono's own, such as malformed JSON.
  if (error instanceof HTTPException) {
    return { document: problemDocument(error.status, error.message), headers: {} };
  }
  if (error instanceof UnknownRunError) return { document: problemDocument(404, error.message), headers: {} };
  if (error instanceof TrainingError) {
    return { document: problemDocument(409, error.message, error.mend), headers: {} };
  }
  if (error instanceof MappingError || error instanceof BinaryFileError) {
    return { document: problemDocument(422, error.message, unreadableTable), headers: {} };
  }
  const unavailable = error instanceof ServiceUnavailable ? error : toStorageError(error);
  if (unavailable !== undefined) {
    return { document: problemDocument(503, unavailable.message, unavailable.mend), headers: {} };
  }
  log.write({ event: 'fault', route, ...describeFault(error) });
  const mend = 'Try again; if it happens again, run `autorefine doctor` and report what it says.';
  return { document: problemDocument(500, 'Something went wrong inside the service.', mend), headers: {} };
}
