import { constants, setPriority } from 'node:os';

/** The sidecar must answer as fast as before; some systems do not let a process lower itself, and that is no failure. */
export function lowerPriority(): void {
  try {
    setPriority(constants.priority.PRIORITY_LOW);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ERR_SYSTEM_ERROR')) throw error;
  }
}
