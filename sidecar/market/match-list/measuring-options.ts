import type { Finding } from '../../../shared/protocol/finding.ts';
import type { ProgressEvent } from '../../../shared/protocol/rewrite.ts';
import { wholeText } from '../../storage/postings.ts';
import type { Store } from '../../storage/store.ts';
import type { OpenMarket } from '../market.ts';
import { promotedPolicy } from '../promoted-policy.ts';
import type { MeasuringOptions } from './measuring-ground.ts';

export interface MeasuringSources {
  readonly store: Store;
  readonly open: OpenMarket;
  readonly findings: (text: string) => readonly Finding[];
  readonly seed: number;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: ProgressEvent) => void;
}

/** The company's past postings with what is in force, ready to be measured. */
export function measuringOptions({ store, open, ...rest }: MeasuringSources): MeasuringOptions {
  return {
    ...rest,
    market: open,
    policy: promotedPolicy(store),
    postings: store.postings.all().map((posting) => ({ id: posting.externalId, text: wholeText(posting) })),
    statements: store.statements.all(),
  };
}
