import { createDetector, type Detector } from '../../shared/detection/detector.ts';
import type { Store } from '../storage/store.ts';

/** Checks with the rules that ship and the company's own packs; compiled anew when these change. */
export function createCompanyDetector({ rulePacks }: Pick<Store, 'rulePacks'>): Pick<Detector, 'check'> {
  let compiled: { readonly revision: string; readonly detector: Detector } | undefined;
  return {
    check(text) {
      const revision = rulePacks.revision();
      if (compiled?.revision !== revision) {
        compiled = { revision, detector: createDetector({ packs: rulePacks.all() }) };
      }
      return compiled.detector.check(text);
    },
  };
}
