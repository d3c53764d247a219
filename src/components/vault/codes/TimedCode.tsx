import { useMemo } from 'preact/hooks';
import { codeAt, secondsLeft, timeStep } from '../../../lib/otp/codes.ts';
import { Countdown } from '../../codes/Countdown.tsx';
import { CopyCode } from './CopyCode.tsx';
import type { DeskStore, TimedEntry } from './desk.ts';
import { duration } from './duration.ts';
import { HidingCode } from './HidingCode.tsx';
import { ShowButton } from './ShowButton.tsx';
import { words } from './words.ts';

interface Props {
  readonly desk: DeskStore;
  readonly entry: TimedEntry;
  readonly now: number;
  readonly title: string;
}

/** The code of this moment, the next one, and how long until the change. */
export function TimedCode({ desk, entry, now, title }: Props) {
  const { otp } = entry;
  const step = timeStep(otp, now);
  // Once for each time step, not for each second.
  const [code, next] = useMemo(() => [codeAt(otp, step), codeAt(otp, step + 1)], [otp, step]);
  const seconds = secondsLeft(otp, now);
  return (
    <div class="entry-codes">
      <HidingCode desk={desk} id={entry.id} code={code} testId="entry-code" />
      <ShowButton desk={desk} id={entry.id} title={title} />
      <CopyCode desk={desk} entry={entry} title={title} which="current" />
      <span class="entry-next">
        <Countdown seconds={seconds} period={otp.period} text={duration(seconds)} />
        {words.next}{' '}
        <HidingCode desk={desk} id={entry.id} code={next} testId="entry-next" size="small" />
        <CopyCode desk={desk} entry={entry} title={title} which="next" />
      </span>
    </div>
  );
}
