import { useEffect, useRef, useState } from 'preact/hooks';
import { codeAt, secondsLeft, timeStep } from '../../../lib/otp/codes.ts';
import type { TimedParameters } from '../../../lib/otp/parameters.ts';
import { Code } from '../../codes/Code.tsx';
import { codeTime } from '../../codes/code-time.ts';
import { copying } from '../../codes/copying.ts';
import { CopyButton } from '../../codes/CopyButton.tsx';
import { Countdown } from '../../codes/Countdown.tsx';
import { words } from './words.ts';

/** With less of the codes' section in view than this, the bar appears. */
const visibleShare = 0.4;

interface Props {
  readonly otp: TimedParameters;
  readonly now: number;
}

/** On a narrow page a slim bar at the bottom, while the codes themselves are out of view. */
export function CodesBar({ otp, now }: Props) {
  const anchor = useRef<HTMLDivElement>(null);
  const [away, setAway] = useState(false);
  useEffect(() => {
    const codes = anchor.current?.closest('section');
    if (!codes) return undefined;
    const observer = new IntersectionObserver(
      ([seen]) => {
        setAway(seen !== undefined && seen.intersectionRatio < visibleShare);
      },
      { threshold: visibleShare },
    );
    observer.observe(codes);
    return () => {
      observer.disconnect();
    };
  }, []);
  return (
    <div ref={anchor} class="codes-bar" hidden={!away} role="group" aria-label={words.liveTitle}>
      {away && (
        <>
          <Code code={codeAt(otp, timeStep(otp, now))} testId="bar-code" size="small" />
          <CopyButton
            copy={copying(() => codeAt(otp, timeStep(otp, codeTime())))}
            label={words.copyOf(words.now)}
          />
          <Countdown seconds={secondsLeft(otp, now)} period={otp.period} />
        </>
      )}
    </div>
  );
}
