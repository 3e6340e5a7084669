import type { Store } from '../storage/store.ts';
import { TrainingError } from './training-error.ts';

/** @throws TrainingError while measuring or optimising is off */
export function requireSwitches({ settings }: Pick<Store, 'settings'>): void {
  const { measuring, optimising } = settings.read();
  if (measuring && optimising) return;
  throw new TrainingError(
    `${measuring ? 'Optimising' : 'Measuring'} is switched off for this company.`,
    'An analyst can switch it on in the settings.',
  );
}
