import type { LateErrorCode } from './late-errors.ts';

/** Why the browser keeps nothing: there is no store, the site may not use it, or it failed. */
export type StorageReason = 'absent' | 'denied' | 'failed';

const SENTENCES = {
  'storage-unavailable':
    'The browser’s storage failed; nothing was changed. Make sure that the disk has room, and reload the page.',
  'quota-exceeded': 'The disk is full; nothing was changed. Free some space and try again.',
  'newer-schema':
    'A newer version of this site wrote the vault; nothing was changed. Reload the page to get that version.',
  'upgrade-blocked':
    'Another tab holds the vault in an older version. Close this site’s other tabs and reload the page.',
  'crypto-unavailable':
    'This page cannot encrypt. Open it over https, or on localhost, in a current browser.',
  locked: 'The vault is locked; nothing was changed. Unlock it first.',
  'header-tampered':
    'The vault’s list of ways to unlock it was changed from outside. Nothing is stored until you say that it is right.',
  'rolled-back':
    'The vault is an older copy of itself. Nothing is stored until you say that it is right.',
  tampered:
    'A stored record is damaged. It was left as it is; set the entry up again if you need its codes.',
  'newer-record':
    'A newer version of this site wrote this record; nothing was changed. Reload the page to get that version.',
  'invalid-record':
    'A stored record makes no sense. It was left as it is; set the entry up again if you need its codes.',
  'invalid-entry': 'The entry has a value that cannot be kept. Check it and try again.',
  'not-found': 'The entry is not there; another tab may have removed it. Reload the page.',
  'not-hotp': 'The entry has no counter. Use its current code.',
  busy: 'Other tabs kept changing the vault; nothing was changed. Try again.',
  closed: 'The vault was closed. Reload the page.',
} as const;

const STORAGE_SENTENCES: Readonly<Record<StorageReason, string>> = {
  absent: 'This browser has no storage (IndexedDB). Open the page in a current browser.',
  denied:
    'The browser does not let this site keep data. Allow cookies and site data, or leave the private window, and reload the page.',
  failed: SENTENCES['storage-unavailable'],
};

/** What can go wrong with a vault; each code has one sentence. */
export type VaultErrorCode = keyof typeof SENTENCES | LateErrorCode;

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

  /** Codes of code that is loaded on demand bring their sentence (`lateError`). */
  constructor(code: keyof typeof SENTENCES, reason?: StorageReason, cause?: unknown);
  constructor(code: VaultErrorCode, reason: undefined, cause: unknown, sentence: string);
  constructor(code: VaultErrorCode, reason?: StorageReason, cause?: unknown, sentence?: string) {
    const own = SENTENCES[code as keyof typeof SENTENCES];
    super(reason === undefined ? (sentence ?? own) : STORAGE_SENTENCES[reason], { cause });
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
