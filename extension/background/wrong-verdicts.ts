import type { WrongVerdict } from '../messages.ts';
import { wrongVerdicts } from '../settings.ts';

/** The newest are kept; more would say little that these do not. */
const mostVerdicts = 2_000;

/** Changes are made one after the other, so that two frames that report together do not undo each other. */
let queue: Promise<unknown> = Promise.resolve();

/** Keeps that a mark was called wrong: which rule, and the hashed words around it. No text, no site, no time. */
export function keepVerdict(verdict: WrongVerdict): Promise<void> {
  const next = queue.then(async () => {
    await wrongVerdicts.set([...(await wrongVerdicts.get()), verdict].slice(-mostVerdicts));
  });
  queue = next.catch(() => undefined);
  return next;
}
