import { hmac } from '@noble/hashes/hmac.js';
import { sha1 } from '@noble/hashes/legacy.js';
import { sha256, sha512 } from '@noble/hashes/sha2.js';
import type { HotpParameters, OtpParameters, TimedParameters } from './parameters.ts';

const HASHES = { SHA1: sha1, SHA256: sha256, SHA512: sha512 };

/** Digits and capitals that are not easily taken for one another. */
const STEAM_ALPHABET = '23456789BCDFGHJKMNPQRTVWXY';
const STEAM_LENGTH = 5;

/** Whether an entry's codes change with the clock. */
export function isTimed(otp: OtpParameters): otp is TimedParameters {
  return otp.type !== 'hotp';
}

/** The code of a time step, as it is typed: digits, or Steam's five characters. */
export function codeAt(otp: TimedParameters, step: number): string {
  return otp.type === 'steam' ? steamCode(otp, step) : generate(otp, step, otp.digits);
}

/** The code of the entry's counter (RFC 4226). Moving the counter on is up to the caller. */
export function hotpCode(otp: HotpParameters): string {
  return generate(otp, otp.counter, otp.digits);
}

/** The time step that a moment (milliseconds since the Unix epoch) falls in; RFC 6238 with T0 = 0. */
export function timeStep(otp: TimedParameters, nowMs: number): number {
  return Math.floor(nowMs / (otp.period * 1000));
}

/** When a time step begins, in milliseconds since the Unix epoch. */
export function stepStartsAt(otp: TimedParameters, step: number): number {
  return step * otp.period * 1000;
}

/** Whole seconds until the code changes, rounded up: from the period down to 1. */
export function secondsLeft(otp: TimedParameters, nowMs: number): number {
  return Math.ceil((stepStartsAt(otp, timeStep(otp, nowMs) + 1) - nowMs) / 1000);
}

function steamCode(otp: TimedParameters, step: number): string {
  let value = truncatedMac(otp, step);
  let code = '';
  while (code.length < STEAM_LENGTH) {
    code += STEAM_ALPHABET.charAt(value % STEAM_ALPHABET.length);
    value = Math.floor(value / STEAM_ALPHABET.length);
  }
  return code;
}

function generate(otp: OtpParameters, counter: number, digits: number): string {
  return String(truncatedMac(otp, counter) % 10 ** digits).padStart(digits, '0');
}

/** The 31 bits of RFC 4226, section 5.3, for a counter or a time step. */
function truncatedMac({ algorithm, secret }: OtpParameters, counter: number): number {
  const message = new DataView(new ArrayBuffer(8));
  message.setBigUint64(0, BigInt(counter));
  const mac = hmac(HASHES[algorithm], secret, new Uint8Array(message.buffer));
  const view = new DataView(mac.buffer, mac.byteOffset, mac.byteLength);
  const offset = view.getUint8(mac.byteLength - 1) & 0x0f;
  return view.getUint32(offset) & 0x7fff_ffff;
}
