import type { Attempt } from './useAttempt.ts';

/** What is going on, and what went wrong; beside the control that began it. */
export function AttemptNotes({ attempt, id }: { readonly attempt: Attempt; readonly id?: string }) {
  return (
    <>
      <p class="attempt-status" role="status">
        {attempt.busy}
      </p>
      {attempt.problem !== undefined && (
        <p id={id} class="notice" data-tone="stop" role="alert">
          {attempt.problem}
        </p>
      )}
    </>
  );
}
