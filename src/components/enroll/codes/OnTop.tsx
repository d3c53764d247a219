import { codeAt, secondsLeft, timeStep } from '../../../lib/otp/codes.ts';
import { pairPhase } from '../../../lib/otp/pair.ts';
import type { TimedParameters } from '../../../lib/otp/parameters.ts';
import { Countdown } from '../../codes/Countdown.tsx';
import { PairBox } from '../../codes/PairBox.tsx';
import { useNow } from '../../codes/useNow.ts';
import { words } from './words.ts';

interface Props {
  readonly boxes: readonly string[];
  /** The time step of a pinned pair's first code; absent where none is pinned. */
  readonly pairStep: number | undefined;
  readonly otp: TimedParameters;
}

/** The pinned pair while its time lasts; after that, or for a single code, current and next. */
export function OnTop({ boxes, pairStep, otp }: Props) {
  const now = useNow();
  const step = timeStep(otp, now);
  const paired = pairStep !== undefined && pairPhase(pairStep, step) !== 'passed';
  const first = paired ? pairStep : step;
  const [now1 = words.now, now2 = words.then] = paired ? boxes : [];
  return (
    <main>
      <Countdown seconds={secondsLeft(otp, now)} period={otp.period} />
      <PairBox
        box={now1}
        code={codeAt(otp, first)}
        testId="top-code-1"
        turn={step > first ? 'kept' : 'now'}
      />
      <PairBox
        box={now2}
        code={codeAt(otp, first + 1)}
        testId="top-code-2"
        turn={step > first ? 'now' : 'soon'}
      />
    </main>
  );
}
