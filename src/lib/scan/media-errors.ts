import { ScanError } from './errors.ts';
import type { ScanErrorCode } from './errors.ts';

/**
 * Names of the errors that `getUserMedia` rejects with, by the Media Capture and
 * Streams specification (10.3.2), and what they mean to a person.
 */
const CAMERA_CODES: Readonly<Record<string, ScanErrorCode>> = {
  NotAllowedError: 'camera-denied',
  SecurityError: 'camera-denied',
  NotFoundError: 'camera-missing',
  NotReadableError: 'camera-busy',
  AbortError: 'camera-busy',
  OverconstrainedError: 'camera-unsuitable',
};

/** The error of a camera that did not start. */
export function cameraError(cause: unknown): ScanError {
  if (cause instanceof ScanError) return cause;
  return new ScanError(CAMERA_CODES[nameOf(cause)] ?? 'camera-failed');
}

/**
 * The error of a screen capture that did not start. A person who closes the
 * chooser and a system that forbids capturing are both "not allowed"; engines tell
 * them apart only in the message.
 */
export function screenError(cause: unknown): ScanError {
  if (cause instanceof ScanError) return cause;
  const name = nameOf(cause);
  const message = cause instanceof Error ? cause.message : '';
  if (name === 'NotAllowedError') {
    const blocked = /system|policy/i.test(message);
    return new ScanError(blocked ? 'screen-blocked' : 'screen-cancelled');
  }
  const isBlocked = name === 'SecurityError' || name === 'NotReadableError';
  return new ScanError(isBlocked ? 'screen-blocked' : 'screen-failed');
}

/** Not every engine's media errors are instances of Error. */
function nameOf(cause: unknown): string {
  const { name } = Object(cause) as { name?: unknown };
  return typeof name === 'string' ? name : '';
}
