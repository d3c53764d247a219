import { useEffect, useState } from 'preact/hooks';
import { readPreference, writePreference } from '../../lib/vault/preferences.browser.ts';

/**
 * A choice of this device that outlasts a reload: one of `allowed`, the first unless
 * another was chosen. Undefined until it is read, so that nothing is shown the wrong way
 * first. It is not encrypted: nothing about entries belongs here.
 */
export function usePreference<T extends string>(
  name: string,
  allowed: readonly [T, ...T[]],
): [value: T | undefined, choose: (value: T) => void] {
  const [value, setValue] = useState<T>();
  useEffect(() => {
    void readPreference(name).then((stored) => {
      setValue(allowed.find((each) => each === stored) ?? allowed[0]);
    });
  }, [name]);
  return [
    value,
    (chosen) => {
      setValue(chosen);
      void writePreference(name, chosen);
    },
  ];
}
