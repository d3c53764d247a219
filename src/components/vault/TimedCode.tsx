import { codeAt, secondsLeft, timeStep } from '../../lib/otp/codes.ts';
import type { TimedParameters } from '../../lib/otp/parameters.ts';
import { Code } from '../codes/Code.tsx';
import { CopyButton } from '../codes/CopyButton.tsx';
import { Countdown } from '../codes/Countdown.tsx';
import { words } from './words.ts';

interface Props {
  readonly otp: TimedParameters;
  readonly now: number;
  readonly title: string;
}

/** The code of this moment, the next one, and how long until the change. */
export function TimedCode({ otp, now, title }: Props) {
  const step = timeStep(otp, now);
  return (
    <div class="entry-codes">
      <Code code={codeAt(otp, step)} testId="entry-code" />
      <CopyButton
        text={() => codeAt(otp, timeStep(otp, Date.now()))}
        label={words.copyOf(title)}
        testId="entry-copy"
      />
      <Countdown seconds={secondsLeft(otp, now)} period={otp.period} />
      <span class="entry-next">
        {words.next} <Code code={codeAt(otp, step + 1)} testId="entry-next" size="small" />
      </span>
    </div>
  );
}
