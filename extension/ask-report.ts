import { askOverPort } from './ask-over-port.ts';
import { ports, type ReportFile, type ReportFormat, reportFileSchema } from './port-messages.ts';

/**
 * Asks the worker for the report. It may take minutes after a start, when the list is still to be measured.
 * @throws PageRequestError when the sidecar refuses; the signal's reason when aborted, which ends the work.
 */
export type AskReport = (format: ReportFormat, signal?: AbortSignal) => Promise<ReportFile>;

/** `AskReport` over chrome's ports. */
export const askReport: AskReport = async (format, signal) =>
  reportFileSchema.parse(await askOverPort(ports.report, { format }, () => undefined, signal));
