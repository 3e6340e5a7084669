import { z } from 'zod';
import packageFile from '../../../package.json' with { type: 'json' };
import { hashText } from '../../../shared/hash.ts';
import type { AttributeStore } from '../../storage/attributes.ts';
import { policyKind } from '../../storage/policy-kinds.ts';
import { wholeText } from '../../storage/postings.ts';
import type { Store } from '../../storage/store.ts';
import { editEffectsSchema } from '../edit-effects/edit-effects.ts';
import { matchListFiguresSchema } from './match-list-figures.ts';

export interface MeasuredSources {
  readonly store: Store;
  readonly attributes: Pick<AttributeStore, 'revision'>;
  readonly seed: number;
}

/** What was measured over the past postings, kept until something that it rests on changes. */
export interface MeasuredCache<T> {
  /**
   * Names everything the figures rest on: the postings' texts, the revision of candidates and self-reports, statements,
   * rule packs, promoted policy, switches, the recommender and what it learned from, seed and version. Asking again under the same key tells nothing new about anyone.
   */
  key(): string;
  /** What was measured under this key; undefined when it is not measured yet. */
  read(key: string): T | undefined;
  /** What was measured last, whether or not something has changed since. */
  latest(): T | undefined;
  /** Replaces whatever was measured before. */
  write(key: string, measured: T): void;
}

export const createMatchListCache = (sources: MeasuredSources) =>
  createMeasuredCache('match-list', z.array(matchListFiguresSchema), sources);
export type MatchListCache = ReturnType<typeof createMatchListCache>;

/** The list by the recommender that `interactions` re-ranks, measured where that one is chosen. */
export const createEmbeddedListCache = (sources: MeasuredSources) =>
  createMeasuredCache('embedded-match-list', z.array(matchListFiguresSchema), sources);

export const createEditEffectCache = (sources: MeasuredSources) =>
  createMeasuredCache('edit-effects', editEffectsSchema, sources);
export type EditEffectCache = ReturnType<typeof createEditEffectCache>;

function createMeasuredCache<T>(
  kind: string,
  schema: z.ZodType<T>,
  { store, attributes, seed }: MeasuredSources,
): MeasuredCache<T> {
  return {
    key: () => {
      const { optimising, sample, recommender } = store.settings.read();
      const learnedFrom = recommender.kind === 'interactions' ? store.outcomes.count() : 0;
      const texts = store.postings.all().map((posting) => hashText(wholeText(posting)));
      const statements = store.statements.all().map(({ text }) => text);
      const revisions = [store.candidates.revision(), attributes.revision()];
      const rulePacks = store.rulePacks.revision();
      const policy = store.policies.current(policyKind)?.policyId;
      const { version } = packageFile;
      const all = {
        ...{ texts, statements, revisions, rulePacks, policy },
        ...{ recommender, learnedFrom, optimising, sample, seed, version },
      };
      return hashText(JSON.stringify(all));
    },
    read: (key) => store.measurements.read(kind, key, schema),
    latest: () => store.measurements.all(kind, schema).at(0),
    write: (key, measured) =>
      store.transaction(() => {
        store.measurements.clear(kind);
        store.measurements.write(kind, key, measured);
      }),
  };
}
