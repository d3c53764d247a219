import { codeAt, secondsLeft, timeStep } from '../../../lib/otp/codes.ts';
import type { TimedParameters } from '../../../lib/otp/parameters.ts';
import { Code } from '../../codes/Code.tsx';
import { codeTime } from '../../codes/code-time.ts';
import { copying } from '../../codes/copying.ts';
import { CopyButton } from '../../codes/CopyButton.tsx';
import { Countdown } from '../../codes/Countdown.tsx';
import { words } from './words.ts';

interface Props {
  readonly otp: TimedParameters;
  readonly now: number;
  /** The service asks for one code, so this is what the person types. */
  readonly prominent: boolean;
  /** The name of the service's box for it. */
  readonly box: string | undefined;
}

/** The code of this moment, the one after it, and the time until the change. */
export function LiveCodes({ otp, now, prominent, box }: Props) {
  const step = timeStep(otp, now);
  const current = (): string => codeAt(otp, timeStep(otp, codeTime()));
  return (
    <div class="live-codes" data-prominent={prominent ? '' : undefined}>
      <h3 id={prominent ? 'codes-title' : undefined}>{words.liveTitle}</h3>
      <dl>
        <div>
          <dt>{prominent && box !== undefined ? box : words.now}</dt>
          <dd>
            <Code
              code={codeAt(otp, step)}
              testId="code-current"
              size={prominent ? 'large' : 'small'}
            />
            <CopyButton copy={copying(current)} label={words.copyOf(words.now)} />
          </dd>
        </div>
        <div>
          <dt>{words.then}</dt>
          <dd>
            <Code code={codeAt(otp, step + 1)} testId="code-next" size="small" />
          </dd>
        </div>
        <div>
          <dt>{words.changesIn}</dt>
          <dd>
            <Countdown seconds={secondsLeft(otp, now)} period={otp.period} testId="seconds-left" />
          </dd>
        </div>
      </dl>
    </div>
  );
}
