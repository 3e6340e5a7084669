import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createClock } from './clock.fixture.ts';
import { createDutyCycle } from './duty-cycle.ts';

function setup(took: number, pause = 0) {
  const clock = createClock();
  const stop = new AbortController();
  const runs: number[] = [];
  const cycle = createDutyCycle(stop.signal, clock.now);
  const chore = cycle.chore(
    () => {
      runs.push(clock.now());
      clock.spend(took);
    },
    clock.start,
    () => pause,
  );
  return { clock, stop, runs, cycle, chore };
}

describe('duty cycle', () => {
  test('the first request after quiet is answered at once, and once for all that came with it', () => {
    const { clock, runs, chore } = setup(10);
    clock.moveTo(1_000);
    chore.request();
    chore.request();
    clock.moveTo(1_000);
    expect(runs).toEqual([1_000]);
  });

  test('work that took t is followed by 39 t of rest', () => {
    const { clock, runs, chore } = setup(10);
    chore.request();
    clock.moveTo(0);
    chore.request();
    clock.moveTo(399);
    expect(runs).toEqual([0]);
    clock.moveTo(400);
    expect(runs).toEqual([0, 400]);
  });

  test('a pause keeps cheap work apart', () => {
    const { clock, runs, chore } = setup(0, 250);
    chore.runNow();
    chore.request();
    clock.moveTo(249);
    expect(runs).toEqual([0]);
    clock.moveTo(250);
    expect(runs).toEqual([0, 250]);
  });

  test('one chore rests after another', () => {
    const { clock, runs, cycle, chore } = setup(10);
    const others: number[] = [];
    const other = cycle.chore(() => others.push(clock.now()), clock.start);
    chore.request();
    other.request();
    clock.moveTo(399);
    expect(others).toEqual([]);
    clock.moveTo(400);
    expect([runs, others]).toEqual([[0], [400]]);
  });

  test('what is done out of turn neither waits nor makes others wait', () => {
    const { clock, runs, chore } = setup(10);
    chore.request();
    clock.moveTo(0);
    chore.runNow();
    expect(runs).toEqual([0, 10]);
    chore.request();
    clock.moveTo(400);
    expect(runs).toEqual([0, 10, 400]);
  });

  test('what is not yet done is called off with the signal', () => {
    const { clock, stop, runs, chore } = setup(1);
    chore.request();
    stop.abort();
    chore.request();
    chore.runNow();
    clock.moveTo(1_000);
    expect(runs).toEqual([]);
  });

  test('work that fails rests too, and may be asked for again', () => {
    const clock = createClock();
    let tries = 0;
    const cycle = createDutyCycle(new AbortController().signal, clock.now);
    const chore = cycle.chore(() => {
      tries += 1;
      clock.spend(1);
      throw new Error('no');
    }, clock.start);
    chore.request();
    expect(() => clock.moveTo(0)).toThrow('no');
    chore.request();
    clock.moveTo(39.5);
    expect(tries).toBe(1);
    expect(() => clock.moveTo(40)).toThrow('no');
    expect(tries).toBe(2);
  });

  test('whatever is asked for and whatever it takes, the chores take at most one part in forty', () => {
    const requests = fc.array(fc.tuple(fc.integer({ min: 0, max: 1 }), fc.nat(30), fc.nat(40)), {
      minLength: 50,
    });
    fc.assert(
      fc.property(requests, (asked) => {
        const clock = createClock();
        const cycle = createDutyCycle(new AbortController().signal, clock.now);
        let took = 0;
        const runs: { began: number; took: number }[] = [];
        const work = () => {
          runs.push({ began: clock.now(), took });
          clock.spend(took);
        };
        const chores = [cycle.chore(work, clock.start), cycle.chore(work, clock.start, () => 50)];
        for (const [which, cost, later] of asked) {
          took = cost;
          chores[which]?.request();
          clock.moveTo(clock.now() + later);
        }
        clock.moveTo(clock.now() + 10_000);
        expect(runs.length).toBeGreaterThan(0);
        runs.slice(1).forEach(({ began }, index) => {
          const before = runs[index] as (typeof runs)[number];
          expect(began - before.began).toBeGreaterThanOrEqual(40 * before.took);
        });
      }),
    );
  });
});
