import { codeAt, secondsLeft, timeStep } from '../../../lib/otp/codes.ts';
import type { Entry } from '../../../lib/vault/entry.ts';
import { spokenDuration } from '../codes/duration.ts';
import { entryTitle } from '../entry-text.ts';
import { words } from '../codes/words.ts';

/** Codes that change more often than this are not announced, in seconds: nothing else could be heard. */
const SHORTEST_HEARD = 15;

/** A code as a screen reader should read it. */
function spelled(code: string): string {
  return Array.from(code).join(' ');
}

/** What is said when an entry's code has changed; undefined where that is too often to be said. */
export function newCodeText(entry: Entry, nowMs: number, shown: boolean): string | undefined {
  const { otp } = entry;
  if (otp.type === 'hotp' || otp.period < SHORTEST_HEARD) return undefined;
  if (!shown) return words.newHidden(entryTitle(entry));
  return words.newCode(entryTitle(entry), spelled(codeAt(otp, timeStep(otp, nowMs))));
}

/** An entry's code as it stands; `made` is the last one from its counter. */
export function codeText(
  { otp }: Entry,
  nowMs: number,
  { shown, made }: { readonly shown: boolean; readonly made: string | undefined },
): string {
  if (!shown) return words.hidden;
  const code = otp.type === 'hotp' ? made : codeAt(otp, timeStep(otp, nowMs));
  return code === undefined ? words.counterHint : spelled(code);
}

/** How long an entry's code lasts. */
export function timeText({ otp }: Entry, nowMs: number): string {
  return otp.type === 'hotp' ? words.noClock : words.left(spokenDuration(secondsLeft(otp, nowMs)));
}
