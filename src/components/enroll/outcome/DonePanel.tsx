import { useEffect, useState } from 'preact/hooks';
import { useLazy } from '../../codes/useLazy.ts';
import type { Current, Enrollment } from '../useEnrollment.ts';
import { identityName, words as shared } from '../words.ts';
import { words } from './words.ts';

interface Props {
  readonly enrollment: Enrollment;
  readonly current: Current;
}

/** What is true now, and what protects against losing it. */
export function DonePanel({ enrollment, current }: Props) {
  const { guide, identity, vault, entries, reopen, takeAnother, changeWalk } = enrollment;
  const [showQr, setShowQr] = useState(false);
  const second = useLazy(() => import('../../codes/EntryQrCode.tsx'), showQr);
  const [savedAt, setSavedAt] = useState<number>();
  useEffect(() => {
    void vault
      ?.archive()
      .then((archive) => archive.backupStatus())
      .then(
        (status) => {
          setSavedAt(status.changesSince === 0 ? status.savedAt : undefined);
        },
        () => undefined,
      );
  }, [vault, entries]);
  const hint = useLazy(() => import('../../install/InstallHint.tsx'), true);
  const captureStep = guide.steps.find(({ kind }) => kind === 'capture')?.id ?? '';
  return (
    <section class="enroll-done" aria-labelledby="done-title">
      <h3 id="done-title">
        {identity ? words.doneTitle(identityName(guide, identity)) : words.doneUnknown}
      </h3>
      {savedAt === undefined ? (
        <p class="notice" data-tone="wait">
          {words.doneTruth}
        </p>
      ) : (
        <p class="notice" data-tone="done">
          {words.doneBackedUp(new Date(savedAt).toLocaleDateString())}
        </p>
      )}
      {hint.module && <hint.module.InstallHint />}
      <p>{words.doneOffers}</p>
      {savedAt === undefined && (
        <a class="button button-primary" href="/app/#backup" data-testid="save-backup">
          {words.saveBackup}
        </a>
      )}
      <button
        type="button"
        class="button"
        aria-expanded={showQr}
        data-testid="second-app"
        onClick={() => {
          setShowQr(!showQr);
        }}
      >
        {showQr ? words.hideQr : words.secondApp}
      </button>
      {showQr && second.module && (
        <second.module.EntryQrCode otp={current.otp} label={words.qrAlt} testId="second-app-qr" />
      )}
      {showQr && second.failed && <p role="alert">{shared.partFailed}</p>}
      {guide.enrollment.maxDevices !== undefined && (
        <button
          type="button"
          class="button"
          data-testid="second-device"
          onClick={() => {
            takeAnother();
            changeWalk((before) => ({ ...before, step: captureStep }));
          }}
        >
          {words.secondDevice(guide.enrollment.maxDevices)}
        </button>
      )}
      <p>
        <a href="/app/">{words.openApp}</a>
      </p>
      <button type="button" class="button button-quiet" onClick={reopen}>
        {words.undoAccepted}
      </button>
    </section>
  );
}
