import { createRoute } from '@hono/zod-openapi';
import { analystCalls } from '../../shared/protocol/analyst.ts';
import { HttpProblem } from '../security/http-problem.ts';
import { policyKind } from '../storage/policy-kinds.ts';
import type { Store } from '../storage/store.ts';
import type { AppDependencies } from './dependencies.ts';
import { createRouter, replyOf, routeOf } from './route-parts.ts';

export function policyRoutes({ clients, store }: AppDependencies) {
  const { policies, promotePolicy, rollBackPolicy } = analystCalls;
  const list = createRoute({ ...routeOf(policies, clients), responses: replyOf(policies, 'The versions') });
  const promote = createRoute({
    ...routeOf(promotePolicy, clients),
    request: { params: promotePolicy.inPath },
    responses: replyOf(promotePolicy, 'The versions, with this one in force'),
  });
  const rollBack = createRoute({
    ...routeOf(rollBackPolicy, clients),
    responses: replyOf(rollBackPolicy, 'The versions, with the one before in force'),
  });

  let loading: ReturnType<typeof loadReader> | undefined;
  const reader = () => {
    loading ??= loadReader();
    return loading;
  };
  const versions = async () => ({ policies: (await reader()).read(store) });

  return createRouter()
    .openapi(list, async (c) => {
      store.auditLog.add(c.get('client').client, 'figures-seen', { policies: true });
      return c.json(await versions(), 200);
    })
    .openapi(promote, async (c) => {
      const { id } = c.req.valid('param');
      if (!store.policies.ids(policyKind).includes(id)) {
        throw new HttpProblem(404, 'There is no policy of this id.', 'List them at /v1/policies.');
      }
      if (store.policies.current(policyKind)?.policyId === id) {
        throw new HttpProblem(409, 'This policy is in force already.');
      }
      const { record, decision } = (await reader()).promotionOf(store, id) ?? {};
      if (decision?.promoted !== true) {
        const failed = decision?.checks.filter(({ passed }) => !passed) ?? [];
        throw new HttpProblem(
          409,
          failed.length === 0
            ? 'This policy has no record of a run that it passed.'
            : `This policy did not pass: ${failed.map(({ check, found }) => `${check} (${found})`).join('; ')}.`,
          'Train again with more postings or candidates; only a policy that passes every check is put in force.',
        );
      }
      store.transaction(() => {
        store.policies.promote(id, policyKind, record);
        store.auditLog.add(c.get('client').client, 'promoted', { policyId: id });
      });
      return c.json(await versions(), 200);
    })
    .openapi(rollBack, async (c) => {
      const withdrawn = store.policies.current(policyKind)?.policyId;
      if (withdrawn === undefined) throw new HttpProblem(409, 'No policy is in force.');
      store.transaction(() => {
        store.policies.withdraw(policyKind);
        store.auditLog.add(c.get('client').client, 'rolled-back', { policyId: withdrawn });
      });
      return c.json(await versions(), 200);
    });
}

/** Rules and policies, which tell what a policy prefers, are loaded with the first call: no start waits for them. */
async function loadReader() {
  const [{ createDetector }, { createWordingExamples }, { promotionOf, readPolicies }] = await Promise.all([
    import('../../shared/detection/detector.ts'),
    import('../training-jobs/policy-preferences.ts'),
    import('../training-jobs/read-policies.ts'),
  ]);
  const examples = createWordingExamples(createDetector());
  return { promotionOf, read: (store: Store) => readPolicies(store, examples) };
}
