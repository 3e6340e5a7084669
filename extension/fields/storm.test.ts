import { describe, expect, test } from 'vitest';
import { createClock } from './clock.fixture.ts';
import { createStormWatch } from './storm.ts';

function setup() {
  const clock = createClock();
  const stop = new AbortController();
  const weather: [number, boolean][] = [];
  const storm = createStormWatch(stop.signal, (stormy) => weather.push([clock.now(), stormy]), clock.start);
  const changeEvery = (gap: number, until: number) => {
    while (clock.now() + gap <= until) {
      clock.moveTo(clock.now() + gap);
      storm.changed();
    }
  };
  return { clock, stop, weather, storm, changeEvery };
}

describe('a storm', () => {
  test('is told once it lasted, and again when it is over', () => {
    const { clock, weather, changeEvery } = setup();
    changeEvery(10, 3_000);
    expect(weather).toEqual([[510, true]]);
    clock.moveTo(10_000);
    expect(weather.map(([, stormy]) => stormy)).toEqual([true, false]);
    expect(weather[1]?.[0]).toBeLessThanOrEqual(4_100);
  });

  test('is not what changes now and then', () => {
    const { weather, changeEvery } = setup();
    changeEvery(100, 5_000);
    expect(weather).toEqual([]);
  });

  test('is not one burst of changes', () => {
    const { clock, weather, storm } = setup();
    for (let i = 0; i < 5; i += 1) storm.changed();
    clock.moveTo(5_000);
    expect(weather).toEqual([]);
  });

  test('is never what changes while the user types', () => {
    const { clock, weather, storm } = setup();
    for (let key = 0; key < 200; key += 1) {
      clock.moveTo(clock.now() + 30);
      storm.typed();
      storm.changed();
    }
    clock.moveTo(20_000);
    expect(weather).toEqual([]);
  });

  test('goes on while the page changes, however much is typed', () => {
    const { clock, weather, storm, changeEvery } = setup();
    changeEvery(10, 1_000);
    for (let key = 0; key < 100; key += 1) {
      clock.moveTo(clock.now() + 30);
      storm.typed();
      storm.changed();
    }
    expect(weather.map(([, stormy]) => stormy)).toEqual([true]);
  });

  test('is not looked for after the end', () => {
    const { stop, weather, changeEvery } = setup();
    changeEvery(10, 400);
    stop.abort();
    changeEvery(10, 3_000);
    expect(weather).toEqual([]);
  });
});
