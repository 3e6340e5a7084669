/** Seconds on the clock and of the processor since the start: the second tells slow code from a busy machine. */
export function startTimes(): () => { readonly seconds: number; readonly processor: number } {
  const start = performance.now();
  const used = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(used);
    return { seconds: (performance.now() - start) / 1000, processor: (user + system) / 1e6 };
  };
}
