import { isTooLate } from '../../lib/otp/pair.ts';
import { words } from './words.ts';

interface Props {
  /** Whole seconds until the code changes. */
  readonly seconds: number;
  /** Length of a time step in seconds. */
  readonly period: number;
  /** The time in other words than seconds. */
  readonly text?: string | undefined;
  readonly testId?: string;
}

/** The remaining time as a ring and a number; the word beside it says what low time means. */
export function Countdown({ seconds, period, text, testId }: Props) {
  const low = isTooLate(seconds, period);
  return (
    <span class="countdown" data-low={low ? '' : undefined}>
      <svg viewBox="0 0 36 36" aria-hidden="true" focusable="false">
        <circle class="countdown-track" cx="18" cy="18" r="16" />
        <circle
          class="countdown-rest"
          cx="18"
          cy="18"
          r="16"
          pathLength="100"
          stroke-dasharray={`${(100 * seconds) / period} 100`}
          transform="rotate(-90 18 18)"
        />
      </svg>
      <span>
        {text ?? (
          <>
            <span data-testid={testId}>{seconds}</span> {words.seconds}
          </>
        )}
      </span>
    </span>
  );
}
