import type { Enrollment } from './useEnrollment.ts';
import { stepBy, stepForward } from './walk.ts';
import { words } from './words.ts';

interface Props {
  readonly enrollment: Enrollment;
}

/** The step that the person is at, with the way forward and back. */
export function StepBar({ enrollment: { guide, walk, changeWalk, stage } }: Props) {
  const index = guide.steps.findIndex(({ id }) => id === walk.step);
  const disabled = stage === 'starting';
  return (
    <nav class="enroll-steps" aria-label={words.steps}>
      <p aria-live="polite">
        <span class="enroll-count">{words.stepOf(index + 1, guide.steps.length)}</span>
        <a href={`#step-${walk.step}`} data-testid="step-current">
          {guide.steps[index]?.title}
        </a>
      </p>
      <button
        type="button"
        class="button button-quiet"
        data-testid="step-back"
        disabled={disabled || index <= 0}
        onClick={() => {
          changeWalk((before) => stepBy(guide, before, -1));
        }}
      >
        {words.back}
      </button>
      <button
        type="button"
        class="button"
        data-testid="step-next"
        disabled={disabled || index === guide.steps.length - 1}
        onClick={() => {
          changeWalk((before) => stepForward(guide, before));
        }}
      >
        {words.next}
      </button>
    </nav>
  );
}
