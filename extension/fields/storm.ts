import { inTask, type Start } from './duty-cycle.ts';

/** How often the weather is looked at. Milliseconds. */
const look = 500;
/** At least so many changes from one look to the next are a storm: 12 a second. */
const many = 6;
/** A storm is over when there were fewer than these. */
const few = 3;

/** Tells a page that keeps changing by itself from one that changes now and then, or with what the user types. */
export interface StormWatch {
  /** Something changed; what changes in one go counts once. */
  changed(): void;
  /** The user typed: changes around that moment come from it. */
  typed(): void;
}

/** Calls back with true when a storm has begun, and with false when it is over. Ends with the signal. */
export function createStormWatch(
  signal: AbortSignal,
  onWeather: (stormy: boolean) => void,
  start: Start = inTask,
): StormWatch {
  let changes = 0;
  let typed = false;
  let stormy = false;
  let callOff: (() => void) | undefined;

  const lookNow = () => {
    callOff = undefined;
    const next = stormy ? changes >= few : changes >= many && !typed;
    if (changes > 0 || next) lookLater();
    changes = 0;
    typed = false;
    if (next === stormy) return;
    stormy = next;
    onWeather(stormy);
  };
  const lookLater = () => {
    if (!signal.aborted) callOff ??= start(lookNow, look);
  };
  signal.addEventListener('abort', () => callOff?.());

  return {
    changed() {
      changes += 1;
      lookLater();
    },
    typed() {
      typed = true;
    },
  };
}
