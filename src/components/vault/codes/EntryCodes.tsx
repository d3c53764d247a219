import type { Entry } from '../../../lib/vault/entry.ts';
import { useNow } from '../../codes/useNow.ts';
import { CounterCode } from './CounterCode.tsx';
import type { DeskStore } from './desk.ts';
import { TimedCode } from './TimedCode.tsx';

interface Props {
  readonly desk: DeskStore;
  readonly entry: Entry;
  readonly title: string;
  /** Whether it is near the view; elsewhere it costs nothing. */
  readonly active: boolean;
}

/** The codes of an entry, on the clock that all of them share. */
export function EntryCodes({ desk, entry, title, active }: Props) {
  const now = useNow(active);
  const { otp } = entry;
  return otp.type === 'hotp' ? (
    <CounterCode desk={desk} entry={{ ...entry, otp }} title={title} />
  ) : (
    <TimedCode desk={desk} entry={{ ...entry, otp }} now={now} title={title} />
  );
}
