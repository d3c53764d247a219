import { codeAt, secondsLeft, timeStep } from '../../../lib/otp/codes.ts';
import { pairPhase } from '../../../lib/otp/pair.ts';
import type { TimedParameters } from '../../../lib/otp/parameters.ts';
import { Countdown } from '../../codes/Countdown.tsx';
import { PairBox } from '../../codes/PairBox.tsx';
import { useNow } from '../../codes/useNow.ts';
import { words } from './words.ts';

/** Document Picture-in-Picture, https://wicg.github.io/document-picture-in-picture/ */
interface PictureInPicture {
  requestWindow: (size: { width: number; height: number }) => Promise<Window>;
}

function pictureInPicture(): PictureInPicture | undefined {
  return (window as { documentPictureInPicture?: PictureInPicture }).documentPictureInPicture;
}

export function canStayOnTop(): boolean {
  return pictureInPicture() !== undefined;
}

/** A small window above all others, empty but for our styles. Needs a click, as any pop-up does. */
export async function openOnTop(): Promise<Window | undefined> {
  const opened = await pictureInPicture()?.requestWindow({ width: 340, height: 300 });
  if (opened === undefined) return undefined;
  const { document: inside } = opened;
  inside.title = words.onTop;
  inside.documentElement.lang = document.documentElement.lang;
  for (const style of document.querySelectorAll('link[rel="stylesheet"]'))
    inside.head.append(style.cloneNode());
  inside.body.className = 'on-top';
  return opened;
}

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
