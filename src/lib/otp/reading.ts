import type { OtpParameters } from './parameters.ts';

/** What a text turned out to be. */
export type OtpReading = OtpFound | OtherText | Refusal;

/** A one-time password entry, and what is worth knowing about it. */
export interface OtpFound {
  readonly kind: 'otp';
  readonly otp: OtpParameters;
  readonly notes: readonly OtpNote[];
}

export type OtpNoteCode =
  | 'issuer-mismatch'
  | 'no-issuer'
  | 'no-account'
  | 'hidden-characters'
  | 'unusual-digits'
  | 'unusual-period'
  | 'short-secret'
  | 'odd-length'
  | 'counter';

/** Something about an entry that works but is out of the ordinary. */
export interface OtpNote {
  readonly code: OtpNoteCode;
  /** A sentence for people; never holds the secret. */
  readonly message: string;
}

/** Texts that QR codes and clipboards hold besides `otpauth:` links. */
export type OtherKind =
  | 'migration'
  | 'microsoft'
  | 'duo'
  | 'okta'
  | 'steam-link'
  | 'passkey'
  | 'wifi'
  | 'web-link'
  | 'link'
  | 'text';

/** Something else, named for what it is. */
export interface OtherText {
  readonly kind: 'other';
  readonly what: OtherKind;
  /** What it is and what to do instead. */
  readonly message: string;
}

/** The part of a link or key that is at fault; `link` and `length` stand for the whole of it. */
export type OtpField =
  | 'link'
  | 'length'
  | 'type'
  | 'secret'
  | 'issuer'
  | 'algorithm'
  | 'digits'
  | 'period'
  | 'counter'
  | 'encoder';

export type RefusalReason =
  | 'empty'
  | 'too-long'
  | 'too-short'
  | 'malformed'
  | 'several'
  | 'missing'
  | 'duplicate'
  | 'unknown'
  | 'out-of-range'
  | 'bad-character'
  | 'look-alike'
  | 'code-not-key'
  | 'access-key';

/** A link or key with something wrong. */
export interface Refusal {
  readonly kind: 'refused';
  readonly field: OtpField;
  readonly reason: RefusalReason;
  /** What was found and what to do; never holds the secret. */
  readonly message: string;
}
