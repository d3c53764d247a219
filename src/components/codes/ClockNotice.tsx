import { useEffect, useState } from 'preact/hooks';
import { isClockOff } from '../../lib/otp/clock.ts';
import { clockMemory, onClockMemory, rememberClock } from './code-time.ts';
import { watchClock } from './watch-clock.ts';
import { words } from './clock-words.ts';

/** Milliseconds after which it is said when the clock was compared. */
const LATELY = 600_000;

/** Says when this device's clock is off by so much that codes may be refused, and corrects it if asked. */
export function ClockNotice() {
  const [clock, setClock] = useState(clockMemory);
  useEffect(
    () =>
      onClockMemory(() => {
        setClock(clockMemory());
      }),
    [],
  );
  useEffect(watchClock, []);
  if (clock === undefined || !isClockOff(clock)) return <div role="status" />;
  const { offset, uncertainty, comparedAt, corrects } = clock;
  const seconds = Math.round(Math.abs(offset) / 1000);
  const say = corrects ? words.corrected : words.off;
  return (
    <div role="status" class="notice clock-notice" data-tone="wait" data-testid="clock-notice">
      <p>
        {say(seconds, offset > 0, Math.ceil(uncertainty / 1000))}
        {Math.abs(Date.now() - comparedAt) > LATELY && ` ${words.compared(comparedAt)}`}
      </p>
      <button
        type="button"
        class="button"
        data-testid="clock-correct"
        onClick={() => {
          rememberClock({ ...clock, corrects: !corrects });
        }}
      >
        {corrects ? words.useDevice : words.useServer}
      </button>
    </div>
  );
}
