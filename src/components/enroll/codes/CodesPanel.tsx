import { useEffect } from 'preact/hooks';
import { isTimed } from '../../../lib/otp/codes.ts';
import type { TimedParameters } from '../../../lib/otp/parameters.ts';
import { canStayOnTop } from '../../codes/on-top.ts';
import { useLazy } from '../../codes/useLazy.ts';
import { Pair } from '../../codes/Pair.tsx';
import { useNow } from '../../codes/useNow.ts';
import { useOnTop } from '../../codes/useOnTop.ts';
import type { Current, Enrollment } from '../useEnrollment.ts';
import { words } from './words.ts';
import { Captured } from './Captured.tsx';
import { CodesBar } from './CodesBar.tsx';
import { LiveCodes } from './LiveCodes.tsx';
import { OnTop } from './OnTop.tsx';
import { Verdict } from './Verdict.tsx';

interface Props {
  readonly enrollment: Enrollment;
  readonly current: Current;
}

/** The codes of what was captured; loaded with the first capture, for it brings the code making. */
export function CodesPanel({ enrollment, current }: Props) {
  const { otp } = current;
  return (
    <>
      <Captured enrollment={enrollment} current={current} />
      {isTimed(otp) ? (
        <TimedCodes enrollment={enrollment} otp={otp} />
      ) : (
        <p class="notice" data-tone="info">
          {words.notTimed} <a href="/app/">{words.openApp}</a>
        </p>
      )}
    </>
  );
}

interface TimedProps {
  readonly enrollment: Enrollment;
  readonly otp: TimedParameters;
}

function TimedCodes({ enrollment, otp }: TimedProps) {
  const now = useNow();
  const clock = useLazy(() => import('../../codes/ClockNotice.tsx'), true);
  const { guide, walk, pinPair, pairBegan } = enrollment;
  const { codes, boxes, submit } = guide.enrollment;
  const twoCodes = codes === 2;
  const onTop = useOnTop(words.onTop, <OnTop otp={otp} boxes={boxes} pairStep={walk.pairStep} />);
  useEffect(() => {
    if (!twoCodes) pairBegan();
  }, [twoCodes]);
  const stayOnTop = canStayOnTop() && (
    <button
      type="button"
      class="button button-quiet"
      data-testid="codes-on-top"
      aria-pressed={onTop.open}
      onClick={onTop.open ? onTop.close : onTop.show}
    >
      {words.onTop}
    </button>
  );
  return (
    <section class="enroll-codes" aria-labelledby="codes-title">
      {clock.module && <clock.module.ClockNotice />}
      {twoCodes && submit !== undefined && (
        <Pair
          otp={otp}
          now={now}
          service={guide.service}
          boxes={boxes}
          submit={submit}
          firstStep={walk.pairStep}
          onPin={pinPair}
          onBegan={pairBegan}
        >
          {stayOnTop}
        </Pair>
      )}
      {!twoCodes && <LiveCodes otp={otp} now={now} prominent box={boxes[0]} />}
      {!twoCodes && stayOnTop}
      <Verdict enrollment={enrollment} />
      {twoCodes && <LiveCodes otp={otp} now={now} prominent={false} box={undefined} />}
      <CodesBar otp={otp} now={now} />
    </section>
  );
}
