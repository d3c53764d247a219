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

/**
 * Reads parts that do not depend on one another, so that all that is wrong is named at once.
 *
 * @throws Refused for the first one, with the messages of all
 */
export function readAll<Parts extends readonly unknown[]>(
  ...parts: { [At in keyof Parts]: () => Parts[At] }
): Parts {
  const refusals: Refusal[] = [];
  const read = parts.map((part) => {
    try {
      return part();
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      refusals.push(error.refusal);
      return undefined;
    }
  });
  const [first] = refusals;
  if (first === undefined) return read as unknown as Parts;
  const messages = new Set(refusals.map(({ message }) => message));
  throw new Refused(first.field, first.reason, [...messages].join(' '));
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
