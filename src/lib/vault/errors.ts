/** Why the browser keeps nothing: there is no store, the site may not use it, or it failed. */
export type StorageReason = 'absent' | 'denied' | 'failed';

const SENTENCES = {
  'storage-unavailable':
    'The browser’s storage failed, so nothing was changed. Reload the page; if that does not help, make sure that the disk has room and restart the browser.',
  'quota-exceeded':
    'The disk or this site’s share of it is full, so nothing was changed. Free some space and try again.',
  'newer-schema':
    'A newer version of this site wrote the vault, and nothing was changed. Reload the page to get that version.',
  'upgrade-blocked':
    'Another tab holds the vault in an older version. Close this site’s other tabs and reload the page.',
  'crypto-unavailable':
    'This page cannot encrypt. Open it over https, or over http on localhost, in a current browser.',
  locked: 'The vault is locked: no key at hand opens it. Unlock it first.',
  tampered:
    'A stored record does not match its seal. It was left as it is; restore it from a backup.',
  'newer-record':
    'A newer version of this site wrote this record. It was left as it is; reload the page to get that version.',
  'invalid-record':
    'A stored record opened but does not make sense. It was left as it is; restore it from a backup.',
  'invalid-entry': 'The entry has a value that a vault cannot keep. Check it and try again.',
  'not-found': 'There is no such entry; it may have been removed in another tab. Reload the list.',
  'not-hotp': 'Only an entry with a counter can move on to its next counter.',
  busy: 'Other tabs kept changing the vault, so this change was not made. Try again.',
  closed: 'The vault was closed on this page. Reload the page to open it again.',
} as const;

const STORAGE_SENTENCES: Readonly<Record<StorageReason, string>> = {
  absent:
    'This browser has no storage (IndexedDB). Use a current browser, not in a restricted mode.',
  denied:
    'The browser does not let this site keep data. Allow cookies and site data for it, or leave the private window, and reload.',
  failed: SENTENCES['storage-unavailable'],
};

/** What can go wrong with a vault; each code has one sentence. */
export type VaultErrorCode = keyof typeof SENTENCES;

/** Why a record cannot be read; it stays where it is. */
export type UnreadableReason = 'tampered' | 'newer-record' | 'invalid-record';

/**
 * A failure of the vault. `message` says what happened and what to do, and never
 * holds anything that was in the vault.
 */
export class VaultError extends Error {
  readonly code: VaultErrorCode;
  /** With `storage-unavailable` only. */
  readonly reason: StorageReason | undefined;

  constructor(code: VaultErrorCode, reason?: StorageReason, cause?: unknown) {
    super(reason === undefined ? SENTENCES[code] : STORAGE_SENTENCES[reason], { cause });
    this.name = 'VaultError';
    this.code = code;
    this.reason = reason;
  }
}

/** The reason that an error of `open` or of decoding gives for a record, if it is about the record. */
export function unreadableReason(error: unknown): UnreadableReason | undefined {
  if (!(error instanceof VaultError)) return undefined;
  const { code } = error;
  return code === 'tampered' || code === 'newer-record' || code === 'invalid-record'
    ? code
    : undefined;
}
