import { z } from 'zod';
import packageFile from '../../../package.json' with { type: 'json' };
import { hashText } from '../../../shared/hash.ts';
import type { AttributeStore } from '../../storage/attributes.ts';
import { wholeText } from '../../storage/postings.ts';
import type { Store } from '../../storage/store.ts';
import { policyKind } from '../../training-jobs/train-policy.ts';
import { type MatchListFigures, matchListFiguresSchema } from './match-list-figures.ts';

const kind = 'match-list';
const keptSchema = z.array(matchListFiguresSchema);

export interface MatchListCacheSources {
  readonly store: Store;
  readonly attributes: Pick<AttributeStore, 'revision'>;
  readonly seed: number;
}

export interface MatchListCache {
  /**
   * Names everything the figures rest on: the postings' texts, the revision of candidates and self-reports, statements,
   * promoted policy, switches, seed and version. Asking again under the same key tells nothing new about anyone.
   */
  key(): string;
  /** The figures measured under this key; undefined when they are not measured yet. */
  read(key: string): MatchListFigures[] | undefined;
  /** Replaces whatever was measured before. */
  write(key: string, figures: readonly MatchListFigures[]): void;
}

export function createMatchListCache({ store, attributes, seed }: MatchListCacheSources): MatchListCache {
  return {
    key: () => {
      const { optimising, sample } = store.settings.read();
      const texts = store.postings.all().map((posting) => hashText(wholeText(posting)));
      const statements = store.statements.all().map(({ text }) => text);
      const revisions = [store.candidates.revision(), attributes.revision()];
      const policy = store.policies.current(policyKind)?.policyId;
      const { version } = packageFile;
      const all = { texts, statements, revisions, policy, optimising, sample, seed, version };
      return hashText(JSON.stringify(all));
    },
    read: (key) => store.measurements.read(kind, key, keptSchema),
    write: (key, figures) =>
      store.transaction(() => {
        store.measurements.clear(kind);
        store.measurements.write(kind, key, figures);
      }),
  };
}
