import type { OtpField, OtpReading, Refusal, RefusalReason } from './reading.ts';

/** Carries a refusal out of the readers of single parts. */
export class Refused extends Error {
  readonly refusal: Refusal;

  constructor(field: OtpField, reason: RefusalReason, message: string) {
    super(message);
    this.name = 'Refused';
    this.refusal = { kind: 'refused', field, reason, message };
  }
}

/** The reading, or the refusal that stopped it. */
export function orRefusal(read: () => OtpReading): OtpReading {
  try {
    return read();
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
}
