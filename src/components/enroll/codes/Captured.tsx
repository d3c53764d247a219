import type { Identity } from '../../../lib/vault/entry.ts';
import { isFrom } from '../is-from.ts';
import type { Current, Enrollment } from '../useEnrollment.ts';
import { identityName } from '../words.ts';
import { words } from './words.ts';

interface Props {
  readonly enrollment: Enrollment;
  readonly current: Current;
}

/** What was read from the QR code, and a warning where it is not this service's. */
export function Captured({
  enrollment: { guide, identity, notes, takeAnother, walk },
  current,
}: Props) {
  const { otp, problem } = current;
  const ours = isFrom(guide, otp);
  return (
    <section class="enroll-captured" aria-labelledby="captured-title">
      <div class="enroll-captured-head">
        <h3 id="captured-title">{problem === undefined ? words.found : words.unsaved}</h3>
        <button type="button" class="button button-quiet" onClick={takeAnother}>
          {words.takeAnother}
        </button>
      </div>
      <dl>
        <div>
          <dt>{words.issuer}</dt>
          <dd data-testid="entry-issuer">{otp.issuer === '' ? guide.service : otp.issuer}</dd>
        </div>
        <div>
          <dt>{words.account}</dt>
          <dd data-testid="entry-account">{otp.account === '' ? words.noAccount : otp.account}</dd>
        </div>
      </dl>
      {problem !== undefined && (
        <p class="notice" data-tone="stop" role="alert">
          {problem}
        </p>
      )}
      {!ours && (
        <p class="notice" data-tone="wait" role="alert" data-testid="other-service">
          {words.otherService(otp.issuer || otp.account, guide.service)}
        </p>
      )}
      {walk.identity && !isSame(walk.identity, identity) && (
        <p class="notice" data-tone="wait" role="alert" data-testid="other-identity">
          {words.otherIdentity(identityName(guide, identity), identityName(guide, walk.identity))}
        </p>
      )}
      {notes.map(({ code, message }) => (
        <p key={code} class="enroll-note" data-note={code}>
          {message}
        </p>
      ))}
    </section>
  );
}

function isSame(a: Identity, b: Identity | undefined): boolean {
  return a.kind === b?.kind && a.name === b.name;
}
