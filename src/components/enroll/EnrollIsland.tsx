import { useLazy } from '../codes/useLazy.ts';
import type { GuideForIsland } from '../../lib/guides/island.ts';
import { CapturePanel } from '../capture/CapturePanel.tsx';
import { CaptureStatus } from '../capture/CaptureStatus.tsx';
import { useCapture } from '../capture/useCapture.ts';
import { useWholePage } from '../capture/useWholePage.ts';
import { IdentityChooser } from './IdentityChooser.tsx';
import { StepBar } from './StepBar.tsx';
import { useEnrollment } from './useEnrollment.ts';
import { identityName, words } from './words.ts';

interface Props {
  readonly guide: GuideForIsland;
}

/** The companion of a guide: capture, codes, done, for one identity after another. */
export default function EnrollIsland({ guide }: Props) {
  const enrollment = useEnrollment(guide);
  const { stage, current, identity, entries, vault } = enrollment;
  const capture = useCapture(enrollment.capture);
  const ready = stage !== 'starting';
  useWholePage(capture, ready);

  const hasCodes = stage === 'captured' || stage === 'enrolling';
  const answered = stage === 'refused' || stage === 'done';
  const earlier = useLazy(() => import('./earlier.ts'), entries.length > 0);
  const codes = useLazy(() => import('./codes/CodesPanel.tsx'), hasCodes);
  const outcome = useLazy(() => import('./outcome/panels.ts'), answered);
  const taken = useLazy(() => import('../capture/Taken.tsx'), capture.taken !== undefined);
  const locked = useLazy(() => import('./locked/LockedPanel.tsx'), stage === 'locked');
  const failed = [codes, outcome, locked].some((part) => part.failed);

  return (
    <div class="enroll" data-testid="enroll" data-state={stage}>
      <header class="enroll-header">
        <h2>{words.title}</h2>
        {identity && <p>{identityName(guide, identity)}</p>}
      </header>
      <StepBar enrollment={enrollment} />
      {guide.identities.length > 0 && (stage !== 'done' || !identity) && (
        <IdentityChooser
          key={enrollment.walk.entry}
          guide={guide}
          identity={identity}
          disabled={!ready}
          asked={current !== undefined}
          onChoose={enrollment.chooseIdentity}
        />
      )}
      {stage === 'locked' && vault && locked.module && (
        <locked.module.LockedPanel enrollment={enrollment} vault={vault} />
      )}
      {stage === 'ready' && earlier.module && <earlier.module.Resume enrollment={enrollment} />}
      {(stage === 'ready' || (stage === 'locked' && !enrollment.waiting) || !ready) && (
        <CapturePanel
          title={words.captureTitle}
          prompt={words.capturePrompt(guide.service)}
          starting={words.starting}
          keyHint={guide.enrollment.keyHint}
          loadKeyForm={() => import('../capture/KeyForm.tsx').then(({ KeyForm }) => KeyForm)}
          capture={capture}
          ready={ready}
        />
      )}
      {capture.taken && taken.module && (stage === 'ready' || hasCodes) && (
        <taken.module.Taken taken={capture.taken} />
      )}
      {current && <CaptureStatus capture={capture} />}
      {current && hasCodes && codes.module && (
        <codes.module.CodesPanel enrollment={enrollment} current={current} />
      )}
      {stage === 'refused' && outcome.module && (
        <outcome.module.RefusedPanel enrollment={enrollment} />
      )}
      {current && stage === 'done' && outcome.module && (
        <outcome.module.DonePanel enrollment={enrollment} current={current} />
      )}
      {enrollment.failure !== undefined && (
        <p class="notice" data-tone="stop" role="alert">
          {enrollment.failure}
        </p>
      )}
      {failed && <p role="alert">{words.partFailed}</p>}
      <footer class="enroll-footer">
        {earlier.module && <earlier.module.IdentityList guide={guide} entries={entries} />}
        {current && guide.identities.length > 0 && (
          <button
            type="button"
            class={stage === 'done' ? 'button button-primary' : 'button'}
            data-testid="identity-next"
            onClick={enrollment.nextIdentity}
          >
            {words.nextIdentity}
          </button>
        )}
        <p>
          {words.stays} <a href="/privacy/#check">{words.howToCheck}</a>
        </p>
      </footer>
    </div>
  );
}
