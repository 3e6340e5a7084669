import type { Start } from './duty-cycle.ts';

/** A clock that stands still until it is moved, with timers that run when it passes them. */
export function createClock() {
  let time = 0;
  let timers: { at: number; run: () => void }[] = [];
  const start: Start = (run, delay) => {
    const timer = { at: time + delay, run };
    timers.push(timer);
    return () => {
      timers = timers.filter((one) => one !== timer);
    };
  };
  return {
    now: () => time,
    start,
    /** Work that takes so long. */
    spend(took: number) {
      time += took;
    },
    moveTo(end: number) {
      for (;;) {
        const next = timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
        if (!next) break;
        timers = timers.filter((one) => one !== next);
        time = Math.max(time, next.at);
        next.run();
      }
      time = Math.max(time, end);
    },
  };
}
