import type { Enrollment } from './useEnrollment.ts';
import { identityName, words } from './words.ts';

/** Offers to go on with what was captured before and never confirmed, as after a crash. */
export function Resume({ enrollment: { guide, entries, resume } }: { enrollment: Enrollment }) {
  const pending = entries.find(({ status }) => status === 'pending');
  if (pending === undefined) return null;
  const { account } = pending.otp;
  const label = account === '' ? identityName(guide, pending.identity) : account;
  return (
    <div class="notice" data-tone="info" data-testid="resume">
      <p>{words.resume(label)}</p>
      <button
        type="button"
        class="button"
        onClick={() => {
          resume(pending);
        }}
      >
        {words.resumeAction}
      </button>
    </div>
  );
}
