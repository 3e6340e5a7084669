import { useCallback, useEffect } from 'react';
import type { Pool } from '../../../../shared/protocol/company-data.ts';
import type { Analyst } from '../../../ask-analyst.ts';
import { type Loading, useLoaded } from './use-loaded.ts';

/** How often a page looks whether the sample company is there, in milliseconds. */
const lookAgainEvery = 2000;

/** The company's counts. */
export interface Company extends Loading<Pool> {
  /** The sample company is written at the service's first start, all of it at once; until then there is nobody. */
  readonly beingMade: boolean;
}

/** How much there is, looked at again until the sample company is there. */
export function useCompany(analyst: Analyst): Company {
  const load = useCallback((signal: AbortSignal) => analyst.ask('pool', {}, signal), [analyst]);
  const { state, reload } = useLoaded(load);
  const beingMade = state.status === 'loaded' && state.value.sample && state.value.candidates === 0;
  useEffect(() => {
    if (!beingMade) return;
    const timer = setInterval(reload, lookAgainEvery);
    return () => clearInterval(timer);
  }, [beingMade, reload]);
  return { state, reload, beingMade };
}
