import type { Enrollment } from '../useEnrollment.ts';
import { words } from './words.ts';

/** What the service said; only the person can know. */
export function Verdict({ enrollment }: { readonly enrollment: Enrollment }) {
  const { guide, accept, refuse } = enrollment;
  return (
    <div class="enroll-verdict" role="group" aria-labelledby="verdict-question">
      <p id="verdict-question">{words.verdictQuestion(guide.enrollment.submit)}</p>
      <button
        type="button"
        class="button button-primary"
        data-testid="enroll-accepted"
        onClick={accept}
      >
        {words.accepted(guide.service)}
      </button>
      <button type="button" class="button" data-testid="enroll-refused" onClick={refuse}>
        {words.refused(guide.service)}
      </button>
    </div>
  );
}
