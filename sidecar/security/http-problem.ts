import { STATUS_CODES } from 'node:http';
import type { Problem } from '../../shared/protocol/problem.ts';

/** A request that is refused; `app.ts` answers with its RFC 9457 document. */
export class HttpProblem extends Error {
  override readonly name = 'HttpProblem';
  readonly status: number;
  readonly mend: string | undefined;
  /** Extra headers of the answer, such as `Retry-After`. */
  readonly headers: Readonly<Record<string, string>>;
  constructor(status: number, detail: string, mend?: string, headers: Readonly<Record<string, string>> = {}) {
    super(detail);
    this.status = status;
    this.mend = mend;
    this.headers = headers;
  }
}

/** The problem document of a status. `detail` never quotes a posting or a candidate. */
export function problemDocument(status: number, detail: string, mend?: string): Problem {
  return {
    type: 'about:blank',
    title: STATUS_CODES[status] ?? 'Error',
    status,
    detail,
    ...(mend === undefined ? {} : { mend }),
  };
}
