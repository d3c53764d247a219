import { useEffect, useMemo } from 'preact/hooks';
import type { CodeSettings } from '../../../lib/vault/code-settings.ts';

import { codeTime } from '../../codes/code-time.ts';
import { CopiedCode } from './copied-code.ts';
import { codeToCopy, type ToCopy } from './copy-code.ts';
import type { CounterEntry, Desk } from './desk.ts';
import { words } from './words.ts';
import { writeCode } from './write-code.ts';

type Counters = Pick<Desk, 'counterCode' | 'nextCounterCode'>;

/** Copying, and taking what was copied off the clipboard again. */
export function useCopy(
  { copyLongest, clearAfter }: Pick<CodeSettings, 'copyLongest' | 'clearAfter'>,
  { counterCode, nextCounterCode }: Counters,
  onCleared: () => void,
): Desk['copy'] {
  const copied = useMemo(() => new CopiedCode(window, onCleared), []);
  useEffect(() => {
    if (clearAfter === 0) copied.forget();
  }, [clearAfter]);
  const ofCounter = (entry: CounterEntry): ToCopy | Promise<ToCopy> => {
    const made = counterCode(entry.id);
    if (made !== undefined) return { code: made.code, said: words.copied };
    return nextCounterCode(entry).then((next) => {
      if (next === undefined) throw new Error('no code was made');
      return { code: next.code, said: words.copied };
    });
  };
  return async (entry, which, view) => {
    const { otp } = entry;
    const chosen =
      otp.type === 'hotp'
        ? ofCounter({ ...entry, otp })
        : codeToCopy(otp, codeTime(), { next: which === 'next', longest: copyLongest });
    const code = chosen instanceof Promise ? chosen.then((each) => each.code) : chosen.code;
    if (!(await writeCode(view, code))) return words.notCopied;
    copied.remember(await code, clearAfter);
    return (await chosen).said;
  };
}
