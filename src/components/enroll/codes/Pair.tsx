import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { codeAt, secondsLeft, stepStartsAt, timeStep } from '../../../lib/otp/codes.ts';
import { pairPhase, pairStart } from '../../../lib/otp/pair.ts';
import type { TimedParameters } from '../../../lib/otp/parameters.ts';
import { Countdown } from '../../codes/Countdown.tsx';
import { words } from './words.ts';
import { PairBox } from './PairBox.tsx';

interface Props {
  readonly otp: TimedParameters;
  readonly now: number;
  /** The service's names of its two boxes. */
  readonly boxes: readonly string[];
  /** The button that the person presses after the second code. */
  readonly submit: string;
  /** The time step of the first code; absent until a pair is pinned. */
  readonly firstStep: number | undefined;
  readonly onPin: (step: number | undefined) => void;
  readonly onBegan: () => void;
  /** What else can be done with the codes. */
  readonly children: ComponentChildren;
}

/**
 * The two-code coach: a pair of consecutive codes that stays put while the
 * person types, and says when each one's time has come.
 */
export function Pair({ otp, now, boxes, submit, firstStep, onPin, onBegan, children }: Props) {
  useEffect(() => {
    if (firstStep === undefined) onPin(pairStart(otp, Date.now()));
  }, [otp, firstStep]);
  const step = timeStep(otp, now);
  const phase = firstStep === undefined ? 'waiting' : pairPhase(firstStep, step);
  useEffect(() => {
    if (phase !== 'waiting') onBegan();
  }, [phase]);
  if (firstStep === undefined) return null;
  if (phase === 'waiting') {
    const seconds = Math.ceil((stepStartsAt(otp, firstStep) - now) / 1000);
    return (
      <p class="notice" data-tone="wait" id="codes-title">
        {words.pairWaiting(seconds)}
      </p>
    );
  }
  const [first = '', second = ''] = boxes;
  const left = secondsLeft(otp, now);
  const passed = phase === 'passed';
  return (
    <div class="pair" data-testid="pair" data-phase={phase}>
      <h3 id="codes-title" class="pair-title">
        {words.pairTitle}
        {!passed && <Countdown seconds={left} period={otp.period} />}
      </h3>
      <PairBox
        box={first}
        code={codeAt(otp, firstStep)}
        testId="pair-code-1"
        state={phase === 'code-1' ? 'now' : phase === 'code-2' ? 'kept' : 'passed'}
        says={
          phase === 'code-1'
            ? words.pairCode1(first)
            : phase === 'code-2'
              ? words.pairCode1Kept(first)
              : ''
        }
      />
      <PairBox
        box={second}
        code={codeAt(otp, firstStep + 1)}
        testId="pair-code-2"
        state={phase === 'code-1' ? 'soon' : phase === 'code-2' ? 'now' : 'passed'}
        says={
          phase === 'code-1'
            ? words.pairCode2Soon(left)
            : phase === 'code-2'
              ? words.pairCode2(second, submit, left)
              : ''
        }
      />
      <p class="visually-hidden" role="status">
        {phase === 'code-2' && words.pairCode2IsCurrent(second)}
      </p>
      {passed && (
        <p class="notice" data-tone="wait" role="status">
          {words.pairPassed}
        </p>
      )}
      <div class="pair-actions">
        <button
          type="button"
          class={passed ? 'button button-primary' : 'button button-quiet'}
          data-testid="pair-new"
          onClick={() => {
            onPin(pairStart(otp, Date.now()));
          }}
        >
          {words.freshPair}
        </button>
        {children}
      </div>
    </div>
  );
}
