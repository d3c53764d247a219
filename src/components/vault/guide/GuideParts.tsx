import type { ComponentChildren } from 'preact';
import type { EntryGuide, GuidePart } from '../../../lib/guides/entry-guide.ts';
import { isTimed } from '../../../lib/otp/codes.ts';
import type { Entry } from '../../../lib/vault/entry.ts';
import { ResyncCoach } from './ResyncCoach.tsx';
import { words } from './words.ts';

interface Props {
  readonly guide: EntryGuide;
  readonly entry: Entry;
}

/** The parts of the guide that matter later, with what can be done about them here. */
export function GuideParts({ guide, entry }: Props) {
  const { otp, identity } = entry;
  const own = guide.identities.find(({ id }) => id === identity?.kind);
  const recover = own?.recover ?? guide.recover;
  const { resync, resyncSubmit, move, remove } = guide;
  return (
    <>
      <dl class="guide-parts">
        {recover && <Part label={words.recover} part={recover} />}
        {resync && (
          <Part label={words.resync} part={resync}>
            {resyncSubmit !== undefined && isTimed(otp) && (
              <ResyncCoach guide={guide} otp={otp} submit={resyncSubmit} />
            )}
          </Part>
        )}
        {move && (
          <Part label={words.move} part={move}>
            <p class="hint">{words.moveHint}</p>
          </Part>
        )}
        {remove && (
          <Part label={words.remove} part={remove}>
            <p class="hint">{words.removeHint(guide.service)}</p>
          </Part>
        )}
      </dl>
      <p>
        <a href={guide.href}>{words.whole(guide.title)}</a>
      </p>
    </>
  );
}

interface PartProps {
  readonly label: string;
  readonly part: GuidePart;
  readonly children?: ComponentChildren;
}

function Part({ label, part, children }: PartProps) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <a href={part.href}>{part.title}</a>
        {children}
      </dd>
    </div>
  );
}
