import { VaultError } from './errors.ts';

/** The typed error for whatever IndexedDB threw; a `VaultError` stays as it is. */
export function storageError(error: unknown): VaultError {
  if (error instanceof VaultError) return error;
  switch (errorName(error)) {
    case 'VersionError':
      return new VaultError('newer-schema');
    case 'QuotaExceededError':
      return new VaultError('quota-exceeded');
    case 'SecurityError':
    case 'NotAllowedError':
      return new VaultError('storage-unavailable', 'denied', error);
    default:
      return new VaultError('storage-unavailable', 'failed', error);
  }
}

/** The name of a `DOMException` or another error; empty for anything else. */
export function errorName(error: unknown): string {
  return error instanceof Error || error instanceof DOMException ? error.name : '';
}
