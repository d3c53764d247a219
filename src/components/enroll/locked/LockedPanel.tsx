import type { Vault } from '../../../lib/vault/vault.browser.ts';
import { UnlockForm } from '../../vault/unlock/UnlockForm.tsx';
import type { Enrollment } from '../useEnrollment.ts';
import { words } from './words.ts';

interface Props {
  readonly enrollment: Enrollment;
  readonly vault: Vault;
}

/** Asks to unlock in place; what was brought in meanwhile waits in memory. */
export function LockedPanel({ enrollment: { waiting, dropWaiting }, vault }: Props) {
  const named = [waiting?.otp.issuer, waiting?.otp.account].filter(Boolean).join(', ');
  return (
    <section class="enroll-locked" aria-labelledby="enroll-locked-title">
      <h3 id="enroll-locked-title">{words.title}</h3>
      {waiting === undefined ? (
        <p>{words.intro}</p>
      ) : (
        <div class="notice" data-tone="wait" role="status" data-testid="capture-waiting">
          <p>{words.held(named === '' ? words.heldUnnamed : named)}</p>
          <button type="button" class="button button-quiet" onClick={dropWaiting}>
            {words.drop}
          </button>
        </div>
      )}
      <UnlockForm vault={vault} focus={waiting !== undefined} />
    </section>
  );
}
