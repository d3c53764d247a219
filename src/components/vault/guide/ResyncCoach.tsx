import { useState } from 'preact/hooks';
import type { EntryGuide } from '../../../lib/guides/entry-guide.ts';
import type { TimedParameters } from '../../../lib/otp/parameters.ts';
import { Pair } from '../../codes/Pair.tsx';
import { useNow } from '../../codes/useNow.ts';
import { words } from './words.ts';

interface Props {
  readonly guide: EntryGuide;
  readonly otp: TimedParameters;
  /** The service's button that sends the codes. */
  readonly submit: string;
}

/** The companion's two-code coach for a device that the service has already. */
export function ResyncCoach({ guide, otp, submit }: Props) {
  const [open, setOpen] = useState(false);
  const { boxes } = guide.enrollment;
  return (
    <>
      <p class="hint">{words.coachHint(new Intl.ListFormat('en').format(boxes), submit)}</p>
      <button
        type="button"
        class="button"
        aria-expanded={open}
        data-testid="resync-coach"
        onClick={() => {
          setOpen(!open);
        }}
      >
        {open ? words.hideCoach : words.coach}
      </button>
      {open && <RunningPair guide={guide} otp={otp} submit={submit} />}
    </>
  );
}

function RunningPair({ guide, otp, submit }: Props) {
  const now = useNow();
  const [firstStep, setFirstStep] = useState<number>();
  return (
    <Pair
      otp={otp}
      now={now}
      service={guide.service}
      boxes={guide.enrollment.boxes}
      submit={submit}
      firstStep={firstStep}
      onPin={setFirstStep}
    />
  );
}
