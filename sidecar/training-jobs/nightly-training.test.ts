import { describe, expect, it } from 'vitest';
import { isNightlyDue, nightlyActor } from './nightly-training.ts';

const at = (day: number, hour: number, minute = 0) => new Date(2024, 4, day, hour, minute);
const settings = (on: boolean, hour = 2) => ({ nightlyTraining: { on, hour } });
const run = (date: Date, startedBy = nightlyActor) => ({ startedBy, createdAt: date.toISOString() });

describe('the nightly run', () => {
  it('is due in the chosen hour alone, and only where it is switched on', () => {
    expect(isNightlyDue(settings(true), [], at(1, 2, 59))).toBe(true);
    expect(isNightlyDue(settings(true), [], at(1, 3))).toBe(false);
    expect(isNightlyDue(settings(false), [], at(1, 2))).toBe(false);
  });

  it('is due once a night, whatever else was trained', () => {
    expect(isNightlyDue(settings(true), [run(at(1, 2))], at(1, 2, 30))).toBe(false);
    expect(isNightlyDue(settings(true), [run(at(1, 2))], at(2, 2))).toBe(true);
    expect(isNightlyDue(settings(true), [run(at(2, 1), 'dashboard')], at(2, 2))).toBe(true);
  });
});
