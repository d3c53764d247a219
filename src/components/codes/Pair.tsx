import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { codeAt, secondsLeft, stepStartsAt, timeStep } from '../../lib/otp/codes.ts';
import { pairPhase, pairStart } from '../../lib/otp/pair.ts';
import type { TimedParameters } from '../../lib/otp/parameters.ts';
import { codeTime } from './code-time.ts';
import { Countdown } from './Countdown.tsx';
import { words } from './pair-words.ts';
import { PairBox } from './PairBox.tsx';

interface Props {
  readonly otp: TimedParameters;
  readonly now: number;
  readonly service: string;
  /** The service's own names of the two boxes, and of the button that sends them. */
  readonly boxes: readonly string[];
  readonly submit: string;
  /** The time step of the first code; absent until a pair is pinned. */
  readonly firstStep: number | undefined;
  readonly onPin: (step: number | undefined) => void;
  readonly onBegan?: () => void;
  /** What else can be done with the codes. */
  readonly children?: ComponentChildren;
}

/** Whose turn it is: of the first code, of the second. */
const turns = {
  'code-1': ['now', 'soon'],
  'code-2': ['kept', 'now'],
  passed: ['passed', 'passed'],
} as const;

/**
 * The two-code coach: a pair of consecutive codes that stays put while the
 * person types, and says when each one's time has come.
 */
export function Pair(props: Props) {
  const { otp, now, service, boxes, submit, firstStep, onPin, onBegan, children } = props;
  useEffect(() => {
    if (firstStep === undefined) onPin(pairStart(otp, codeTime()));
  }, [otp, firstStep]);
  const step = timeStep(otp, now);
  const phase = firstStep === undefined ? 'waiting' : pairPhase(firstStep, step);
  useEffect(() => {
    if (phase !== 'waiting') onBegan?.();
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
  const [turn1, turn2] = turns[phase];
  const says = {
    'code-1': [words.pairCode1(first), words.pairCode2Soon(service, left)],
    'code-2': [words.pairCode1Kept(first), words.pairCode2(second, submit, left)],
    passed: [],
  }[phase];
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
        turn={turn1}
        says={says[0]}
      />
      <PairBox
        box={second}
        code={codeAt(otp, firstStep + 1)}
        testId="pair-code-2"
        turn={turn2}
        says={says[1]}
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
            onPin(pairStart(otp, codeTime()));
          }}
        >
          {words.freshPair}
        </button>
        {children}
      </div>
    </div>
  );
}
