import type { Entry } from '../../../lib/vault/entry.ts';
import { CounterCode } from './CounterCode.tsx';
import { TimedCode } from './TimedCode.tsx';

interface Props {
  readonly entry: Entry;
  /** Milliseconds since the Unix epoch. */
  readonly now: number;
  readonly title: string;
}

/** An entry's codes, whichever kind they are; within a `CodeDesk`. */
export function EntryCode({ entry, now, title }: Props) {
  const { otp } = entry;
  return otp.type === 'hotp' ? (
    <CounterCode entry={{ ...entry, otp }} title={title} />
  ) : (
    <TimedCode entry={{ ...entry, otp }} now={now} title={title} />
  );
}
