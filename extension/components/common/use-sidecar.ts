import { useCallback, useEffect, useState } from 'react';
import type { SidecarState } from '../../messages.ts';
import type { SendRequest } from '../../pages-client.ts';
import { failureOf } from './failure.ts';
import { useTask } from './use-task.ts';

export interface SidecarControls {
  /** `undefined` until the first answer. */
  readonly sidecar: SidecarState | undefined;
  readonly set: (state: SidecarState) => void;
  readonly refresh: () => void;
}

/** How often a page looks again while the local service is absent, in milliseconds. */
const lookAgainEvery = 3000;

/** The state of the local service; looked for again by itself while it is absent and the page is in view. */
export function useSidecar(send: SendRequest): SidecarControls {
  const [sidecar, set] = useState<SidecarState>();
  const task = useTask();

  const refresh = useCallback(() => {
    task.run(
      async (signal) => set(await send({ type: 'page/health' }, signal)),
      (error) => set({ state: 'absent', detail: failureOf(error).reason }),
    );
  }, [send, task]);

  useEffect(refresh, [refresh]);
  useEffect(() => {
    if (sidecar?.state !== 'absent') return;
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') refresh();
    }, lookAgainEvery);
    return () => clearInterval(timer);
  }, [sidecar, refresh]);

  return { sidecar, set, refresh };
}
