import type { ImportKind, ImportPreview } from '../../../../shared/protocol/company-data.ts';
import type { ImportSummary } from '../../../../shared/protocol/sidecar.ts';

/** A file that was chosen, and what the local service would make of it. */
export interface ChosenFile {
  readonly file: File;
  readonly kind: ImportKind;
  readonly preview: ImportPreview;
  /** Columns chosen by hand, as `field=Column`. */
  readonly map: readonly string[];
}

/** From a file to what became of it: choose, look at the columns, try without writing, import. */
export type ImportState =
  | { readonly step: 'choose' }
  | ({ readonly step: 'columns' } & ChosenFile)
  | ({ readonly step: 'tried' | 'imported'; readonly summary: ImportSummary } & ChosenFile);

export const noImport: ImportState = { step: 'choose' };

/** Nothing would be written: the file is known already, or every line is refused. */
export function wouldWrite({ imported, updated }: ImportSummary): boolean {
  return imported + updated > 0;
}
