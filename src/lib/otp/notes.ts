import type { OtpParameters } from './parameters.ts';
import type { OtpNote, OtpNoteCode } from './reading.ts';

/** 128 bits: the least that RFC 4226 section 4 (R6) allows. */
const SHORTEST_SECRET = 16;

/** What is out of the ordinary about an entry's parameters, whatever they came from. */
export function parameterNotes(otp: OtpParameters, oddLength: boolean): OtpNote[] {
  const notes: OtpNote[] = [];
  const add = (when: boolean, code: OtpNoteCode, message: string): void => {
    if (when) notes.push({ code, message });
  };
  add(
    otp.type !== 'steam' && otp.digits !== 6 && otp.digits !== 8,
    'unusual-digits',
    `The codes have ${otp.digits} digits; 6 or 8 are usual.`,
  );
  if (otp.type === 'hotp') {
    add(
      true,
      'counter',
      `The codes follow a counter, which stands at ${otp.counter}, and not the clock.`,
    );
  } else {
    add(
      otp.period !== 30 && otp.period !== 60,
      'unusual-period',
      `The code changes every ${otp.period} s; 30 or 60 are usual.`,
    );
  }
  add(
    otp.secret.length < SHORTEST_SECRET,
    'short-secret',
    'The key is shorter than the 128 bits that RFC 4226 asks for. It works; its length is the service’s choice.',
  );
  add(
    oddLength,
    'odd-length',
    'The key has an unusual length. If its codes are refused, a character may be missing: copy it again.',
  );
  return notes;
}
