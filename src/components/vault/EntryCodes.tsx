import type { Entry } from '../../lib/vault/entry.ts';
import { useNow } from '../codes/useNow.ts';
import { CounterCode } from './CounterCode.tsx';
import { TimedCode } from './TimedCode.tsx';
import type { Act } from './useChanges.ts';

interface Props {
  readonly entry: Entry;
  readonly title: string;
  /** Whether it is near the view; elsewhere it costs nothing. */
  readonly active: boolean;
  readonly act: Act;
}

/** The codes of an entry, on the clock that all of them share. */
export function EntryCodes({ entry: { id, otp }, title, active, act }: Props) {
  const now = useNow(active);
  return otp.type === 'hotp' ? (
    <CounterCode otp={otp} title={title} onNext={() => act((vault) => vault.nextCounter(id))} />
  ) : (
    <TimedCode otp={otp} now={now} title={title} />
  );
}
