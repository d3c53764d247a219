/** Hash functions that RFC 6238 section 1.2 allows under HMAC. */
export type Algorithm = 'SHA1' | 'SHA256' | 'SHA512';

interface CommonParameters {
  /** Who issued the secret, as the service writes it; may be empty. */
  readonly issuer: string;
  /** Which account or identity it is for; may be empty. */
  readonly account: string;
  /** The shared secret, decoded; at least one byte. */
  readonly secret: Uint8Array<ArrayBuffer>;
  readonly algorithm: Algorithm;
  /** Length of a code: 5 to 10. */
  readonly digits: number;
}

/** Time-based codes, RFC 6238. */
export interface TotpParameters extends CommonParameters {
  readonly type: 'totp';
  /** Length of a time step in seconds: 1 to 86,400. */
  readonly period: number;
}

/** Counter-based codes, RFC 4226. */
export interface HotpParameters extends CommonParameters {
  readonly type: 'hotp';
  /** The counter of the next code: a whole number from 0. */
  readonly counter: number;
}

/** Steam's own alphabet over a 30-second SHA-1 time step; always 5 characters. */
export interface SteamParameters extends CommonParameters {
  readonly type: 'steam';
  readonly period: number;
}

/** What it takes to make codes, whichever kind they are. */
export type OtpParameters = TotpParameters | HotpParameters | SteamParameters;

/** The kinds whose codes change with the clock. */
export type TimedParameters = TotpParameters | SteamParameters;
