import { lateError } from './late-errors.ts';
import type { PasskeyAuthenticator } from './passkey.ts';

/** The passkeys of this browser; see `PasskeyAuthenticator`. */
export function webAuthnPasskey(): PasskeyAuthenticator {
  return {
    create: () => Promise.reject(lateError('not-ready')),
    evaluate: () => Promise.reject(lateError('not-ready')),
  };
}

/** Whether to offer passkeys at all: false only where they surely cannot work. */
export function passkeysMayWork(): Promise<boolean> {
  return Promise.resolve(false);
}
