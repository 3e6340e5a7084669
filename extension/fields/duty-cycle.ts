/** Work may take one part in forty of the time: after work that took t, nothing runs for 39 t. */
const restPerWork = 39;

/** Runs something once, after at least `delay` milliseconds; what it returns calls that off. */
export type Start = (run: () => void, delay: number) => () => void;

export const inTask: Start = (run, delay) => {
  const timer = setTimeout(run, delay);
  return () => clearTimeout(timer);
};

/** In the next frame after the delay; a window that is not visible gets none. */
export const inFrame: Start = (run, delay) => {
  let frame = 0;
  const ask = () => {
    frame = requestAnimationFrame(run);
  };
  const timer = delay > 0 ? setTimeout(ask, delay) : undefined;
  if (delay <= 0) ask();
  return () => {
    clearTimeout(timer);
    cancelAnimationFrame(frame);
  };
};

export interface Chore {
  /** Asks for the work; however often it is asked for until it runs, it runs once. */
  request(): void;
  /** Does the work at once, without a rest before or after it: for what the user or the extension asks, not the page. */
  runNow(): void;
}

/**
 * Bounds what the chores of a page cost together, however often it asks for them: to 2.5 % of the time, layouts that they
 * force included. What is asked for after a rest is done at once.
 */
export interface DutyCycle {
  /** @param pause from the end of one run to the start of the next, at least; asked after each run. Milliseconds. */
  chore(work: () => void, start: Start, pause?: () => number): Chore;
}

/** Everything that is still to run is called off with the signal. */
export function createDutyCycle(signal: AbortSignal, now: () => number = () => performance.now()): DutyCycle {
  let restedAt = Number.NEGATIVE_INFINITY;
  return {
    chore(work, start, pause = () => 0) {
      let ready = Number.NEGATIVE_INFINITY;
      let callOff: (() => void) | undefined;
      const delay = () => Math.max(0, ready - now(), restedAt - now());

      const runNow = () => {
        callOff?.();
        callOff = undefined;
        if (signal.aborted) return;
        try {
          work();
        } finally {
          ready = now() + pause();
        }
      };
      const runWhenRested = () => {
        callOff = undefined;
        // Another chore may have run meanwhile.
        if (delay() > 0) return request();
        const began = now();
        try {
          runNow();
        } finally {
          const ended = now();
          restedAt = Math.max(restedAt, ended + restPerWork * (ended - began));
        }
      };
      const request = () => {
        if (!signal.aborted) callOff ??= start(runWhenRested, delay());
      };
      signal.addEventListener('abort', () => callOff?.());
      return { request, runNow };
    },
  };
}
