import type { Match } from '../../shared/protocol/sidecar.ts';
import { qualifiedPool } from '../../training/qualified-pool.ts';
import { type Matcher, ServiceUnavailable } from '../routes/services.ts';
import type { ServicesOptions } from './services-options.ts';

/** The match list in the recommender's order, and the pool of those who meet the explicit requirements. Never shares. */
export function createMatcher({ market }: Pick<ServicesOptions, 'market'>): Matcher {
  return {
    async match(text, k, signal): Promise<Match> {
      const open = await market.current();
      signal?.throwIfAborted();
      if (open === undefined) {
        throw new ServiceUnavailable(
          'No candidates have been imported, so there is no list.',
          'Import them first: autorefine import candidates FILE.',
        );
      }
      const requirements = open.readRequirements(text);
      const { occupation, years, skills, licences } = requirements;
      const { members, relaxed } = qualifiedPool(requirements, open.pool, { members: open.everyone });
      const candidates = await open.explain(text, k, signal);
      return {
        candidates: candidates.map(({ id, score, parts }) => ({ id, score, parts })),
        qualifiedPool: {
          size: members.length,
          requirements: {
            ...(occupation === undefined ? {} : { occupation }),
            skills: [...skills],
            licences: [...licences],
            ...(years === undefined ? {} : { years }),
          },
          relaxed,
        },
      };
    },
  };
}
