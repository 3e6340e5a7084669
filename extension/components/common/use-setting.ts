import { useCallback, useEffect, useState } from 'react';
import type { Setting } from '../../settings.ts';

/** A stored setting as state: `undefined` until it is read, then up to date, also with what another page changes. */
export function useSetting<T>(setting: Setting<T>): [T | undefined, (value: T) => void] {
  const [value, setValue] = useState<T>();
  useEffect(() => {
    let wanted = true;
    setting.get().then((stored) => wanted && setValue(() => stored));
    const end = setting.watch((changed) => setValue(() => changed));
    return () => {
      wanted = false;
      end();
    };
  }, [setting]);
  const change = useCallback(
    (next: T) => {
      setValue(() => next);
      void setting.set(next);
    },
    [setting],
  );
  return [value, change];
}
