import type { ImportKind, TableFormat } from '../../shared/protocol/company-data.ts';
import type { Edit } from '../../shared/protocol/edit.ts';
import type {
  Estimate,
  EstimateRequest,
  ProgressEvent,
  Rewrite,
  RewriteRequest,
} from '../../shared/protocol/rewrite.ts';
import type { ImportSummary, Match } from '../../shared/protocol/sidecar.ts';
import { MendableError } from '../mendable-error.ts';

/** What the routes need done. `services.ts` makes the real ones; tests pass small ones. */
export interface Matcher {
  /** The match list of a posting: the `k` best candidates with the parts of their scores, and the qualified pool. */
  match(text: string, k: number, signal?: AbortSignal): Promise<Match>;
}

export type RewriteEvent =
  | { readonly type: 'progress'; readonly progress: ProgressEvent }
  | { readonly type: 'edit'; readonly edit: Edit };

export interface RewriteRun {
  readonly signal?: AbortSignal;
  onEvent?(event: RewriteEvent): void;
}

export interface Rewriter {
  rewrite(request: RewriteRequest, run: RewriteRun): Promise<Rewrite>;
}

export interface Estimator {
  estimate(request: EstimateRequest, signal?: AbortSignal): Promise<Estimate>;
}

export interface MeasuringRun {
  readonly signal?: AbortSignal;
  onProgress?(progress: ProgressEvent): void;
}

export interface MatchListMeasurer {
  /** Measures what the report says of the match list; returns at once where that is done or switched off. */
  measure(run: MeasuringRun): Promise<void>;
}

export const reportFormats = ['html', 'pdf', 'csv', 'json'] as const;
export type ReportFormat = (typeof reportFormats)[number];

export interface RenderedReport {
  readonly body: string | Uint8Array<ArrayBuffer>;
  readonly contentType: string;
  readonly fileName: string;
}

export interface Reporter {
  /** @param options.actor who is named in the audit log as having seen the figures. */
  render(
    format: ReportFormat,
    options: { readonly actor: string; readonly signal?: AbortSignal },
  ): Promise<RenderedReport>;
}

export interface TableImport {
  readonly kind: ImportKind;
  readonly format: TableFormat;
  /** Columns chosen by hand, as `field=Column name`; candidates only. */
  readonly map: readonly string[];
  /** Counts what would happen and writes nothing. */
  readonly dryRun: boolean;
  readonly signal?: AbortSignal;
}

export interface TableImporter {
  /** Takes a table as it streams in. @throws MappingError, BinaryFileError, StorageError */
  importTable(body: ReadableStream<Uint8Array>, table: TableImport): Promise<ImportSummary>;
}

/** A service that cannot answer now, with what to do about it; answered with 503. */
export class ServiceUnavailable extends MendableError {
  override readonly name = 'ServiceUnavailable';
}
