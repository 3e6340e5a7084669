/**
 * What an outsider can work out of a hidden count. A published additive table is a network: counts are flows, "the
 * parts add up to the total" is conservation. The true table is one flow; every other flow that agrees with the
 * published arcs is another table that the reader cannot rule out.
 */
export interface CountArc {
  readonly from: number;
  readonly to: number;
  readonly value: number;
  /** Least and largest value the reader must allow for a hidden count; a published count is fixed. */
  readonly floor: number;
  readonly ceiling: number;
  readonly published: boolean;
}

/**
 * Least and greatest value of arc `index` over all whole-number tables that agree with what is published.
 * Exact: the largest rise of an arc is the largest flow from its head back to its tail through what may still change
 * (Ford and Fulkerson 1956; for suppression Cox 1980 and Fischetti and Salazar 2001).
 * @param enough stop once the range is known to hold this many values.
 */
export function disclosureRange(
  arcs: readonly CountArc[],
  index: number,
  enough: number,
): { lower: number; upper: number } {
  const arc = arcs[index];
  if (arc === undefined) throw new RangeError(`arc ${index} of ${arcs.length}`);
  if (arc.published) return { lower: arc.value, upper: arc.value };
  const limit = (room: number) => Math.min(room, enough);
  const rise = largestFlow(arcs, index, arc.to, arc.from, limit(arc.ceiling - arc.value));
  const fall = largestFlow(arcs, index, arc.from, arc.to, limit(arc.value - arc.floor));
  return { lower: arc.value - fall, upper: arc.value + rise };
}

/** Largest change that can be routed from `source` to `sink` through the other hidden arcs, at most `limit`. */
function largestFlow(
  arcs: readonly CountArc[],
  without: number,
  source: number,
  sink: number,
  limit: number,
): number {
  const change = new Float64Array(arcs.length);
  let sent = 0;
  while (sent < limit) {
    const path = findPath(arcs, without, change, source, sink);
    if (path === undefined) break;
    let step = limit - sent;
    for (const { arc, forward } of path) step = Math.min(step, room(arcs, change, arc, forward));
    for (const { arc, forward } of path) change[arc] = (change[arc] as number) + (forward ? step : -step);
    sent += step;
  }
  return sent;
}

interface Hop {
  readonly arc: number;
  readonly forward: boolean;
}

function room(arcs: readonly CountArc[], change: Float64Array, index: number, forward: boolean): number {
  const arc = arcs[index] as CountArc;
  if (arc.published) return 0;
  const value = arc.value + (change[index] as number);
  return forward ? arc.ceiling - value : value - arc.floor;
}

/** Shortest path with room left, breadth first. */
function findPath(
  arcs: readonly CountArc[],
  without: number,
  change: Float64Array,
  source: number,
  sink: number,
): Hop[] | undefined {
  const reachedBy = new Map<number, { hop: Hop; node: number }>();
  const queue = [source];
  for (let head = 0; head < queue.length; head += 1) {
    const node = queue[head] as number;
    for (let i = 0; i < arcs.length; i += 1) {
      const arc = arcs[i] as CountArc;
      if (i === without || (arc.from !== node && arc.to !== node)) continue;
      const forward = arc.from === node;
      const next = forward ? arc.to : arc.from;
      if (next === source || reachedBy.has(next) || room(arcs, change, i, forward) <= 0) continue;
      reachedBy.set(next, { hop: { arc: i, forward }, node });
      if (next === sink) return pathTo(reachedBy, source, sink);
      queue.push(next);
    }
  }
  return undefined;
}

function pathTo(
  reachedBy: ReadonlyMap<number, { hop: Hop; node: number }>,
  source: number,
  sink: number,
): Hop[] {
  const path: Hop[] = [];
  for (let node = sink; node !== source; ) {
    const step = reachedBy.get(node);
    if (step === undefined) break;
    path.push(step.hop);
    node = step.node;
  }
  return path;
}
