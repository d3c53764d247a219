import { useEffect, useState } from 'preact/hooks';
import type { GuideForIsland } from '../../../lib/guides/island.ts';
import type { Enrollment } from '../useEnrollment.ts';
import { words } from './words.ts';
import { measureClock, type ClockReading } from '../../codes/measure-clock.ts';

/** Why the service may have refused, the most likely first, the clock measured. */
export function RefusedPanel({ enrollment }: { readonly enrollment: Enrollment }) {
  const { guide, pinPair, takeAnother } = enrollment;
  const [clock, setClock] = useState<ClockReading>();
  useEffect(() => {
    void measureClock().then(setClock);
  }, []);
  return (
    <section class="enroll-refused" aria-labelledby="refused-title">
      <h3 id="refused-title">{words.refusedTitle(guide.service)}</h3>
      <p>{words.refusedIntro}</p>
      <ol>
        {guide.refusals.map((refusal) => (
          <li key={refusal.kind} data-refusal={refusal.kind}>
            <strong>{refusal.title}</strong>
            {refusal.kind === 'clock' && <ClockLine clock={clock} />}
            {!(refusal.kind === 'clock' && clock?.state === 'agrees') && (
              <p>
                {refusal.text} {refusal.href && <a href={refusal.href}>{words.readMore}</a>}
              </p>
            )}
          </li>
        ))}
      </ol>
      <button
        type="button"
        class="button button-primary"
        data-testid="pair-new"
        onClick={() => {
          pinPair(undefined);
        }}
      >
        {words.tryAgain}
      </button>
      <ResyncLink guide={guide} />
      <button type="button" class="button button-quiet" onClick={takeAnother}>
        {words.takeAnother}
      </button>
    </section>
  );
}

function ClockLine({ clock }: { readonly clock: ClockReading | undefined }) {
  if (clock === undefined) return <p role="status">{words.clockChecking}</p>;
  if (clock.state === 'unknown') return <p role="status">{words.clockUnknown}</p>;
  const { seconds, uncertainty, ahead } = clock;
  const off = clock.state === 'off';
  return (
    <p
      role="status"
      class={off ? 'notice' : undefined}
      data-tone={off ? 'stop' : undefined}
      data-testid="clock-reading"
    >
      {off
        ? words.clockOff(seconds, ahead, uncertainty)
        : words.clockAgrees(Math.max(seconds, 0) + uncertainty)}
    </p>
  );
}

function ResyncLink({ guide }: { readonly guide: GuideForIsland }) {
  if (guide.resyncHref === undefined) return null;
  return (
    <a class="button" href={guide.resyncHref}>
      {words.resync}
    </a>
  );
}
